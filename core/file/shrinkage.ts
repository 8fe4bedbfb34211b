import type { Edit, Node } from '../draft/operation.ts';
import type { Draft, Unit } from '../draft/types.ts';

/** A draft shorter than this is begun anew as often as not: nobody is asked about it. UTF-16 code units. */
const least = 1_000;

/** From which share on a deletion is said aloud, in percent. */
const most = 50;

/**
 * How many percent of the draft's text an edit takes out in one step, when that is most of it; undefined otherwise. What the
 * same edit puts in is taken off, so that moving and replacing are no deletion.
 */
export function deletedPercent(before: Draft, edit: Edit): number | undefined {
  const removed = removedLength(edit);
  // The draft is only walked for an edit that takes out more than anybody types.
  return removed < least / 2 ? undefined : percentOf(removed, lengthOf(before.units));
}

/** The same, told from the units as they are after the edit. */
export function percentDeletedFrom(after: readonly Unit[], edit: Edit): number | undefined {
  const removed = removedLength(edit);
  return removed < least / 2 ? undefined : percentOf(removed, lengthOf(after) + removed);
}

function percentOf(removed: number, length: number): number | undefined {
  const percent = Math.round((removed * 100) / length);
  return length >= least && percent > most ? Math.min(percent, 100) : undefined;
}

function lengthOf(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => sum + textLength(unit), 0);
}

/** UTF-16 code units that an edit takes out of the text; less than 0 when it puts more in. */
export function removedLength(edit: Edit): number {
  let removed = 0;
  for (const operation of edit.operations) {
    if (operation.type === 'remove_text') removed += operation.text.length;
    else if (operation.type === 'insert_text') removed -= operation.text.length;
    else if (operation.type === 'remove_node') removed += textLength(operation.node);
    else if (operation.type === 'insert_node') removed -= textLength(operation.node);
  }
  return removed;
}

function textLength(node: Node): number {
  if ('text' in node && typeof node.text === 'string') return node.text.length;
  const children = 'children' in node ? (node.children as readonly Node[]) : [];
  return children.reduce((sum, child) => sum + textLength(child), 0);
}
