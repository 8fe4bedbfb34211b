import type { Language } from '../../base/language.ts';
import type { ActId, GrammaticalCase } from '../../draft/types.ts';
import type { ActIndex } from '../acts.ts';
import { type PinpointLevel, pinpointLevels } from '../pinpoint.ts';
import type { ActMention } from './act-mention.ts';
import { type Chain, caseOf, chainsOf } from './chains.ts';
import { englishActs } from './english-acts.ts';
import { given, kyrgyzActs } from './kyrgyz-acts.ts';
import { withoutForeign } from './own-constitution.ts';
import { joinActs, type PinpointPair, type Placed, shareUnsaid } from './places.ts';
import { russianActs } from './russian-acts.ts';
import { givenAfter, type KnownShortName, mayGiveNames, shortMentions } from './short-mentions.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A citation found in running text. */
export interface RecognisedCitation {
  /** UTF-16 code units from the start of the text, 0-based; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** The words between `start` and `end`. */
  readonly text: string;
  /** Outermost first; a level with several numbers has a pair for each. Empty for a whole act. */
  readonly pinpoint: readonly PinpointPair[];
  /** Present when the words name one act of the register and nothing contradicts it. */
  readonly act?: ActId;
  /** «ушул Мыйзам», «настоящая статья», "this Article": the law in which the text stands, or its unit around the words. */
  readonly own?: 'law' | PinpointLevel;
  /** The act's date, ISO, where it is written out. */
  readonly date?: string;
  /** The act's number, where it is written out. */
  readonly number?: string;
  /** The act's title, where it is quoted. */
  readonly title?: string;
  /** The case in which the words stand; absent in English and where the form does not tell. */
  readonly case?: GrammaticalCase;
  /** The short name that the words give the act: (мындан ары – …), (далее – …), (hereinafter …). */
  readonly gives?: string;
  /** The short name, in the nominative, by which the words name the act. */
  readonly short?: string;
  /** Act and outer levels are told by a neighbour (статьей 79 и частью 2 статьи 80 …): these words alone do not say them. */
  readonly borrowed?: true;
  /** Where the list begins whose noun is said once for several citations (статьи 5 (часть 1), 6 (часть 2) и 7): they stand or fall together. */
  readonly list?: number;
}

const actsOf: Readonly<Record<Language, (text: string, index: ActIndex) => readonly ActMention[]>> = {
  ky: kyrgyzActs,
  ru: russianActs,
  en: englishActs,
};

/**
 * The citations of a running text, in order, without overlap: acts, places in acts, and both together. Of places told in one breath
 * («статьей 79 и частью 2 статьи 80 Конституции») each takes from its neighbour what it leaves unsaid. `known` are short names of acts
 * that the text may use; those that it gives itself hold for what follows them.
 */
export function recognise(
  text: string,
  language: Language,
  index: ActIndex,
  known: readonly KnownShortName[] = [],
): readonly RecognisedCitation[] {
  const tokens = tokensOf(text);
  const named = withoutForeign(text, actsOf[language](text, index), language, index);
  const mentions = withShortNames(text, language, named, known);
  const chains = chainsOf(tokens, language).filter((chain) => !isInside(tokens, chain, mentions));
  const placed = shareUnsaid(tokens, joinActs(text, tokens, chains, mentions, language), language);
  const used = new Set(placed.filter(({ borrowed }) => !borrowed).map(({ mention }) => mention));
  const alone = mentions.filter((mention) => !used.has(mention)).map((mention) => citationOf(text, mention, mention));
  const withPlace = placed.map((place) => placedCitation(text, tokens, place, language));
  return [...alone, ...withPlace].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function withShortNames(
  text: string,
  language: Language,
  acts: readonly ActMention[],
  known: readonly KnownShortName[],
): readonly ActMention[] {
  const mayGive = mayGiveNames(text);
  const named = mayGive ? acts.map((mention) => withGiven(text, language, mention)) : acts;
  const given = named.flatMap(({ act, gives, end }) => (act && gives ? [{ act, name: gives, from: end }] : []));
  if (given.length === 0 && known.length === 0) return named;
  const short = shortMentions(text, language, [...given, ...known], named);
  const isGiven = ({ act, short: name, start }: ActMention): boolean =>
    known.some((one) => one.act === act && one.name === name) ||
    given.some((one) => one.act === act && one.from <= start);
  return [...named, ...short.filter(isGiven)].toSorted((a, b) => a.start - b.start);
}

function withGiven(text: string, language: Language, mention: ActMention): ActMention {
  const given = mention.act === undefined ? undefined : givenAfter(text, mention.end, language);
  return given ? { ...mention, end: given.end, gives: given.name } : mention;
}

/** A title may speak of articles itself; and a date's day is no unit. */
function isInside(tokens: readonly Token[], chain: Chain, mentions: readonly ActMention[]): boolean {
  const start = tokens[chain.start]?.start ?? 0;
  let low = 0;
  let high = mentions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const mention = mentions[middle];
    if (!mention) return false;
    if (start < mention.start) high = middle - 1;
    else if (start >= mention.end) low = middle + 1;
    else return true;
  }
  return false;
}

function placedCitation(text: string, tokens: readonly Token[], place: Placed, language: Language): RecognisedCitation {
  const from = tokens[place.chain.start]?.start ?? 0;
  const to = tokens[place.chain.next - 1]?.end ?? from;
  const { mention } = place;
  const touches = mention !== undefined && place.borrowed === undefined;
  const start = touches ? Math.min(from, mention.start) : from;
  const end = touches ? Math.max(to, mention.end) : to;
  const citation = citationOf(text, { start, end }, mention);
  const grammaticalCase = caseOf(place.chain, language);
  const { case: _ofAct, ...rest } = citation;
  const list = place.chain.list === undefined ? undefined : tokens[place.chain.list]?.start;
  return { ...rest, pinpoint: place.pairs, ...given({ case: grammaticalCase, borrowed: place.borrowed, list }) };
}

function citationOf(
  text: string,
  place: { readonly start: number; readonly end: number },
  mention: ActMention | undefined,
): RecognisedCitation {
  const { act, own, date, number, title, gives, short, case: grammaticalCase } = mention ?? {};
  return {
    start: place.start,
    end: place.end,
    text: text.slice(place.start, place.end),
    pinpoint: [],
    ...given({ act, own, date, number, title, gives, short, case: grammaticalCase }),
  };
}

/** Pairs as the pinpoint that a citation stores. */
export function pinpointFrom(
  pairs: readonly PinpointPair[],
): Readonly<Partial<Record<PinpointLevel, readonly string[]>>> {
  const levels = pinpointLevels.map(
    (level) => [level, pairs.filter(([own]) => own === level).map(([, n]) => n)] as const,
  );
  return Object.fromEntries(levels.filter(([, numbers]) => numbers.length > 0));
}
