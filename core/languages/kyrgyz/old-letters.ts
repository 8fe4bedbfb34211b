/**
 * Letters that stand for ө, ү, ң in texts from old fonts and foreign layouts, small ones; all were seen on official pages or in
 * word lists made from them (ј and і on acts of the Ministry of Justice's database, њ in Кењеши, ѳ in жѳнүндѳ).
 */
const certain: Readonly<Record<string, string>> = {
  ѳ: 'ө',
  ɵ: 'ө',
  є: 'ө',
  ј: 'ө',
  ӧ: 'ө',
  ї: 'ү',
  і: 'ү',
  ӱ: 'ү',
  ұ: 'ү',
  ў: 'ң',
  ӊ: 'ң',
  њ: 'ң',
};

/** Two readings (ҥ is ү or ң), or a letter of another Turkic language: nobody but a person can tell. */
const doubtful = 'ҥә';

const foreign = new RegExp(`[${Object.keys(certain).join('')}${doubtful}]`, 'iu');

/** Whether a word holds a letter that Kyrgyz does not have and that stands for one that it has. */
export function hasOldLetters(word: string): boolean {
  return foreign.test(word);
}

/** The word in today's letters; undefined where a letter has two readings. */
export function withoutOldLetters(word: string): string | undefined {
  let result = '';
  for (const letter of word) {
    const small = letter.toLowerCase();
    if (doubtful.includes(small)) return undefined;
    const modern = certain[small];
    result += modern === undefined ? letter : small === letter ? modern : modern.toUpperCase();
  }
  return result;
}
