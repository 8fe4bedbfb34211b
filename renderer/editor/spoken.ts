import type { TFunction } from 'i18next';
import { type Language, languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import type { UnitLabel } from '../../core/draft/numbering.ts';
import { type CellState, cellOf, isBlankCell, stateOf } from '../../core/draft/state.ts';
import type { Unit } from '../../core/draft/types.ts';

/** An article may do without a heading: then nothing is missing, and yet nothing is written. */
type SpokenState = CellState | 'headless';

export function spokenStateOf(unit: Unit, language: Language): SpokenState {
  const state = stateOf(unit, language);
  return state === 'drafted' && isBlankCell(cellOf(unit, language)) ? 'headless' : state;
}

/** What the screen reader is told of a provision, in the language of the interface. */
export interface Spoken {
  /** "русский: утверждён". */
  readonly state: (language: Language, state: SpokenState) => string;
  /** What stands in a text of the language that is not written yet. */
  readonly placeholder: Trilingual<string>;
  /** A provision by itself: "Часть 2. кыргызский: написан; русский: утверждён". The number is that of the column. */
  readonly row: (unit: Unit, label: UnitLabel | undefined, column: Language, shown: readonly Language[]) => string;
}

/** Four thousand rows say it when they are drawn, in the same few words: each sentence is made once. */
export function createSpoken(t: TFunction<'editor'>): Spoken {
  const states = new Map<string, string>();
  const state = (language: Language, of: SpokenState): string => {
    const key = `${language} ${of}`;
    const known = states.get(key) ?? t(`states.${of}`, { language: t(`languages.${language}`) });
    states.set(key, known);
    return known;
  };
  const kinds = new Map<string, string>();
  const kind = (of: Unit['kind']): string => {
    const known = kinds.get(of) ?? t(`units.${of}`, { n: '\u0000' });
    kinds.set(of, known);
    return known;
  };
  return {
    state,
    placeholder: trilingual((language) => t(`placeholder.${language}`)),
    row: (unit, label, column, shown) => {
      const name = kind(unit.kind).replace('\u0000', label?.written[column] ?? '');
      const written = languages.filter((language) => shown.includes(language));
      return `${name.trim()}. ${written.map((language) => state(language, spokenStateOf(unit, language))).join('; ')}`;
    },
  };
}
