import { Editor, Node, Range, Text, Transforms } from 'slate';
import type { EditLog } from './edit-log.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';
import { type Comfort, comfortFor } from './typing-rules.ts';

/**
 * Comforts of typing. What was typed and what is made of it are two steps, so that Ctrl+Z right after gives back what was typed, and leaves
 * it so: a comfort comes with a key, never by itself. Pasted text passes unchanged.
 */
export function withTypingComforts(editor: BillEditor, session: Session, log: Pick<EditLog, 'settle'>): BillEditor {
  const { insertText } = editor;
  editor.insertText = (text, options) => {
    insertText(text, options);
    if (options?.at || session.isReplaying || text.length !== 1 || /[\p{L}]/u.test(text)) return;
    const comfort = comfortAtCaret(editor, session);
    if (!comfort) return;
    log.settle();
    replaceBeforeCaret(editor, comfort);
    log.settle();
  };
  return editor;
}

function comfortAtCaret(editor: BillEditor, session: Session): Comfort | undefined {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return undefined;
  const { path, offset } = selection.anchor;
  const run = Node.getIf(editor, path);
  if (!run || !Text.isText(run)) return undefined;
  const comfort = comfortFor(run.text.slice(0, offset), run.text.slice(offset, offset + 1), session.language);
  return comfort && comfort.length <= offset ? comfort : undefined;
}

/**
 * Puts the new text in before it takes the old one away: what is typed next then continues no step of this one, and Ctrl+Z takes back
 * the typing first.
 */
function replaceBeforeCaret(editor: BillEditor, { length, text }: Comfort): void {
  const at = editor.selection?.anchor;
  if (!at) return;
  const start = at.offset - length;
  const removed = Node.get(editor, at.path);
  if (!Text.isText(removed)) return;
  Editor.withoutNormalizing(editor, () => {
    editor.apply({ type: 'insert_text', path: at.path, offset: start, text });
    const offset = start + text.length;
    const old = removed.text.slice(start, at.offset);
    editor.apply({ type: 'remove_text', path: at.path, offset, text: old });
    Transforms.select(editor, { path: at.path, offset });
  });
}
