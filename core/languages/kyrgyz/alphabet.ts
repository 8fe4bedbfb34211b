/** The 36 letters in their order (spelling rules of the Jogorku Kenesh, resolution No. 567 of 26 June 2008). */
export const kyrgyzAlphabet = [...'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя'] as const;

/** Place of each letter; what is no letter sorts before all letters, by code point. */
const ranks = new Map(kyrgyzAlphabet.map((letter, index) => [letter as string, index]));
const beyondCodePoints = 0x110000;

function rank(character: string): number {
  const place = ranks.get(character);
  return place === undefined ? (character.codePointAt(0) ?? 0) : beyondCodePoints + place;
}

/**
 * Dictionary order of two Kyrgyz texts, for `Array.sort`: ң after н, ө after о, ү after у, ё after е; capitals count only between
 * texts that are otherwise equal. Ours because Chromium has no Kyrgyz collation and code points put ө ү ң after я.
 */
export function compareKyrgyz(a: string, b: string): number {
  const left = [...a.normalize('NFC').toLowerCase()];
  const right = [...b.normalize('NFC').toLowerCase()];
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = rank(left[i] ?? '') - rank(right[i] ?? '');
    if (difference !== 0) return difference;
  }
  return left.length - right.length || Number(a > b) - Number(a < b);
}
