/** The cases of Russian; `loc` is the prepositional. */
export const russianCases = ['nom', 'gen', 'dat', 'acc', 'ins', 'loc'] as const;
export type RussianCase = (typeof russianCases)[number];

/** How a noun declines: its stem and the endings, in the order of {@link russianCases}, of the singular and the plural. */
interface Declension {
  readonly stem: string;
  readonly singular: readonly string[];
  readonly plural: readonly string[];
}

const masculine = { singular: ['', 'а', 'у', '', 'ом', 'е'], plural: ['ы', 'ов', 'ам', 'ы', 'ами', 'ах'] };
const neuter = { singular: ['е', 'я', 'ю', 'е', 'ем', 'и'], plural: ['я', 'й', 'ям', 'я', 'ями', 'ях'] };
const declensions = {
  статья: {
    stem: 'стат',
    singular: ['ья', 'ьи', 'ье', 'ью', 'ьей', 'ье'],
    plural: ['ьи', 'ей', 'ьям', 'ьи', 'ьями', 'ьях'],
  },
  часть: { stem: 'част', singular: ['ь', 'и', 'и', 'ь', 'ью', 'и'], plural: ['и', 'ей', 'ям', 'и', 'ями', 'ях'] },
  пункт: { stem: 'пункт', ...masculine },
  подпункт: { stem: 'подпункт', ...masculine },
  глава: { stem: 'глав', singular: ['а', 'ы', 'е', 'у', 'ой', 'е'], plural: ['ы', '', 'ам', 'ы', 'ами', 'ах'] },
  раздел: { stem: 'раздел', ...masculine },
  // After ц an unstressed ending has е where others have о: абзацем, абзацев.
  абзац: { stem: 'абзац', singular: ['', 'а', 'у', '', 'ем', 'е'], plural: ['ы', 'ев', 'ам', 'ы', 'ами', 'ах'] },
  преамбула: { stem: 'преамбул', singular: ['а', 'ы', 'е', 'у', 'ой', 'е'], plural: ['ы', '', 'ам', 'ы', 'ами', 'ах'] },
  закон: { stem: 'закон', ...masculine },
  кодекс: { stem: 'кодекс', ...masculine },
  акт: { stem: 'акт', ...masculine },
  указ: { stem: 'указ', ...masculine },
  приказ: { stem: 'приказ', ...masculine },
  постановление: { stem: 'постановлени', ...neuter },
  положение: { stem: 'положени', ...neuter },
  конституция: {
    stem: 'конституци',
    singular: ['я', 'и', 'и', 'ю', 'ей', 'и'],
    plural: ['и', 'й', 'ям', 'и', 'ями', 'ях'],
  },
} satisfies Record<string, Declension>;

/** The nouns of Russian citations. */
export type RussianNoun = keyof typeof declensions;

/** A noun of citations in a case, in the singular unless `plural` is set. */
export function russianNoun(noun: RussianNoun, grammaticalCase: RussianCase, plural = false): string {
  const declension: Declension = declensions[noun];
  const endings = plural ? declension.plural : declension.singular;
  return declension.stem + (endings[russianCases.indexOf(grammaticalCase)] ?? '');
}

type Gender = 'masculine' | 'feminine';

const adjectiveEndings: Readonly<Record<Gender, Readonly<Record<RussianCase, string>>>> = {
  masculine: { nom: 'ый', gen: 'ого', dat: 'ому', acc: 'ый', ins: 'ым', loc: 'ом' },
  feminine: { nom: 'ая', gen: 'ой', dat: 'ой', acc: 'ую', ins: 'ой', loc: 'ой' },
};

/**
 * An adjective, given as its masculine nominative, beside a noun that is no living being: уголовный, уголовного. One in -ий after
 * a sibilant (настоящий) takes и and е for ы and о.
 */
export function russianAdjective(word: string, grammaticalCase: RussianCase, gender: Gender = 'masculine'): string {
  if ((grammaticalCase === 'nom' || grammaticalCase === 'acc') && gender === 'masculine') return word;
  const stem = word.replace(/(?:ый|ой|ий)$/, '');
  const ending = adjectiveEndings[gender][grammaticalCase];
  if (!/[жшщч]$/.test(stem)) return stem + ending;
  return stem + ending.replace(/^о/, 'е').replace(/^ы/, 'и');
}
