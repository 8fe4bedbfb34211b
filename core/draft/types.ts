import type { Language, Trilingual } from '../base/language.ts';

/**
 * The kinds of unit of a bill, outermost first. With the words of Kyrgyz and Russian drafting:
 * `title` аталышы / название; `preamble` преамбула; `section` бөлүм / раздел; `chapter` глава / глава; `article` берене / статья;
 * `part` бөлүк / часть («1.»); `point` пункт / пункт («1)»); `subpoint` пунктча / подпункт («а)»); `paragraph` абзац / абзац
 * (unnumbered); `note` a drafter's note, not part of the law and left out of what goes to parliament; `signature` the office
 * that signs, after the last article.
 */
export const unitKinds = [
  'title',
  'preamble',
  'section',
  'chapter',
  'article',
  'part',
  'point',
  'subpoint',
  'paragraph',
  'note',
  'signature',
] as const;

export type UnitKind = (typeof unitKinds)[number];

/** Stable for the life of the unit, through moves, renumbering, saving and merging. `[A-Za-z0-9-]+`. */
export type UnitId = string;

/** Id of a comment thread. `[A-Za-z0-9-]+`. */
export type CommentId = string;

/** Id of an act in the register (`resources/acts/`), such as `military-status-1992`. */
export type ActId = string;

/** The grammatical case in which a citation stands in its sentence. `loc` is the Russian prepositional; `attr` the Kyrgyz -дагы form. */
export const grammaticalCases = ['nom', 'gen', 'dat', 'acc', 'loc', 'abl', 'ins', 'attr'] as const;
export type GrammaticalCase = (typeof grammaticalCases)[number];

/**
 * A run of text with its marks. Absent means "not marked"; `false` is never stored.
 * A comment's range is the runs that carry the key `c_<comment id>`: so it follows its words through splits, joins and moves.
 */
export interface TextRun {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly superscript?: true;
  /** A marked blank that the drafter must fill before the bill leaves; the text says what is missing. */
  readonly blank?: true;
  readonly [comment: `c_${CommentId}`]: true;
}

/** Where in an act: each level's numbers as written in the act (`"12"`, `"5-1"`, `"а"`); a list means several. Outermost first when rendered. */
export interface Pinpoint {
  readonly section?: readonly string[];
  readonly chapter?: readonly string[];
  readonly article?: readonly string[];
  readonly part?: readonly string[];
  readonly point?: readonly string[];
  readonly subpoint?: readonly string[];
  /** Ordinals of unnumbered paragraphs, 1-based, as decimal strings. */
  readonly paragraph?: readonly string[];
}

/** What an act is called in short, without quotes and in the nominative; a language left out has no short name. Never empty. */
export type ShortNames = Partial<Trilingual<string>>;

/** A citation of a statute, stored once per cell as data and rendered by `core/law/citation.ts` in the cell's language. */
export interface CitationInline {
  readonly type: 'citation';
  readonly act: ActId;
  readonly pinpoint: Pinpoint;
  /** Absent means nominative. */
  readonly case?: GrammaticalCase;
  /** Present when the act's date and number are to be written out. */
  readonly dated?: true;
  /** Present when an article is called as the act's own Kyrgyz text calls it (статья), as a law that amends the act must. */
  readonly ownWords?: true;
  /** The short names that this citation gives the act for what follows it: «(мындан ары – Мыйзам)», «(далее – Закон)». */
  readonly gives?: ShortNames;
  /** The short names that stand for the act here, given by a citation before; a language without one has the full name. Never with `gives`. */
  readonly short?: ShortNames;
  /** The empty text that an inline void must hold. */
  readonly children: readonly [{ readonly text: '' }];
  /** A comment lies on the citation, as on a run. */
  readonly [comment: `c_${CommentId}`]: true;
}

/** A cross-reference to a unit of this draft; its words are computed from where the target stands now. */
export interface ReferenceInline {
  readonly type: 'reference';
  readonly target: UnitId;
  /** Further targets of the same reference (статьи 5, 7 и 9), in any order and without repeats; never empty. */
  readonly also?: readonly UnitId[];
  readonly case?: GrammaticalCase;
  readonly children: readonly [{ readonly text: '' }];
  /** A comment lies on the reference, as on a run. */
  readonly [comment: `c_${CommentId}`]: true;
}

export type Inline = TextRun | CitationInline | ReferenceInline;

/**
 * The text of one unit in one language.
 * `children` is never empty and, as Slate demands, begins and ends with a text run; two inlines have a run between them.
 */
export interface Cell {
  readonly type: 'cell';
  readonly lang: Language;
  /** Id of the unit that the cell belongs to, so that a view of the cell needs no path look-up. */
  readonly unit: UnitId;
  /**
   * Counts, within the unit, the changes of meaning that this text has taken in; absent means 0.
   * A text whose `rev` is below another language's is stale. See `core/draft/state.ts`.
   */
  readonly rev?: number;
  /** The `rev` at which a person approved the text. It is approved for as long as `rev` has not moved on. */
  readonly approved?: number;
  readonly children: readonly Inline[];
}

/** A problem of a provision that a person looked at and set aside. */
export interface SetAside {
  /** The rule that found it, such as `unverified-act`. */
  readonly rule: string;
  /** A sum of what the problem is about, by `core/check/aside.ts`: when that changes, the problem is no longer this one and is back. */
  readonly about: string;
  /** Why; never empty. */
  readonly reason: string;
  /** Who; empty where the person has given no name. */
  readonly by: string;
  /** ISO date. */
  readonly on: string;
}

/** One provision, in three languages. A bill's body is a flat list of them; the tree is derived from the kinds. */
export interface Unit {
  readonly type: 'unit';
  readonly id: UnitId;
  readonly kind: UnitKind;
  /** A locked number, as adopted (`"5"`, `"5-1"`). Absent means computed. */
  readonly number?: string;
  /**
   * Ids of the guarantees that the provision gives (`resources/parity/`), in the order in which they were linked; may be empty. Absent
   * means that nobody said, and the links of the draft's template hold.
   */
  readonly guarantees?: readonly string[];
  /** Problems that were set aside, in the order in which they were; no two of one rule and sum; never empty. */
  readonly aside?: readonly SetAside[];
  /** Exactly three, in the order of `languages`. */
  readonly children: readonly [Cell, Cell, Cell];
}

/** One message of a comment thread. */
export interface CommentMessage {
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly text: string;
}

/**
 * A thread of comments on words of one cell. Its range is the runs, citations and references that carry its id; when those were
 * deleted the thread is kept and shown as unplaced, by `unit`, `lang` and `quote`.
 */
export interface CommentThread {
  readonly id: CommentId;
  readonly unit: UnitId;
  readonly lang: Language;
  /** The words as they were when the comment was made. */
  readonly quote: string;
  readonly resolved: boolean;
  /** In order of writing; never empty. */
  readonly messages: readonly CommentMessage[];
}

/**
 * What a draft may be besides a bill, with its own name over the title, its own numbers and words for itself: `resolution` токтом /
 * постановление; `note` негиздеме-маалымкат / справка-обоснование, the justification note of a bill.
 */
export const documentKinds = ['resolution', 'note'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What is known of a draft besides its text. */
export interface DraftMeta {
  /** Stable through saving, renaming and mailing. */
  readonly id: string;
  /** The template that it began from. */
  readonly template?: string;
  /** Absent means a bill. Since format 2. */
  readonly document?: DocumentKind;
}

/** Everything that a `.dolboor` file holds of a draft. */
export interface Draft {
  readonly meta: DraftMeta;
  /** In reading order. */
  readonly units: readonly Unit[];
  readonly comments: readonly CommentThread[];
}
