/** What a package may cost before it is refused: a hostile file must not take the machine with it. Bytes unless said otherwise. */
export const packageLimits = {
  file: 100 * 2 ** 20,
  entries: 5_000,
  part: 64 * 2 ** 20,
  total: 256 * 2 ** 20,
  /** Inflated to packed, for parts above `ratioFloor`. Text of one letter compresses by 1,000; a law by 10. */
  ratio: 200,
  ratioFloor: 2 ** 20,
} as const;

/** Largest JSON file of our own in the data folder. */
export const smallFileLimit = 4 * 2 ** 20;

/** Largest file of `resources/`. */
export const resourceLimit = 32 * 2 ** 20;
