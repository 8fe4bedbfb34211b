import { liveLanguage, plainText } from './bill.ts';
import type { BenchEditor, MountEditor } from './contract.ts';
import { byArticle } from './peer-text.ts';

/**
 * No editor at all: the text of one language in a box that the browser lets one write in, with the boxes that the peers have. What a key
 * costs here no editor in this browser falls below.
 */
export const mountBare: MountEditor = (place, draft) => {
  place.className = 'peer';
  const text = place.appendChild(document.createElement('div'));
  text.className = 'peer-text';
  text.contentEditable = 'true';
  text.spellcheck = false;
  for (const units of byArticle(draft.units)) {
    const article = text.appendChild(document.createElement('div'));
    article.className = 'peer-article';
    for (const unit of units) article.append(paragraph(plainText(unit, liveLanguage)));
  }
  return benchEditor(place, text);
};

function paragraph(words: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.className = 'peer-paragraph';
  element.textContent = words;
  return element;
}

function benchEditor(place: HTMLElement, text: HTMLElement): BenchEditor {
  const paragraphs = text.getElementsByTagName('p');
  const paragraphAt = (index: number): HTMLParagraphElement => {
    const found = paragraphs[index];
    if (!found) throw new Error(`no unit ${index}`);
    return found;
  };
  let pasted: readonly HTMLElement[] = [];
  text.addEventListener('paste', (event) => {
    event.preventDefault();
    pasted = (event.clipboardData?.getData('text/plain') ?? '').split('\n').map(paragraph);
    getSelection()
      ?.anchorNode?.parentElement?.closest('p')
      ?.after(...pasted);
  });
  return {
    scroller: place,
    count: () => paragraphs.length,
    text: (index) => paragraphAt(index).textContent,
    put: (index, offset) => {
      const element = paragraphAt(index);
      const words = element.firstChild ?? element;
      element.scrollIntoView({ block: 'center' });
      text.focus({ preventScroll: true });
      getSelection()?.collapse(words, Math.min(offset, words.textContent?.length ?? 0));
      requestAnimationFrame(() => element.scrollIntoView({ block: 'center' }));
    },
    undo: () => {
      for (const element of pasted) element.remove();
    },
    isWhole: () => true,
  };
}
