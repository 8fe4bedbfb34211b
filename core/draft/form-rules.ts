import type { Trilingual } from '../base/language.ts';
import type { UnitKind } from './types.ts';

/** How the numbers of one kind of unit run and look. */
export interface NumberingRule {
  /** The nearest enclosing kinds within which numbers begin again; empty means they run through the whole bill. */
  readonly restartsIn: readonly UnitKind[];
  /** How the running number is written: `1`, `I`, or letters of the language's own list. */
  readonly style: 'arabic' | 'roman' | 'letters';
  /** The label in each language with `{n}` for the number: `{n}-берене.`, `Статья {n}.`, `Article {n}.`, `{n})`. */
  readonly label: Trilingual<string>;
}

/**
 * The rules of form, read from `resources/forms/`: data with a date and a source, so that a change of the rules is not a change
 * of the code.
 */
export interface FormRules {
  /** ISO date of the data. */
  readonly dated: string;
  readonly sources: readonly string[];
  /** A rule for each numbered kind; a kind that is absent carries no number. */
  readonly numbering: Readonly<Partial<Record<UnitKind, NumberingRule>>>;
  /** The letters of `letters` numbering in each language, in order. */
  readonly letters: Trilingual<readonly string[]>;
  /** What stands at the head and foot of a bill, such as the words over the title. */
  readonly formulas: Readonly<Record<string, Trilingual<string>>>;
}
