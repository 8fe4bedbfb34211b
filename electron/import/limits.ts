/**
 * What a foreign file may cost before it is refused: it may be damaged, or made to do harm. Bytes unless said otherwise. Every limit
 * has a test at it and one past it.
 */
export const importLimits = {
  file: 100 * 2 ** 20,
  /** Parts of a zip. */
  entries: 5_000,
  /** One part of a zip, inflated. */
  part: 64 * 2 ** 20,
  /** All parts of a zip that are read, inflated. */
  total: 256 * 2 ** 20,
  /** Inflated to packed, for parts above `ratioFloor`. */
  ratio: 200,
  ratioFloor: 2 ** 20,
  /** Elements inside each other; past it XML is refused, and of HTML, which forgets end tags, the outer ones are closed. */
  depth: 256,
  /** Elements of one part. */
  elements: 5_000_000,
  /** Attributes of one element. */
  attributes: 256,
  /** UTF-16 code units of one tag with its attributes. */
  tag: 2 ** 20,
  /** Tables inside each other. */
  tables: 16,
  /** Pictures, none of which is ever read. */
  images: 5_000,
  /** Groups inside each other, in RTF. */
  groups: 512,
  /** Lines of text. */
  lines: 200_000,
  /** UTF-16 code units of one line, as many as a run of a draft holds. */
  line: 1_000_000,
  /** Comments of one file. */
  comments: 10_000,
  /** Messages of one thread, as many as a draft holds; those after them begin threads of their own. */
  messages: 2_000,
  /** UTF-16 code units of one comment, as many as a draft holds. */
  remark: 100_000,
  /** UTF-16 code units of the name of who commented; a longer one is cut. */
  author: 200,
  /** Of the thread that reads, its heap for long-lived data in MiB. */
  heap: 768,
  /** Milliseconds from the beginning to the end. */
  time: 30_000,
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
