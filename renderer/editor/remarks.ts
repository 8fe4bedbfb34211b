import type { CommentThread } from '../../core/draft/types.ts';
import type { DraftEditor } from './contract.ts';

/**
 * Which threads are open, for the words that they lie on. Tells of a change of the comments alone: two thousand commented runs need not be
 * asked at each key.
 */
export interface Remarks {
  /** A thread that is not in the list counts as open: its words are drawn before it comes. */
  readonly isOpen: (id: string) => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createRemarks(editor: DraftEditor): Remarks {
  const listeners = new Set<() => void>();
  let seen: readonly CommentThread[] | undefined;
  let resolved: ReadonlySet<string> = new Set();
  let told: readonly CommentThread[] | undefined;
  let stop: (() => void) | undefined;
  const look = (): void => {
    const { comments } = editor.state();
    if (comments === seen) return;
    seen = comments;
    resolved = new Set(comments.filter((thread) => thread.resolved).map(({ id }) => id));
  };
  const tell = (): void => {
    look();
    if (told === seen) return;
    told = seen;
    for (const listener of listeners) listener();
  };
  return {
    isOpen: (id) => {
      look();
      return !resolved.has(id);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      if (!stop) {
        told = editor.state().comments;
        stop = editor.subscribe(tell);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}
