import type { Language } from '../base/language.ts';
import type { Notice, Place, Severity } from '../base/notice.ts';
import type { FormRules } from '../draft/form-rules.ts';
import type { UnitLabel } from '../draft/numbering.ts';
import type { Edit } from '../draft/operation.ts';
import type { Cell, CommentThread, Inline, SetAside, Unit, UnitId } from '../draft/types.ts';
import type { ActIndex } from '../law/acts.ts';
import type { OfficialTexts } from '../law/official-text/texts.ts';

/** What a problem is about; the list of problems and the gate are grouped by it, in this order. */
export const problemGroups = ['law', 'structure', 'languages', 'wording', 'unfinished', 'review'] as const;
export type ProblemGroup = (typeof problemGroups)[number];

/**
 * The one-key repair of a problem: the edit for the units as they stand now, or undefined when the place has changed since the
 * check and there is nothing left to repair. It never adds words that nobody wrote.
 */
export type Repair = (units: readonly Unit[]) => Edit | undefined;

/** Where a rule found something wrong. */
export interface Finding {
  /** Offsets count in the cell's text as it is read, the words of citations and references included. */
  readonly place: Place;
  /** Fill the sentence. `context` chooses a variant of it: `dead-act_successor`. */
  readonly params?: Notice['params'];
  readonly repair?: Repair;
  /** Where it is graver or lighter than the rule says. */
  readonly severity?: Severity;
}

/** One problem of a draft: a notice whose code is `check.<rule>`, which a person can go to and perhaps repair. */
export interface Problem extends Notice {
  readonly code: `check.${string}`;
  readonly place: Place;
  readonly group: ProblemGroup;
  /** Whether it stands in the way of parliament, whatever its severity. */
  readonly blocks: boolean;
  readonly repair?: Repair;
  /** A sum of what it is about, see `aside.ts`. */
  readonly about: string;
  /** Who set it aside and why; absent for a problem that stands. */
  readonly aside?: SetAside;
}

/** One rule. Pure: the same draft gives the same findings, in the order of the text. */
export interface Rule {
  /** Kebab-case; the sentence is `notices.<name>` of `locales/<language>/check.json`. */
  readonly name: string;
  readonly group: ProblemGroup;
  readonly severity: Severity;
  /** An `error` always blocks; this says whether a `warning` or `note` does too. */
  readonly blocks?: true;
  /** What it finds in a provision does not depend on what else is in `law`, so that a long bill may be given to it in stretches. */
  readonly byProvision?: true;
  readonly find: (context: CheckContext) => readonly Finding[];
}

/** An inline of a cell with the stretch of the text that it fills. */
export interface Piece {
  readonly inline: Inline;
  /** Place among the cell's children. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** One cell, read once for all rules. */
export interface Reading {
  readonly unit: Unit;
  readonly index: number;
  readonly language: Language;
  readonly cell: Cell;
  /** As it is read. Empty for a missing text. */
  readonly text: string;
  /** As `text`, of the same length, with U+FFFC for every character that nobody typed: the words of citations and references. */
  readonly typed: string;
  readonly pieces: readonly Piece[];
}

/** What a check looks at. */
export interface CheckSources {
  readonly units: readonly Unit[];
  readonly comments: readonly CommentThread[];
  readonly forms: FormRules;
  readonly acts: ActIndex;
  /** Imported official texts to compare with; absent where there are none. */
  readonly texts?: OfficialTexts;
}

/** A moment of a draft, with what all rules would otherwise compute again. */
export interface CheckContext extends CheckSources {
  readonly texts: OfficialTexts;
  readonly labels: ReadonlyMap<UnitId, UnitLabel>;
  readonly byId: ReadonlyMap<UnitId, Unit>;
  /**
   * The units that are law, each with its texts in the order of `languages`. Drafter's notes are left out: they do not go to
   * parliament and cite dead law on purpose.
   */
  readonly law: readonly UnitReading[];
}

/** A unit with its three texts. */
export interface UnitReading {
  readonly unit: Unit;
  readonly index: number;
  /** In the order of `languages`. */
  readonly readings: readonly [Reading, Reading, Reading];
  /** Those of them that have a text. */
  readonly written: readonly Reading[];
}
