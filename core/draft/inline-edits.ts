import { type Language, languages } from '../base/language.ts';
import type { Edit, Operation } from './operation.ts';
import { cellOf, isBlankCell, revAfterEdit } from './state.ts';
import { commentMarksOf, isRun, targetsOf } from './text.ts';
import type { Cell, CitationInline, Inline, ReferenceInline, Unit, UnitId } from './types.ts';

/** An inline whose words are computed. */
export type Link = CitationInline | ReferenceInline;

/** A citation or reference with the place where it stands. */
export interface PlacedLink {
  readonly unit: UnitId;
  readonly language: Language;
  /** Index among the inlines of the cell. */
  readonly at: number;
  readonly link: Link;
}

/** What both name, whatever their case: equal for a citation and its counterpart in another language. */
function linkKey(link: Link): string {
  if (link.type === 'reference') return targetsOf(link).toSorted().join(' ');
  return JSON.stringify([link.act, Object.entries(link.pinpoint).toSorted()]);
}

/** The links of a cell, in order. */
export function linksOf(unit: Unit, language: Language): readonly PlacedLink[] {
  return cellOf(unit, language).children.flatMap((inline, at) =>
    isRun(inline) ? [] : [{ unit: unit.id, language, at, link: inline }],
  );
}

/** The links of the other two languages that name the same: of several, the one that is as far along. At most one for each language. */
export function counterpartsOf(unit: Unit, { language, at, link }: PlacedLink): readonly PlacedLink[] {
  const key = linkKey(link);
  const alike = (other: Language) => linksOf(unit, other).filter((one) => linkKey(one.link) === key);
  const place = alike(language).findIndex((one) => one.at === at);
  return languages.flatMap((other) => (other === language ? [] : (alike(other)[place] ?? [])));
}

/** One link with what takes its place; nothing takes it away. */
export interface LinkChange {
  readonly placed: PlacedLink;
  readonly next?: Inline;
  /** The words stay as they are read: what was approved stays so. */
  readonly isSame?: true;
}

/**
 * Changes links of one unit, at most one in each language, as one edit: the languages that change together stay level with each other.
 * Undefined when one of them is no longer where it was.
 */
export function changeLinks(units: readonly Unit[], changes: readonly LinkChange[]): Edit | undefined {
  const index = units.findIndex(({ id }) => id === changes[0]?.placed.unit);
  const unit = units[index];
  if (!unit || changes.some((change) => !isThere(unit, change))) return undefined;
  return { operations: changes.flatMap((change) => operationsOf(unit, index, change)) };
}

function isThere(unit: Unit, { placed }: LinkChange): boolean {
  const found = cellOf(unit, placed.language).children[placed.at];
  return unit.id === placed.unit && JSON.stringify(found) === JSON.stringify(placed.link);
}

function operationsOf(unit: Unit, index: number, { placed, next, isSame }: LinkChange): readonly Operation[] {
  const path = [index, languages.indexOf(placed.language)];
  const place = [...path, placed.at];
  return [
    ...(isSame ? [] : markEdited(unit, cellOf(unit, placed.language), path)),
    { type: 'remove_node', path: place, node: placed.link },
    ...(next ? [{ type: 'insert_node', path: place, node: withCommentsOf(placed.link, next) } as const] : []),
  ];
}

/** What is said of a citation goes on to what takes its place, be it plain words. */
function withCommentsOf(link: Link, next: Inline): Inline {
  return { ...next, ...Object.fromEntries(commentMarksOf(link).map((mark) => [mark, true])) };
}

function markEdited(unit: Unit, cell: Cell, path: readonly number[]): readonly Operation[] {
  const rev = revAfterEdit(unit, cell.lang, isBlankCell(cell));
  if (rev === undefined) return [];
  return [{ type: 'set_node', path, properties: { rev: cell.rev ?? null }, newProperties: { rev } }];
}
