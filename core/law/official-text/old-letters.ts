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
  const lowered = repaired.replace(innerCapital, (letter) => {
    count += 1;
    return letter.toLowerCase();
  });
  return { text: lowered, count };
}

function repairedLetter(letter: string, note: () => void): string {
  const small = letter === 'Ɵ' ? 'ɵ' : letter.toLowerCase();
  const right = substitutes[small];
  if (right === undefined) return letter;
  note();
  return letter === small ? right : right.toUpperCase();
}
