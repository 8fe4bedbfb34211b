import { trilingual } from '../../base/language.ts';
import type { ActIndex } from '../acts.ts';
import type { LocalAct } from '../library.ts';
import type { Act } from '../types.ts';
import type { OfficialText } from './types.ts';

/** What the header of a text and the register say of an act, where both say something and not the same. */
export type HeaderDifference = 'type' | 'date' | 'number';

/** The act that a text is of, by date and number, or by one of them where the other is unknown; with equal fit, that of the same type. */
export function actOfText(index: ActIndex, text: Pick<OfficialText, 'type' | 'date' | 'number'>): Act | undefined {
  if (text.date === null && text.number === null) return undefined;
  const fits = index.acts.filter((act) => isSame(act, text));
  return fits.find(({ type }) => type === text.type) ?? fits[0];
}

function isSame(act: Act, { date, number }: Pick<OfficialText, 'date' | 'number'>): boolean {
  const known = [agrees(act.date, date), agrees(act.number, number)];
  // A number alone is no name: there is a law No. 102 of many a year.
  return !known.includes(false) && agrees(act.date, date) === true;
}

function agrees(a: string | null, b: string | null): boolean | undefined {
  return a === null || b === null ? undefined : fold(a) === fold(b);
}

function fold(written: string): string {
  return written.replace(/\s+/gu, '').toUpperCase();
}

/** What the header of a text says of an act that the register lacks; nothing where it does not even say what kind of act it is. */
export function actFromText(
  text: OfficialText,
): Pick<LocalAct, 'type' | 'date' | 'number' | 'title' | 'articleWord'> | undefined {
  const { type, date, number, title, language, units } = text;
  if (type === null || title === null) return undefined;
  const isStatya =
    language === 'ky' && units.some(({ kind, label }) => kind === 'article' && /стат[ьъ]я/iu.test(label));
  return {
    type,
    date,
    number,
    title: trilingual((one) => (one === language ? title : null)),
    ...(isStatya && { articleWord: 'статья' as const }),
  };
}

/** What tells the header of a text from an act that a person chose for it; empty when they agree or one of them says nothing. */
export function headerDifferences(
  act: Act,
  text: Pick<OfficialText, 'type' | 'date' | 'number'>,
): readonly HeaderDifference[] {
  return (['type', 'date', 'number'] as const).filter((field) => agrees(act[field], text[field]) === false);
}
