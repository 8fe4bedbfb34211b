import { isSameJson } from '../base/same-json.ts';
import { commentMarksOf, keepingComments } from '../draft/text.ts';
import type { Cell, Draft, Unit } from '../draft/types.ts';
import { mergeTexts } from './merge-text.ts';
import { byId, withCells } from './same.ts';
import { inlinesOf, tokensOf } from './tokens.ts';

/*
 * A copy may go to a reviewer without the comments on it. What comes back knows nothing of them: taken as it is, a merge would read
 * their lack as a wish to delete them. So they are laid on the returned words first.
 */

/** The draft without its comments: no threads, and no marks of them on the words. Its texts, states and structure are the same. */
export function withoutComments(draft: Draft): Draft {
  return { ...draft, units: draft.units.map((unit) => mapCells(unit, bareCell)), comments: [] };
}

/**
 * The draft `bare`, which began as `full` without its comments, with them on it: each lies on those of its words that are still there. All
 * threads of `full` are in it, whatever became of their words, and what `bare` has of its own stays.
 */
export function withCommentsOf(full: Draft, bare: Draft): Draft {
  const before = byId(full.units);
  const units = bare.units.map((unit) => {
    const was = before.get(unit.id);
    return was ? mapCells(unit, (cell, column) => commented(was.children[column], cell)) : unit;
  });
  const known = new Set(bare.comments.map(({ id }) => id));
  return { ...bare, units, comments: [...full.comments.filter(({ id }) => !known.has(id)), ...bare.comments] };
}

function mapCells(unit: Unit, change: (cell: Cell, column: number) => Cell): Unit {
  const cells = unit.children.map(change);
  return cells.every((cell, column) => cell === unit.children[column]) ? unit : withCells(unit, cells);
}

function hasComments({ children }: Cell): boolean {
  return children.some((inline) => commentMarksOf(inline).length > 0);
}

function bareCell(cell: Cell): Cell {
  if (!hasComments(cell)) return cell;
  const children = cell.children.map((inline) => keepingComments(inline, () => false));
  return { ...cell, children: inlinesOf(tokensOf({ children })) };
}

function commented(full: Cell | undefined, cell: Cell): Cell {
  if (!full || !hasComments(full)) return cell;
  const base = bareCell(full);
  if (isSameJson(base.children, cell.children)) return { ...cell, children: full.children };
  return { ...cell, children: mergeTexts({ base, mine: full, theirs: cell }, 'theirs').children };
}
