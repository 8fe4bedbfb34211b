import { runLength } from '../../../core/file/read-inline.ts';

/**
 * What a paste may cost before it is refused as a whole: the clipboard is everybody's, and half of a paste is worse than none. A code
 * of two thousand articles in three languages stays below all of them.
 */
export const pasteLimits = {
  /** UTF-16 code units of one form of the clipboard; Word writes some forty for each letter of a short list. */
  source: 40_000_000,
  /** UTF-16 code units that are read in one go; more are read piece by piece, with a way to stop. */
  atOnce: 200_000,
  /** UTF-16 code units of text that would come into the draft. */
  text: 6_000_000,
  /** UTF-16 code units of one run of it, as many as a draft holds. */
  run: runLength,
  units: 20_000,
  /** Elements inside each other; deeper ones are read as if they stood at this depth. */
  depth: 256,
  /** Inlines of one unit in our own form. */
  inlines: 5_000,
} as const;
