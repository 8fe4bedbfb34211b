import { parseIsoDate } from '../languages/date-parts.ts';
import { kyrgyzDate } from '../languages/kyrgyz/dates.ts';
import { inCase, type KyrgyzCase, type Nominal, nominal, possessed } from '../languages/kyrgyz/suffixes.ts';
import type { NamedAct } from './named-act.ts';
import type { ActType } from './types.ts';

const state = 'Кыргыз Республикасынын';

/** Who an act belongs to, in the genitive, and what it is, in the dictionary form. */
const words: Readonly<Record<ActType, { readonly owner: string; readonly noun: string }>> = {
  law: { owner: state, noun: 'Мыйзам' },
  'constitutional-law': { owner: state, noun: 'конституциялык Мыйзам' },
  code: { owner: state, noun: 'Кодекс' },
  constitution: { owner: state, noun: 'Конституция' },
  'parliament-resolution': { owner: `${state} Жогорку Кеңешинин`, noun: 'токтом' },
  'presidential-decree': { owner: `${state} Президентинин`, noun: 'Жарлык' },
  'government-resolution': { owner: `${state} Өкмөтүнүн`, noun: 'токтом' },
  'cabinet-resolution': { owner: `${state} Министрлер Кабинетинин`, noun: 'токтом' },
  'agency-order': { owner: '', noun: 'буйрук' },
  'ussr-act': { owner: 'СССРдин', noun: 'акты' },
};

/** Of what is below a law the title stands next to the noun. */
const titledLast: ReadonlySet<ActType> = new Set([
  'parliament-resolution',
  'presidential-decree',
  'government-resolution',
  'cabinet-resolution',
  'agency-order',
]);

/**
 * An act's name, ending in its noun: «Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын Мыйзамы. The quoted title of a
 * law stands first, that of a resolution before its noun; a code's title is its name (Кыргыз Республикасынын Жазык кодекси).
 */
export function kyrgyzActName(named: NamedAct, grammaticalCase: KyrgyzCase): string {
  const { owner, noun } = { ...words[named.type], ...(named.issuer && { owner: named.issuer }) };
  const code = named.type === 'code' && named.title ? codeNoun(named.title) : undefined;
  if (code) return joined(state, dateAndNumber(named), inCase(code, grammaticalCase));
  const title = named.title ? `«${named.title}»` : '';
  const ending = inCase(possessed(nominal(noun)), grammaticalCase);
  return titledLast.has(named.type)
    ? joined(owner, dateAndNumber(named), title, ending)
    : joined(title, owner, dateAndNumber(named), ending);
}

/** A code's title without the state: Жазык кодекси, whose last word is possessed already. */
function codeNoun(title: string): Nominal | undefined {
  if (!title.startsWith(`${state} `) || !title.endsWith('кодекси')) return undefined;
  return { text: title.slice(state.length + 1), possessed: true };
}

/** 1992-жылдын 1-июлундагы № 930-XII. */
function dateAndNumber({ date, number }: NamedAct): string {
  const parts = date ? parseIsoDate(date) : undefined;
  return joined(parts ? kyrgyzDate(parts, 'attr') : '', number ? `№\u00a0${number}` : '');
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
