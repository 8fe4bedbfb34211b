import type { Bridge, ReplyOf } from '../../core/bridge/contract.ts';
import type { OpenedDraft, SaveTarget } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { createJournalQueue } from './journal-queue.ts';
import { createStore, type Store } from './store.ts';

/**
 * Where the words are. `new`: no file yet, the journal has them. `changed`: the journal has what the file has not.
 * `recovered`: as `changed`, after a crash. `unsafe`: the journal could not be written, only this window has the last edits.
 * `waiting`: as `saving`, and another program holds the file. `reading`: another window writes it, nothing can change here.
 */
export type SaveState = 'new' | 'saved' | 'changed' | 'recovered' | 'saving' | 'waiting' | 'unsafe' | 'reading';

/** One opened draft: its editor, its journal and its file. */
export interface Session {
  readonly handle: string;
  readonly editor: DraftEditor;
  readonly opened: OpenedDraft;
  readonly saving: Store<SaveState>;
  /** File name; empty for a draft that was never saved. */
  readonly fileName: Store<string>;
  /** Whether the draft has a password. */
  readonly isProtected: Store<boolean>;
  /** Why the journal could not be written, while it cannot. */
  readonly journalFailure: Store<Failure | undefined>;
  readonly flush: () => Promise<void>;
  readonly save: (target: SaveTarget) => Promise<ReplyOf<'draft.save'>>;
  readonly isSaved: () => boolean;
  /** Whether putting the draft away would lose somebody's work: not when it is as the template made it. */
  readonly hasUnsavedWork: () => boolean;
  /** Stops listening to a draft that the services have let go already. */
  readonly leave: () => void;
  /** Stops listening and lets the draft go; `discard` gives up what no file holds. */
  readonly close: (discard: boolean) => Promise<ReplyOf<'draft.close'>>;
}

const gatherFor = 250;

export function createSession(bridge: Bridge, opened: OpenedDraft, editor: DraftEditor): Session {
  const { handle } = opened;
  const saving = createStore<SaveState>(opened.readOnly ? 'reading' : opened.state);
  const fileName = createStore(opened.name);
  const isProtected = createStore(opened.isProtected === true);
  const journalFailure = createStore<Failure | undefined>(undefined);
  let lastSave: Promise<unknown> = Promise.resolve();
  const savedSequence = { current: opened.state === 'saved' ? opened.sequence : -1 };

  const queue = createJournalQueue({
    sequence: opened.sequence,
    delay: gatherFor,
    append: (edits) => bridge.request('draft.append', { handle, edits }),
    onOutcome: (failure) => {
      journalFailure.set(failure);
      if (!isWriting()) saving.set(restingState());
    },
  });

  function isSaved(): boolean {
    return queue.sequence() === savedSequence.current;
  }

  function restingState(): SaveState {
    if (opened.readOnly) return 'reading';
    if (isSaved()) return 'saved';
    if (journalFailure.get()) return 'unsafe';
    if (fileName.get() === '') return 'new';
    return opened.state === 'recovered' && savedSequence.current < 0 ? 'recovered' : 'changed';
  }

  function isWriting(): boolean {
    return saving.get() === 'saving' || saving.get() === 'waiting';
  }

  const stops = [
    bridge.on('save.waiting', (event) => {
      if (event.handle === handle && saving.get() === 'saving') saving.set('waiting');
    }),
  ];
  const leave = (): void => {
    for (const stop of stops) stop();
  };

  const stopEdits = editor.onEdit((edit) => {
    queue.add(edit);
    if (!isWriting()) saving.set(restingState());
  });

  stops.push(stopEdits);

  /** One save after another: the second must find what the first wrote. */
  function save(target: SaveTarget): Promise<ReplyOf<'draft.save'>> {
    const turn = lastSave.then(() => saveNow(target));
    lastSave = turn;
    return turn;
  }

  async function saveNow(target: SaveTarget): Promise<ReplyOf<'draft.save'>> {
    await queue.flush();
    // The draft and its number are taken together: no edit can come between these two lines.
    const draft = editor.draft();
    const sequence = queue.sequence();
    saving.set('saving');
    const reply = await bridge.request('draft.save', { handle, draft, sequence, target });
    if (reply.ok) {
      savedSequence.current = sequence;
      queue.settle(sequence);
      journalFailure.set(undefined);
      fileName.set(reply.value.name);
    }
    saving.set(restingState());
    return reply;
  }

  return {
    handle,
    editor,
    opened,
    saving,
    fileName,
    isProtected,
    journalFailure,
    flush: queue.flush,
    save,
    isSaved,
    leave,
    hasUnsavedWork: () => !isSaved() && !(opened.state === 'new' && queue.sequence() === opened.sequence),
    close: async (discard) => {
      await queue.flush();
      leave();
      return bridge.request('draft.close', { handle, discard });
    },
  };
}
