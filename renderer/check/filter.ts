import type { Language } from '../../core/base/language.ts';
import type { Severity } from '../../core/base/notice.ts';
import type { Problem } from '../../core/check/problem.ts';

export const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** Which problems are shown. */
export interface ProblemFilter {
  readonly severities: readonly Severity[];
  readonly languages: readonly Language[];
  /** Only what stands in the way of parliament. */
  readonly blocking: boolean;
}

/** A problem of no single language is shown whatever the languages. */
export function filterProblems(problems: readonly Problem[], filter: ProblemFilter): readonly Problem[] {
  return problems.filter(
    ({ severity, place, blocks }) =>
      filter.severities.includes(severity) &&
      (place.language === undefined || filter.languages.includes(place.language)) &&
      (blocks || !filter.blocking),
  );
}
