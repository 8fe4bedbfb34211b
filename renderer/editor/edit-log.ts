import { type Operation, Path, Range, Transforms } from 'slate';
import type { Language } from '../../core/base/language.ts';
import { applyCommentChange, invertCommentChange, invertOperation } from '../../core/draft/apply.ts';
import type { CommentChange, Edit } from '../../core/draft/operation.ts';
import type { CommentThread } from '../../core/draft/types.ts';
import { applyOperations, changesMany } from './apply-operations.ts';
import { movedComments } from './comment-homes.ts';
import { makeLive, manyUnits, type Session } from './session.ts';
import { asCoreOperation, asSlateOperation, type BillEditor } from './slate-types.ts';
import { dropOldest, weigh } from './undo-limit.ts';

/*
 * One undo stack for the text, the structure and the comments of all three languages, and the stream of edits for the journal.
 *
 * Slate's own history merges typing without any time limit and keeps 100 steps. Here a step is a word or a second of typing, or
 * whatever else happened in one go, and 2,000 of them are kept, or fewer when they are very large (undo-limit.ts). Undoing emits an edit like any other: the journal knows no undo.
 */

const pauseThatEndsStep = 1000;

interface Spot {
  readonly selection: Range | null;
  readonly language: Language;
}

interface Step {
  readonly operations: Operation[];
  readonly comments: CommentChange[];
  readonly before: Spot;
  after: Spot;
  lastAt: number;
  bytes: number;
}

export interface EditLog {
  readonly comments: () => readonly CommentThread[];
  readonly changeComment: (change: CommentChange) => void;
  /** From now on no comment changes: the draft is only read. */
  readonly close: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  /** Ends the step in hand and emits what was done since the last call. */
  readonly settle: () => void;
}

export interface EditLogOptions {
  readonly comments: readonly CommentThread[];
  /** Milliseconds, for telling a pause in typing; never saved. */
  readonly clock: () => number;
  readonly emit: (edit: Edit) => void;
}

export function withEditLog(editor: BillEditor, session: Session, options: EditLogOptions): EditLog {
  const undos: Step[] = [];
  const redos: Step[] = [];
  let comments = options.comments;
  let step: Step | undefined;
  let isClosed = false;
  let pending: { operations: Operation[]; comments: CommentChange[] } = { operations: [], comments: [] };
  const { apply, getDirtyPaths } = editor;

  const spot = (): Spot => ({ selection: editor.selection, language: session.language });
  /** Where the person stood before the key: the rules move the selection before they change anything. */
  let rest = spot();

  const openStep = (): Step => {
    if (step) return step;
    step = { operations: [], comments: [], before: rest, after: spot(), lastAt: options.clock(), bytes: 0 };
    undos.push(step);
    return step;
  };

  const record = (operation: Operation): void => {
    redos.length = 0;
    const last = undos.at(-1);
    if (!step && last && continues(last, operation, options.clock())) step = last;
    const current = openStep();
    current.lastAt = options.clock();
    const merged = mergedTyping(current.operations.at(-1), operation);
    if (merged) current.operations[current.operations.length - 1] = merged;
    else current.operations.push(operation);
  };

  editor.apply = (operation) => {
    if (operation.type !== 'set_selection') {
      if (!session.isReplaying) record(operation);
      pending.operations.push(operation);
    }
    apply(operation);
  };

  editor.getDirtyPaths = (operation) => (session.keepsNoPlaces ? [] : getDirtyPaths(operation));

  const takeCommentChange = (change: CommentChange): void => {
    comments = applyCommentChange(comments, change);
    pending.comments.push(change);
  };

  /** A thread that goes leaves its place, so that undo puts it back there. */
  const withPlace = (change: CommentChange): CommentChange => {
    const at = change.after ? -1 : comments.findIndex(({ id }) => id === change.id);
    return at >= 0 && at < comments.length - 1 ? { ...change, at } : change;
  };

  /** Words that went to another unit (by a split, a join, a paste) take the home of their comments along, in the same step. */
  const followWords = (current: Step): void => {
    for (const change of movedComments(editor, pending.operations, comments)) {
      current.comments.push(change);
      takeCommentChange(change);
    }
  };

  const settle = (): void => {
    if (step) {
      followWords(step);
      step.after = spot();
      weigh(step);
      dropOldest(undos);
    }
    rest = spot();
    step = undefined;
    const { operations, comments: changes } = pending;
    if (operations.length + changes.length === 0) return;
    pending = { operations: [], comments: [] };
    options.emit({ operations: operations.map(asCoreOperation), ...(changes.length > 0 && { comments: changes }) });
  };

  const replay = (operations: readonly Operation[], changes: readonly CommentChange[], to: Spot): void => {
    makeLive(session, to.language);
    if (changesMany(operations)) session.screen.holdBack();
    session.isReplaying = true;
    try {
      // A selection inside a node that goes away would cost a walk through the document; see join-units.ts.
      Transforms.deselect(editor);
      // What is replayed was in order before and is so again.
      applyOperations(editor, session, operations);
      changes.forEach(takeCommentChange);
    } finally {
      session.isReplaying = false;
    }
    const isLarge = operations.filter(insertsUnit).length > manyUnits;
    if (to.selection) Transforms.select(editor, isLarge ? Range.start(to.selection) : to.selection);
    settle();
    if (isLarge) session.screen.drawFirst();
  };

  return {
    comments: () => comments,
    close: () => {
      isClosed = true;
    },
    changeComment: (change) => {
      if (isClosed) return;
      redos.length = 0;
      const placed = withPlace(change);
      openStep().comments.push(placed);
      takeCommentChange(placed);
    },
    undo: () => {
      settle();
      const last = undos.pop();
      if (!last) return;
      redos.push(last);
      const operations = last.operations
        .map((operation) => asSlateOperation(invertOperation(asCoreOperation(operation))))
        .reverse();
      replay(operations, last.comments.map(invertCommentChange).reverse(), last.before);
      session.tell('undone');
    },
    redo: () => {
      settle();
      const next = redos.pop();
      if (!next) return;
      undos.push(next);
      replay(next.operations, next.comments, next.after);
      session.tell('redone');
    },
    canUndo: () => undos.length > 0,
    canRedo: () => redos.length > 0,
    settle,
  };
}

function insertsUnit(operation: Operation): boolean {
  return operation.type === 'insert_node' && operation.path.length === 1;
}

/** Whether the operation goes on with the typing (or the deleting) of the step: at once, at the same place, in the same word. */
function continues(step: Step, operation: Operation, now: number): boolean {
  const last = step.operations.at(-1);
  if (!last || step.comments.length > 0 || now - step.lastAt > pauseThatEndsStep) return false;
  if (!mergedTyping(last, operation)) return false;
  if (operation.type !== 'insert_text' || last.type !== 'insert_text') return true;
  return !/\s$/u.test(last.text) || /^\s/u.test(operation.text);
}

function mergedTyping(last: Operation | undefined, operation: Operation): Operation | undefined {
  if (last?.type === 'insert_text' && operation.type === 'insert_text') {
    const isNext = Path.equals(last.path, operation.path) && operation.offset === last.offset + last.text.length;
    return isNext ? { ...last, text: last.text + operation.text } : undefined;
  }
  if (last?.type === 'remove_text' && operation.type === 'remove_text' && Path.equals(last.path, operation.path)) {
    if (operation.offset + operation.text.length === last.offset) {
      return { ...operation, text: operation.text + last.text };
    }
    if (operation.offset === last.offset) return { ...last, text: last.text + operation.text };
  }
  return undefined;
}
