import { indexOfUnit, subtreeEnd } from '../draft/outline.ts';
import { commentMarksOf } from '../draft/text.ts';
import type { CommentThread, Draft, Unit, UnitId } from '../draft/types.ts';

/** The open draft with the text of an earlier version. Remarks made since stay, though their words may have gone. */
export function restoreDraft(current: Draft, version: Draft): Draft {
  return { ...current, units: version.units, comments: withThreads(current.comments, version.comments) };
}

/**
 * The open draft with one provision as it was in an earlier version: its old text where it stands now; at its old place, with what
 * it enclosed, when it was removed since; without it when it was added since.
 */
export function restoreUnit(current: Draft, version: Draft, id: UnitId): Draft {
  const at = indexOfUnit(version.units, id);
  const unit = version.units[at];
  const now = indexOfUnit(current.units, id);
  if (!unit) return now < 0 ? current : { ...current, units: current.units.toSpliced(now, 1) };
  if (now >= 0) return withUnits(current, version, current.units.with(now, unit), [unit]);
  const present = new Set(current.units.map((each) => each.id));
  const lost = version.units.slice(at, subtreeEnd(version.units, at)).filter((each) => !present.has(each.id));
  const neighbour = version.units.slice(0, at).findLast((each) => present.has(each.id));
  const to = neighbour ? indexOfUnit(current.units, neighbour.id) + 1 : 0;
  return withUnits(current, version, current.units.toSpliced(to, 0, ...lost), lost);
}

/** Threads whose words come back come back with them. */
function withUnits(current: Draft, version: Draft, units: readonly Unit[], restored: readonly Unit[]): Draft {
  const marks = new Set<string>(
    restored.flatMap(({ children }) => children.flatMap((cell) => cell.children.flatMap(commentMarksOf))),
  );
  const threads = version.comments.filter(({ id }) => marks.has(`c_${id}`));
  return { ...current, units, comments: withThreads(current.comments, threads) };
}

function withThreads(current: readonly CommentThread[], others: readonly CommentThread[]): readonly CommentThread[] {
  const known = new Set(current.map(({ id }) => id));
  return [...current, ...others.filter(({ id }) => !known.has(id))];
}
