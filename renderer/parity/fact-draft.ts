import { type Language, languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { formatShortDate } from '../../core/languages/format.ts';
import { findDate } from '../../core/languages/read-date.ts';
import {
  type Amount,
  type AmountBase,
  type AmountPeriod,
  type AmountUnit,
  baseOf,
  parseAmountNumber,
} from '../../core/law/amount.ts';
import { billColumn, type OwnFact } from '../../core/law/own-facts.ts';
import type { ParityCitation } from '../../core/law/parity.ts';

/** What the form of a cell begins with. */
export interface FactStart {
  /** The cell, as far as it is known; `service` may be the column of the bill. */
  readonly guarantee?: string;
  readonly service?: string;
  readonly citations: readonly ParityCitation[];
  /** A fact that is to be changed. */
  readonly fact?: OwnFact;
  /** The form was opened from the matrix and leads back to it. */
  readonly isFromMatrix?: true;
}

/** A fact as it is typed. */
export interface FactDraft {
  readonly guarantee: string | null;
  readonly service: string | null;
  readonly given: boolean;
  readonly words: Trilingual<string>;
  readonly citations: readonly ParityCitation[];
  readonly number: string;
  readonly unit: AmountUnit;
  readonly base: AmountBase | 'none';
  readonly per: AmountPeriod | 'none';
  readonly note: string;
  readonly source: string;
  readonly by: string;
  readonly on: string;
  readonly confidence: OwnFact['confidence'];
}

/** What keeps a fact from being entered. */
export type FactProblem = 'guarantee' | 'service' | 'words' | 'number' | 'base' | 'source' | 'on';

interface Beginnings {
  readonly language: Language;
  readonly author: string;
  /** ISO date. */
  readonly today: string;
  /** The source of what is said of the bill. */
  readonly billSource: string;
}

/** The form as it opens: what the fact says that is changed, or what is known of the cell. */
export function beginFact({ fact, ...start }: FactStart, beginnings: Beginnings): FactDraft {
  const { language, author, today, billSource } = beginnings;
  const service = fact?.service ?? start.service ?? null;
  return {
    guarantee: fact?.guarantee ?? start.guarantee ?? null,
    service,
    given: fact?.given ?? true,
    words: trilingual((one) => fact?.words[one] ?? ''),
    citations: fact?.citations ?? start.citations,
    number: fact?.amount ? typedNumber(fact.amount.value, language) : '',
    unit: fact?.amount?.unit ?? 'calendar-days',
    base: fact?.amount?.base ?? 'none',
    per: fact?.amount?.per ?? 'none',
    note: fact?.note ?? '',
    source: fact?.source ?? (service === billColumn ? billSource : ''),
    by: fact?.by ?? author,
    on: formatShortDate(language, fact?.on ?? today),
    confidence: fact?.confidence ?? 'verified',
  };
}

/** A number as a person types it: without spaces, with the decimal sign of the language. */
function typedNumber(value: number, language: Language): string {
  return language === 'en' ? String(value) : String(value).replace('.', ',');
}

/** The fact that was typed, or all that is missing, in the order of the form. */
export function readFact(
  typed: FactDraft,
  ids: { readonly id: string; readonly draft: string },
): Result<OwnFact, readonly FactProblem[]> {
  const { guarantee, service, given, citations, confidence } = typed;
  const words = wordsOf(typed);
  const amount = amountOf(typed);
  const on = findDate(typed.on)?.iso;
  const source = typed.source.trim();
  const note = typed.note.trim();
  const problems: readonly (FactProblem | false)[] = [
    guarantee === null && 'guarantee',
    service === null && 'service',
    amount === 'number' && 'number',
    amount === 'base' && 'base',
    Object.keys(words).length === 0 && amount === undefined && 'words',
    source === '' && 'source',
    on === undefined && 'on',
  ];
  const found = problems.filter((problem) => problem !== false);
  if (guarantee === null || service === null || on === undefined || typeof amount === 'string' || found.length > 0) {
    return fail(found);
  }
  return succeed({
    id: ids.id,
    guarantee,
    service,
    ...(service === billColumn && { draft: ids.draft }),
    given: given || service === billColumn,
    words,
    citations: service === billColumn ? [] : citations,
    ...(amount && { amount }),
    ...(note !== '' && { note }),
    source,
    by: typed.by.trim(),
    on,
    confidence,
  });
}

function wordsOf({ words }: FactDraft): OwnFact['words'] {
  const filled = languages.filter((language) => words[language].trim() !== '');
  return Object.fromEntries(filled.map((language) => [language, words[language].trim()]));
}

/** `number` or `base` where it cannot be read; nothing where none was typed. */
function amountOf({ number, unit, base, per }: FactDraft): Amount | 'number' | 'base' | undefined {
  if (number.trim() === '') return undefined;
  const value = parseAmountNumber(number);
  if (value === undefined) return 'number';
  const kind = baseOf(unit);
  if (kind === 'needed' && base === 'none') return 'base';
  return {
    value,
    unit,
    ...(kind !== 'none' && base !== 'none' && { base }),
    ...(per !== 'none' && { per }),
  };
}
