import { type Language, languages } from '../base/language.ts';
import type { CitationInline } from '../draft/types.ts';
import type { KyrgyzCase } from '../languages/kyrgyz/suffixes.ts';
import type { RussianCase } from '../languages/russian/nouns.ts';
import { englishActName } from './act-name-english.ts';
import { kyrgyzActName } from './act-name-kyrgyz.ts';
import { russianActName } from './act-name-russian.ts';
import type { ActIndex } from './acts.ts';
import { kyrgyzCase, russianCase } from './grammar.ts';
import { unknownActMark } from './missing-words.ts';
import { nameAct } from './named-act.ts';
import { stepsOf } from './pinpoint.ts';
import { englishPinpoint } from './pinpoint-english.ts';
import { type KyrgyzPlace, kyrgyzPinpoint } from './pinpoint-kyrgyz.ts';
import { russianPinpoint } from './pinpoint-russian.ts';
import { hereinafter, kyrgyzShortName, russianShortName } from './short-name-words.ts';
import type { Act } from './types.ts';

/**
 * What a citation says, apart from where it stands: an act, a place in it, a case, whether date and number are written out,
 * whether its articles are called as the act itself calls them, and the short name that it gives or uses.
 */
export type Citation = Pick<CitationInline, 'act' | 'pinpoint' | 'case' | 'dated' | 'ownWords' | 'gives' | 'short'>;

/**
 * The words of a citation in a language. Kyrgyz goes from large to small and the case falls on the last unit; Russian goes from
 * small to large and the case falls on the first; English has none. An act that is not in the register gives a visible mark.
 */
export function renderCitation(citation: Citation, index: ActIndex, language: Language): string {
  const act = index.byId.get(citation.act);
  if (!act) return unknownActMark(citation.act, language);
  const named = nameAct(act, language, citation.dated === true || hasNamesake(act, index));
  const whole = stepsOf(citation.pinpoint).length === 0;
  const short = citation.short?.[language];
  const given = citation.gives?.[language];
  const giving = given === undefined ? '' : ` ${hereinafter(given, language)}`;
  switch (language) {
    case 'ky': {
      const last = kyrgyzCase(citation.case);
      const name = (own: KyrgyzCase) =>
        short === undefined ? `${kyrgyzActName(named, own)}${giving}` : kyrgyzShortName(short, own);
      if (whole) return name(last);
      return `${name('gen')} ${kyrgyzPinpoint(citation.pinpoint, { owned: true, case: last, ...articleWord(citation, act) })}`;
    }
    case 'ru': {
      const first = russianCase(citation.case);
      const name = (own: RussianCase) =>
        short === undefined ? `${russianActName(named, own)}${giving}` : russianShortName(short, own);
      return whole ? name(first) : `${russianPinpoint(citation.pinpoint, first)} ${name('gen')}`;
    }
    case 'en': {
      const name = short ?? `${englishActName(named)}${giving}`;
      return whole ? name : `${englishPinpoint(citation.pinpoint)} of ${name}`;
    }
  }
}

function articleWord({ ownWords }: Citation, act: Act): Pick<KyrgyzPlace, 'article'> {
  return ownWords && act.articleWord ? { article: act.articleWord } : {};
}

/**
 * A dead act whose title another one bears too (three criminal codes) is told apart by date and number, asked for or not. A title in any
 * language counts: the register may lack the living act's in this one, but readers do not.
 */
function hasNamesake(act: Act, index: ActIndex): boolean {
  if (act.status === 'in-force') return false;
  return languages.some((language) => {
    const title = act.title[language]?.toLowerCase();
    return title !== undefined && index.acts.some((other) => other !== act && isCalled(other, title, language));
  });
}

function isCalled(act: Act, title: string, language: Language): boolean {
  return [act.title[language], ...(act.otherTitles?.[language] ?? [])].some((own) => own?.toLowerCase() === title);
}

/**
 * What a citation lacks in a language:
 * `unknown-act` the register does not have it; `title-missing` the act has no title in the language, so that date and number or a
 * title in another language stand for it; `title-unseen` the title was seen in no source; `date-missing`, `number-missing` asked for
 * or needed, but not known; `act-unverified` the act itself rests on general knowledge.
 */
export type CitationGap =
  | 'unknown-act'
  | 'title-missing'
  | 'title-unseen'
  | 'date-missing'
  | 'number-missing'
  | 'act-unverified';

/** The gaps of a citation in a language, in the order of {@link CitationGap}; empty when everything that it writes is known and seen. */
export function citationGaps(citation: Citation, index: ActIndex, language: Language): readonly CitationGap[] {
  const act = index.byId.get(citation.act);
  if (!act) return ['unknown-act'];
  if (citation.short?.[language] !== undefined) return act.confidence === 'unverified' ? ['act-unverified'] : [];
  const needsDate = citation.dated === true || act.title[language] === null;
  const gaps: readonly (readonly [boolean, CitationGap])[] = [
    [act.title[language] === null, 'title-missing'],
    [isUnseen(act, language), 'title-unseen'],
    [needsDate && act.date === null, 'date-missing'],
    [needsDate && act.number === null, 'number-missing'],
    [act.confidence === 'unverified', 'act-unverified'],
  ];
  return gaps.filter(([applies]) => applies).map(([, gap]) => gap);
}

/** English is a convenience translation throughout, so an English title of ours is no gap. */
function isUnseen(act: Act, language: Language): boolean {
  return language !== 'en' && act.title[language] !== null && !act.titleSeen.includes(language);
}
