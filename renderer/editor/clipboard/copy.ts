import { Range } from 'slate';
import type { UnitLabel } from '../../../core/draft/numbering.ts';
import { type InlineText, isRun } from '../../../core/draft/text.ts';
import type { Inline, Unit, UnitId, UnitKind } from '../../../core/draft/types.ts';
import { unitsFormat } from '../paste.ts';
import { columnOf, inlinesBetween, isAtEnd, isAtStart, unitSpan, unitsOf } from '../places.ts';
import type { Session } from '../session.ts';
import type { BillEditor } from '../slate-types.ts';

/** What is needed for the words of a copy. */
export interface Wording {
  readonly textOf: InlineText;
  readonly labelOf: (unit: UnitId) => UnitLabel | undefined;
}

/** One unit of a selection, in the live language. */
interface Selected {
  readonly id: UnitId;
  readonly kind: UnitKind;
  readonly inlines: readonly Inline[];
  readonly isWhole: boolean;
  /** Its label is selected with it: several units are, and this one from its start. */
  readonly isLabelled: boolean;
}

/** Writes the selection in three forms: our own, HTML and plain text; the latter two with the numbers, as Word shows them. Gives our own. */
export function writeSelection(
  editor: BillEditor,
  session: Session,
  data: Pick<DataTransfer, 'setData'>,
  wording: Wording,
): string {
  const { selection } = editor;
  const units = selection ? selectedUnits(editor, session, selection) : [];
  const own = JSON.stringify(
    units.map(({ id, kind, inlines, isWhole }) => ({ kind, inlines, ...(isWhole && { id, whole: true }) })),
  );
  data.setData(unitsFormat, own);
  data.setData('text/html', units.map((unit) => htmlOf(unit, session, wording)).join(''));
  data.setData(
    'text/plain',
    units.map((unit) => labelOf(unit, session, wording) + textOf(unit, session, wording)).join('\n'),
  );
  return own;
}

function selectedUnits(editor: BillEditor, session: Session, range: Range): readonly Selected[] {
  const [start, end] = Range.edges(range);
  const [first, last] = unitSpan(range);
  return unitsOf(editor)
    .slice(first, last + 1)
    .flatMap((unit: Unit, i) => {
      const cell = unit.children[columnOf(session.language)];
      if (!cell) return [];
      const isFirst = i === 0;
      const isLast = first + i === last;
      const inlines = inlinesBetween(cell, isFirst ? start : undefined, isLast ? end : undefined);
      const fromStart = !isFirst || isAtStart(editor, start);
      const isWhole = fromStart && (!isLast || isAtEnd(editor, end));
      return [{ id: unit.id, kind: unit.kind, inlines, isWhole, isLabelled: fromStart && first !== last }];
    });
}

function labelOf(unit: Selected, { language }: Session, wording: Wording): string {
  const label = unit.isLabelled ? wording.labelOf(unit.id)?.label[language] : undefined;
  return label === undefined ? '' : `${label} `;
}

function textOf(unit: Selected, session: Session, wording: Wording): string {
  return unit.inlines.map((inline) => wordsOf(inline, unit, session, wording)).join('');
}

function wordsOf(inline: Inline, unit: Selected, { language }: Session, wording: Wording): string {
  return isRun(inline) ? inline.text : wording.textOf(inline, language, unit.id);
}

const elements: Readonly<Partial<Record<UnitKind, string>>> = {
  title: 'h1',
  section: 'h1',
  chapter: 'h2',
  article: 'h3',
};

function htmlOf(unit: Selected, session: Session, wording: Wording): string {
  const name = unit.isLabelled ? (elements[unit.kind] ?? 'p') : 'p';
  const words = unit.inlines.map((inline) => {
    const text = escaped(wordsOf(inline, unit, session, wording));
    if (!isRun(inline)) return text;
    const raised = inline.superscript ? `<sup>${text}</sup>` : text;
    const slanted = inline.italic ? `<i>${raised}</i>` : raised;
    return inline.bold ? `<b>${slanted}</b>` : slanted;
  });
  return `<${name} lang="${session.language}">${escaped(labelOf(unit, session, wording))}${words.join('')}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');
}
