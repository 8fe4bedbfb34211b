import { languages } from '../base/language.ts';
import type { Edit, Node, Operation } from '../draft/operation.ts';
import type { Draft, Unit } from '../draft/types.ts';

/** A text shorter than this is begun anew as often as not: nobody is asked about it. UTF-16 code units. */
const least = 1_000;

/** From which share on a deletion is said aloud, in percent. */
const most = 50;

/** UTF-16 code units of each language, in the order of `languages`. */
type Lengths = readonly number[];

/**
 * How many percent of the draft's text, or of its text in one language, an edit takes out in one step, when that is most of it;
 * undefined otherwise. What the same edit puts in is taken off, so that moving and replacing are no deletion.
 */
export function deletedPercent(before: Draft, edit: Edit): number | undefined {
  const removed = removedLengths(edit);
  // The draft is only walked for an edit that takes out more than anybody types.
  return sum(removed) < least / 2 ? undefined : percentOf(removed, lengthsOf(before.units));
}

/** The same, told from the units as they are after the edit. */
export function percentDeletedFrom(after: readonly Unit[], edit: Edit): number | undefined {
  const removed = removedLengths(edit);
  if (sum(removed) < least / 2) return undefined;
  return percentOf(
    removed,
    lengthsOf(after).map((length, column) => length + (removed[column] ?? 0)),
  );
}

/** How many percent of a column's text a length of it is, when that is most of it; undefined otherwise. */
export function percentOfColumn(units: readonly Unit[], column: number, length: number): number | undefined {
  const percent = length < least / 2 ? 0 : share(length, lengthsOf(units)[column] ?? 0);
  return percent > most ? Math.min(percent, 100) : undefined;
}

/** UTF-16 code units that an edit takes out of the text; less than 0 when it puts more in. */
export function removedLength(edit: Edit): number {
  return sum(removedLengths(edit));
}

function percentOf(removed: Lengths, before: Lengths): number | undefined {
  const shares = [
    ...before.map((length, column) => share(removed[column] ?? 0, length)),
    share(sum(removed), sum(before)),
  ];
  const percent = Math.max(...shares);
  return percent > most ? Math.min(percent, 100) : undefined;
}

function share(removed: number, length: number): number {
  return length < least ? 0 : Math.round((removed * 100) / length);
}

function lengthsOf(units: readonly Unit[]): Lengths {
  const lengths = languages.map(() => 0);
  for (const unit of units) addNode(lengths, unit, [0], 1);
  return lengths;
}

function removedLengths(edit: Edit): Lengths {
  const removed = languages.map(() => 0);
  for (const operation of edit.operations) addOperation(removed, operation);
  return removed;
}

function addOperation(removed: number[], operation: Operation): void {
  if (operation.type === 'remove_text') add(removed, operation.path, operation.text.length);
  else if (operation.type === 'insert_text') add(removed, operation.path, -operation.text.length);
  else if (operation.type === 'remove_node') addNode(removed, operation.node, operation.path, 1);
  else if (operation.type === 'insert_node') addNode(removed, operation.node, operation.path, -1);
}

/** A whole unit holds a cell for each language; anything else lies in one. */
function addNode(lengths: number[], node: Node, path: readonly number[], sign: 1 | -1): void {
  if (path.length > 1) {
    add(lengths, path, sign * textLength(node));
    return;
  }
  const cells = 'children' in node ? (node.children as readonly Node[]) : [];
  for (const [column, cell] of cells.entries()) add(lengths, [0, column], sign * textLength(cell));
}

function add(lengths: number[], [, column = 0]: readonly number[], length: number): void {
  lengths[column] = (lengths[column] ?? 0) + length;
}

function sum(lengths: Lengths): number {
  return lengths.reduce((total, length) => total + length, 0);
}

function textLength(node: Node): number {
  if ('text' in node && typeof node.text === 'string') return node.text.length;
  const children = 'children' in node ? (node.children as readonly Node[]) : [];
  return children.reduce((total, child) => total + textLength(child), 0);
}
