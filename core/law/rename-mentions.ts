import { type Language, languages } from '../base/language.ts';
import { applyOperation } from '../draft/apply.ts';
import { changeLinks, type LinkChange, linksOf, type PlacedLink } from '../draft/inline-edits.ts';
import type { Operation } from '../draft/operation.ts';
import type { CitationInline, ShortNames, Unit } from '../draft/types.ts';
import { givenNames } from './short-names.ts';

/*
 * A citation that gives an act its short name is the definition of it: when the name changes there, the mentions by that name are to
 * change with it, in the same step.
 */

/** A short name as it was and as it is to be, language by language; a language in which it stays is left out. */
export type Renaming = ReadonlyMap<Language, { readonly from: string; readonly to: string }>;

/** What changes when a citation's short names become others, in those of the languages in which it is the one that gives them. */
export function renamingOf(
  units: readonly Unit[],
  citation: CitationInline,
  next: Pick<CitationInline, 'act' | 'gives'>,
  within: readonly Language[] = languages,
): Renaming {
  const changed = within.flatMap((language) => {
    const [from, to] = [citation.gives?.[language], next.gives?.[language]];
    if (next.act !== citation.act || from === undefined || to === undefined || from === to) return [];
    const first = givenNames(units, language).get(citation.act)?.citation;
    return first?.gives?.[language] === from ? [[language, { from, to }] as const] : [];
  });
  return new Map(changed);
}

/** The citations that name the act by a short name that is to change, in the texts of the languages in which it does. */
export function mentionsToRename(units: readonly Unit[], act: string, renaming: Renaming): readonly PlacedLink[] {
  return units.flatMap((unit) =>
    [...renaming].flatMap(([language, { from }]) =>
      linksOf(unit, language).filter(
        ({ link }) => link.type === 'citation' && link.act === act && link.short?.[language] === from,
      ),
    ),
  );
}

/** Operations that rename the mentions, for after the citation itself has changed; none where nothing is to change. */
export function renameMentions(units: readonly Unit[], act: string, renaming: Renaming): readonly Operation[] {
  let now = units;
  const operations: Operation[] = [];
  // In each round one mention of each language in each unit: so the languages of a provision stay level with each other.
  for (;;) {
    const round = Map.groupBy(mentionsToRename(now, act, renaming), ({ unit }) => unit);
    const done = operations.length;
    for (const placed of round.values()) {
      const each = [...Map.groupBy(placed, ({ language }) => language).values()].flatMap(([first]) => first ?? []);
      const edit = changeLinks(
        now,
        each.map((one) => renamed(one, renaming)),
      );
      for (const operation of edit?.operations ?? []) now = applyOperation(now, operation) ?? now;
      operations.push(...(edit?.operations ?? []));
    }
    if (operations.length === done) return operations;
  }
}

/** A mention holds its name in all three languages, in each of its texts: all of them become what they are to be. */
function renamed(placed: PlacedLink, renaming: Renaming): LinkChange {
  if (placed.link.type !== 'citation') return { placed, next: placed.link };
  const { short: before = {} } = placed.link;
  const changed = [...renaming].filter(([language, { from }]) => before[language] === from);
  const short: ShortNames = { ...before, ...Object.fromEntries(changed.map(([language, { to }]) => [language, to])) };
  return { placed, next: { ...placed.link, short } };
}
