import { Editor, type Point, Range, Transforms } from 'slate';
import { kindRules } from '../../core/draft/schema.ts';
import { type InlineText, isRun, makeUnit } from '../../core/draft/text.ts';
import type { Inline, Unit } from '../../core/draft/types.ts';
import { type PastedUnit, parseLines, parseUnits, unitsFormat } from './paste.ts';
import { cellAt, cellPath, columnOf, endOfCell, indexOf, inlinesBetween, unitAt, unitSpan, unitsOf } from './places.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/**
 * Copy, cut and paste in one language. Slate's default would clone the DOM between the edges, and with it the other columns; and it
 * would nest pasted blocks in a cell. Here the clipboard holds the live column alone, and a paste is lines that become units.
 */
export function withClipboard(editor: BillEditor, session: Session, textOf: InlineText): BillEditor {
  editor.getFragment = () => [];
  editor.setFragmentData = (data) => {
    const { selection } = editor;
    if (!selection || Range.isCollapsed(selection)) return;
    const units = selectedUnits(editor, session, selection);
    const lines = units.map(({ inlines, id }) =>
      inlines.map((inline) => wordsOf(inline, session, id, textOf)).join(''),
    );
    data.setData(unitsFormat, JSON.stringify(units.map(({ kind, inlines }) => ({ kind, inlines }))));
    data.setData('text/html', lines.map((line) => `<p lang="${session.language}">${escaped(line)}</p>`).join(''));
    data.setData('text/plain', lines.join('\n'));
  };
  editor.insertData = (data) => {
    const own = parseUnits(data.getData(unitsFormat));
    if (own) return insertUnits(editor, session, withLivingComments(editor, own));
    const text = data.getData('text/plain');
    if (text === '') return;
    const units = parseLines(text);
    const only = units.length === 1 ? units[0]?.inlines[0] : undefined;
    if (only && isRun(only)) editor.insertText(only.text);
    else insertUnits(editor, session, units);
  };
  return editor;
}

function selectedUnits(editor: BillEditor, session: Session, range: Range) {
  const [start, end] = Range.edges(range);
  const [first, last] = unitSpan(range);
  return unitsOf(editor)
    .slice(first, last + 1)
    .flatMap((unit, i) => {
      const cell = unit.children[columnOf(session.language)];
      if (!cell) return [];
      const from = i === 0 ? start : undefined;
      const to = first + i === last ? end : undefined;
      return [{ id: unit.id, kind: unit.kind, inlines: inlinesBetween(cell, from, to) }];
    });
}

function wordsOf(inline: Inline, session: Session, unit: string, textOf: InlineText): string {
  return isRun(inline) ? inline.text : textOf(inline, session.language, unit);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Words that were cut bring their comments along. Words that were copied do not: the comment stays with the words on which it was
 * made.
 */
function withLivingComments(editor: BillEditor, pasted: readonly PastedUnit[]): readonly PastedUnit[] {
  const standing = new Set(
    unitsOf(editor).flatMap((unit) =>
      unit.children.flatMap((cell) => cell.children.flatMap((inline) => Object.keys(inline))),
    ),
  );
  const withoutStanding = (inline: Inline): Inline =>
    Object.fromEntries(
      Object.entries(inline).filter(([name]) => !name.startsWith('c_') || !standing.has(name)),
    ) as unknown as Inline;
  return pasted.map((unit) => ({ ...unit, inlines: unit.inlines.map(withoutStanding) }));
}

function insertUnits(editor: BillEditor, session: Session, pasted: readonly PastedUnit[]): void {
  if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
  const at = editor.selection?.anchor;
  const [first, ...rest] = pasted;
  const unit = at && unitAt(editor, indexOf(at));
  if (!at || !unit || !first) return;
  if (rest.length === 0) {
    if (first.inlines.length > 0) Transforms.insertNodes(editor, [...first.inlines], { select: true });
    return;
  }
  Editor.withoutNormalizing(editor, () => insertSeveral(editor, session, at, unit, first, rest));
}

function insertSeveral(
  editor: BillEditor,
  session: Session,
  at: Point,
  unit: Unit,
  first: PastedUnit,
  rest: readonly PastedUnit[],
): void {
  const { language } = session;
  const index = indexOf(at);
  const cell = unit.children[columnOf(language)];
  const tail = cell ? inlinesBetween(cell, at, undefined) : [];
  if (tail.length > 0)
    Transforms.delete(editor, { at: { anchor: at, focus: endOfCell(editor, index, language) }, hanging: true });
  const count = cellAt(editor, index, language)?.children.length ?? 0;
  if (first.inlines.length > 0) {
    Transforms.insertNodes(editor, [...first.inlines], { at: [...cellPath(index, language), count], select: false });
  }
  const following = kindRules[unit.kind].heading ? kindRules[unit.kind].next : unit.kind;
  const units = rest.map(({ kind, inlines }, i) => {
    const whole = i === rest.length - 1 ? [...inlines, ...tail] : inlines;
    return makeUnit(session.ports.newId(), kind ?? following, { [language]: whole });
  });
  Transforms.insertNodes(editor, units, { at: [index + 1], select: false });
  Transforms.select(editor, endOfPasted(editor, session, index + rest.length, rest.at(-1)?.inlines.length ?? 0));
}

/** Behind the last pasted inline, before what stood behind the caret. */
function endOfPasted(editor: BillEditor, session: Session, index: number, count: number): Point {
  const children = cellAt(editor, index, session.language)?.children ?? [];
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
