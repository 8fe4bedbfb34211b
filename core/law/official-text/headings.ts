import type { Language } from '../../base/language.ts';
import type { OfficialKind } from './types.ts';

/** How a line begins: the label of a unit, and what stands after it. */
export interface Marked {
  readonly kind: OfficialKind;
  /** Absent for a dash and for the unnumbered halves of a code. */
  readonly number?: string;
  readonly label: string;
  readonly rest: string;
  /** Whether the words are a slip or a guess: БӨЛҮК for a section, letters among the digits. */
  readonly guessed?: true;
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Digits as typed: letters that look like digits among them, what was inserted after a hyphen or raised. */
const digits = `(?=[^\\s.)]{0,4}\\d|[Зз]\\s?-?\\s?(?:берене|стат))[\\dЗзОоO]{1,5}(?:-[\\dЗзОоO]{1,3})*[${raised}]*`;
const roman = '[IVXLCІХС]{1,7}(?:-\\d{1,2})?';
/**
 * The label ends the line, or has its full stop, or what follows begins a sentence: else it is a citation at a line's start. A dash
 * between label and heading belongs to neither.
 */
const end = '(?:\\.[ ]?|(?=$)|[ ]+(?=\\S))(?:[-–—][ ]+(?=\\S))?';

/** РАЗДЕЛ ПЕРВЫЙ, глава вторая, БИРИНЧИ БӨЛҮМ, SECTION ONE: the constitution and the oldest codes count in words. */
const ordinals: Readonly<Record<Language, readonly string[]>> = {
  ky: 'биринчи экинчи үчүнчү төртүнчү бешинчи алтынчы жетинчи сегизинчи тогузунчу онунчу'.split(' '),
  ru: 'перв втор трет четв[её]рт пят шест седьм восьм девят десят'.split(' '),
  en: 'one|first two|second three|third four(?:th)? five|fifth six(?:th)? seven(?:th)? eighth? nine|ninth ten(?:th)?'.split(
    ' ',
  ),
};
/** One pattern a place in the counting. */
const ordinalStarts = Object.values(ordinals).map((words) => words.map((one) => new RegExp(`^(?:${one})`, 'iu')));
const kyrgyzOrdinals = ordinals.ky.join('|');
const russianOrdinals = `(?:${ordinals.ru.join('|')})(?:ый|ой|ий|ая|ья)`;
const englishNumbers = ordinals.en.join('|');

const patterns: Readonly<Record<Language, readonly (readonly [OfficialKind, RegExp])[]>> = {
  ky: [
    ['section', new RegExp(`^(${roman})\\s+(?:бөлүм|БӨЛҮК)(?!\\p{L})${end}(.*)$`, 'iu')],
    ['section', new RegExp(`^(${digits})\\s?-\\s?бөлүм(?!\\p{L})${end}(.*)$`, 'iu')],
    ['chapter', new RegExp(`^(${digits}|${roman})\\s?-?\\s?(?:глава|бап)(?!\\p{L})${end}(.*)$`, 'iu')],
    ['article', new RegExp(`^(${digits})\\s?-?\\s?(?:берене|стат[ьъ]я)(?!\\p{L})${end}(.*)$`, 'iu')],
    ['annex', new RegExp(`^(?:(${digits})\\s?-\\s?)?тиркеме(?!\\p{L})${end}(.*)$`, 'iu')],
    [
      'annex',
      new RegExp(
        `^[^.;:]{0,200}\\s(?:токтомуна|буйругуна|жарлыгына|Мыйзамына)\\s+(?:карата\\s+)?(?:(${digits})\\s?-\\s?)?тиркеме()$`,
        'iu',
      ),
    ],
    ['section', new RegExp(`^(${kyrgyzOrdinals})\\s+бөлүм(?!\\p{L})${end}(.*)$`, 'iu')],
    ['chapter', new RegExp(`^(${kyrgyzOrdinals})\\s+(?:глава|бап)(?!\\p{L})${end}(.*)$`, 'iu')],
  ],
  ru: [
    ['section', new RegExp(`^раздел\\s+(${roman}|${digits})${end}(.*)$`, 'iu')],
    ['chapter', new RegExp(`^глава\\s+(${roman}|${digits})${end}(.*)$`, 'iu')],
    ['article', new RegExp(`^[сc]тат[ьъ]я\\s+(${digits})${end}(.*)$`, 'iu')],
    ['section', new RegExp(`^раздел\\s+(${russianOrdinals})(?!\\p{L})${end}(.*)$`, 'iu')],
    ['chapter', new RegExp(`^глава\\s+(${russianOrdinals})(?!\\p{L})${end}(.*)$`, 'iu')],
    ['annex', new RegExp(`^приложение(?:\\s+(?:№\\s?)?(${digits}))?${end}(.*)$`, 'iu')],
  ],
  en: [
    ['section', new RegExp(`^section\\s+(${roman}|${digits})${end}(.*)$`, 'iu')],
    ['chapter', new RegExp(`^chapter\\s+(${roman}|${digits})${end}(.*)$`, 'iu')],
    ['article', new RegExp(`^article\\s+(${digits})${end}(.*)$`, 'iu')],
    ['section', new RegExp(`^section\\s+(${englishNumbers})(?!\\p{L})${end}(.*)$`, 'iu')],
    ['chapter', new RegExp(`^chapter\\s+(${englishNumbers})(?!\\p{L})${end}(.*)$`, 'iu')],
    ['annex', new RegExp(`^(?:annex|appendix)(?:\\s+(?:No\\.?\\s?)?(${digits}))?${end}(.*)$`, 'iu')],
  ],
};
const halves = /^(?:ЖАЛПЫ|ӨЗГӨЧӨ|АТАЙЫН)\s+БӨЛҮК\.?$|^(?:ОБЩАЯ|ОСОБЕННАЯ)\s+ЧАСТЬ\.?$/u;

const items: readonly (readonly [OfficialKind, RegExp])[] = [
  ['part', new RegExp(`^(${digits})\\.(?!\\d)\\s*(.+)$`, 'u')],
  ['part', new RegExp(`^\\((${digits})\\)\\s*(.+)$`, 'u')],
  // 3.1. Кечинде …: counted by its level; what begins with a small letter goes on with a sentence.
  ['part', /^(\d{1,3}(?:\.\d{1,2}){1,2})\.?\s+([\p{Lu}«"“].*)$/u],
  ['point', new RegExp(`^(${digits})\\)\\s*(.+)$`, 'u')],
  ['subpoint', /^\(?([а-яёөүңa-z])\)\s*(.+)$/u],
];

/** The section, chapter, article or annex that a line begins; `undefined` for any other line. */
export function headingAt(text: string, language: Language): Marked | undefined {
  if (text.length > 2_000) return undefined;
  if (halves.test(text)) return { kind: 'section', label: text, rest: '', guessed: true };
  const [first, second] = language === 'ky' ? (['ky', 'ru'] as const) : ([language, 'ky'] as const);
  return matchOf(patterns[first], text) ?? matchOf(patterns[second], text);
}

const romanHeading: readonly (readonly [OfficialKind, RegExp])[] = [
  ['chapter', new RegExp(`^(${roman})\\.\\s+(\\p{Lu}.{1,200}[^.;:,])$`, 'u')],
];

/** I. Общие положения: what the rules under a by-law call their chapters, without the word. */
export function bareHeadingAt(text: string): Marked | undefined {
  const found = matchOf(romanHeading, text);
  return found && { ...found, guessed: true };
}

/** The part, point, subpoint or dashed paragraph that a line begins. */
export function itemAt(text: string): Marked | undefined {
  const dash = /^([-–—•·])\s+(?=\S)/u.exec(text);
  if (dash) return { kind: 'paragraph', label: dash[1] ?? '', rest: text.slice(dash[0].length) };
  return matchOf(items, text);
}

function matchOf(table: readonly (readonly [OfficialKind, RegExp])[], text: string): Marked | undefined {
  for (const [kind, pattern] of table) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = (match[2] ?? '').trim();
    if (cutsSentence(text, rest) && !(kind === 'annex' && isOfAct(text, rest))) continue;
    const label = text.slice(0, text.length - (match[2] ?? '').length).trim();
    const written = match[1];
    const number = written === undefined ? undefined : numberOf(written, kind);
    const isSlip =
      (kind === 'section' && /БӨЛҮК/iu.test(label)) ||
      (written !== undefined && /[ЗзОоO]/u.test(written) && !/^\p{L}{3,}$/u.test(written));
    return { kind, label, rest, ...(number === undefined ? {} : { number }), ...(isSlip ? { guessed: true } : {}) };
  }
  return undefined;
}

/** Приложение 1 / к постановлению …, on one line: whose annex it is, and no sentence about it. */
function isOfAct(text: string, rest: string): boolean {
  return (
    text.length < 300 &&
    /^(?:к\s+(?:постановлени|закон|приказ|указ|положени|решени|распоряжени|инструкци|правил|порядк|кодекс)|to\s+the\s)/iu.test(
      rest,
    ) &&
    !/[.;:,]$|изложить|признать|дополнить|утвердить/u.test(rest)
  );
}

/** «Статья 5 настоящего …»: without a full stop a small letter goes on with the sentence. */
function cutsSentence(text: string, rest: string): boolean {
  return (
    /^\p{Ll}/u.test(rest) &&
    /\p{L}|\d/u.test(
      text
        .slice(0, text.length - rest.length)
        .trimEnd()
        .slice(-1),
    )
  );
}

function ordinalOf(written: string): number | undefined {
  if (!/^\p{L}{3,}$/u.test(written) || /^[IVXLCІХС]+$/iu.test(written)) return undefined;
  const places = ordinalStarts.map((starts) => starts.findIndex((start) => start.test(written)) + 1);
  return places.find((place) => place > 0);
}

/** 5¹ and 5-1 are one number; З and О among digits are 3 and 0; Roman numbers are Latin. */
function numberOf(written: string, kind: OfficialKind): string {
  if (kind === 'subpoint') return written;
  const word = ordinalOf(written);
  if (word !== undefined) return String(word);
  if (/^[IVXLCІХС]/iu.test(written)) {
    return written.toUpperCase().replace(/[ІХС]/g, (letter) => ({ І: 'I', Х: 'X' })[letter] ?? 'C');
  }
  const plain = written.replace(/[Зз]/g, '3').replace(/[ОоO]/g, '0');
  const up = [...plain]
    .filter((sign) => raised.includes(sign))
    .map((sign) => raised.indexOf(sign))
    .join('');
  const base = [...plain].filter((sign) => !raised.includes(sign)).join('');
  return up === '' ? base : `${base}-${up}`;
}
