/** What old 8-bit fonts and careless keyboards left in the place of ө, ү and ң; only letters that no Kyrgyz or Russian word has. */
const substitutes: Readonly<Record<string, string>> = {
  њ: 'ң',
  ў: 'ң',
  ӊ: 'ң',
  ј: 'ө',
  є: 'ө',
  ѳ: 'ө',
  ɵ: 'ө',
  і: 'ү',
  ї: 'ү',
};
/** Latin v stands for ү in some fonts: жvнvндє. A capital is a number unless a Cyrillic letter stands before it. */
const latinV = /(?<=\p{Script=Cyrillic}\p{L}{0,40})[vV]|v(?=\p{L}{0,40}\p{Script=Cyrillic})/gu;
const oldWord = /(?<![\p{L}\u00ad])[\p{L}\u00ad]*[њўӊјєѳɵіїЊЎӉЈЄѲƟІЇ][\p{L}\u00ad]*/gu;
const innerCapital = /(?<=\p{Ll})[ӨҮҢ]|[ӨҮҢ](?=\p{Ll}{1,40}[ӨҮҢ])/gu;
const romanLike = /^[ІXХVLCСІIМM]+$/u;

/** A text with its letters repaired, and how many were. */
export interface Repaired {
  readonly text: string;
  readonly count: number;
}

/** Repairs the letters of a Kyrgyz text: Кењеши, Јкмјт Ійі, жӨнүндӨ. Roman numbers typed with Cyrillic І and Х become Latin. */
export function repairOldLetters(text: string): Repaired {
  let count = 0;
  const repaired = text.replace(oldWord, (word) => {
    if (romanLike.test(word)) return word.replace(/[ІХСМ]/g, (letter) => ({ І: 'I', Х: 'X', С: 'C' })[letter] ?? 'M');
    return [...word].map((letter) => repairedLetter(letter, () => (count += 1))).join('');
  });
  const modern = repaired.replace(latinV, (letter, at: number) => {
    if (/[IX]/u.test(wordAround(repaired, at))) return letter;
    count += 1;
    return letter === 'v' ? 'ү' : 'Ү';
  });
  const lowered = modern.replace(innerCapital, (letter) => {
    count += 1;
    return letter.toLowerCase();
  });
  return { text: lowered, count };
}

function wordAround(text: string, at: number): string {
  const before = /\p{L}*$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  return before + (/^\p{L}*/u.exec(text.slice(at, at + 40))?.[0] ?? '');
}

function repairedLetter(letter: string, note: () => void): string {
  const small = letter === 'Ɵ' ? 'ɵ' : letter.toLowerCase();
  const right = substitutes[small];
  if (right === undefined) return letter;
  note();
  return letter === small ? right : right.toUpperCase();
}
