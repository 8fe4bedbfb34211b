import { pasteLimits } from '../../core/base/limits.ts';
import { walkMarkup } from '../../renderer/editor/clipboard/markup.ts';
import { allAtOnce } from '../../renderer/editor/clipboard/pieces.ts';
import { isLong, outgrows, type PasteSource, readClipboard } from '../../renderer/editor/clipboard/read.ts';
import { aDraft } from '../support/builder.ts';
import { counted, type Edges, times } from './edges.ts';

/** How many units a paste brings; none where it is refused as a whole, which is told. */
function unitsOf(source: Partial<PasteSource>): number {
  const { units, notices } = allAtOnce(readClipboard({ own: '', html: '', text: '', ...source }, 'ru'));
  const isRefused = notices.some(({ code }) => code === 'editor.paste-too-large');
  if (isRefused !== (units.length === 0)) throw new Error('half a paste, or nothing and no word of it');
  return units.length;
}

const own = (texts: readonly string[]) => JSON.stringify([{ inlines: texts.map((text) => ({ text })) }]);

/** Runs of the longest kind and what is over. */
function runsOf(letters: number): readonly string[] {
  const full = times(Math.floor(letters / pasteLimits.run), () => 'а'.repeat(pasteLimits.run));
  const rest = letters % pasteLimits.run;
  return rest > 0 ? [...full, 'а'.repeat(rest)] : full;
}

/** How many elements are open where the text of a page begins. */
function depthOfWord(html: string): number {
  let [open, found] = [0, 0];
  const ignore = () => undefined;
  const walk = walkMarkup(html, {
    open: () => (open += 1),
    close: () => (open -= 1),
    text: () => (found = open),
    openCondition: ignore,
    closeCondition: ignore,
    skipped: ignore,
  });
  allAtOnce(walk);
  return found;
}

export const pasteEdges: Edges<typeof pasteLimits> = {
  source: counted(pasteLimits.source, (count) => {
    const page = unitsOf({ html: `<p>а</p><!--${'x'.repeat(count - 15)}-->` });
    return page === unitsOf({ own: own(['а']).padEnd(count) }) && page > 0;
  }),
  atOnce: counted(pasteLimits.atOnce, (count) => !isLong({ own: '', html: '', text: 'а'.repeat(count) })),
  text: counted(pasteLimits.text, (count) => {
    const page = unitsOf({
      html: runsOf(count)
        .map((run) => `<p>${run}</p>`)
        .join(''),
    });
    return unitsOf({ own: own(runsOf(count)) }) > 0 && page > 0;
  }),
  draft: counted(pasteLimits.draft, (count) => {
    const pasted = [{ inlines: [{ text: 'а'.repeat(pasteLimits.text) }] }];
    const [unit] = aDraft('draft-1').unit('title', '').build().units;
    if (!unit) throw new Error();
    const [ky, ru, en] = unit.children;
    const children = [{ ...ky, children: [{ text: 'а'.repeat(count - pasteLimits.text) }] }, ru, en] as const;
    return !outgrows(pasted, [{ ...unit, children }]);
  }),
  run: counted(pasteLimits.run, (count) => {
    const run = 'а'.repeat(count);
    return unitsOf({ own: own([run]) }) > 0 && unitsOf({ text: run }) > 0;
  }),
  units: counted(pasteLimits.units, (count) => unitsOf({ html: '<p>а</p>'.repeat(count) })),
  // Deeper elements are read as if they stood at this depth; the words come in all the same.
  depth: counted(pasteLimits.depth, (count) => {
    if (unitsOf({ html: `${'<div>'.repeat(count)}слово${'</div>'.repeat(count)}<p>дальше</p>` }) !== 2)
      throw new Error();
    return depthOfWord(`${'<div>'.repeat(count)}слово`) === count;
  }),
  // The words beside it come in where a unit has more, two lines of them.
  inlines: counted(
    pasteLimits.inlines,
    (count) => unitsOf({ own: own(times(count, () => 'а')), text: 'раз\nдва' }) === 1,
  ),
};
