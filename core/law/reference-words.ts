import type { Language } from '../base/language.ts';
import type { DocumentKind, GrammaticalCase, Pinpoint } from '../draft/types.ts';
import { inCase, type KyrgyzCase, nominal, possessed } from '../languages/kyrgyz/suffixes.ts';
import { type RussianCase, type RussianNoun, russianAdjective, russianNoun } from '../languages/russian/nouns.ts';
import { kyrgyzCase, russianCase } from './grammar.ts';
import { joinList, type PinpointLevel } from './pinpoint.ts';
import { englishLevelNouns, englishPinpoint } from './pinpoint-english.ts';
import { kyrgyzLevelNouns, kyrgyzPinpoint } from './pinpoint-kyrgyz.ts';
import { russianLevelNouns, russianPinpoint } from './pinpoint-russian.ts';

/** What a reference names, told from where it stands; each language has its words for it. */
export type ReferenceTarget =
  /** The bill itself. */
  | { readonly is: 'law' }
  | { readonly is: 'preamble' }
  /** A unit that encloses the reference: this article, this part. */
  | { readonly is: 'this'; readonly level: PinpointLevel }
  /** A unit beside or elsewhere, counted from what both stand in. */
  | { readonly is: 'place'; readonly within: 'law' | 'article' | 'part'; readonly pinpoint: Pinpoint };

const and: Readonly<Record<Language, string>> = { ky: 'жана', ru: 'и', en: 'and' };

/**
 * What a reference names, in words: ушул берененин 1-бөлүгү, часть 1 настоящей статьи, part 1 of this Article. Of several places in one
 * law or article its name is said once: ушул Мыйзамдын 5-беренесинин 1-бөлүгү жана 7-беренеси. `marks` stand for those that are gone.
 */
export function describeTargets(
  targets: readonly ReferenceTarget[],
  marks: readonly string[],
  grammaticalCase: GrammaticalCase | undefined,
  language: Language,
  document?: DocumentKind,
): string {
  const own = document ?? 'law';
  const words = targets.map((target, i) => {
    // The owner stands before the places in Kyrgyz and behind them in the others, so it is said with the first or the last.
    const beside = targets[language === 'ky' ? i - 1 : i + 1];
    return describeTarget(target, isSharing(target, beside), grammaticalCase, language, own);
  });
  return joinList([...words, ...marks], and[language]);
}

function isSharing(target: ReferenceTarget, beside: ReferenceTarget | undefined): boolean {
  return target.is === 'place' && beside?.is === 'place' && target.within === beside.within;
}

function describeTarget(
  target: ReferenceTarget,
  isOwned: boolean,
  grammaticalCase: GrammaticalCase | undefined,
  language: Language,
  own: Own,
): string {
  switch (language) {
    case 'ky':
      return kyrgyzWords(target, isOwned, kyrgyzCase(grammaticalCase), own);
    case 'ru':
      return russianWords(target, isOwned, russianCase(grammaticalCase), own);
    case 'en':
      return englishWords(target, isOwned, own);
  }
}

/** What the draft itself is. */
type Own = 'law' | DocumentKind;

const kyrgyzOwn: Readonly<Record<Own, string>> = { law: 'Мыйзам', resolution: 'токтом', note: 'негиздеме-маалымкат' };
const kyrgyzContainers = { article: kyrgyzLevelNouns.article, part: kyrgyzLevelNouns.part } as const;

/** `isOwned`: the owner was named a moment before. */
function kyrgyzWords(target: ReferenceTarget, isOwned: boolean, grammaticalCase: KyrgyzCase, own: Own): string {
  switch (target.is) {
    case 'law':
      return `ушул ${inCase(nominal(kyrgyzOwn[own]), grammaticalCase)}`;
    case 'this':
      return `ушул ${inCase(nominal(kyrgyzLevelNouns[target.level]), grammaticalCase)}`;
    case 'preamble':
      return `ушул ${inCase(nominal(kyrgyzOwn[own]), 'gen')} ${inCase(possessed(nominal('преамбула')), grammaticalCase)}`;
    case 'place': {
      const owner = inCase(nominal(target.within === 'law' ? kyrgyzOwn[own] : kyrgyzContainers[target.within]), 'gen');
      const place = kyrgyzPinpoint(target.pinpoint, { owned: true, case: grammaticalCase });
      return isOwned ? place : `ушул ${owner} ${place}`;
    }
  }
}

const feminine: ReadonlySet<RussianNoun> = new Set(['статья', 'часть', 'глава', 'преамбула']);
const russianContainers = { article: 'статья', part: 'часть' } as const;

/** настоящая статья, настоящего пункта. */
function thisRussian(noun: RussianNoun, grammaticalCase: RussianCase): string {
  const gender = feminine.has(noun) ? 'feminine' : 'masculine';
  return `${russianAdjective('настоящий', grammaticalCase, gender)} ${russianNoun(noun, grammaticalCase)}`;
}

function thisRussianLaw(grammaticalCase: RussianCase): string {
  return thisRussian('закон', grammaticalCase).replace('закон', 'Закон');
}

/** Those that are no laws are named in lower case, as by-laws name themselves. */
const russianOwn: Readonly<Record<DocumentKind, Readonly<Record<RussianCase, string>>>> = {
  resolution: {
    nom: 'настоящее постановление',
    gen: 'настоящего постановления',
    dat: 'настоящему постановлению',
    acc: 'настоящее постановление',
    ins: 'настоящим постановлением',
    loc: 'настоящем постановлении',
  },
  note: {
    nom: 'настоящая справка-обоснование',
    gen: 'настоящей справки-обоснования',
    dat: 'настоящей справке-обоснованию',
    acc: 'настоящую справку-обоснование',
    ins: 'настоящей справкой-обоснованием',
    loc: 'настоящей справке-обосновании',
  },
};

function thisRussianOwn(own: Own, grammaticalCase: RussianCase): string {
  return own === 'law' ? thisRussianLaw(grammaticalCase) : russianOwn[own][grammaticalCase];
}

function russianWords(target: ReferenceTarget, isOwned: boolean, grammaticalCase: RussianCase, own: Own): string {
  switch (target.is) {
    case 'law':
      return thisRussianOwn(own, grammaticalCase);
    case 'this':
      return thisRussian(russianLevelNouns[target.level], grammaticalCase);
    case 'preamble':
      return `${russianNoun('преамбула', grammaticalCase)} ${thisRussianOwn(own, 'gen')}`;
    case 'place': {
      const place = russianPinpoint(target.pinpoint, grammaticalCase);
      const owner =
        target.within === 'law' ? thisRussianOwn(own, 'gen') : thisRussian(russianContainers[target.within], 'gen');
      return isOwned ? place : `${place} ${owner}`;
    }
  }
}

const englishOwn: Readonly<Record<Own, string>> = { law: 'Law', resolution: 'resolution', note: 'justification note' };
const englishContainers = { article: englishLevelNouns.article, part: englishLevelNouns.part } as const;

function englishWords(target: ReferenceTarget, isOwned: boolean, own: Own): string {
  switch (target.is) {
    case 'law':
      return `this ${englishOwn[own]}`;
    case 'this':
      return `this ${englishLevelNouns[target.level]}`;
    case 'preamble':
      return `the preamble of this ${englishOwn[own]}`;
    case 'place': {
      const place = englishPinpoint(target.pinpoint);
      const owner = target.within === 'law' ? englishOwn[own] : englishContainers[target.within];
      return isOwned ? place : `${place} of this ${owner}`;
    }
  }
}
