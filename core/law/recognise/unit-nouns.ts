import type { Language } from '../../base/language.ts';
import type { GrammaticalCase } from '../../draft/types.ts';
import { inCase, kyrgyzCases, nominal, plural, possessed } from '../../languages/kyrgyz/suffixes.ts';
import { russianCases, russianNoun } from '../../languages/russian/nouns.ts';
import { type PinpointLevel, pinpointLevels } from '../pinpoint.ts';
import { englishLevelNouns } from '../pinpoint-english.ts';
import { kyrgyzLevelNouns } from '../pinpoint-kyrgyz.ts';
import { russianLevelNouns } from '../pinpoint-russian.ts';
import { foldWord } from './tokens.ts';

/** What a word says when it names a level of an act. */
export interface UnitNoun {
  readonly level: PinpointLevel;
  /** `undefined` where the form is both (статьи) or the word is an abbreviation. */
  readonly plural: boolean | undefined;
  /** The cases that the form can be, likeliest first; empty where the form does not tell. */
  readonly cases: readonly GrammaticalCase[];
  /** Russian: the cases of the form as a plural, where it is one. */
  readonly pluralCases?: readonly GrammaticalCase[];
  /** Kyrgyz: whether the form is possessed, so that something stands before it. */
  readonly owned: boolean;
  /** An abbreviation, which needs its full stop. */
  readonly short?: true;
}

/** Words beside the house's own that acts use for a level. */
const otherNouns: Readonly<Record<'ky' | 'en', readonly (readonly [string, PinpointLevel])[]>> = {
  ky: [
    ['статья', 'article'],
    ['бап', 'chapter'],
    ['пункча', 'subpoint'],
  ],
  en: [
    ['item', 'point'],
    ['clause', 'point'],
    ['subclause', 'subpoint'],
    ['subitem', 'subpoint'],
    ['subparagraph', 'subpoint'],
  ],
};

const abbreviations: Readonly<Record<Language, Readonly<Record<string, PinpointLevel>>>> = {
  ky: { бер: 'article', п: 'point', абз: 'paragraph' },
  ru: {
    ст: 'article',
    ч: 'part',
    п: 'point',
    пп: 'subpoint',
    подп: 'subpoint',
    гл: 'chapter',
    абз: 'paragraph',
    разд: 'section',
  },
  en: { art: 'article', arts: 'article', sec: 'section', ch: 'chapter', pt: 'part', para: 'paragraph' },
};

const tables: Readonly<Record<Language, ReadonlyMap<string, UnitNoun>>> = {
  ky: kyrgyzForms(),
  ru: russianForms(),
  en: englishForms(),
};

/** The level that a folded word names in a language; `undefined` for any other word. */
export function unitNoun(language: Language, word: string): UnitNoun | undefined {
  const known = tables[language].get(word);
  if (known) return known;
  const short = abbreviations[language][word];
  if (short) return { level: short, plural: undefined, cases: [], owned: false, short: true };
  return language === 'ky' ? misspelt(word) : undefined;
}

function kyrgyzForms(): ReadonlyMap<string, UnitNoun> {
  const forms = new Map<string, UnitNoun>();
  const own = pinpointLevels.map((level) => [kyrgyzLevelNouns[level], level] as const);
  for (const [lemma, level] of [...own, ...otherNouns.ky]) {
    const bare = nominal(lemma);
    for (const isPlural of [false, true]) {
      const counted = isPlural ? plural(bare) : bare;
      for (const owned of [false, true]) {
        const noun = owned ? possessed(counted) : counted;
        for (const name of kyrgyzCases) {
          const form = foldWord(inCase(noun, name));
          if (!forms.has(form)) forms.set(form, { level, plural: isPlural, cases: [name], owned });
        }
      }
    }
  }
  return forms;
}

const kyrgyzStem = /^(берене|стат[ьъ]я|болу[кг]|болум|пунктча|пункт|абзац|глава|бап)(\p{L}{1,10})$/u;
const kyrgyzEnding = /^(?:[лдт][аео]р)?(?:с?[ыиуа])?(?:[ндт][ыиу]н?|н|[гк][аео]|н?[дт][аео]н?|н[аео]н?)?(?:г[ыиу])?$/;

/** A form with a slip in its vowels (пунктунин) still names its level. */
function misspelt(word: string): UnitNoun | undefined {
  const [, stem = '', ending = ''] = kyrgyzStem.exec(word) ?? [];
  if (stem === '' || !kyrgyzEnding.test(ending)) return undefined;
  const near = tables.ky.get(stem.replace('ъ', 'ь').replace('болуг', 'болук'));
  return near && { ...near, plural: /^[лдт][аео]р/.test(ending), cases: [], owned: true };
}

function russianForms(): ReadonlyMap<string, UnitNoun> {
  const forms = new Map<string, UnitNoun>();
  for (const level of pinpointLevels) {
    for (const isPlural of [false, true]) {
      for (const name of russianCases) {
        const form = foldWord(russianNoun(russianLevelNouns[level], name, isPlural));
        const known = forms.get(form);
        const numberTold = known === undefined || known.plural === isPlural;
        forms.set(form, {
          level,
          plural: numberTold ? isPlural : undefined,
          cases: known ? [...new Set([...known.cases, name])] : [name],
          owned: false,
          ...(isPlural && { pluralCases: [...(known?.pluralCases ?? []), name] }),
        });
      }
    }
  }
  return forms;
}

function englishForms(): ReadonlyMap<string, UnitNoun> {
  const own = pinpointLevels.map((level) => [englishLevelNouns[level].toLowerCase(), level] as const);
  const forms = [...own, ...otherNouns.en].flatMap(([noun, level]): [string, UnitNoun][] => [
    [noun, { level, plural: false, cases: [], owned: false }],
    [`${noun}s`, { level, plural: true, cases: [], owned: false }],
  ]);
  return new Map(forms);
}
