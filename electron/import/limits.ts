/**
 * What a foreign file may cost before it is refused: it may be damaged, or made to do harm. Bytes unless said otherwise. The limits of
 * a zip are those of every package (`electron/files/limits.ts`).
 */
export const importLimits = {
  file: 100 * 2 ** 20,
  /** Elements inside each other, in XML and HTML. */
  depth: 256,
  /** Elements of one part. */
  elements: 5_000_000,
  attributes: 256,
  /** Groups inside each other, in RTF. */
  groups: 512,
  /** Lines of text. */
  lines: 200_000,
  /** UTF-16 code units of one line. */
  line: 2 ** 20,
} as const;

/** The limits as a type, so that a test can set small ones. */
export type ImportLimits = Readonly<Record<keyof typeof importLimits, number>>;

/** Why a file is refused; the sentence is `locales/<language>/import.json` under `refusals`. */
export const importRefusals = [
  'empty',
  'too-large',
  'too-deep',
  'too-many',
  'unknown-format',
  'old-word',
  'pdf',
  'damaged',
  'encrypted',
  'doctype',
  'no-text',
] as const;
export type ImportRefusal = (typeof importRefusals)[number];

/** Thrown inside a reader and caught where it is called: deep loops have no better way out. Never leaves `electron/import/`. */
export class Refused extends Error {
  readonly reason: ImportRefusal;

  constructor(reason: ImportRefusal) {
    super(reason);
    this.reason = reason;
  }
}
