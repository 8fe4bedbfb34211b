/** What a suffix needs to know of the sound before it. */
export type Ending = 'vowel' | 'voiced' | 'voiceless';

const vowels = 'аеёиоөуүыэюя';
const voiceless = 'пфктсшщчцх';
/** Say nothing by themselves: the letter before them counts. */
const transparent = /[ъь]+$/;

/** The two vowels that a suffix may carry after a stem: `high` stands for ы/и/у/ү, `low` for а/е/о/ө. */
export interface Harmony {
  readonly high: string;
  readonly low: string;
}

/** After у the low vowel is а (пунктка), while ү takes ө: the one asymmetry of Kyrgyz harmony. */
const harmonies: readonly (readonly [string, Harmony])[] = [
  ['аяы', { high: 'ы', low: 'а' }],
  ['оё', { high: 'у', low: 'о' }],
  ['ую', { high: 'у', low: 'а' }],
  ['еэи', { high: 'и', low: 'е' }],
  ['өү', { high: 'ү', low: 'ө' }],
];

const letterNames: Readonly<Record<string, string>> = {
  ...{ Б: 'бэ', В: 'вэ', Г: 'гэ', Д: 'дэ', Ж: 'жэ', З: 'зэ', К: 'ка', Л: 'эл', М: 'эм', Н: 'эн', П: 'пэ' },
  ...{ Р: 'эр', С: 'эс', Т: 'тэ', Ф: 'эф', Х: 'ха', Ц: 'цэ', Ч: 'че', Ш: 'ша', Щ: 'ща' },
};

/**
 * A form as it is said: an abbreviation that cannot be read as a word is read by its letters (ЖМКнын, АКШнын, ӨКМдин), as is one that
 * ends in two consonants, while ИИМ and БУУ are words. КР is read Кыргыз Республикасы, as acts write it (КРнын).
 */
function spoken(form: string): string {
  const [, capitals = '', suffixes = ''] = /^(\p{Lu}{2,})(\p{Ll}*)$/u.exec(form) ?? [];
  if (capitals === 'КР') return `Кра${suffixes}`;
  const isSpelt = /^[^АЕЁИОӨУҮЫЭЮЯ]+$|[^АЕЁИОӨУҮЫЭЮЯ]{2}$/u.test(capitals);
  const name = isSpelt ? letterNames[capitals.at(-1) ?? ''] : undefined;
  return name === undefined ? form : capitals.slice(0, -1) + name + suffixes;
}

export function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '' && vowels.includes(letter.toLowerCase());
}

/** The harmony that the last vowel of a form asks for; that of а for a form without vowels. */
export function harmonyOf(form: string): Harmony {
  const lastVowel = [...spoken(form).toLowerCase()].findLast((letter) => vowels.includes(letter)) ?? 'а';
  return harmonies.find(([letters]) => letters.includes(lastVowel))?.[1] ?? { high: 'ы', low: 'а' };
}

export function endingOf(form: string): Ending {
  const last = spoken(form).toLowerCase().replace(transparent, '').at(-1);
  if (isVowel(last)) return 'vowel';
  return last !== undefined && voiceless.includes(last) ? 'voiceless' : 'voiced';
}

/** The form that suffixes are put to: a final soft or hard sign drops (январь, январы). */
export function withoutFinalSign(form: string): string {
  return form.replace(transparent, '');
}
