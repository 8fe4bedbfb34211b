import type { DraftEditor } from './contract.ts';
import type { Derived } from './derived.ts';
import type { EditLog } from './edit-log.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/** What the view needs of an editor beyond its contract with the desk. */
export interface Parts {
  readonly slate: BillEditor;
  readonly session: Session;
  readonly derived: Derived;
  readonly log: EditLog;
}

const partsOfEditors = new WeakMap<DraftEditor, Parts>();

export function registerParts(editor: DraftEditor, parts: Parts): DraftEditor {
  partsOfEditors.set(editor, parts);
  return editor;
}

export function partsOf(editor: DraftEditor): Parts {
  const parts = partsOfEditors.get(editor);
  if (!parts) throw new Error('Invariant: an editor that createDraftEditor did not make');
  return parts;
}
