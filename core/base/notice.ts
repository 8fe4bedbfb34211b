import type { Language } from './language.ts';

/** `error` stands in the way, `warning` should be looked at, `note` is for information. */
export type Severity = 'error' | 'warning' | 'note';

/** Where in a draft or a file something is. Absent fields mean "the whole of it". */
export interface Place {
  /** Id of the unit. */
  readonly unit?: string;
  readonly language?: Language;
  /** UTF-16 code units from the start of the cell's text, 0-based; `end` is exclusive. */
  readonly start?: number;
  readonly end?: number;
  /** Path of a part inside a package. */
  readonly part?: string;
}

/**
 * Something to tell a person, as data. Core never makes sentences: `locales/<language>/notices.json` holds one for each code,
 * with `params` filled in.
 */
export interface Notice {
  readonly code: string;
  readonly severity: Severity;
  readonly place?: Place;
  readonly params?: Readonly<Record<string, string | number>>;
}
