import { type Path, Point, Range, Transforms } from 'slate';
import { applyOperation } from '../../core/draft/apply.ts';
import {
  changeLinks,
  counterpartsOf,
  type Link,
  type LinkChange,
  type PlacedLink,
} from '../../core/draft/inline-edits.ts';
import type { Operation } from '../../core/draft/operation.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import { isRun } from '../../core/draft/text.ts';
import type { Unit } from '../../core/draft/types.ts';
import { renameMentions, renamingOf } from '../../core/law/rename-mentions.ts';
import type { Parts } from './parts.ts';
import { cellPath, indexOf, unitAt, unitsOf } from './places.ts';
import { applyEdit } from './structure.ts';

/** The citation or reference that the caret is on, or beside, behind it first; undefined when words are selected. */
export function linkAtCaret({ slate, session }: Parts): PlacedLink | undefined {
  const { selection } = slate;
  if (!selection) return undefined;
  const [start, end] = Range.edges(selection);
  const unit = unitAt(slate, indexOf(start));
  const cell = unit?.children[start.path[1] ?? 0];
  if (!unit || !cell || indexOf(end) !== indexOf(start)) return undefined;
  const at = start.path[2] ?? 0;
  const candidates = start.path.length > 3 ? [at] : besideCaret(start, end, cell.children[at]);
  for (const place of candidates) {
    const inline = cell.children[place];
    if (inline && !isRun(inline)) return { unit: unit.id, language: session.language, at: place, link: inline };
  }
  return undefined;
}

function besideCaret(start: Point, end: Point, run: unknown): readonly number[] {
  const at = start.path[2] ?? 0;
  if (!Point.equals(start, end)) {
    // One link selected whole by Shift and an arrow.
    const isOver = end.path[2] === at + 2 && end.offset === 0;
    return isOver ? [at + 1] : [];
  }
  const length = (run as { readonly text?: string } | undefined)?.text?.length ?? 0;
  return [...(start.offset === 0 ? [at - 1] : []), ...(start.offset === length ? [at + 1] : [])];
}

/** What becomes of a link. `text`: its words stay, as plain ones. */
export type LinkFate = { readonly become: Link } | { readonly become: 'text' } | { readonly become: 'nothing' };

/**
 * Changes a link, alone or with its counterparts in the other languages. The case belongs to one language's sentence: a counterpart takes
 * over what is named and how, and keeps its own case.
 */
export function changeLink(parts: Parts, placed: PlacedLink, fate: LinkFate, scope: 'active' | 'all'): boolean {
  const { slate, session, derived } = parts;
  const index = indexOfUnit(unitsOf(slate), placed.unit);
  const unit = unitAt(slate, index);
  if (!unit) return false;
  const all = [placed, ...(scope === 'all' ? counterpartsOf(unit, placed) : [])];
  const changes = all.map((one): LinkChange => {
    if (fate.become === 'nothing') return { placed: one };
    if (fate.become !== 'text')
      return { placed: one, next: one === placed ? fate.become : withOwnCase(fate.become, one.link) };
    return { placed: one, next: { text: derived.textOf(one.link, one.language, one.unit) }, isSame: true };
  });
  const edit = changeLinks(unitsOf(slate), changes);
  if (!edit) return false;
  // Before the node goes: Slate would look for another place through the whole draft.
  const behind = { path: [...cellPath(index, placed.language), placed.at + 1], offset: 0 };
  if (
    placed.language === session.language &&
    isWithin(slate.selection, [...cellPath(index, placed.language), placed.at])
  )
    Transforms.select(slate, behind);
  applyEdit(slate, session, { operations: [...edit.operations, ...following(parts, edit.operations, all, fate)] });
  return true;
}

/** A short name that changes where it is given takes its mentions with it, in the same step. */
function following(
  { slate }: Parts,
  before: readonly Operation[],
  all: readonly PlacedLink[],
  fate: LinkFate,
): readonly Operation[] {
  const [placed] = all;
  if (typeof fate.become === 'string' || fate.become.type !== 'citation' || placed?.link.type !== 'citation') return [];
  const units = unitsOf(slate);
  const within = all.map(({ language }) => language);
  const renaming = renamingOf(units, placed.link, fate.become, within);
  if (renaming.size === 0) return [];
  const changed = before.reduce<readonly Unit[] | undefined>((now, one) => now && applyOperation(now, one), units);
  return changed ? renameMentions(changed, placed.link.act, renaming) : [];
}

function isWithin(selection: Range | null, path: Path): boolean {
  return selection !== null && [selection.anchor, selection.focus].some((point) => startsWith(point.path, path));
}

function startsWith(path: Path, beginning: Path): boolean {
  return beginning.every((step, i) => path[i] === step);
}

function withOwnCase(next: Link, own: Link): Link {
  const { case: _other, ...rest } = next;
  return { ...rest, ...(own.case && { case: own.case }) } as Link;
}
