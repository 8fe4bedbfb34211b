import { parseIsoDate } from '../languages/date-parts.ts';
import { russianDate } from '../languages/russian/dates.ts';
import { type RussianCase, type RussianNoun, russianAdjective, russianNoun } from '../languages/russian/nouns.ts';
import type { NamedAct } from './named-act.ts';
import type { ActType } from './types.ts';

const state = 'Кыргызской Республики';

const words: Readonly<
  Record<ActType, { readonly noun: RussianNoun; readonly adjective?: string; readonly owner: string }>
> = {
  law: { noun: 'закон', owner: state },
  'constitutional-law': { noun: 'закон', adjective: 'конституционный', owner: state },
  code: { noun: 'кодекс', owner: state },
  constitution: { noun: 'конституция', owner: state },
  'parliament-resolution': { noun: 'постановление', owner: `Жогорку Кенеша ${state}` },
  'presidential-decree': { noun: 'указ', owner: `Президента ${state}` },
  'government-resolution': { noun: 'постановление', owner: `Правительства ${state}` },
  'cabinet-resolution': { noun: 'постановление', owner: `Кабинета Министров ${state}` },
  'agency-order': { noun: 'приказ', owner: '' },
  'ussr-act': { noun: 'акт', owner: 'СССР' },
};

/** Nouns that acts write with a capital. */
const capitalised: ReadonlySet<RussianNoun> = new Set(['закон', 'кодекс', 'конституция', 'указ']);

/**
 * An act's name, its noun first and in the case: Закона Кыргызской Республики «О статусе военнослужащих» от 1 июля 1992 года
 * № 930-XII. A code's title is its name, and its head declines (Уголовного кодекса Кыргызской Республики).
 */
export function russianActName(named: NamedAct, grammaticalCase: RussianCase): string {
  const code = named.type === 'code' && named.title ? codeInCase(named.title, grammaticalCase) : undefined;
  if (code) return joined(code, dateAndNumber(named));
  const { noun, adjective, owner } = words[named.type];
  const declined = russianNoun(noun, grammaticalCase);
  return joined(
    adjective ? russianAdjective(adjective, grammaticalCase) : '',
    capitalised.has(noun) ? capital(declined) : declined,
    named.issuer ?? owner,
    named.title ? `«${named.title}»` : '',
    dateAndNumber(named),
  );
}

/** Declines all words of the title up to кодекс; what follows (Кыргызской Республики о правонарушениях) stays. */
function codeInCase(title: string, grammaticalCase: RussianCase): string | undefined {
  const [, adjective, rest] = /^(?:(\p{L}[\p{L}-]*(?:ый|ой)) к|К)одекс((?:\s.*)?)$/u.exec(title) ?? [];
  if (rest === undefined) return undefined;
  const noun = russianNoun('кодекс', grammaticalCase);
  const head = adjective ? `${russianAdjective(adjective, grammaticalCase)} ${noun}` : capital(noun);
  return head + rest;
}

/** от 1 июля 1992 года № 930-XII. */
function dateAndNumber({ date, number }: NamedAct): string {
  const parts = date ? parseIsoDate(date) : undefined;
  return joined(parts ? `от ${russianDate(parts)}` : '', number ? `№\u00a0${number}` : '');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
