import type { Match } from '../../core/draft/find.ts';

/*
 * Matches on the screen. The text of a cell in the DOM is its text as it is read, once the label, the placeholder and what only
 * the screen reader hears are left out; so a match's offsets lead to its text nodes. Nothing here changes the DOM of the sheet.
 */

const notText = '.label, .placeholder, .told, [data-slate-zero-width]';

/** The part of the page that scrolls the sheet. */
export function sheetScroller(): HTMLElement | null {
  return document.querySelector('[data-pane="text"] .draft-view');
}

interface PlacedNode {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
}

function textNodesOf(cell: Element): readonly PlacedNode[] {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(notText) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: PlacedNode[] = [];
  let start = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = start + (node.textContent?.length ?? 0);
    nodes.push({ node, start, end });
    start = end;
  }
  return nodes;
}

/** Where the matches of one cell lie; a match that is not there (the text has changed since) is left out. */
export function rangesIn(cell: Element, matches: readonly Match[]): readonly StaticRange[] {
  const nodes = textNodesOf(cell);
  return matches.flatMap((match) => {
    const first = nodes.find(({ start, end }) => start <= match.start && match.start < end);
    const last = nodes.find(({ start, end }) => start < match.end && match.end <= end);
    if (!first || !last) return [];
    return [
      new StaticRange({
        startContainer: first.node,
        startOffset: match.start - first.start,
        endContainer: last.node,
        endOffset: match.end - last.start,
      }),
    ];
  });
}

function boxOf({ unit, language, ...match }: Match, scroller: HTMLElement): DOMRect | undefined {
  const cell = scroller.querySelector(`[data-unit="${CSS.escape(unit)}"] > .cell[lang="${language}"]`);
  const [found] = cell ? rangesIn(cell, [{ unit, language, ...match }]) : [];
  if (!found) return undefined;
  const range = document.createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range.getBoundingClientRect();
}

const margin = 24;

/** How far the sheet must scroll for a match to be seen; 0 when it is, undefined when it is not drawn. */
function distanceTo(match: Match, scroller: HTMLElement): number | undefined {
  const box = boxOf(match, scroller);
  if (!box) return undefined;
  const view = scroller.getBoundingClientRect();
  const top = view.top + (scroller.querySelector('.draft-heads')?.clientHeight ?? 0) + margin;
  if (box.top < top) return box.top - top;
  return Math.max(0, box.bottom - (view.bottom - margin));
}

export function isInSight(match: Match): boolean {
  const scroller = sheetScroller();
  return scroller !== null && distanceTo(match, scroller) === 0;
}

const mostFrames = 8;

/**
 * After its unit was scrolled to: a long text may still hide the match. Frame by frame until it stays in sight, because the first
 * scroll goes by estimated heights (see `reveal` of the editor), and what comes into sight is laid out by the next frame.
 */
export function scrollToMatch(match: Match): void {
  let frames = 0;
  let isThere = false;
  const scroll = (): void => {
    const scroller = sheetScroller();
    const distance = scroller ? distanceTo(match, scroller) : undefined;
    if (scroller && distance) scroller.scrollTop += distance;
    if (distance === 0 && isThere) return;
    isThere = distance === 0;
    frames += 1;
    if (frames < mostFrames) requestAnimationFrame(scroll);
  };
  requestAnimationFrame(scroll);
}
