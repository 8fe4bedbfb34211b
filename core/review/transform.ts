import { isSameJson } from '../base/same-json.ts';
import type { CommentChange, Edit, Operation } from '../draft/operation.ts';
import type { CommentThread, Draft, Unit } from '../draft/types.ts';
import { unmoved } from './match.ts';
import { childrenChange, setting } from './transform-cell.ts';

/**
 * The edit that makes `after` of `before`, undefined when they are the same: how an earlier version or a merged draft comes into an open one as one step
 * that can be undone. What stays is not touched, so a caret and comments in it stay too: a unit that stands elsewhere is moved, a text that
 * changed is changed in its words. `meta` is no part of an edit.
 */
export function editBetween(before: Draft, after: Draft): Edit | undefined {
  const operations = [...structureOf(before.units, after.units), ...contentOf(before.units, after.units)];
  const comments = [...commentChanges(before.comments, after.comments)];
  if (operations.length + comments.length === 0) return undefined;
  return { operations, ...(comments.length > 0 && { comments }) };
}

/** Takes out what goes, then puts each unit that is new or stands elsewhere behind the one that it follows. */
function* structureOf(before: readonly Unit[], after: readonly Unit[]): Generator<Operation> {
  const wanted = new Set(after.map(({ id }) => id));
  // From the end, so that the places before it still hold.
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const node = before[index];
    if (node && !wanted.has(node.id)) yield { type: 'remove_node', path: [index], node };
  }
  const list = before.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
  const stay = stayingIds(list, after);
  let end = 0;
  for (const node of after) {
    if (stay.has(node.id)) {
      end = list.indexOf(node.id, end) + 1;
      continue;
    }
    // What is yet to be moved stands before `end` or behind it, and is passed over.
    const from = list.indexOf(node.id);
    if (from < 0) yield { type: 'insert_node', path: [end], node };
    else {
      list.splice(from, 1);
      if (from < end) end -= 1;
      if (from !== end) yield { type: 'move_node', path: [from], newPath: [end] };
    }
    list.splice(end, 0, node.id);
    end += 1;
  }
}

/** Which of a list stay where they are, the others being moved past them: as many as can. */
function stayingIds(list: readonly string[], after: readonly { readonly id: string }[]): ReadonlySet<string> {
  const places = new Map(list.map((id, index) => [id, index]));
  const common = after.filter(({ id }) => places.has(id));
  const stay = unmoved(common.map(({ id }) => places.get(id) ?? 0));
  return new Set(common.flatMap(({ id }, index) => (stay.has(index) ? [id] : [])));
}

function* contentOf(before: readonly Unit[], after: readonly Unit[]): Generator<Operation> {
  const own = new Map(before.map((unit) => [unit.id, unit]));
  for (const [index, unit] of after.entries()) {
    const was = own.get(unit.id);
    if (!was || isSameJson(was, unit)) continue;
    yield* setting([index], was, unit);
    for (const [column, cell] of unit.children.entries()) {
      const old = was.children[column];
      if (!old || isSameJson(old, cell)) continue;
      yield* setting([index, column], old, cell);
      yield* childrenChange([index, column], old.children, cell.children);
    }
  }
}

/** First what goes or stands elsewhere, then what comes, each at its place in the table. */
function* commentChanges(
  before: readonly CommentThread[],
  after: readonly CommentThread[],
): Generator<CommentChange, void> {
  const own = new Map(before.map((thread) => [thread.id, thread]));
  const stay = stayingIds([...own.keys()], after);
  for (const [at, thread] of [...before.entries()].reverse())
    if (!stay.has(thread.id)) yield { id: thread.id, before: thread, at };
  for (const [at, thread] of after.entries()) {
    const was = stay.has(thread.id) ? own.get(thread.id) : undefined;
    if (!was) yield { id: thread.id, after: thread, at };
    else if (!isSameJson(was, thread)) yield { id: thread.id, before: was, after: thread };
  }
}
