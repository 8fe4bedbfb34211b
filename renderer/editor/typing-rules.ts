import type { Language } from '../../core/base/language.ts';

/** What takes the place of the last `length` UTF-16 code units before the caret. */
export interface Comfort {
  readonly length: number;
  readonly text: string;
}

/**
 * What a key that was just typed changes of the text before the caret (the typed sign is its last): quotes of the language, a dash for two
 * hyphens, no-break spaces inside dates and sums. Undefined for nearly every key. `after` is the sign behind the caret.
 */
export function comfortFor(before: string, after: string, language: Language): Comfort | undefined {
  const typed = before.at(-1) ?? '';
  if (typed === '"') return { length: 1, text: quoteFor(before.slice(0, -1), after, language) };
  if (typed === '-') return /(?:^|[^-–—])--$/u.test(before) && after !== '-' ? { length: 2, text: '–' } : undefined;
  if (/\d/u.test(typed)) return unparted(before, /№ ?\d$/u, (found) => `№\u00a0${found.at(-1)}`);
  if (typed === '№') return unparted(before, /[\p{L}\d.)] №$/u, (found) => found.replace(' ', '\u00a0'));
  if (/[\s.,;:!?)»”"]/u.test(typed)) return unparted(before, quantities[language], joined);
  return undefined;
}

interface Quotes {
  readonly outer: readonly [string, string];
  readonly inner: readonly [string, string];
}

const angled: Quotes = { outer: ['«', '»'], inner: ['„', '“'] };
const quotes: Readonly<Record<Language, Quotes>> = {
  ky: angled,
  ru: angled,
  en: { outer: ['“', '”'], inner: ['‘', '’'] },
};

/** Opens at the beginning of a word and closes at its end; a quotation within another takes the inner marks. */
function quoteFor(before: string, after: string, language: Language): string {
  const { outer, inner } = quotes[language];
  const isOpen = openCount(before, outer) > 0;
  const isInnerOpen = openCount(before, inner) > 0;
  const opens = /(?:^|[\s([{/—–«„“‘])$/u.test(before) && !(isClosable(after) && /\S$/u.test(before) && isOpen);
  if (opens) return (isOpen ? inner : outer)[0];
  return (isInnerOpen ? inner : outer)[1];
}

function isClosable(after: string): boolean {
  return after === '' || /[\s.,;:!?)]/u.test(after);
}

/** Apostrophes are no quotation that was closed, so the count never falls below nothing. */
function openCount(text: string, [open, close]: readonly [string, string]): number {
  let count = 0;
  for (const sign of text) {
    if (sign === open) count += 1;
    else if (sign === close) count = Math.max(0, count - 1);
  }
  return count;
}

const somKyrgyz = 'сом\\p{L}*|тыйын\\p{L}*|миң|миллион\\p{L}*|миллиард\\p{L}*';
const monthsKyrgyz = '(?:январ|феврал|март|апрел|май|июн|июл|август|сентябр|октябр|ноябр|декабр)\\p{L}*';
const somRussian =
  'сом(?:а|у|ом|е|ов|ам|ами|ах|ы)?|тыйын\\p{L}*|тысяч\\p{L}*|тыс|миллион\\p{L}*|млн|миллиард\\p{L}*|млрд';
const monthsRussian = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
const somEnglish = 'soms?|KGS|thousand|million|billion';
const monthsEnglish = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** A number (its groups of three included), a space, the word that it counts, and the sign that ended the word. */
function quantity(words: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\d,.])\\d{1,3}(?:[ \\u00a0]\\d{3}){0,4}[ ](?:${words})[\\s.,;:!?)»”"]$|(?<![\\p{L}\\d])\\d{1,12} (?:${words})[\\s.,;:!?)»”"]$`,
    'u',
  );
}

const quantities: Readonly<Record<Language, RegExp>> = {
  ky: quantity(`${somKyrgyz}|${monthsKyrgyz}`),
  ru: quantity(`${somRussian}|${monthsRussian}`),
  en: quantity(`${somEnglish}|${monthsEnglish}`),
};

/** All spaces but the one that was typed last. */
function joined(found: string): string {
  return found.slice(0, -1).replace(/ /gu, '\u00a0') + found.slice(-1);
}

/** Looks at the end of the text alone: a key must not cost more at the end of a long provision. */
function unparted(before: string, pattern: RegExp, replace: (found: string) => string): Comfort | undefined {
  const found = pattern.exec(before.slice(-60))?.[0];
  if (found === undefined) return undefined;
  const text = replace(found);
  return text === found ? undefined : { length: found.length, text };
}
