import { isLanguage } from '../../core/base/language.ts';
import { compileQuery } from '../../core/languages/find-query.ts';

/** More marks than a screen or two hold cost more than they show. */
const most = 400;

/** Marks the words that were found by highlights of the browser, which change no node, until the returned call. */
export function highlightWords(list: HTMLElement, rows: readonly number[], query: string): () => void {
  const away = (): void => void ('highlights' in CSS && CSS.highlights.delete('text-find'));
  if (!('highlights' in CSS) || rows.length === 0) return away;
  const marks = new Highlight();
  for (const row of rows.slice(0, most)) {
    for (const words of list.querySelectorAll(`[data-row="${row}"] [data-words]`)) mark(words, query, marks);
  }
  CSS.highlights.set('text-find', marks);
  return away;
}

function mark(words: Element, text: string, marks: Highlight): void {
  const node = words.firstChild;
  const lang = words.closest('[lang]')?.getAttribute('lang');
  if (!node || !isLanguage(lang)) return;
  for (const mode of ['forms', 'plain'] as const) {
    const finder = compileQuery({ text: text.trim(), mode, matchCase: false, wholeWord: false });
    const spans = finder.ok ? finder.value(words.textContent ?? '', lang) : [];
    for (const { start, end } of spans) {
      marks.add(new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }));
    }
    if (spans.length > 0) return;
  }
}
