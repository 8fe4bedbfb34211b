import type { Language } from '../base/language.ts';
import type { UnitLabel } from '../draft/numbering.ts';
import type { Pinpoint, Unit, UnitId } from '../draft/types.ts';
import { pinpointOf } from '../draft/where.ts';
import { formatShortDate } from '../languages/format.ts';
import type { ActIndex } from './acts.ts';
import { type AmountWords, amountText } from './amount.ts';
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
  /** Before a fact that a person entered and that denies the guarantee. */
  readonly lacking: string;
  /** Of a fact that a person entered: `{{name}}` and `{{date}}`. */
  readonly own: string;
  /** The same where the person has given no name. */
  readonly ownNameless: string;
  readonly amounts: AmountWords;
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

/** What a fact says, in few words: its amount first; of what a person entered, also that the guarantee is lacking. */
export function factText(fact: ParityFact, words: ParityWords, language: Language): string {
  const amount = fact.amount ? amountText(fact.amount, words.amounts, language) : '';
  const parts = [amount, fact.guarantee[language]].filter((part) => part !== '');
  const text = parts.join(' – ');
  return fact.own && !fact.given ? `${words.lacking}: ${text}` : text;
}

/** Who entered a fact and when; empty for what ships. */
export function ownMark({ own }: ParityFact, words: ParityWords, language: Language): string {
  if (!own) return '';
  const sentence = own.by === '' ? words.ownNameless : words.own.replace('{{name}}', own.by);
  return sentence.replace('{{date}}', formatShortDate(language, own.on));
}

/** How the lines of a cell are made. */
export interface CellWords {
  readonly words: ParityWords;
  readonly acts: ActIndex;
  readonly language: Language;
  /** Whether what a person entered is marked with the name and the day: not in what leaves the house. */
  readonly isMarked: boolean;
}

/** The lines of some facts: each with its basis and whether it was seen only in part. */
function factLines(facts: readonly ParityFact[], how: CellWords): readonly string[] {
  const { words, acts, language, isMarked } = how;
  return facts.flatMap((fact) => {
    const basis = basisWords(fact, acts, language);
    const partly = fact.confidence === 'partly' ? ` (${words.partly})` : '';
    const line = `${factText(fact, words, language)}${basis === '' ? '' : `: ${basis}`}${partly}`;
    const mark = isMarked ? ownMark(fact, words, language) : '';
    return mark === '' ? [line] : [line, `[${mark}]`];
  });
}

/** The lines of a cell; one line that says so for an empty one. */
export function cellLines({ facts }: ParityCell, how: CellWords): readonly string[] {
  return facts.length === 0 ? [how.words.notVerified] : factLines(facts, how);
}

/** What a person entered of the bill; the amount alone where no more was said. Nothing of it rests on an act. */
export function billFactLines({ billFacts }: ParityRow, how: CellWords): readonly string[] {
  return factLines(
    billFacts.map((fact) => ({ ...fact, citations: [], confidence: 'verified' as const })),
    how,
  );
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
