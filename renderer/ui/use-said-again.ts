import { useState } from 'react';

/**
 * Words for a live region that may have to say the same twice: what does not change in the page is not heard a second time, so every other
 * time an invisible space goes with them. `occasion` is what makes it another time.
 */
export function useSaidAgain(occasion: unknown, words: string): string {
  const [last, setLast] = useState({ occasion, words, isAgain: false });
  if (last.occasion !== occasion) setLast({ occasion, words, isAgain: words === last.words && !last.isAgain });
  return words && last.isAgain ? `${words}\u00a0` : words;
}
