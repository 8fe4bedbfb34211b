import { Range } from 'slate';
import type { CommentThread } from '../../core/draft/types.ts';
import { commentAt } from './comments.ts';
import type { EditorState, Whereabouts } from './contract.ts';
import type { Parts } from './parts.ts';
import { indexOf, unitAt, unitsOf } from './places.ts';

/** The desk's view of the editor: a snapshot that is replaced when something changed. */
export interface Store {
  readonly state: () => EditorState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Text, structure or comments changed. */
  readonly rise: () => void;
  /** Anything changed, the selection included: the next `state()` is a new one, and the listeners hear of it. */
  readonly announce: () => void;
}

export function createStore(parts: () => Parts, isReadOnly: boolean): Store {
  const listeners = new Set<() => void>();
  let version = 0;
  let snapshot: EditorState | undefined;
  return {
    state: () => {
      snapshot ??= { version, isReadOnly, ...stateOfParts(parts()) };
      return snapshot;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rise: () => {
      version += 1;
      snapshot = undefined;
    },
    announce: () => {
      snapshot = undefined;
      for (const listener of listeners) listener();
    },
  };
}

function stateOfParts({ slate, session, log }: Parts): Omit<EditorState, 'version' | 'isReadOnly'> {
  const comments = log.comments();
  return {
    units: unitsOf(slate),
    comments,
    activeLanguage: session.language,
    whereabouts: whereaboutsOf(slate, session),
    activeComment: activeCommentOf(slate, comments),
    canUndo: log.canUndo(),
    canRedo: log.canRedo(),
    document: session.document,
  };
}

function whereaboutsOf(slate: Parts['slate'], session: Parts['session']): Whereabouts | undefined {
  const { selection } = slate;
  const unit = selection && unitAt(slate, indexOf(selection.focus));
  if (!unit) return undefined;
  const selected = Range.isExpanded(selection) || selection.focus.path.length > 3;
  return { unit: unit.id, kind: unit.kind, language: session.language, selected };
}

function activeCommentOf(slate: Parts['slate'], comments: readonly CommentThread[]): string | undefined {
  return slate.selection ? commentAt(slate, slate.selection.focus, comments) : undefined;
}
