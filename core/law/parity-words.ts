import type { Language } from '../base/language.ts';
import type { UnitLabel } from '../draft/numbering.ts';
import type { Pinpoint, Unit, UnitId } from '../draft/types.ts';
import { pinpointOf } from '../draft/where.ts';
import type { ActIndex } from './acts.ts';
import { renderCitation } from './citation.ts';
import type { ParityCell, ParityFact, ParityRow, ParityTable } from './parity.ts';
import { describeTargets } from './reference-words.ts';

/** Words of the table itself, from `locales/<language>/parity.json`. */
export interface ParityWords {
  readonly title: string;
  readonly guarantee: string;
  readonly bill: string;
  readonly gap: string;
  readonly confidence: string;
  /** Of an empty cell. */
  readonly notVerified: string;
  /** Of a cell that a source showed. */
  readonly verified: string;
  /** After what was seen only in part. */
  readonly partly: string;
  /** Of a row that the bill does not speak of. */
  readonly notInBill: string;
  readonly gaps: Readonly<Record<ParityRow['gap'], string>>;
  /** Under the title; `{{date}}` is the date of the facts. */
  readonly compiled: string;
}

/** A moment of the bill that the matrix stands beside. */
export interface ParityBill {
  readonly units: readonly Unit[];
  readonly labels: ReadonlyMap<UnitId, UnitLabel>;
}

/**
 * What a fact leans on, in a language: the acts as they are cited, with date and number; else what the fact itself names. Empty
 * where it names nothing.
 */
export function basisWords({ citations, basis }: ParityFact, acts: ActIndex, language: Language): string {
  if (citations.length === 0) return basis?.[language] ?? '';
  return citations.map((citation) => renderCitation({ ...citation, dated: true }, acts, language)).join('; ');
}

/** The lines of a cell: each fact with its basis and whether it was seen only in part. One line that says so for an empty one. */
export function cellLines(
  { facts }: ParityCell,
  words: ParityWords,
  acts: ActIndex,
  language: Language,
): readonly string[] {
  if (facts.length === 0) return [words.notVerified];
  return facts.map((fact) => {
    const basis = basisWords(fact, acts, language);
    const partly = fact.confidence === 'partly' ? ` (${words.partly})` : '';
    return `${fact.guarantee[language]}${basis === '' ? '' : `: ${basis}`}${partly}`;
  });
}

/** The provisions of the bill that give a guarantee, as one would cite them; articles as one list: статьи 11, 13 и 15 настоящего Закона. */
export function billLines({ bill }: ParityRow, { units, labels }: ParityBill, language: Language): readonly string[] {
  const pinpoints = bill.map((id) => pinpointOf(units, labels, id, language));
  const articles = pinpoints.flatMap((pinpoint) => (isArticle(pinpoint) ? (pinpoint.article ?? []) : []));
  const rest = pinpoints.filter((pinpoint) => !isArticle(pinpoint) && Object.keys(pinpoint).length > 0);
  const all = articles.length > 0 ? [{ article: articles }, ...rest] : rest;
  return all.map((pinpoint) => describeTargets([{ is: 'place', within: 'law', pinpoint }], [], undefined, language));
}

function isArticle(pinpoint: Pinpoint): boolean {
  return Object.keys(pinpoint).length === 1 && pinpoint.article !== undefined;
}

/** The names of the columns, the rows' own first and the bill's last. */
export function columnNames({ matrix }: ParityTable, words: ParityWords, language: Language): readonly string[] {
  return [words.guarantee, ...matrix.services.map(({ name }) => name[language]), words.bill];
}
