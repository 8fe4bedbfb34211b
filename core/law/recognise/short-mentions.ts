import type { Language } from '../../base/language.ts';
import type { ActId, GrammaticalCase } from '../../draft/types.ts';
import { kyrgyzCases } from '../../languages/kyrgyz/suffixes.ts';
import { russianCases } from '../../languages/russian/nouns.ts';
import { kyrgyzShortName, russianShortName } from '../short-name-words.ts';
import type { ActMention } from './act-mention.ts';

/** A short name that a text uses for an act, in the nominative. */
export interface KnownShortName {
  readonly act: ActId;
  readonly name: string;
}

const giving: Readonly<Record<Language, RegExp>> = {
  ky: /[\s\u00a0]*\(\s*мындан\s+ары(?:\s+текст(?:те|\s+боюнча))?\s*[-–—:]*\s*[«“„"]?([^()«»“”„"]{2,120}?)[»”“"]?\s*\)/iuy,
  ru: /[\s\u00a0]*\(\s*(?:в\s+)?дальнейшем\s*[-–—:]*\s*[«“„"]?([^()«»“”„"]{2,120}?)[»”“"]?\s*\)|[\s\u00a0]*\(\s*далее(?:\s+по\s+тексту)?\s*[-–—:]*\s*[«“„"]?([^()«»“”„"]{2,120}?)[»”“"]?\s*\)/iuy,
  en: /[\s\u00a0]*\(\s*(?:hereinafter|hereafter)(?:\s+referred\s+to\s+as|\s+called)?\s*[-–—:,]*\s*[“"«]?([^()«»“”"]{2,120}?)[”"»]?\s*\)/iuy,
};

/** The short name that the words behind an act give it. */
export function givenAfter(
  text: string,
  at: number,
  language: Language,
): { readonly name: string; readonly end: number } | undefined {
  const pattern = giving[language];
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const name = match?.[1] ?? match?.[2];
  return match && name ? { name: name.trim(), end: at + match[0].length } : undefined;
}

/** Whether a text may give a short name somewhere: the cheap question before it is read. */
export function mayGiveNames(text: string): boolean {
  return /мындан\s+ары|далее|дальнейшем|here(?:in)?after/iu.test(text);
}

/** Before the noun: the words that make it the name of another act, or of a subject. */
const notAfter: Readonly<Record<Language, RegExp>> = {
  ky: /(?:[»”"]|жөнүндө|тууралуу|боюнча|Республикасынын|КРнын|ушул|№\s*[\p{L}\d-]+)\s*$/iu,
  ru: /настоящ\p{L}+\s*$/iu,
  en: /(?:this|present)\s*$/iu,
};

/** After it: the words by which a full name goes on. */
const notBefore: Readonly<Record<Language, RegExp>> = {
  ky: /^$(?!)/u,
  ru: /^\s*(?:об?\s|«|“|Кыргызской|КР(?!\p{L})|от\s*\d|№)/iu,
  en: /^\s*(?:of\s+the\s+Kyrgyz|on\s|“|"|No\.?\s)/iu,
};

/** The places where acts are named by known short names, in order, outside the places where acts are named otherwise. */
export function shortMentions(
  text: string,
  language: Language,
  known: readonly KnownShortName[],
  others: readonly ActMention[],
): readonly ActMention[] {
  const forms = formsOf(known, language);
  if (forms.size === 0) return [];
  const alternatives = [...forms.keys()].toSorted((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\d-])(?:${alternatives.join('|')})(?![\\p{L}\\d])`, 'gu');
  return [...text.matchAll(pattern)].flatMap((match): readonly ActMention[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const form = forms.get(levelled(match[0]));
    const isOther = others.some((other) => other.start < end && start < other.end);
    if (!form || isOther || notAfter[language].test(text.slice(Math.max(0, start - 40), start))) return [];
    if (notBefore[language].test(text.slice(end, end + 40))) return [];
    return [{ start, end, act: form.act, short: form.name, ...(form.case && { case: form.case }) }];
  });
}

interface Form extends KnownShortName {
  /** Absent where the form does not tell. */
  readonly case?: GrammaticalCase;
}

/** A name that two acts bear names neither. */
function formsOf(known: readonly KnownShortName[], language: Language): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>();
  const isShared = ({ act, name }: KnownShortName) => known.some((other) => other.name === name && other.act !== act);
  for (const one of known) {
    if (isShared(one)) continue;
    for (const [form, name] of declined(one.name, language)) {
      const key = levelled(form);
      if (!forms.has(key)) forms.set(key, { ...one, ...(name && { case: name }) });
    }
  }
  return forms;
}

function declined(name: string, language: Language): readonly (readonly [string, GrammaticalCase | undefined])[] {
  switch (language) {
    case 'ky':
      return kyrgyzCases.map((one) => [kyrgyzShortName(name, one), one]);
    case 'ru':
      return russianCases.map((one) => [russianShortName(name, one), one]);
    case 'en':
      return [[name, undefined]];
  }
}

function levelled(form: string): string {
  return form.replace(/[\s\u00a0]+/gu, ' ');
}

function escaped(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/ /gu, '[\\s\\u00a0]+');
}
