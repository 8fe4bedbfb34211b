import { type Language, trilingual } from '../../base/language.ts';
import type { UnitLabel } from '../../draft/numbering.ts';
import { cellOf } from '../../draft/state.ts';
import { type InlineText, isRun } from '../../draft/text.ts';
import {
  type CitationInline,
  grammaticalCases,
  type ReferenceInline,
  type ShortNames,
  type Unit,
  type UnitId,
} from '../../draft/types.ts';
import type { ActIndex } from '../acts.ts';
import { capitalised, endsSentence } from '../sentence-start.ts';
import { givenNames } from '../short-names.ts';
import { createFindOwn, type FindOwn } from './own-places.ts';
import { pinpointFrom, type RecognisedCitation, recognise } from './recognise.ts';
import { type KnownShortName, mayGiveNames } from './short-mentions.ts';

/** Plain words of a text that could be a live citation or reference. */
export interface Offer {
  readonly unit: UnitId;
  /** Of the unit, in the list in which it was found. */
  readonly index: number;
  readonly language: Language;
  /** In the cell's text as it is read, UTF-16 code units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The words as they were typed. */
  readonly text: string;
  readonly inline: CitationInline | ReferenceInline;
  /** Of a list whose noun is said once, the others with the words before each (`, `, ` and `); absent where one link is all. */
  readonly rest?: readonly { readonly between: string; readonly inline: CitationInline | ReferenceInline }[];
  /** The words as they will stand. */
  readonly words: string;
  /** Whether both are the same but for spaces, quotes, dashes and capitals. */
  readonly isSame: boolean;
  /** Some typed word would not stand in the live words, not even in another form: to be taken only on purpose. */
  readonly losesWords: boolean;
}

/** What finding offers depends on: one moment of the draft. */
export interface OfferSources {
  readonly acts: ActIndex;
  readonly textOf: InlineText;
  readonly findOwn: Readonly<Record<Language, FindOwn>>;
  /** The short names that the draft gives to acts in a language. */
  readonly namesIn: (language: Language) => readonly GivenShortName[];
}

/** A short name with those that the same citation gives in all languages. */
export interface GivenShortName extends KnownShortName {
  readonly names: ShortNames;
}

/** What offers of one moment of a draft depend on. Nothing is read before it is asked for. */
export function createOfferSources(
  units: readonly Unit[],
  labels: ReadonlyMap<UnitId, UnitLabel>,
  acts: ActIndex,
  textOf: InlineText,
): OfferSources {
  const names = new Map<Language, readonly GivenShortName[]>();
  const namesIn = (language: Language): readonly GivenShortName[] => {
    const known = names.get(language) ?? shortNamesIn(units, language, acts, textOf);
    names.set(language, known);
    return known;
  };
  return { acts, textOf, findOwn: trilingual((language) => createFindOwn(units, labels, language)), namesIn };
}

/** Those of live citations, and of plain words that would become one. */
function shortNamesIn(
  units: readonly Unit[],
  language: Language,
  acts: ActIndex,
  textOf: InlineText,
): readonly GivenShortName[] {
  const live = [...givenNames(units, language)].map(([act, { citation }]): GivenShortName => {
    const names = citation.gives ?? {};
    return { act, name: names[language] ?? '', names };
  });
  const written = units.flatMap((unit) => {
    const plain = unit.kind === 'note' ? '' : plainText(unit, language, textOf);
    if (!mayGiveNames(plain)) return [];
    return recognise(plain, language, acts).flatMap(({ act, gives }): readonly GivenShortName[] =>
      act && gives ? [{ act, name: gives, names: { [language]: gives } }] : [],
    );
  });
  return [...live, ...written];
}

/** Laws on a subject, in the plural, are no act of the register, even where they are called as one is. */
const severalActs =
  /(?<!\p{L})(?:(?:мыйзам|кодекс)[дт][ае]р\p{L}*|(?:закон|кодекс)(?:ы|ов|ам|ами|ах)|laws|codes)(?!\p{L})/iu;

/** Stands for what is no plain text. */
const fixed = '\ufffc';

/**
 * The offers of one text, in order, without overlap. Only what is certain: an act of the register that the words themselves name, or a
 * place of this draft that is there. Words in a comment or a marked blank are left alone, since both would lose their place.
 */
export function offersIn(unit: Unit, index: number, language: Language, sources: OfferSources): readonly Offer[] {
  const plain = plainText(unit, language, sources.textOf);
  if (!/\p{L}/u.test(plain)) return [];
  const offers: Offer[] = [];
  for (const list of listsOf(recognise(plain, language, sources.acts, sources.namesIn(language)))) {
    const free = offers.at(-1)?.end ?? 0;
    const made = list.flatMap((found): readonly FoundLink[] => {
      const isFree = found.start >= free && !found.text.includes(fixed) && !severalActs.test(found.text);
      const inline = isFree ? inlineOf(found, index, language, sources) : undefined;
      return inline ? [offerOf(found, inline, { unit, language, before: plain.slice(0, found.start) }, sources)] : [];
    });
    const whole = made.length === list.length ? joined(made, plain) : undefined;
    if (whole) offers.push({ unit: unit.id, index, language, ...whole });
  }
  return offers;
}

/** Each by itself, but those whose noun is said once in one list. */
function listsOf(found: readonly RecognisedCitation[]): readonly (readonly RecognisedCitation[])[] {
  return [...Map.groupBy(found, ({ list, start }) => list ?? `at ${start}`).values()];
}

type FoundLink = Omit<Offer, 'unit' | 'index' | 'language'>;

/** One offer for a list: taken one by one, 6(2) would be left without its noun. */
function joined([first, ...others]: readonly FoundLink[], plain: string): FoundLink | undefined {
  if (!first || others.length === 0) return first;
  const rest = others.map(({ inline, start }, i) => ({
    inline,
    between: plain.slice((others[i - 1] ?? first).end, start),
  }));
  const end = others.at(-1)?.end ?? first.end;
  return {
    ...first,
    ...{ end, text: plain.slice(first.start, end), rest, isSame: false },
    words: others.reduce((words, other, i) => `${words}${rest[i]?.between ?? ''}${other.words}`, first.words),
    losesWords: [first, ...others].some(({ losesWords }) => losesWords),
  };
}

function plainText(unit: Unit, language: Language, textOf: InlineText): string {
  const { children } = cellOf(unit, language);
  return children
    .map((inline) => {
      if (!isRun(inline)) return fixed.repeat(textOf(inline, language, unit.id).length);
      const isHeld = inline.blank || Object.keys(inline).some((name) => name.startsWith('c_'));
      return isHeld ? fixed.repeat(inline.text.length) : inline.text;
    })
    .join('');
}

const children = [{ text: '' }] as const;

function inlineOf(
  found: RecognisedCitation,
  from: number,
  language: Language,
  { findOwn, namesIn }: OfferSources,
): CitationInline | ReferenceInline | undefined {
  const { act, own, pinpoint, case: name, date, number, text, gives, short } = found;
  const inCase = name && name !== 'nom' ? { case: name } : {};
  if (act !== undefined) {
    const dated = date !== undefined || number !== undefined ? ({ dated: true } as const) : {};
    const ownWords = /\d\)?\s?-?\s?статья/iu.test(text) ? ({ ownWords: true } as const) : {};
    const known = namesIn(language).find((one) => one.act === act && one.name === short)?.names;
    const names = gives ? { gives: { [language]: gives } } : short ? { short: known ?? { [language]: short } } : {};
    return {
      type: 'citation',
      act,
      pinpoint: pinpointFrom(pinpoint),
      ...inCase,
      ...dated,
      ...ownWords,
      ...names,
      children,
    };
  }
  if (own === undefined || pinpoint.length === 0) return undefined;
  const [target, ...also] = findOwn[language]({ own, pairs: pinpoint, from }) ?? [];
  if (target === undefined) return undefined;
  return { type: 'reference', target, ...(also.length > 0 && { also }), ...inCase, children };
}

function offerOf(
  { start, end, text }: RecognisedCitation,
  inline: CitationInline | ReferenceInline,
  { unit, language, before }: { readonly unit: Unit; readonly language: Language; readonly before: string },
  { textOf }: OfferSources,
): FoundLink {
  const isFirst = /^\p{Lu}/u.test(text) && endsSentence(before);
  const wordsOf = (one: CitationInline | ReferenceInline): string => {
    const words = textOf(one, language, unit.id);
    return isFirst ? capitalised(words) : words;
  };
  // A form may be of several cases (статьи): the one that gives the typed words is meant.
  const candidates = [inline, ...grammaticalCases.map((name) => inCase(inline, name))];
  const fitting = candidates.find((one) => levelled(wordsOf(one)) === levelled(text));
  const words = wordsOf(fitting ?? inline);
  const isSame = fitting !== undefined;
  return { start, end, text, inline: fitting ?? inline, words, isSame, losesWords: !isSame && isLosing(text, words) };
}

/** Words are compared by their beginnings: an ending may change with the case. */
function isLosing(before: string, after: string): boolean {
  const stems = (text: string) => (levelled(text).match(/\p{L}{3,}|\d+/gu) ?? []).map((word) => word.slice(0, 4));
  const kept = new Set(stems(after));
  return stems(before).some((stem) => !kept.has(stem));
}

function inCase<T extends CitationInline | ReferenceInline>(inline: T, name: (typeof grammaticalCases)[number]): T {
  const { case: _other, ...rest } = inline;
  return (name === 'nom' ? rest : { ...rest, case: name }) as T;
}

/** A text without what two hands write differently and no reader minds. */
function levelled(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/[«»“”„"]/gu, '"')
    .replace(/\s?[\u2010-\u2015-]\s?/gu, '-')
    .replace(/ё/gu, 'е')
    .replace(/^the /u, '')
    .trim();
}
