import { type RussianCase, russianAdjective } from './nouns.ts';

const units = ['', 'первый', 'второй', 'третий', 'четвертый', 'пятый', 'шестой', 'седьмой', 'восьмой', 'девятый'];
const teens = [
  'десятый',
  'одиннадцатый',
  'двенадцатый',
  'тринадцатый',
  'четырнадцатый',
  'пятнадцатый',
  'шестнадцатый',
  'семнадцатый',
  'восемнадцатый',
  'девятнадцатый',
];
const roundTens = [
  '',
  '',
  'двадцатый',
  'тридцатый',
  'сороковой',
  'пятидесятый',
  'шестидесятый',
  'семидесятый',
  'восьмидесятый',
  'девяностый',
];
const countedTens = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];

/** The ordinal of 1 to 99, masculine, in a case: второй, второго, двадцать первому. Beyond, the digits themselves: 100. */
export function russianOrdinal(value: number, grammaticalCase: RussianCase): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const ten = Math.floor(value / 10);
  const one = value % 10;
  if (ten === 1) return russianAdjective(teens[one] ?? '', grammaticalCase);
  if (one === 0) return russianAdjective(roundTens[ten] ?? '', grammaticalCase);
  const last = one === 3 ? third(grammaticalCase) : russianAdjective(units[one] ?? '', grammaticalCase);
  return ten === 0 ? last : `${countedTens[ten]} ${last}`;
}

/** третий alone declines like a possessive: третьего, третьем. */
function third(grammaticalCase: RussianCase): string {
  const soft = { nom: 'ий', gen: 'ьего', dat: 'ьему', acc: 'ий', ins: 'ьим', loc: 'ьем' };
  return `трет${soft[grammaticalCase]}`;
}
