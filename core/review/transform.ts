import { isSameJson } from '../base/same-json.ts';
import type { CommentChange, Edit, Operation, Properties } from '../draft/operation.ts';
import { isRun } from '../draft/text.ts';
import type { CommentThread, Draft, Inline, Unit } from '../draft/types.ts';
import { unmoved } from './match.ts';
import { haveSameMarks } from './tokens.ts';

/**
 * More provisions than this that go or come are taken out and put in as one block: singly, an editor would carry the places of
 * all that it has yet to look at through each of them.
 */
const mostSingly = 60;

/**
 * The edit that makes `after` of `before`, undefined when they are the same: how an earlier version or a merged draft comes into an open one as one step
 * that can be undone. What stays is not touched, so a caret and comments in it stay too. `meta` is no part of an edit.
 */
export function editBetween(before: Draft, after: Draft): Edit | undefined {
  const operations = [...structureOf(before.units, after.units), ...contentOf(before.units, after.units)];
  const comments = commentChanges(before.comments, after.comments);
  if (operations.length + comments.length === 0) return undefined;
  return { operations, ...(comments.length > 0 && { comments }) };
}

/** Which units stay where they are, by id. */
function stayingIds(before: readonly Unit[], after: readonly Unit[]): ReadonlySet<string> {
  const places = new Map(before.map((unit, index) => [unit.id, index]));
  const common = after.filter((unit) => places.has(unit.id));
  const stay = unmoved(common.map((unit) => places.get(unit.id) ?? 0));
  const ids = new Set(common.flatMap((unit, index) => (stay.has(index) ? [unit.id] : [])));
  const changes = before.length + after.length - 2 * ids.size;
  return changes <= mostSingly ? ids : edges(before, after, ids);
}

/** Only the beginning and the end that both lists share stay; all between goes out and comes in as one block. */
function edges(before: readonly Unit[], after: readonly Unit[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start]?.id === after[start]?.id) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end)?.id === after.at(-1 - end)?.id) end += 1;
  const kept = [...after.slice(0, start), ...after.slice(after.length - end)].map((unit) => unit.id);
  return new Set(kept.filter((id) => ids.has(id)));
}

function* structureOf(before: readonly Unit[], after: readonly Unit[]): Generator<Operation> {
  const stay = stayingIds(before, after);
  // From the end, so that the places before it still hold.
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const node = before[index];
    if (node && !stay.has(node.id)) yield { type: 'remove_node', path: [index], node };
  }
  for (const [index, node] of after.entries()) {
    if (!stay.has(node.id)) yield { type: 'insert_node', path: [index], node };
  }
}

function* contentOf(before: readonly Unit[], after: readonly Unit[]): Generator<Operation> {
  const stay = stayingIds(before, after);
  const own = new Map(before.map((unit) => [unit.id, unit]));
  for (const [index, unit] of after.entries()) {
    const was = stay.has(unit.id) ? own.get(unit.id) : undefined;
    if (!was || isSameJson(was, unit)) continue;
    yield* setting([index], was, unit, ['kind', 'number', 'guarantees', 'aside']);
    for (const [column, cell] of unit.children.entries()) {
      const old = was.children[column];
      if (!old || isSameJson(old, cell)) continue;
      yield* setting([index, column], old, cell, ['rev', 'approved']);
      yield* childrenChange([index, column], old.children, cell.children);
    }
  }
}

function* setting(
  path: readonly number[],
  before: object,
  after: object,
  names: readonly string[],
): Generator<Operation> {
  const [own, theirs] = [before as Properties, after as Properties];
  const changed = names.filter((name) => !isSameJson(own[name], theirs[name]));
  if (changed.length === 0) return;
  const side = (from: Properties): Properties => Object.fromEntries(changed.map((name) => [name, from[name] ?? null]));
  yield { type: 'set_node', path, properties: side(own), newProperties: side(theirs) };
}

function* childrenChange(
  path: readonly number[],
  before: readonly Inline[],
  after: readonly Inline[],
): Generator<Operation> {
  if (isSameJson(before, after)) return;
  if (before.length === after.length && before.every((inline, at) => hasSameFrame(inline, after[at]))) {
    for (const [at, inline] of before.entries()) yield* textChange([...path, at], inline, after[at]);
    return;
  }
  // The new ones first: a text is at no moment without a run, which Slate would put there by itself.
  for (const [at, node] of after.entries()) yield { type: 'insert_node', path: [...path, before.length + at], node };
  for (const node of before) yield { type: 'remove_node', path: [...path, 0], node };
}

function hasSameFrame(one: Inline, other: Inline | undefined): boolean {
  if (!other) return false;
  return isRun(one) && isRun(other) ? haveSameMarks(one, other) : isSameJson(one, other);
}

function* textChange(path: readonly number[], before: Inline, after: Inline | undefined): Generator<Operation> {
  if (!after || !isRun(before) || !isRun(after) || before.text === after.text) return;
  const [own, theirs] = [before.text, after.text];
  const most = Math.min(own.length, theirs.length);
  let offset = 0;
  while (offset < most && own[offset] === theirs[offset]) offset += 1;
  let end = 0;
  while (end < most - offset && own.at(-1 - end) === theirs.at(-1 - end)) end += 1;
  const [gone, come] = [own.slice(offset, own.length - end), theirs.slice(offset, theirs.length - end)];
  if (gone) yield { type: 'remove_text', path, offset, text: gone };
  if (come) yield { type: 'insert_text', path, offset, text: come };
}

function commentChanges(before: readonly CommentThread[], after: readonly CommentThread[]): readonly CommentChange[] {
  const [own, theirs] = [before, after].map((list) => new Map(list.map((thread) => [thread.id, thread]))) as [
    Map<string, CommentThread>,
    Map<string, CommentThread>,
  ];
  return [...new Set([...own.keys(), ...theirs.keys()])].flatMap((id): readonly CommentChange[] => {
    const [was, is] = [own.get(id), theirs.get(id)];
    if (isSameJson(was, is)) return [];
    return [{ id, ...(was && { before: was }), ...(is && { after: is }) }];
  });
}
