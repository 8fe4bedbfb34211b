import { Editor, type Point, Transforms } from 'slate';
import { setKind } from '../../../core/draft/edits.ts';
import { kindRules } from '../../../core/draft/schema.ts';
import { isRun, makeUnit } from '../../../core/draft/text.ts';
import type { Inline, Unit } from '../../../core/draft/types.ts';
import { isBlankUnit } from '../join-units.ts';
import type { PastedUnit } from '../paste.ts';
import { cellAt, cellPath, endOfCell, indexOf, inlinesBetween, isAtStart, unitAt, unitsOf } from '../places.ts';
import type { Session } from '../session.ts';
import type { BillEditor } from '../slate-types.ts';
import { applyEdit } from '../structure.ts';

/** A unit that a paste made, with what it was made from. */
export interface Inserted {
  readonly id: string;
  readonly from: PastedUnit;
}

/** Puts what was pasted at the caret. One batch, so one step of undo. */
export function insertPasted(
  editor: BillEditor,
  session: Session,
  pasted: readonly PastedUnit[],
  typeText: (text: string) => void,
): readonly Inserted[] {
  const at = outsideVoid(editor.selection?.anchor);
  const [first] = pasted;
  const unit = at && unitAt(editor, indexOf(at));
  if (!at || !unit || !first) return [];
  if (at !== editor.selection?.anchor) Transforms.select(editor, at);
  if (pasted.length === 1 && !first.cells) return insertWords(editor, session, unit, first, typeText);
  let inserted: readonly Inserted[] = [];
  Editor.withoutNormalizing(editor, () => {
    inserted = insertSeveral(editor, session, { at, unit, pasted });
  });
  return inserted;
}

function outsideVoid(point: Point | undefined): Point | undefined {
  if (!point || point.path.length <= 3) return point;
  const path = [...point.path.slice(0, 2), (point.path[2] ?? 0) + 1];
  return { path, offset: 0 };
}

/** One paragraph is words like any others, unless it comes into an empty unit: there it says what the unit is. */
function insertWords(
  editor: BillEditor,
  session: Session,
  unit: Unit,
  pasted: PastedUnit,
  typeText: (text: string) => void,
): readonly Inserted[] {
  const { kind, label } = pasted;
  const isOwnUnit = isBlankUnit(unit) && kind !== undefined && (pasted.number !== undefined || kind !== 'paragraph');
  if (isOwnUnit && kind !== unit.kind) {
    const edit = setKind(unitsOf(editor), indexOf(editor.selection?.anchor ?? [0]), kind);
    if (edit) applyEdit(editor, session, edit);
  }
  const inlines = isOwnUnit || !label ? pasted.inlines : withLabel(label, pasted.inlines);
  const [only, ...more] = inlines;
  if (only && more.length === 0 && isRun(only) && Object.keys(only).length === 1) typeText(only.text);
  else if (inlines.length > 0) Transforms.insertNodes(editor, [...inlines], { select: true });
  return isOwnUnit ? [{ id: unit.id, from: pasted }] : [];
}

function withLabel(label: string, inlines: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = inlines;
  if (first && isRun(first)) return [{ ...first, text: label + first.text }, ...rest];
  return [{ text: label }, ...inlines];
}

interface Task {
  readonly at: Point;
  readonly unit: Unit;
  readonly pasted: readonly PastedUnit[];
}

function insertSeveral(editor: BillEditor, session: Session, task: Task): readonly Inserted[] {
  const { at, unit, pasted } = task;
  if (isBlankUnit(unit)) return replaceBlank(editor, session, task);
  if (!beginsUnit(pasted[0])) return continueText(editor, session, task);
  const index = indexOf(at);
  if (isAtStart(editor, at) && !isEmptyHere(editor, session, index)) {
    return insertUnits(editor, session, { index, before: unit, pasted, tail: [] });
  }
  const tail = cutTail(editor, session, at);
  return insertUnits(editor, session, { index: index + 1, before: unit, pasted, tail });
}

function isEmptyHere(editor: BillEditor, session: Session, index: number): boolean {
  const cell = cellAt(editor, index, session.language);
  return !cell || inlinesBetween(cell, undefined, undefined).length === 0;
}

/** A provision of its own does not run into the words before the caret. */
function beginsUnit(unit: PastedUnit | undefined): boolean {
  if (!unit) return false;
  const isHeading = unit.kind !== undefined && kindRules[unit.kind].heading;
  return unit.number !== undefined || unit.cells !== undefined || (isHeading && !unit.id) || unit.whole === true;
}

/** The first goes on with the text at the caret; the last takes the words that stood behind it. */
function continueText(editor: BillEditor, session: Session, { at, unit, pasted }: Task): readonly Inserted[] {
  const index = indexOf(at);
  const [first, ...rest] = pasted;
  const tail = cutTail(editor, session, at);
  const count = cellAt(editor, index, session.language)?.children.length ?? 0;
  if (first && first.inlines.length > 0) {
    const path = [...cellPath(index, session.language), count];
    Transforms.insertNodes(editor, [...first.inlines], { at: path, select: false });
  }
  return insertUnits(editor, session, { index: index + 1, before: unit, pasted: rest, tail });
}

/** Takes the words behind the caret out of the live column and gives them back. */
function cutTail(editor: BillEditor, session: Session, at: Point): readonly Inline[] {
  const index = indexOf(at);
  const cell = cellAt(editor, index, session.language);
  const tail = cell ? inlinesBetween(cell, at, undefined) : [];
  if (tail.length > 0) {
    const end = endOfCell(editor, index, session.language);
    Transforms.delete(editor, { at: { anchor: at, focus: end }, hanging: true });
  }
  return tail;
}

/** An empty unit gives its place and its id. */
function replaceBlank(editor: BillEditor, session: Session, { at, unit, pasted }: Task): readonly Inserted[] {
  const index = indexOf(at);
  const [first, ...rest] = pasted;
  if (!first) return [];
  const own = { ...first, kind: first.kind ?? unit.kind, id: first.id ?? unit.id };
  const inserted = insertUnits(editor, session, { index: index + 1, before: unit, pasted: [own, ...rest], tail: [] });
  Transforms.removeNodes(editor, { at: [index] });
  return inserted;
}

interface Placing {
  readonly index: number;
  readonly before: Unit;
  readonly pasted: readonly PastedUnit[];
  readonly tail: readonly Inline[];
}

function insertUnits(editor: BillEditor, session: Session, placing: Placing): readonly Inserted[] {
  const { index, before, pasted, tail } = placing;
  const following = kindRules[before.kind].heading ? kindRules[before.kind].next : before.kind;
  const units = pasted.map((each, i) => {
    const texts = each.cells ?? { [session.language]: each.inlines };
    const own = texts[session.language] ?? [];
    const whole = i === pasted.length - 1 ? [...own, ...tail] : own;
    const id = each.id ?? session.ports.newId();
    return makeUnit(id, each.kind ?? following, { ...texts, [session.language]: whole });
  });
  Transforms.insertNodes(editor, units, { at: [index], select: false });
  const last = pasted.at(-1);
  const lastInlines = (last?.cells ? last.cells[session.language] : last?.inlines) ?? [];
  Transforms.select(editor, endOfPasted(editor, session, index + units.length - 1, lastInlines.length));
  return units.map(({ id }, i) => ({ id, from: pasted[i] ?? { inlines: [] } }));
}

/** Behind the last pasted inline, before what stood behind the caret. */
function endOfPasted(editor: BillEditor, session: Session, index: number, count: number): Point {
  const children = editor.children[index] ? (cellAt(editor, index, session.language)?.children ?? []) : [];
  let left = count;
  for (const [i, inline] of children.entries()) {
    if (isRun(inline) && inline.text === '') continue;
    if (left === 0) return { path: [...cellPath(index, session.language), i], offset: 0 };
    left -= 1;
    if (left === 0 && isRun(inline))
      return { path: [...cellPath(index, session.language), i], offset: inline.text.length };
  }
  return endOfCell(editor, index, session.language);
}
