import type { Pinpoint } from '../draft/types.ts';
import { findDate } from '../languages/read-date.ts';
import { type ActIndex, actsFittingAll, searchActs } from './acts.ts';
import { type PinpointLevel, parseNumbers, pinpointLevels } from './pinpoint.ts';
import type { Act } from './types.ts';

/** What a person asked for when citing: the acts that fit, best first, and the place in the act. */
export interface CitationQuery {
  /** May be empty. */
  readonly acts: readonly Act[];
  /** Empty when no place was named. */
  readonly pinpoint: Pinpoint;
}

/** `12`, `5-1`, lists and ranges of them. */
const numbers = '\\d+(?:-\\d+)*(?:\\s*(?:,|-|–|жана|и|and)\\s*\\d+(?:-\\d+)*)*';
const letter = '[«"“]?[a-zа-я](?![\\p{L}\\d])[»"”]?';
const roman = '[IVXLC]+(?![\\p{L}\\d])';

/** The words by which each level is asked for before its number (Russian, English) and after it (Kyrgyz), with their abbreviations. */
const before: Readonly<Record<PinpointLevel, string>> = {
  section: 'разд(?:ел\\p{L}*)?|sections?|sec',
  chapter: 'гл(?:ав\\p{L}*)?|chapters?|ch',
  article: 'ст(?:ат(?:ь\\p{L}*|ей))?|articles?|art|arts',
  part: 'ч(?:аст\\p{L}+)?|parts?|pt',
  point: 'п(?:ункт\\p{L}*)?|points?|items?',
  subpoint: 'пп|подп(?:ункт\\p{L}*)?|sub-?points?|subitems?',
  paragraph: 'абз(?:ац\\p{L}*)?|paragraphs?|para',
};
const after: Readonly<Record<PinpointLevel, string>> = {
  section: 'бөлүм|болум',
  chapter: 'глава|бап|гл',
  article: 'берене|бер|статья|ст',
  part: 'бөлү[кг]|болу[кг]|бөл',
  point: 'пункт(?!ча)|п',
  subpoint: 'пунктча|пч',
  paragraph: 'абзац|абз',
};

/**
 * Splits a query such as «статус военнослужащих 12.2.3», «ст. 12 ч. 2 п. 3 статус», «жоболор 12-берене» or `military art. 12 part 2`
 * into an act to look for and a place in it. A bare number at the end is an act's number if one bears it, else an article.
 */
export function findCitation(index: ActIndex, query: string): CitationQuery {
  const worded = takeWorded(query);
  if (Object.keys(worded.pinpoint).length > 0) {
    const whole = actsFittingAll(index, worded.rest);
    const { rest, pinpoint } = whole.length > 0 ? worded : withBareNumbers(worded);
    return { acts: whole.length > 0 ? whole : searchActs(index, rest), pinpoint };
  }
  const dotted = takeDotted(query);
  const isSingle = dotted !== undefined && dotted.pinpoint.part === undefined;
  if (dotted && !isSingle) return { acts: searchActs(index, dotted.rest), pinpoint: dotted.pinpoint };
  const whole = dotted ? actsFittingAll(index, query) : searchActs(index, query);
  if (whole.length > 0 || !dotted) return { acts: whole, pinpoint: {} };
  return { acts: searchActs(index, dotted.rest), pinpoint: dotted.pinpoint };
}

/** The place that a query names, with no act to look for: where to go in a draft. `rest` is what names no place. */
export function findPinpoint(query: string): { readonly rest: string; readonly pinpoint: Pinpoint } {
  const worded = takeWorded(query);
  if (Object.keys(worded.pinpoint).length > 0) return withBareNumbers(worded);
  return takeDotted(query) ?? { rest: query, pinpoint: {} };
}

interface Taken {
  readonly rest: string;
  readonly pinpoint: Pinpoint;
}

/** Takes out all places that are named by a word, in any order and language. */
function takeWorded(query: string): Taken {
  const pinpoint: Partial<Record<PinpointLevel, readonly string[]>> = {};
  let rest = query;
  for (const level of pinpointLevels) {
    for (const pattern of patternsFor(level)) {
      rest = rest.replace(pattern, (_match, written: string) => {
        pinpoint[level] = numbersOf(written);
        return ' ';
      });
    }
  }
  return { rest, pinpoint };
}

function patternsFor(level: PinpointLevel): readonly RegExp[] {
  const number = level === 'subpoint' ? `${numbers}|${letter}` : level === 'section' ? `${roman}|${numbers}` : numbers;
  // A hyphen binds a number to the Kyrgyz word after it; letters and Roman numbers stand apart from it.
  const apart = level === 'subpoint' || level === 'section' ? '\\s*-?\\s*' : '\\s*-\\s*';
  return [
    new RegExp(`(?<![\\p{L}\\d-])(${number})${apart}(?:${after[level]})(?:\\p{L}{2,})?\\.?(?![\\p{L}\\d])`, 'iu'),
    new RegExp(`(?<![\\p{L}\\d-])(?:${before[level]})\\.?\\s*(${number})(?![\\p{L}\\d])`, 'iu'),
  ];
}

/** «11 ч. 3», «11.2 п. 4»: bare numbers that are left beside a worded level are the levels above it, from the article down. */
function withBareNumbers(worded: Taken): Taken {
  const dotted = takeDotted(worded.rest);
  const named = pinpointLevels.filter((level) => worded.pinpoint[level] !== undefined);
  const bare = pinpointLevels.filter((level) => dotted?.pinpoint[level] !== undefined);
  const depth = (level: PinpointLevel): number => pinpointLevels.indexOf(level);
  const isAbove = bare.every((outer) =>
    named.every((inner) => depth(inner) < depth('article') || depth(outer) < depth(inner)),
  );
  if (!dotted || !isAbove) return worded;
  return { rest: dotted.rest, pinpoint: { ...worded.pinpoint, ...dotted.pinpoint } };
}

/** `12`, `12.2`, `12.2.3`, `12.2.3.а` at the end: article, part, point, subpoint. */
function takeDotted(query: string): Taken | undefined {
  const one = '\\d+(?:-\\d+)*';
  const match = new RegExp(
    `(?:^|\\s)(${one})(?:\\.(${one}))?(?:\\.(${one}))?(?:\\.(${one}|[a-zа-я]))?\\.?\\s*$`,
    'iu',
  ).exec(query);
  if (!match || findDate(match[0])) return undefined;
  const [, article, part, point, subpoint] = match;
  const levels = { article, part, point, subpoint };
  const pinpoint = Object.fromEntries(
    Object.entries(levels).flatMap(([level, n]) => (n === undefined ? [] : [[level, [n]]])),
  );
  return { rest: query.slice(0, match.index), pinpoint };
}

function numbersOf(written: string): readonly string[] {
  return parseNumbers(written.replace(/[«»"“”]/g, '').replace(/\s+(?:жана|и|and)\s+/giu, ','));
}
