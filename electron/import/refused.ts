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
  /** The thread that read it used up its memory. */
  'out-of-memory',
  /** It was not read within the time. */
  'out-of-time',
  /** The thread that read it broke: a bug of ours, and still no harm. */
  'not-finished',
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
