import type { Language } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';
import { checkDraft } from '../check/catalogue.ts';
import { textRules } from '../check/rules/official-texts.ts';
import { cellOf, isBlankCell, stateOf } from '../draft/state.ts';
import { cellText, isRun } from '../draft/text.ts';
import type { CommentThread, Inline, TextRun, Unit } from '../draft/types.ts';
import { citationGaps } from '../law/citation.ts';
import { renderReference } from '../law/reference.ts';
import { isDeadAct } from '../law/status-day.ts';
import type { WordInput } from './document.ts';
import { printable } from './runs.ts';

/** What became of the comments. */
export interface CommentOutcome {
  readonly leftOut: number;
  readonly elsewhere: number;
  readonly unplaced: readonly CommentThread[];
  readonly lost: readonly CommentThread[];
}

/**
 * What a person should know of a document before it goes: what was left out on purpose, what is not finished. One notice for
 * each matter with the count in `count`; its place is the first occurrence. An `error` is where the
 * document says less than the draft, or shows a mark in place of words. `units` are those that stand in the document.
 */
export function wordNotices(
  input: WordInput,
  units: readonly Unit[],
  shown: readonly Language[],
  comments: CommentOutcome,
): readonly Notice[] {
  const notesLeftOut = input.draft.units.length - units.length;
  return [
    ...counted('word.blanks', 'warning', places(units, shown, blanksIn)),
    ...counted('word.untranslated', 'warning', places(units, shown, isUntranslated)),
    ...counted('word.stale', 'warning', places(units, shown, isStale)),
    ...counted(
      'word.characters-dropped',
      'error',
      places(units, shown, (unit, language) => droppedIn(unit, language, input)),
      inAll,
    ),
    ...linkNotices(input, units, shown),
    ...checkNotices(input, shown),
    ...total('word.notes-left-out', notesLeftOut),
    ...total('word.comments-left-out', comments.leftOut),
    ...total('word.comments-elsewhere', comments.elsewhere),
    ...counted('word.comments-unplaced', 'warning', comments.unplaced.map(placeOfThread), inAll),
    ...counted('word.comments-lost', 'error', comments.lost.map(placeOfThread), inAll),
  ];
}

const withTexts = new Set(textRules.map(({ name }) => `check.${name}`));

/**
 * What the checks say that only they can tell: where the draft disagrees with the official texts, and what somebody set aside, with the
 * reason; the reader of the report did not see it in the list of problems.
 */
function checkNotices(
  { draft: { units, comments }, forms, acts, texts }: WordInput,
  shown: readonly Language[],
): readonly Notice[] {
  if (!texts && !units.some(({ aside }) => aside)) return [];
  const problems = checkDraft({ units, comments, forms, acts, ...(texts && { texts }) });
  return problems.flatMap(({ code, severity, place, params, aside }): readonly Notice[] => {
    if (place.language && !shown.includes(place.language)) return [];
    if (!aside) return withTexts.has(code) ? [{ code, severity, place, ...(params && { params }) }] : [];
    const { reason, by, on } = aside;
    return [
      {
        code: 'word.set-aside',
        severity: 'note',
        place,
        params: { rule: code, reason, by, on, context: by ? 'by' : '' },
      },
    ];
  });
}

/** What citations and references lean on that does not hold. The words of an unverified fact never go out unremarked. */
function linkNotices(input: WordInput, units: readonly Unit[], shown: readonly Language[]): readonly Notice[] {
  const { acts } = input;
  const links = (
    code: string,
    severity: Notice['severity'],
    isFaulty: (inline: Link, language: Language, unit: Unit) => boolean,
  ): readonly Notice[] =>
    counted(
      code,
      severity,
      places(
        units,
        shown,
        (unit, language) => linksIn(unit, language).filter((link) => isFaulty(link, language, unit)).length,
      ),
    );
  return [
    ...links('word.broken-references', 'error', (link, language, unit) => {
      if (link.type !== 'reference') return false;
      return renderReference(
        { ...link, from: unit.id },
        { ...input, units: input.draft.units, document: input.forms.document },
        language,
      ).broken;
    }),
    ...links('word.unknown-acts', 'error', (link) => link.type === 'citation' && !acts.byId.has(link.act)),
    ...links('word.dead-acts', 'warning', (link) => link.type === 'citation' && isDeadAct(acts, link.act)).map(
      (notice) => (acts.on ? { ...notice, params: { ...notice.params, context: 'on-day' } } : notice),
    ),
    ...links(
      'word.unverified-citations',
      'warning',
      (link, language) =>
        link.type === 'citation' && acts.byId.has(link.act) && citationGaps(link, acts, language).length > 0,
    ),
  ];
}

type Link = Exclude<Inline, TextRun>;

function linksIn(unit: Unit, language: Language): readonly Link[] {
  return cellOf(unit, language).children.filter((inline): inline is Link => !isRun(inline));
}

interface Found {
  readonly unit: string;
  readonly language: Language;
  readonly count: number;
}

function places(
  units: readonly Unit[],
  shown: readonly Language[],
  count: (unit: Unit, language: Language) => number | boolean,
): readonly Found[] {
  return units.flatMap((unit) =>
    shown.flatMap((language) => {
      const found = Number(count(unit, language));
      return found > 0 ? [{ unit: unit.id, language, count: found }] : [];
    }),
  );
}

function placeOfThread(thread: CommentThread): Found {
  return { unit: thread.unit, language: thread.lang, count: 1 };
}

function counted(
  code: string,
  severity: Notice['severity'],
  found: readonly Found[],
  howMany: (found: readonly Found[]) => number = inTheDraft,
): readonly Notice[] {
  const [first] = found;
  if (!first) return [];
  const count = howMany(found);
  return [{ code, severity, place: { unit: first.unit, language: first.language }, params: { count } }];
}

function inAll(found: readonly Found[]): number {
  return found.reduce((sum, each) => sum + each.count, 0);
}

/** The same blank or citation stands in each language of its provision: it counts once, where it is written most often. */
function inTheDraft(found: readonly Found[]): number {
  const perUnit = new Map<string, Map<Language, number>>();
  for (const { unit, language, count } of found) {
    const counts = perUnit.get(unit) ?? new Map<Language, number>();
    perUnit.set(unit, counts.set(language, (counts.get(language) ?? 0) + count));
  }
  return [...perUnit.values()].reduce((sum, counts) => sum + Math.max(...counts.values()), 0);
}

function total(code: string, count: number): readonly Notice[] {
  return count > 0 ? [{ code, severity: 'note', params: { count } }] : [];
}

function blanksIn(unit: Unit, language: Language): number {
  return cellOf(unit, language).children.filter((inline) => isRun(inline) && inline.blank && inline.text !== '').length;
}

/** Empty here though some language has words: a provision that is empty in all three says nothing that could be missing. */
function isUntranslated(unit: Unit, language: Language): boolean {
  return stateOf(unit, language) === 'missing' && unit.children.some((cell) => !isBlankCell(cell));
}

function isStale(unit: Unit, language: Language): boolean {
  return stateOf(unit, language) === 'stale';
}

function droppedIn(unit: Unit, language: Language, input: WordInput): number {
  const text = cellText(cellOf(unit, language), input.textOf).replace(/\r\n/g, '\n');
  return text.length - printable(text).length;
}
