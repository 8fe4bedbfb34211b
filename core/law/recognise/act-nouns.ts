import type { Language } from '../../base/language.ts';
import type { GrammaticalCase } from '../../draft/types.ts';
import { inCase, kyrgyzCases, nominal, plural, possessed } from '../../languages/kyrgyz/suffixes.ts';
import { type RussianNoun, russianCases, russianNoun } from '../../languages/russian/nouns.ts';
import type { ActType } from '../types.ts';
import { foldWord } from './tokens.ts';

/** A noun that names what an act is. */
export interface ActNoun {
  readonly types: readonly ActType[];
  readonly cases: readonly GrammaticalCase[];
}

const laws: readonly ActType[] = ['law', 'constitutional-law'];
const resolutions: readonly ActType[] = ['parliament-resolution', 'government-resolution', 'cabinet-resolution'];
const codes: readonly ActType[] = ['code'];
const decrees: readonly ActType[] = ['presidential-decree'];
const orders: readonly ActType[] = ['agency-order'];
const constitutions: readonly ActType[] = ['constitution'];
const kyrgyzNouns: readonly (readonly [string, readonly ActType[]])[] = [
  ['мыйзам', laws],
  ['кодекс', codes],
  ['токтом', resolutions],
  ['акты', ['ussr-act']],
  ['жарлык', decrees],
  ['буйрук', orders],
  ['жобо', resolutions],
  ['нускама', resolutions],
  ['конституция', constitutions],
];
const russianNouns: readonly (readonly [RussianNoun, readonly ActType[]])[] = [
  ['закон', laws],
  ['кодекс', codes],
  ['постановление', resolutions],
  ['указ', decrees],
  ['приказ', orders],
  ['конституция', constitutions],
  ['акт', ['ussr-act']],
];
const russianOthers = /^распоряжени\p{L}{0,4}$/u;
const englishNouns: Readonly<Record<string, readonly ActType[]>> = {
  law: laws,
  laws,
  code: codes,
  resolution: resolutions,
  decree: [...resolutions, ...decrees],
  order: [...orders, 'government-resolution'],
  act: ['ussr-act'],
  constitution: constitutions,
};

/** Nouns that mean an act of their kind with nothing beside them: what is cited of it must not be taken for the text's own. */
const alone: readonly ActType[] = [...decrees, ...orders, ...constitutions];

/** Whether a noun counts as the name of an act with neither title nor date nor number. */
export function standsAlone({ types }: Pick<ActNoun, 'types'>): boolean {
  return types.every((type) => alone.includes(type));
}

const kyrgyzTable = kyrgyzForms();
const russianTable = russianForms();

/** What act a folded word names; `undefined` for any other word. */
export function actNoun(language: Language, word: string): ActNoun | undefined {
  if (language === 'ky') return kyrgyzTable.get(word);
  if (language === 'ru')
    return russianTable.get(word) ?? (russianOthers.test(word) ? { types: [], cases: [] } : undefined);
  const types = englishNouns[word];
  return types && { types, cases: [] };
}

function kyrgyzForms(): ReadonlyMap<string, ActNoun> {
  const forms = new Map<string, ActNoun>();
  for (const [lemma, types] of kyrgyzNouns) {
    const bare = nominal(lemma);
    for (const noun of [bare, possessed(bare), plural(bare), possessed(plural(bare))]) {
      for (const name of kyrgyzCases) {
        const form = foldWord(inCase(noun, name));
        if (!forms.has(form)) forms.set(form, { types, cases: [name] });
      }
    }
  }
  return forms;
}

function russianForms(): ReadonlyMap<string, ActNoun> {
  const forms = new Map<string, ActNoun>();
  for (const [noun, types] of russianNouns) {
    for (const name of russianCases) {
      for (const isPlural of [false, true]) {
        const form = russianNoun(noun, name, isPlural);
        forms.set(form, { types, cases: [...(forms.get(form)?.cases ?? []), name] });
      }
    }
  }
  return forms;
}
