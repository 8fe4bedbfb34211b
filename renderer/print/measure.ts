import type { WordParagraph, WordRun } from '../../core/word/document.ts';

/** A leaf of a drawn paragraph and where its text begins in the paragraph's; a line break counts one. */
interface Leaf {
  readonly node: Node;
  readonly start: number;
  readonly length: number;
}

function leavesOf(element: Element): readonly Leaf[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const leaves: Leaf[] = [];
  let start = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isBreak = node.nodeName === 'BR';
    if (node.nodeType !== Node.TEXT_NODE && !isBreak) continue;
    const length = isBreak ? 1 : (node.textContent?.length ?? 0);
    leaves.push({ node, start, length });
    start += length;
  }
  return leaves;
}

/** The middle of a sign, from the top of the page; undefined for one that is not drawn, such as a space at the end of a line. */
function middleOf(leaf: Leaf, offset: number): number | undefined {
  const range = document.createRange();
  if (leaf.node.nodeName === 'BR') range.selectNode(leaf.node);
  else {
    range.setStart(leaf.node, offset - leaf.start);
    range.setEnd(leaf.node, offset - leaf.start + 1);
  }
  const box = range.getClientRects()[0];
  return box && box.width > 0 ? (box.top + box.bottom) / 2 : undefined;
}

/**
 * Where in the paragraph's text the line of this number begins (0-based; its own length when there is none). Halving: a page has one
 * paragraph that is divided, so a whole code asks this some hundred times.
 */
export function startOfLine(element: Element, line: number, lineHeight: number): number {
  const leaves = leavesOf(element);
  const last = leaves.at(-1);
  const length = last ? last.start + last.length : 0;
  const border = element.getBoundingClientRect().top + line * lineHeight;
  const isBelow = (offset: number): boolean => {
    for (let at = offset; at < length; at += 1) {
      const leaf = leaves.findLast(({ start, length: own }) => start <= at && own > 0);
      const middle = leaf && middleOf(leaf, at);
      if (middle !== undefined) return middle > border;
    }
    return true;
  };
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The part of a paragraph from one place of its text to another; what a remark closes stands with the end of its run. */
export function partOf(paragraph: WordParagraph, from: number, to: number): WordParagraph {
  let start = 0;
  const runs = paragraph.runs.flatMap((run): readonly WordRun[] => {
    const [begin, end] = [start, start + run.text.length];
    start = end;
    const text = run.text.slice(Math.max(0, from - begin), Math.max(0, to - begin));
    const ends = end > from && end <= to;
    if (text === '' && !(ends && run.closes)) return [];
    const { closes, opens: _, ...rest } = run;
    return [{ ...rest, text, ...(closes && ends && { closes }) }];
  });
  return { ...paragraph, runs };
}
