import { Editor, Path, type Point, Range, Transforms } from 'slate';
import { promote } from '../../core/draft/edits.ts';
import { kindRules, nextKind } from '../../core/draft/schema.ts';
import { makeUnit } from '../../core/draft/text.ts';
import type { Inline, Unit, UnitKind } from '../../core/draft/types.ts';
import { isBlankUnit } from './join-units.ts';
import { endOfCell, indexOf, inlinesBetween, isAtEnd, isAtStart, startOfCell, unitAt, unitsOf } from './places.ts';
import type { Session } from './session.ts';
import { asSlateOperation, type BillEditor } from './slate-types.ts';

/**
 * Enter. The words after the caret go to a new unit in the live language; the other languages begin it empty. The half that keeps
 * its words keeps the id, so that references and comments stay where they were: at the start of a text, therefore, an
 * empty unit comes before it. Enter in an empty numbered unit steps outward, as in a list of Word.
 */
export function withBreaks(editor: BillEditor, session: Session): BillEditor {
  editor.insertBreak = () => breakUnit(editor, session);
  editor.insertSoftBreak = () => breakUnit(editor, session, 'paragraph');
  return editor;
}

function breakUnit(editor: BillEditor, session: Session, kind?: UnitKind): void {
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  const at = outsideVoid(editor.selection?.anchor);
  const unit = at && unitAt(editor, indexOf(at));
  if (!at || !unit) return;
  if (isBlankUnit(unit) && stepOutward(editor, indexOf(at))) return;
  Editor.withoutNormalizing(editor, () => {
    if (isAtStart(editor, at) && !isAtEnd(editor, at)) insertBefore(editor, session, indexOf(at), unit);
    else splitAfter(editor, session, at, unit, kind);
  });
}

/** A caret inside a citation stands behind it. */
function outsideVoid(point: Point | undefined): Point | undefined {
  if (!point || point.path.length <= 3) return point;
  return { path: Path.next(point.path.slice(0, 3)), offset: 0 };
}

function stepOutward(editor: BillEditor, index: number): boolean {
  const kind = unitAt(editor, index)?.kind;
  const edit = kind && kindRules[kind].depth > kindRules.article.depth ? promote(unitsOf(editor), index) : undefined;
  if (!edit) return false;
  Editor.withoutNormalizing(editor, () => {
    for (const operation of edit.operations) editor.apply(asSlateOperation(operation));
  });
  return true;
}

function insertBefore(editor: BillEditor, session: Session, index: number, unit: Unit): void {
  Transforms.insertNodes(editor, makeUnit(session.ports.newId(), unit.kind), { at: [index], select: false });
}

function splitAfter(editor: BillEditor, session: Session, at: Point, unit: Unit, wanted: UnitKind | undefined): void {
  const { language } = session;
  const index = indexOf(at);
  const cell = unit.children[at.path[1] ?? 0];
  const tail: readonly Inline[] = cell ? inlinesBetween(cell, at, undefined) : [];
  if (tail.length > 0)
    Transforms.delete(editor, { at: { anchor: at, focus: endOfCell(editor, index, language) }, hanging: true });
  const rule = kindRules[unit.kind];
  const following = nextKind(session.document, unit.kind);
  const kind = wanted ?? (rule.heading || tail.length === 0 ? following : unit.kind);
  Transforms.insertNodes(editor, makeUnit(session.ports.newId(), kind, { [language]: tail }), {
    at: [index + 1],
    select: false,
  });
  Transforms.select(editor, startOfCell(index + 1, language));
}
