/*
 * What may come from outside, all of it named here: files, the clipboard, messages of a page, words of another process. Whoever reads
 * refuses what is past a limit, or says what it left out. `test/limits.test.ts` has each at the limit and one past it, and fails when
 * one has no case. Bytes, unless said otherwise; letters are UTF-16 code units.
 */

/** What a package of ours may cost before it is refused: a hostile file must not take the machine with it. */
export const packageLimits = {
  file: 100 * 2 ** 20,
  /** Parts of the zip. */
  entries: 5_000,
  /** One part, inflated. */
  part: 64 * 2 ** 20,
  /** All parts, inflated. */
  total: 256 * 2 ** 20,
  /** Inflated to packed, for parts above `ratioFloor`. Text of one letter compresses by 1,000; a law by 10. */
  ratio: 200,
  ratioFloor: 2 ** 20,
} as const;

/** What a foreign file may cost before it is refused: it may be damaged, or made to do harm. */
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
  /** Letters of one tag with its attributes. */
  tag: 2 ** 20,
  /** Tables inside each other. */
  tables: 16,
  /** Pictures, none of which is ever read. */
  images: 5_000,
  /** Groups inside each other, in RTF. */
  groups: 512,
  /** Lines of text. */
  lines: 200_000,
  /** Letters of one line. */
  line: 1_000_000,
  /** Comments of one file. */
  comments: 10_000,
  /** Messages of one thread, as many as a draft holds; those after them begin threads of their own. */
  messages: 2_000,
  /** Letters of one comment. */
  remark: 100_000,
  /** Letters of the name of who commented; a longer one is cut. */
  author: 200,
  /** Of the thread that reads, its heap for long-lived data in MiB. */
  heap: 768,
  /** Milliseconds from the beginning to the end. */
  time: 30_000,
} as const;

/** The limits of foreign files as a type, so that a test can set small ones. */
export type ImportLimits = Readonly<Record<keyof typeof importLimits, number>>;

/**
 * What a draft holds, in its file, in a journal and in what a page sends. Nothing that a person can write comes to these bounds before
 * the draft is larger than a package can be, so that no edit is taken that a save refuses; they are there for a spoilt file.
 */
export const draftLimits = {
  /** The shortest takes more than 268 bytes of a part. */
  units: 250_000,
  /** Of one text. */
  inlines: 1_000_000,
  /** Letters of one run of text: a paragraph into which others were joined has no other end. */
  run: packageLimits.part,
  /** Of one edit: an earlier version of the largest draft comes back in one. */
  operations: 1_000_000,
  /** Changes of comments in one edit, for the same reason. */
  commentChanges: 1_000_000,
  /** Messages of one thread. */
  messages: 2_000,
  /** Letters of one message. */
  message: packageLimits.part,
  /** Letters of the words that a comment was made on: a whole text, it may be. */
  quote: packageLimits.part,
  /** Letters of the name of who wrote a message. */
  author: 1_000,
  /** Letters of an id. */
  id: 80,
  /** Letters of the id of an act. */
  act: 120,
  /** Letters of a number that was typed. */
  number: 40,
  /** Letters of a short name of an act. */
  shortName: 120,
  /** Provisions that a reference names beside the first: more than any sentence does. */
  targets: 200,
  /** Numbers of one level of a citation. */
  pinpoints: 500,
  /** Guarantees that one provision gives. */
  guarantees: 200,
  /** Problems set aside in one provision: more than a person does. */
  aside: 200,
  /** Letters of the reason for which one was. */
  reason: 2_000,
} as const;

/** Letters of what an office calls a template of its own, and says of it. */
export const templateLimits = { title: 400, description: 4_000 } as const;

/** What of an audit trail is read. */
export const trailLimits = {
  /** At as many the oldest are taken out, and an entry says so. */
  entries: 4_000,
  /** Letters of one line. */
  line: 4_000,
  /** Letters of the part; a larger one is not ours. */
  text: 8 * 2 ** 20,
} as const;

/** What is taken along in a draft's file, which must be opened again under the limits of a package. */
export const travelLimits = {
  /** Named versions, from the newest. */
  versions: 40,
  /** All of them, each a whole bill. */
  versionBytes: 64 * 2 ** 20,
  /** All official texts. */
  textBytes: 96 * 2 ** 20,
} as const;

/** Other files that a machine reads: none of them is trusted, because another program can have written it. */
export const fileLimits = {
  /** One JSON file of our own in the data folder. */
  small: 4 * 2 ** 20,
  /** One file of `resources/`. */
  resource: 32 * 2 ** 20,
  /** One file of the library: a code in one language stays far below. */
  library: 64 * 2 ** 20,
  /** What one record of a journal carries. */
  journalRecord: 64 * 2 ** 20,
  /** A neighbour of a draft with a like name; a larger one is not opened only to be offered. */
  neighbour: 32 * 2 ** 20,
  /** Neighbours with a like name that are opened to see whether they are copies. */
  neighbours: 12,
} as const;

/** What a paste may cost before it is refused as a whole: the clipboard is everybody's, and half of a paste is worse than none. A
 * code of two thousand articles in three languages stays below all of them. */
export const pasteLimits = {
  /** Letters of one form of the clipboard; Word writes some forty for each letter of a short list. */
  source: 40_000_000,
  /** Letters that are read in one go; more are read piece by piece, with a way to stop. */
  atOnce: 200_000,
  /** Letters of text that would come into the draft. */
  text: 6_000_000,
  /** Letters that the draft would have with them: past it, it could not be written as a package that opens again. */
  draft: 20_000_000,
  /** Letters of one run of it. */
  run: 1_000_000,
  units: 20_000,
  /** Elements inside each other; deeper ones are read as if they stood at this depth. */
  depth: 256,
  /** Inlines of one unit in our own form; the words beside it come in where it has more. */
  inlines: 5_000,
} as const;

/** What a page sends. */
export const pageLimits = {
  /** One message to the loopback host: a whole draft with room to spare. */
  message: 64 * 2 ** 20,
  /** Edits of one `draft.append`: a page that was held up for a minute stays below it. */
  edits: 10_000,
  /** Connections to the loopback host: more than one browser opens. */
  connections: 64,
  /** Head of one request to it. */
  head: 16 * 2 ** 10,
} as const;

/** What another process hands over that was started with a draft: no system hands over more. */
export const launchLimits = {
  words: 1_000,
  /** Letters of one word, and of the folder. */
  word: 32_767,
} as const;
