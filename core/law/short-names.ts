import { type Language, languages, type Trilingual } from '../base/language.ts';
import { isRun } from '../draft/text.ts';
import type { ActId, CitationInline, ShortNames, Unit, UnitId } from '../draft/types.ts';
import type { Act, ActType } from './types.ts';

/** What is offered as the short name of an act of a type; the drafter's own words go before it. */
const byType: Readonly<Record<ActType, Trilingual<string>>> = {
  law: { ky: 'Мыйзам', ru: 'Закон', en: 'the Law' },
  'constitutional-law': { ky: 'Конституциялык мыйзам', ru: 'Конституционный закон', en: 'the Constitutional Law' },
  code: { ky: 'Кодекс', ru: 'Кодекс', en: 'the Code' },
  constitution: { ky: 'Конституция', ru: 'Конституция', en: 'the Constitution' },
  'parliament-resolution': { ky: 'Токтом', ru: 'Постановление', en: 'the Resolution' },
  'presidential-decree': { ky: 'Жарлык', ru: 'Указ', en: 'the Decree' },
  'government-resolution': { ky: 'Токтом', ru: 'Постановление', en: 'the Resolution' },
  'cabinet-resolution': { ky: 'Токтом', ru: 'Постановление', en: 'the Resolution' },
  'agency-order': { ky: 'Буйрук', ru: 'Приказ', en: 'the Order' },
  'ussr-act': { ky: 'Акты', ru: 'Акт', en: 'the Act' },
};

/** A citation that gives a short name, with its place. */
export interface GivenName {
  readonly unit: UnitId;
  readonly citation: CitationInline;
}

/** The first citation of each act that gives it a short name in a language; drafter's notes give none. */
export function givenNames(units: readonly Unit[], language: Language): ReadonlyMap<ActId, GivenName> {
  const given = new Map<ActId, GivenName>();
  const column = languages.indexOf(language);
  for (const unit of units) {
    if (unit.kind === 'note') continue;
    for (const inline of unit.children[column]?.children ?? []) {
      if (isRun(inline) || inline.type !== 'citation' || inline.gives?.[language] === undefined) continue;
      if (!given.has(inline.act)) given.set(inline.act, { unit: unit.id, citation: inline });
    }
  }
  return given;
}

/** The short names that a draft gives an act, in each language in which it does; undefined when in none. */
export function shortNamesOf(units: readonly Unit[], act: ActId): ShortNames | undefined {
  const names = languages.flatMap((language) => {
    const name = givenNames(units, language).get(act)?.citation.gives?.[language];
    return name === undefined ? [] : [[language, name] as const];
  });
  return names.length > 0 ? Object.fromEntries(names) : undefined;
}

/** Short names to begin from: by the type of the act, and by its number too where another act of the draft is called so already. */
export function offeredNames(act: Act, units: readonly Unit[]): Trilingual<string> {
  const names = byType[act.type];
  const isTaken = languages.some((language) =>
    [...givenNames(units, language)].some(
      ([id, { citation }]) => id !== act.id && citation.gives?.[language] === names[language],
    ),
  );
  if (!isTaken || act.number === null) return names;
  const number = act.number;
  return {
    ky: `№\u00a0${number} ${names.ky}`,
    ru: `${names.ru} №\u00a0${number}`,
    en: `${names.en} No.\u00a0${number}`,
  };
}
