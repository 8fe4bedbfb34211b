import { endingOf } from './sounds.ts';
import { attach, inCase, type KyrgyzCase, nominal } from './suffixes.ts';

const ones = ['нөл', 'бир', 'эки', 'үч', 'төрт', 'беш', 'алты', 'жети', 'сегиз', 'тогуз'] as const;
const tens = ['', 'он', 'жыйырма', 'отуз', 'кырк', 'элүү', 'алтымыш', 'жетимиш', 'сексен', 'токсон'] as const;
const powers = [
  [1_000_000_000, 'миллиард'],
  [1_000_000, 'миллион'],
  [1_000, 'миң'],
  [100, 'жүз'],
] as const;

/** The words of a whole number from 0 up to a thousand milliards, exclusive: 147 is жүз кырк жети, 2019 эки миң он тогуз. */
export function cardinal(value: number): string {
  return value === 0 ? ones[0] : words(value).join(' ');
}

/** Before жүз and миң a single бир is left out; миллион and миллиард keep it. */
function words(value: number): readonly string[] {
  for (const [worth, name] of powers) {
    if (value < worth) continue;
    const count = Math.floor(value / worth);
    const counted = count === 1 && worth <= 1_000 ? [] : words(count);
    return [...counted, name, ...words(value % worth)];
  }
  if (value >= 10) return [tens[Math.floor(value / 10)] ?? '', ...words(value % 10)].filter(Boolean);
  return value === 0 ? [] : [ones[value] ?? ''];
}

/** биринчи, экинчи, отуз бешинчи: the last word takes -нчы, with a vowel before it after a consonant. */
export function ordinal(value: number): string {
  const spoken = cardinal(value);
  return attach(spoken, endingOf(spoken) === 'vowel' ? 'нчI' : 'IнчI');
}

/**
 * Digits with a case suffix, written together and after the last spoken word: 6да, 24тө, 200дөн. (A hyphen after digits would make
 * an ordinal.) A decimal or grouped number goes by its last digits.
 */
export function digitsInCase(digits: string | number, grammaticalCase: KyrgyzCase): string {
  const written = String(digits);
  const lastGroup = written.replace(/\s(?=\d)/g, '').match(/\d+$/)?.[0] ?? '0';
  const lastWord =
    cardinal(Number(lastGroup) % 1_000_000_000_000)
      .split(' ')
      .at(-1) ?? ones[0];
  return written + inCase(nominal(lastWord), grammaticalCase).slice(lastWord.length);
}
