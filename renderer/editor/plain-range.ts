import type { Path, Point, Range, Node as SlateNode } from 'slate';
import { EDITOR_TO_ELEMENT, ELEMENT_TO_NODE } from 'slate-dom';
import { ReactEditor } from 'slate-react';

/*
 * Where a caret of the page stands in the draft, for the place where it nearly always stands: in a text that one node of the page shows
 * letter by letter. There its offset is the draft's offset. Slate copies what stands before it to count the letters, twice for each key,
 * and asks the browser whether the selection is collapsed, for which the browser lays out the page; and each range that it makes is kept
 * up to date by the browser at every later change, until it is collected.
 */

type OnPage = Parameters<typeof ReactEditor.toSlateRange>[1];

/** The same as `ReactEditor.toSlateRange`, where both ends stand in such a text; undefined elsewhere, where Slate must say. */
export function plainRange(editor: ReactEditor, onPage: OnPage): Range | undefined {
  const [start, end] = endsOf(onPage);
  const anchor = pointAt(editor, ...start);
  if (!anchor) return undefined;
  const isCollapsed = start[0] === end[0] && start[1] === end[1];
  const focus = isCollapsed ? anchor : pointAt(editor, ...end);
  return focus && { anchor, focus };
}

type End = readonly [node: Node | null, offset: number];

function endsOf(onPage: OnPage): readonly [End, End] {
  if ('anchorNode' in onPage)
    return [
      [onPage.anchorNode, onPage.anchorOffset],
      [onPage.focusNode, onPage.focusOffset],
    ];
  return [
    [onPage.startContainer, onPage.startOffset],
    [onPage.endContainer, onPage.endOffset],
  ];
}

function pointAt(editor: ReactEditor, node: Node | null, offset: number): Point | undefined {
  if (!(node instanceof Text)) return undefined;
  const shown = node.parentElement?.closest('[data-slate-leaf] [data-slate-string]');
  const element = shown?.closest('[data-slate-node="text"]');
  if (!element || !EDITOR_TO_ELEMENT.get(editor)?.contains(element)) return undefined;
  const run = ELEMENT_TO_NODE.get(element as HTMLElement);
  // One node shows all of it: no words that are marked within it, no line break that needs a second one to be seen.
  if (!run || !('text' in run) || run.text !== node.data || element.textContent !== node.data) return undefined;
  const path = pathOf(editor, run);
  return path && { path, offset };
}

/** None for what the draft holds no more, though the page still shows it. */
function pathOf(editor: ReactEditor, run: SlateNode): Path | undefined {
  try {
    return ReactEditor.findPath(editor, run);
  } catch {
    return undefined;
  }
}
