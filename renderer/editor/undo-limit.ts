import type { CommentChange } from '../../core/draft/operation.ts';

/** What undo may hold: so many steps, unless they take more bytes than this. */
export const undoLimit = { steps: 2000, bytes: 64 * 1024 * 1024 };

/** What an object takes beside its strings, about. */
const perObject = 48;

/**
 * Bytes of memory that operations or comments take, about, and rather too many: two for each character, though the engine often gets
 * by with one and shares nodes with the text.
 */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce((sum: number, one) => sum + bytesOf(one), perObject);
}

/** A step as far as it is weighed. */
export interface Weighed {
  readonly operations: readonly unknown[];
  readonly comments: readonly CommentChange[];
  bytes: number;
}

export function weigh(step: Weighed): void {
  step.bytes = bytesOf(step.operations) + bytesOf(step.comments);
}

/** Drops the oldest steps beyond the limit. The last one stays, however large: what was just done can be undone. */
export function dropOldest(steps: Weighed[], limit: typeof undoLimit = undoLimit): void {
  let bytes = 0;
  let first = steps.length;
  for (let at = steps.length - 1; at >= Math.max(0, steps.length - limit.steps); at -= 1) {
    bytes += steps[at]?.bytes ?? 0;
    if (bytes > limit.bytes && at < steps.length - 1) break;
    first = at;
  }
  steps.splice(0, first);
}
