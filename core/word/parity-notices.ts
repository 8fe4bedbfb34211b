import type { Language } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import { borrowedLanguage, type OwnFact } from '../law/own-facts.ts';
import type { ParityTable } from '../law/parity.ts';

/** What a person should know of the matrix before it goes: what nobody verified, which gaps stay, what people here entered. */
export function parityNotices(table: ParityTable, facts: readonly OwnFact[], language: Language): readonly Notice[] {
  const cells = table.rows.flatMap((row) => row.cells);
  const shown = new Set(
    table.rows.flatMap(({ billFacts, cells }) =>
      [...billFacts, ...cells.flatMap((cell) => cell.facts)].flatMap(({ own }) => own?.id ?? []),
    ),
  );
  const own = facts.filter(({ id }) => shown.has(id));
  const notVerified = cells.filter((cell) => cell.facts.length === 0).length;
  const borrowed = own.filter((fact) => borrowedLanguage(fact, language) !== undefined).length;
  return [
    ...counted('parity.notVerified', 'warning', notVerified, { total: cells.length }),
    ...counted('parity.noProvisions', 'warning', table.gaps.open),
    ...counted('parity.otherLanguage', 'warning', borrowed),
    ...counted('parity.own', 'note', own.length),
  ];
}

function counted(
  code: string,
  severity: Notice['severity'],
  count: number,
  more: Readonly<Record<string, number>> = {},
): readonly Notice[] {
  return count === 0 ? [] : [{ code, severity, params: { count, ...more } }];
}
