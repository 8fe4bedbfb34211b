import { rowsInSight } from '../editor/rows-in-sight.ts';
import { sheetScroller } from '../find/sight.ts';

/*
 * Marks for what prints nothing. Ends of paragraphs, borders of units and blanks are drawn by the style sheet; no-break spaces and line
 * breaks lie within the text, so small signs are laid over them in a layer of their own: no node of the text changes, nothing can be
 * selected or copied, and while the marks are off none of this runs.
 */

const signs: Readonly<Record<string, string>> = {
  '\u00a0': '°',
  '\u202f': '°',
  '\u2007': '°',
  '\n': '↵',
  '\u2011': '‑',
};
const hidden = /[\u00a0\u202f\u2007\n\u2011]/g;
const notText = '.label, .placeholder, .told, [data-slate-zero-width]';

interface Sign {
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

function signsIn(cell: Element, origin: DOMRect, layer: HTMLElement): readonly Sign[] {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const found: Sign[] = [];
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    hidden.lastIndex = 0;
    if (!hidden.test(text) || node.parentElement?.closest(notText)) continue;
    for (const { 0: sign, index } of text.matchAll(hidden)) {
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const box = range.getClientRects()[0];
      if (!box) continue;
      found.push({
        words: signs[sign] ?? '',
        left: box.left - origin.left + (sign === '\n' ? 0 : box.width / 2),
        top: box.top - origin.top + layer.scrollTop,
        height: box.height,
      });
    }
  }
  return found;
}

function draw(layer: HTMLElement, scroller: HTMLElement): void {
  const origin = layer.getBoundingClientRect();
  const found = rowsInSight(scroller).flatMap((row) =>
    [...row.querySelectorAll(':scope > .cell')].flatMap((cell) => signsIn(cell, origin, layer)),
  );
  layer.replaceChildren(
    ...found.map(({ words, left, top, height }) => {
      const sign = document.createElement('i');
      sign.dataset.sign = words;
      Object.assign(sign.style, { left: `${left}px`, top: `${top}px`, lineHeight: `${height}px` });
      return sign;
    }),
  );
}

/** Shows the marks in sight and keeps them so until the returned call. */
export function showHiddenMarks(): () => void {
  const scroller = sheetScroller();
  const sheet = scroller?.querySelector<HTMLElement>('.draft-sheet');
  if (!scroller || !sheet) return () => {};
  const layer = document.createElement('div');
  layer.className = 'mark-layer';
  layer.setAttribute('aria-hidden', 'true');
  sheet.append(layer);
  scroller.classList.add('shows-marks');
  let frame = 0;
  const ask = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      draw(layer, scroller);
    });
  };
  const text = sheet.querySelector('.draft-text');
  const changes = new MutationObserver(ask);
  if (text) changes.observe(text, { subtree: true, childList: true, characterData: true });
  const sizes = new ResizeObserver(ask);
  sizes.observe(sheet);
  scroller.addEventListener('scroll', ask, { passive: true });
  ask();
  return () => {
    cancelAnimationFrame(frame);
    changes.disconnect();
    sizes.disconnect();
    scroller.removeEventListener('scroll', ask);
    scroller.classList.remove('shows-marks');
    layer.remove();
  };
}
