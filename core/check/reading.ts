import { labelsOf } from '../draft/numbering.ts';
import { isBlankCell } from '../draft/state.ts';
import { type InlineText, isRun } from '../draft/text.ts';
import type { Cell, CitationInline, ReferenceInline, TextRun, Unit } from '../draft/types.ts';
import { createInlineText } from '../law/inline-text.ts';
import { noTexts } from '../law/official-text/texts.ts';
import type { CheckContext, CheckSources, Piece, Reading, UnitReading } from './problem.ts';

/** Stands in `Reading.typed` for what nobody typed. */
export const untyped = '\ufffc';

/** Reads every text of a draft once, with a pause after every so many units. */
export function* readInSteps(sources: CheckSources, unitsInStep: number): Generator<void, CheckContext> {
  const { units, acts, forms } = sources;
  const labels = labelsOf(units, forms);
  const textOf = createInlineText({ units, labels, acts, document: forms.document });
  const law: UnitReading[] = [];
  for (const [index, unit] of units.entries()) {
    if (index % unitsInStep === 0) yield;
    if (unit.kind !== 'note') law.push(readUnit(unit, index, textOf));
  }
  return {
    ...sources,
    texts: sources.texts ?? noTexts,
    labels,
    byId: new Map(units.map((unit) => [unit.id, unit])),
    law,
  };
}

function readUnit(unit: Unit, index: number, textOf: InlineText): UnitReading {
  const [ky, ru, en] = unit.children;
  const readings = [
    readCell(ky, unit, index, textOf),
    readCell(ru, unit, index, textOf),
    readCell(en, unit, index, textOf),
  ] as const;
  return { unit, index, readings, written: readings.filter(({ cell }) => !isBlankCell(cell)) };
}

function readCell(cell: Cell, unit: Unit, index: number, textOf: InlineText): Reading {
  const pieces: Piece[] = [];
  let text = '';
  let typed = '';
  cell.children.forEach((inline, at) => {
    const words = isRun(inline) ? inline.text : textOf(inline, cell.lang, cell.unit);
    pieces.push({ inline, at, start: text.length, end: text.length + words.length });
    text += words;
    typed += isRun(inline) ? words : untyped.repeat(words.length);
  });
  return { unit, index, language: cell.lang, cell, text, typed, pieces };
}

/** A citation with the stretch that its words fill. */
export interface PlacedCitation extends Piece {
  readonly inline: CitationInline;
}

export function citationsIn({ pieces }: Reading): readonly PlacedCitation[] {
  return pieces.filter((piece): piece is PlacedCitation => !isRun(piece.inline) && piece.inline.type === 'citation');
}

/** A reference with the stretch that its words fill. */
export interface PlacedReference extends Piece {
  readonly inline: ReferenceInline;
}

export function referencesIn({ pieces }: Reading): readonly PlacedReference[] {
  return pieces.filter((piece): piece is PlacedReference => !isRun(piece.inline) && piece.inline.type === 'reference');
}

/** A run with the stretch that it fills. */
export interface PlacedRun extends Piece {
  readonly inline: TextRun;
}

export function runsIn({ pieces }: Reading): readonly PlacedRun[] {
  return pieces.filter((piece): piece is PlacedRun => isRun(piece.inline));
}

/** `typed` with marked blanks taken out too: what the drafter has put down as final. The same length. */
export function settledText(reading: Reading): string {
  return runsIn(reading)
    .filter(({ inline }) => inline.blank)
    .reduce(
      (text, { start, end }) => text.slice(0, start) + untyped.repeat(end - start) + text.slice(end),
      reading.typed,
    );
}

/** The place of a stretch of a text. */
export function placeIn(
  reading: Reading,
  start: number,
  end: number,
): { unit: string; language: Reading['language']; start: number; end: number } {
  return { unit: reading.unit.id, language: reading.language, start, end };
}
