import { Editor, Transforms } from 'slate';
import { createStore, type Store } from '../../state/store.ts';
import type { Session } from '../session.ts';
import type { BillEditor } from '../slate-types.ts';
import { tellNotices } from './notices.ts';
import { breath, type Pieces, pieceByPiece } from './pieces.ts';
import type { Reading } from './read.ts';

/*
 * A paste that takes long to read. It is read piece by piece while a dialog shows how far it is; nothing of the draft changes before all is
 * read, so that stopping it leaves the draft as it was, and then it goes in as one step.
 */

/** What the dialog shows. */
export interface LongPaste {
  /** From 0 to 1. */
  readonly done: number;
  readonly step: 'reading' | 'inserting';
  readonly stop: () => void;
}

const stores = new WeakMap<BillEditor, Store<LongPaste | undefined>>();

/** The long paste that is being read, if any: as long as it is, nothing else may change the draft. */
export function longPasteOf(editor: BillEditor): Store<LongPaste | undefined> {
  const store = stores.get(editor) ?? createStore<LongPaste | undefined>(undefined);
  stores.set(editor, store);
  return store;
}

/** Reads, then hands over what was read, with the selection where it stood when the person pasted. */
export async function pasteLong(
  editor: BillEditor,
  session: Session,
  reading: Pieces<Reading>,
  take: (reading: Reading) => void,
): Promise<void> {
  const store = longPasteOf(editor);
  // A second paste while the first is read: there is no key for it, but a program may send one.
  if (store.get() || !editor.selection) return;
  const place = Editor.rangeRef(editor, editor.selection);
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
  };
  const show = (done: number, step: LongPaste['step'] = 'reading'): void => store.set({ done, step, stop });
  show(0);
  let read: Reading | undefined;
  try {
    read = await pieceByPiece(reading, { onProgress: show, isStopped: () => isStopped });
    if (read) {
      show(1, 'inserting');
      await drawn();
    }
    const at = place.unref();
    if (read && at && !isStopped) {
      Transforms.select(editor, at);
      take(read);
    } else tellNotices(editor, [{ code: 'editor.paste-stopped', severity: 'warning' }]);
  } finally {
    store.set(undefined);
  }
  // The dialog has to be gone before the text can have the focus.
  await breath();
  session.screen.focus();
}

const longestFrame = 100;

/** Until the screen shows what was set; a window that is out of sight draws nothing. */
function drawn(): Promise<void> {
  if (typeof requestAnimationFrame === 'undefined') return breath();
  return new Promise((resolve) => {
    setTimeout(resolve, longestFrame);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
