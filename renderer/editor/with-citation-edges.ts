import { Path, type Point, Range, Transforms } from 'slate';
import type { BillEditor } from './slate-types.ts';

/**
 * The arrows halt on a citation, so that Enter can open it. What is typed or pasted there goes behind it: a citation holds no text of its
 * own, and Slate would drop the letters.
 */
export function withCitationEdges(editor: BillEditor): BillEditor {
  const { insertText, insertData } = editor;
  editor.insertText = (text, options) => {
    if (!options?.at) stepBehind(editor);
    insertText(text, options);
  };
  editor.insertData = (data) => {
    stepBehind(editor);
    insertData(data);
  };
  return editor;
}

/** From on a citation to behind it; gives the new place, or undefined where the caret stands in a text. */
export function stepBehind(editor: BillEditor): Point | undefined {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection) || selection.anchor.path.length <= 3) return undefined;
  const behind = { path: Path.next(selection.anchor.path.slice(0, 3)), offset: 0 };
  Transforms.select(editor, behind);
  return behind;
}
