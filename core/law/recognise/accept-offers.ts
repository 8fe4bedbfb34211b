import { languages } from '../../base/language.ts';
import type { Edit, Operation } from '../../draft/operation.ts';
import { cellOf, isBlankCell, revAfterEdit } from '../../draft/state.ts';
import { cellText, type InlineText, isRun } from '../../draft/text.ts';
import type { Cell, TextRun, Unit } from '../../draft/types.ts';
import type { Offer } from './offers.ts';

/** What became of the offers that were taken. */
export interface Accepted {
  /** One edit for all of them; absent when none is left. */
  readonly edit?: Edit;
  readonly count: number;
}

/**
 * Turns the words of offers into live ones. An offer whose words have changed since is passed over. A text whose words stay the same
 * stays as approved as it was; one that reads differently afterwards counts as edited. Within a cell the last goes first, so that no
 * operation moves the place of the next.
 */
export function acceptOffers(units: readonly Unit[], offers: readonly Offer[], textOf: InlineText): Accepted {
  const operations: Operation[] = [];
  let count = 0;
  for (const group of Map.groupBy(offers, ({ index, language }) => `${index} ${language}`).values()) {
    const [first] = group;
    const unit = first && units[first.index];
    if (!first || unit?.id !== first.unit) continue;
    const cell = cellOf(unit, first.language);
    const text = cellText(cell, textOf);
    const fresh = group.filter((offer) => text.slice(offer.start, offer.end) === offer.text);
    const path = [first.index, languages.indexOf(first.language)];
    if (fresh.some(({ isSame }) => !isSame)) operations.push(...markedEdited(unit, cell, path));
    for (const offer of fresh.toSorted((a, b) => b.start - a.start)) {
      const made = accepted(cell, offer, path, textOf);
      operations.push(...made);
      if (made.length > 0) count += 1;
    }
  }
  return { ...(count > 0 && { edit: { operations } }), count };
}

function markedEdited(unit: Unit, cell: Cell, path: readonly number[]): readonly Operation[] {
  const rev = revAfterEdit(unit, cell.lang, isBlankCell(cell));
  if (rev === undefined) return [];
  return [{ type: 'set_node', path, properties: { rev: cell.rev ?? null }, newProperties: { rev } }];
}

interface PlacedRun {
  readonly run: TextRun;
  readonly at: number;
  readonly start: number;
}

/** The words go from every run that they stand in; the first of these is parted, and the inline comes between. */
function accepted(
  cell: Cell,
  { start, end, inline, rest = [] }: Offer,
  path: readonly number[],
  textOf: InlineText,
): Operation[] {
  const touched = runsOf(cell, textOf).filter(
    (placed) => placed.start < end && start < placed.start + placed.run.text.length,
  );
  const [first] = touched;
  if (!first) return [];
  const removals = touched.map(({ run, at, start: from }): Operation => {
    const offset = Math.max(0, start - from);
    return { type: 'remove_text', path: [...path, at], offset, text: run.text.slice(offset, end - from) };
  });
  const { text: _text, ...properties } = first.run;
  const position = start - first.start;
  const nodes = [inline, ...rest.flatMap((other) => [{ ...properties, text: other.between }, other.inline])];
  return [
    ...removals,
    { type: 'split_node', path: [...path, first.at], position, properties },
    ...nodes.map((node, i): Operation => ({ type: 'insert_node', path: [...path, first.at + 1 + i], node })),
  ];
}

function runsOf(cell: Cell, textOf: InlineText): readonly PlacedRun[] {
  let start = 0;
  return cell.children.flatMap((inline, at) => {
    const placed = { run: inline as TextRun, at, start };
    start += isRun(inline) ? inline.text.length : textOf(inline, cell.lang, cell.unit).length;
    return isRun(inline) ? [placed] : [];
  });
}
