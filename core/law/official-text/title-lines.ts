import { adoption, dateLine, isBanner, placeLine, typeOf } from './header-lines.ts';
import type { OfficialLine } from './types.ts';

/** КОДЕКС КЫРГЫЗСКОЙ РЕСПУБЛИКИ / ОБ АДМИНИСТРАТИВНОЙ ОТВЕТСТВЕННОСТИ: the line that says what it is, and the rest of its title. */
export const bareCode = /^(?:кодекс\s+кыргызской\s+республики|code(?:\s+of\s+the\s+kyrgyz\s+republic)?)$/iu;
export const titleGoesOn = /^(?:об?|on)\s[^.;:]{1,200}$/iu;

/** Whether a line without a known type above it reads as a title. */
export function mayBeTitle(text: string): boolean {
  return /жөнүндө$|^об?\s|^on\s|^about\s|кодекс/iu.test(text);
}

/** Whether the next line is of the same title. */
export function goesOn(first: OfficialLine, next: OfficialLine | undefined, isStamped: boolean): boolean {
  if (!next || next.text.startsWith('(') || /[.;:]$/u.test(next.text) || next.text.length > 300) return false;
  if (typeOf(next.text) || dateLine.test(next.text) || placeLine.test(next.text) || isBanner(next.text)) return false;
  if (adoption.test(next.text)) return false;
  if (/^\p{Ll}/u.test(next.text)) return true;
  // Барактарды тиктөөнүн / ТАРТИБИ: what the rules are called stands in capitals below what they are about.
  if (isStamped && next.text.length < 40 && isCapitals(next.text)) return true;
  return (
    (first.bold === true && next.bold === true) ||
    (first.centered === true && next.centered === true) ||
    bothCapitals(first, next)
  );
}

function bothCapitals(a: OfficialLine, b: OfficialLine): boolean {
  return isCapitals(a.text) && isCapitals(b.text);
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** The words of some lines, as one. */
export function joined(lines: readonly OfficialLine[], at: number, count: number): string {
  return lines
    .slice(at, at + count)
    .map(({ text }) => text)
    .join(' ');
}

/** Whether what the act is stands here, on one line or on several. */
export function beginsType(lines: readonly OfficialLine[], at: number): boolean {
  const known = knownBeginnings.get(lines) ?? new Map<number, boolean>();
  knownBeginnings.set(lines, known);
  const begins = known.get(at) ?? [1, 2, 3].some((count) => typeOf(joined(lines, at, count)) !== undefined);
  known.set(at, begins);
  return begins;
}

/** Every line of a header looks some forty lines ahead, so each line is asked as often. */
const knownBeginnings = new WeakMap<readonly OfficialLine[], Map<number, boolean>>();
