import { type Language, languages } from '../base/language.ts';
import { isSameJson } from '../base/same-json.ts';
import { atOnce } from '../base/steps.ts';
import { isBlankCell } from '../draft/state.ts';
import type { Cell, Draft, SetAside, Unit, UnitId } from '../draft/types.ts';
import { mergeComments } from './merge-comments.ts';
import { enclosing, mergeOrder, movedSince } from './merge-order.ts';
import { mergeTexts, type Preference } from './merge-text.ts';
import { byId, withCells } from './same.ts';
import { readsSame } from './word-diff.ts';

/**
 * What a person should look at after a merge. `text`: both sides changed the same words of a text. `frame`: both changed the kind or the locked number of a provision. `kept`: one side
 * removed what the other worked on; it stays. `moved`: both moved it, to different places.
 */
export type MergeConflict =
  | {
      readonly type: 'text';
      readonly unit: UnitId;
      readonly language: Language;
      readonly base: Cell;
      readonly mine: Cell;
      readonly theirs: Cell;
    }
  | { readonly type: 'frame'; readonly unit: UnitId; readonly mine: Unit; readonly theirs: Unit }
  | { readonly type: 'kept'; readonly unit: UnitId; readonly removedBy: 'mine' | 'theirs' }
  | { readonly type: 'moved'; readonly unit: UnitId };

/** How a person decided a conflict of text, by `conflictKey`; what is not there keeps the words of both. */
export type Decisions = Readonly<Record<string, Preference>>;

export interface Merged {
  readonly draft: Draft;
  /** In the reading order of the merged draft. */
  readonly conflicts: readonly MergeConflict[];
}

const unitsInStep = 100;

/** Names the text that a conflict is about. */
export function conflictKey(unit: UnitId, language: Language): string {
  return `${unit} ${language}`;
}

/**
 * Puts what two sides did since a common state into one draft. Units are the same by id. Changes of different texts, and of
 * different words of one text, are all taken in; where the same words were changed, both versions stand in the text one after the
 * other unless decided, and the conflict is told. What one side removed and the other worked on stays. No word of either side is lost.
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft, decisions: Decisions = {}): Merged {
  return atOnce(mergeInSteps(base, mine, theirs, decisions));
}

/** The same in steps, for a window that answers meanwhile. */
export function* mergeInSteps(
  base: Draft,
  mine: Draft,
  theirs: Draft,
  decisions: Decisions = {},
): Generator<void, Merged, undefined> {
  const sides = { base: byId(base.units), mine: byId(mine.units), theirs: byId(theirs.units) };
  const kept = yield* keptIds(base.units, mine.units, theirs.units);
  const order = mergeOrder({ base: base.units, mine: mine.units, theirs: theirs.units, kept: kept.ids });
  yield;
  const conflicts: MergeConflict[] = [];
  const units: Unit[] = [];
  for (const [at, id] of order.entries()) {
    if (at % unitsInStep === 0) yield;
    const [was, own, other] = [sides.base.get(id), sides.mine.get(id), sides.theirs.get(id)];
    const removedBy = kept.removed.get(id);
    if (removedBy) conflicts.push({ type: 'kept', unit: id, removedBy });
    if (kept.movedByBoth.has(id)) conflicts.push({ type: 'moved', unit: id });
    const unit = own && other ? mergeUnits({ was, mine: own, theirs: other }, decisions, conflicts) : (own ?? other);
    if (unit) units.push(unit);
  }
  const meta = isSameJson(base.meta, mine.meta) ? theirs.meta : mine.meta;
  const comments = mergeComments(base.comments, mine.comments, theirs.comments);
  return { draft: { meta: { ...meta, id: mine.meta.id }, units, comments }, conflicts };
}

interface Kept {
  readonly ids: ReadonlySet<UnitId>;
  /** Units that a side removed and that stay for the other's sake. */
  readonly removed: ReadonlyMap<UnitId, 'mine' | 'theirs'>;
  readonly movedByBoth: ReadonlySet<UnitId>;
}

function* keptIds(
  base: readonly Unit[],
  mine: readonly Unit[],
  theirs: readonly Unit[],
): Generator<void, Kept, undefined> {
  const [was, own, other] = [byId(base), byId(mine), byId(theirs)];
  const workedByMine = workedOn(base, mine);
  yield;
  const workedByTheirs = workedOn(base, theirs);
  yield;
  const removed = new Map<UnitId, 'mine' | 'theirs'>();
  const ids = new Set<UnitId>();
  for (const id of new Set([...base, ...mine, ...theirs].map((unit) => unit.id))) {
    const [isOwn, isOther] = [own.has(id), other.has(id)];
    if ((isOwn && isOther) || (!was.has(id) && (isOwn || isOther))) ids.add(id);
    else if (isOther && workedByTheirs.has(id)) removed.set(id, 'mine');
    else if (isOwn && workedByMine.has(id)) removed.set(id, 'theirs');
  }
  for (const id of removed.keys()) ids.add(id);
  return { ids, removed, movedByBoth: movedApart(base, mine, theirs) };
}

/** What a side changed, moved or added, and what encloses it. */
function workedOn(base: readonly Unit[], side: readonly Unit[]): ReadonlySet<UnitId> {
  const was = byId(base);
  const moved = movedSince(base, side);
  const worked = new Set(
    side.flatMap((unit) => (moved.has(unit.id) || !isSameJson(was.get(unit.id), unit) ? [unit.id] : [])),
  );
  return new Set([...worked, ...enclosing(side, worked)]);
}

/** Units that both sides moved and that do not stand behind the same neighbour. */
function movedApart(base: readonly Unit[], mine: readonly Unit[], theirs: readonly Unit[]): ReadonlySet<UnitId> {
  const [own, other] = [movedSince(base, mine), movedSince(base, theirs)];
  const neighbours = (units: readonly Unit[]) => new Map(units.map((unit, index) => [unit.id, units[index - 1]?.id]));
  const [ours, others] = [neighbours(mine), neighbours(theirs)];
  return new Set([...own].filter((id) => other.has(id) && ours.get(id) !== others.get(id)));
}

interface ThreeUnits {
  /** Absent when both sides have it and the base has not. */
  readonly was: Unit | undefined;
  readonly mine: Unit;
  readonly theirs: Unit;
}

function mergeUnits(three: ThreeUnits, decisions: Decisions, conflicts: MergeConflict[]): Unit {
  const { was, mine, theirs } = three;
  if (isSameJson(mine, theirs) || isSameJson(was, theirs)) return mine;
  if (isSameJson(was, mine)) return theirs;
  const frame = mergeFrame(three, conflicts);
  const cells = languages.map((_, column) => mergeCells(three, column, decisions, conflicts));
  return withCells(frame, withRevs(cells, three));
}

/** Kind, locked number and guarantees: the side that changed them decides, mine when both did. */
function mergeFrame({ was, mine, theirs }: ThreeUnits, conflicts: MergeConflict[]): Unit {
  const frame: Record<string, unknown> = { ...mine };
  for (const name of ['kind', 'number', 'guarantees'] as const) {
    if (isSameJson(mine[name], theirs[name]) || isSameJson(was?.[name], theirs[name])) continue;
    if (!isSameJson(was?.[name], mine[name])) {
      conflicts.push({ type: 'frame', unit: mine.id, mine, theirs });
      continue;
    }
    if (theirs[name] === undefined) delete frame[name];
    else frame[name] = theirs[name];
  }
  const aside = mergeAside(was?.aside ?? [], mine.aside ?? [], theirs.aside ?? []);
  if (aside.length > 0) frame.aside = aside;
  else delete frame.aside;
  return frame as unknown as Unit;
}

/** What either side set aside stays, what either took back goes: that is no conflict of words. */
function mergeAside(
  was: readonly SetAside[],
  mine: readonly SetAside[],
  theirs: readonly SetAside[],
): readonly SetAside[] {
  const keyOf = ({ rule, about }: SetAside) => `${rule} ${about}`;
  const [base, own, other] = [was, mine, theirs].map((list) => new Set(list.map(keyOf)));
  const isKept = (one: SetAside) => !base?.has(keyOf(one)) || (own?.has(keyOf(one)) && other?.has(keyOf(one)));
  return [...mine, ...theirs.filter((one) => !own?.has(keyOf(one)))].filter(isKept);
}

function mergeCells(three: ThreeUnits, column: number, decisions: Decisions, conflicts: MergeConflict[]): Cell {
  const [mine, theirs] = [three.mine.children[column] as Cell, three.theirs.children[column] as Cell];
  const base: Cell = three.was?.children[column] ?? { ...mine, children: [{ text: '' }] };
  if (isSameJson(mine, theirs) || isSameJson(base, theirs)) return mine;
  if (isSameJson(base, mine)) return theirs;
  const { id } = three.mine;
  const decision = decisions[conflictKey(id, mine.lang)] ?? 'both';
  const { children, isConflict } = mergeTexts({ base, mine, theirs }, decision);
  if (isConflict) conflicts.push({ type: 'text', unit: id, language: mine.lang, base, mine, theirs });
  const { approved: _, ...rest } = mine;
  return { ...rest, children };
}

/**
 * Who changed a text had the other languages of his own side before him. Where the sides changed different languages, one of
 * them becomes the latest and the others are stale: somebody must look. A text that both changed, or that was put together, is approved by nobody.
 */
function withRevs(cells: readonly Cell[], { was, mine, theirs }: ThreeUnits): readonly Cell[] {
  const changed = (side: Unit): readonly boolean[] =>
    side.children.map((cell, column) => !readsSame(was?.children[column] ?? { children: [{ text: '' }] }, cell));
  const [own, other] = [changed(mine), changed(theirs)];
  if (!own.includes(true) || !other.includes(true) || isSameJson(own, other)) return levelled(cells, mine, theirs);
  const top = 1 + Math.max(...[...mine.children, ...theirs.children].map((cell) => cell.rev ?? 0));
  const both = cells.flatMap((_, column) => (own[column] && other[column] ? [column] : []));
  const written = cells.flatMap((cell, column) =>
    (own[column] || other[column]) && !isBlankCell(cell) ? [column] : [],
  );
  const latest = both.length > 0 ? both : written.slice(0, 1);
  return cells.map((cell, column) => (latest.includes(column) ? { ...cell, rev: top } : cell));
}

/** A text that was put together counts as far as either side had come. */
function levelled(cells: readonly Cell[], mine: Unit, theirs: Unit): readonly Cell[] {
  return cells.map((cell, column) => {
    const [own, other] = [mine.children[column], theirs.children[column]];
    if (isSameJson(cell, own) || isSameJson(cell, other)) return cell;
    const rev = Math.max(own?.rev ?? 0, other?.rev ?? 0);
    return rev === 0 ? cell : { ...cell, rev };
  });
}
