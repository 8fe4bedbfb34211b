/** The letters by which subpoints are counted in the official texts, and those of English in the same order. */
export const cyrillicLetters = 'абвгдежзиклмнопрстуфхцчшщэюя';
export const englishLetters = 'abcdefghijklmnopqrstuvwxyz';

/** The Cyrillic letter that an English one stands for: b is б, c is в. `undefined` for anything but one small Latin letter. */
export function cyrillicLetter(letter: string): string | undefined {
  const place = letter.length === 1 ? englishLetters.indexOf(letter) : -1;
  return place < 0 ? undefined : cyrillicLetters.charAt(place);
}

/** The English letter that counts the same: б is b, в is c; after z they double. `undefined` for anything but one counted Cyrillic letter. */
export function englishLetter(letter: string): string | undefined {
  const place = letter.length === 1 ? cyrillicLetters.indexOf(letter.toLowerCase()) : -1;
  if (place < 0) return undefined;
  const count = englishLetters.length;
  const last = englishLetters.charAt(place % count);
  return place < count ? last : englishLetters.charAt(Math.floor(place / count) - 1) + last;
}
