import type { Language, Trilingual } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import type { FormRules } from '../draft/form-rules.ts';
import type { UnitLabel } from '../draft/numbering.ts';
import type { InlineText } from '../draft/text.ts';
import type { Draft, UnitId, UnitKind } from '../draft/types.ts';
import type { ActIndex } from '../law/acts.ts';
import type { OfficialTexts } from '../law/official-text/texts.ts';

/** What a paragraph is, which decides its style. Beside the kinds of unit: the words over the title and the notice under it. */
export type WordStyle = UnitKind | 'draft-mark' | 'law-heading' | 'unofficial' | 'column';

/** A run of text in one language. */
export interface WordRun {
  /** Without characters that XML cannot hold. May be empty where a comment stands on an empty text. */
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly superscript?: true;
  readonly blank?: true;
  /** Set on the number that stands before a provision's text, as the desk shows it: fixed words, not a computed list number. */
  readonly label?: true;
  /** Numbers of the comments whose range begins before, or ends after, this run; in order of number. */
  readonly opens?: readonly number[];
  readonly closes?: readonly number[];
}

export interface WordParagraph {
  readonly style: WordStyle;
  readonly language: Language;
  /** May be empty: an untranslated cell of the parallel document. */
  readonly runs: readonly WordRun[];
  /** The unit whose text this is; absent on words that come from the rules of form. */
  readonly unit?: UnitId;
}

/** One row of the parallel document: what stands side by side, in the order of `languages`. */
export interface WordRow {
  readonly cells: readonly WordParagraph[];
}

/** One message of a thread, as Word has it: a comment of its own, and replies that name the first. */
export interface WordComment {
  /** From 0, in the order in which the threads open in the text. */
  readonly number: number;
  /** `number` of the thread's first comment; absent on the first itself. */
  readonly parent?: number;
  readonly author: string;
  readonly initials: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Paragraphs of the message. The first of an unplaced thread quotes the words that it stood on. */
  readonly paragraphs: readonly string[];
  readonly language: Language;
  readonly resolved: boolean;
}

/** A Word document as data, before any markup: what is said, in which style and language, and who remarked on it. */
export interface WordDocument {
  /** For the document's properties; empty when the draft has no title yet. */
  readonly title: string;
  readonly layout: 'single' | 'parallel';
  /** The language of the document, that of the first column for the parallel one. */
  readonly language: Language;
  /** Words at the head of every page but the first; absent in what goes to parliament. */
  readonly runningHead?: string;
  /** Whether the draft has sections: they then take the first level of headings and chapters the second. */
  readonly hasSections: boolean;
  /** Whether blanks are highlighted. */
  readonly marksBlanks: boolean;
  /** Filled in a `single` document, empty otherwise. */
  readonly paragraphs: readonly WordParagraph[];
  /** Filled in a `parallel` document: first the row of column names, which repeats on every page. Empty otherwise. */
  readonly rows: readonly WordRow[];
  readonly comments: readonly WordComment[];
  /** What was left out, and what should be looked at before the document goes. */
  readonly notices: readonly Notice[];
}

/** Words of the documents themselves, from `locales/<language>/word.json`, so that core holds none. */
export interface WordWords {
  /** Names of the languages at the head of the columns. */
  readonly columns: Trilingual<string>;
  /** Stands before a drafter's note. */
  readonly note: Trilingual<string>;
  readonly runningHead: Readonly<Record<'review' | 'internal', Trilingual<string>>>;
}

/** Which text goes out: `final` for parliament, `review` with comments, `internal` with the drafter's notes too. */
export type WordProfile = 'final' | 'review' | 'internal';

/** Everything that a document is made of. `labels` and `textOf` are those of the same draft. */
export interface WordInput {
  readonly draft: Draft;
  readonly language: Language | 'parallel';
  readonly profile: WordProfile;
  readonly forms: FormRules;
  readonly words: WordWords;
  readonly labels: ReadonlyMap<UnitId, UnitLabel>;
  readonly acts: ActIndex;
  /** The official texts that citations and quotations are compared with; absent where nobody imported one. */
  readonly texts?: OfficialTexts;
  readonly textOf: InlineText;
}
