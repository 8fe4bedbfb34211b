import type { Trilingual } from '../base/language.ts';
import type { DocumentKind, UnitKind } from './types.ts';

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
  /** Names of the formulas that stand over the title, in order. Absent means those of a bill: `draft` and `lawOf`. */
  readonly head?: readonly string[];
  /** Rules of what is no bill, where they differ. */
  readonly documents?: Readonly<Partial<Record<DocumentKind, DocumentRules>>>;
  /** What the rules are for; absent for a bill. Set by {@link formsOf}. */
  readonly document?: DocumentKind;
}

/** What is another than in a bill: the whole table of numbers, and what stands over the title. */
export interface DocumentRules {
  readonly numbering: FormRules['numbering'];
  readonly head: readonly string[];
}

const madeForms = new WeakMap<FormRules, Map<DocumentKind, FormRules>>();

/** The rules of form for what a draft is. The same object each time, because numbers are made once for each table of rules. */
export function formsOf(forms: FormRules, document: DocumentKind | undefined): FormRules {
  if (document === undefined) return forms;
  const made = madeForms.get(forms) ?? new Map<DocumentKind, FormRules>();
  madeForms.set(forms, made);
  const own = made.get(document) ?? { ...forms, ...forms.documents?.[document], document };
  made.set(document, own);
  return own;
}
