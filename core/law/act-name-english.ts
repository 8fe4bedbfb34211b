import { parseIsoDate } from '../languages/date-parts.ts';
import { englishDate } from '../languages/english/dates.ts';
import type { NamedAct } from './named-act.ts';
import type { ActType } from './types.ts';

const state = 'the Kyrgyz Republic';

const words: Readonly<Record<ActType, string>> = {
  law: `Law of ${state}`,
  'constitutional-law': `Constitutional Law of ${state}`,
  code: `Code of ${state}`,
  constitution: `Constitution of ${state}`,
  'parliament-resolution': `Resolution of the Jogorku Kenesh of ${state}`,
  'presidential-decree': `Decree of the President of ${state}`,
  'government-resolution': `Resolution of the Government of ${state}`,
  'cabinet-resolution': `Resolution of the Cabinet of Ministers of ${state}`,
  'agency-order': 'Order',
  'ussr-act': 'Act of the USSR',
};

/** An act's name with its article: the Law of the Kyrgyz Republic “On the status of military servicemen” of 1 July 1992 No. 930-XII. */
export function englishActName(named: NamedAct): string {
  const isNamedCode = named.type === 'code' && /\bCode\b/.test(named.title ?? '');
  const name = isNamedCode
    ? codeName(named.title ?? '')
    : joined(words[named.type], named.issuer ? `of ${named.issuer}` : '', named.title ? `“${named.title}”` : '');
  return joined(`the ${name}`, dateAndNumber(named));
}

/** A code's title is its name; the state is put in where the title leaves it out. */
function codeName(title: string): string {
  if (title.includes('Kyrgyz Republic')) return title;
  return title.startsWith('Code on ') ? title.replace('Code on ', `Code of ${state} on `) : `${title} of ${state}`;
}

/** of 1 July 1992 No. 930-XII. */
function dateAndNumber({ date, number }: NamedAct): string {
  const parts = date ? parseIsoDate(date) : undefined;
  return joined(parts ? `of ${englishDate(parts)}` : '', number ? `No.\u00a0${number}` : '');
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
