import { languages } from '../base/language.ts';
import { unmarkFilled } from './filled-blanks.ts';
import type { Match } from './find.ts';
import type { Edit, Operation } from './operation.ts';
import { cellOf, isBlankCell, revAfterEdit } from './state.ts';
import { type InlineText, isRun } from './text.ts';
import type { Cell, Unit } from './types.ts';

/** One replacement. */
export interface Replacement {
  readonly match: Match;
  /** May be empty. */
  readonly text: string;
}

/** What replacing came to. */
export interface Replaced {
  /** One edit for all of it; absent when nothing could be replaced. */
  readonly edit?: Edit;
  readonly count: number;
  /** Matches that were left because some of their words are computed. */
  readonly fixed: number;
}

/**
 * Replaces matches, in the order in which `findMatches` gave them, on the units in which it found them.
 *
 * The new words take the marks of the first character that they replace (a comment is a mark too, so it stays on its words); what
 * else the match covered goes; a blank that is filled so is none any more. Citations and references stay: a match that touches their words is left and counted. A text that
 * changes is marked as edited, as if it had been typed. Within a cell the last match is replaced first, so that no operation
 * moves the place of the next. A run may be left empty: the editor puts runs in order after an edit.
 */
export function replaceMatches(
  units: readonly Unit[],
  replacements: readonly Replacement[],
  textOf: InlineText,
): Replaced {
  const free = replacements.filter(({ match }) => !match.isFixed);
  const fixed = replacements.length - free.length;
  const operations: Operation[] = [];
  for (const group of byCell(free)) {
    const [first] = group;
    const unit = first && units[first.match.index];
    if (!first || unit?.id !== first.match.unit) continue;
    const path = [first.match.index, languages.indexOf(first.match.language)];
    operations.push(...markedEdited(unit, first.match, path));
    const cell = cellOf(unit, first.match.language);
    const runs = runsOf(cell, textOf);
    const changes = stretchesOf(runs, group)
      .toReversed()
      .flatMap((stretch) => replaceOne(runs, stretch, path));
    operations.push(...changes, ...unmarkFilled(cell, changes, path));
  }
  return { ...(operations.length > 0 && { edit: { operations } }), count: free.length, fixed };
}

function byCell(replacements: readonly Replacement[]): readonly Replacement[][] {
  const groups: Replacement[][] = [];
  for (const replacement of replacements) {
    const group = groups.at(-1);
    const last = group?.[0]?.match;
    const { match } = replacement;
    if (group && last?.unit === match.unit && last.language === match.language) group.push(replacement);
    else groups.push([replacement]);
  }
  return groups;
}

function markedEdited(unit: Unit, { language }: Match, path: readonly number[]): readonly Operation[] {
  const cell = cellOf(unit, language);
  const rev = revAfterEdit(unit, language, isBlankCell(cell));
  if (rev === undefined) return [];
  return [{ type: 'set_node', path, properties: { rev: cell.rev ?? null }, newProperties: { rev } }];
}

/** A run with the place of its text in the text of its cell. */
interface PlacedRun {
  readonly at: number;
  readonly start: number;
  readonly text: string;
}

function runsOf(cell: Cell, textOf: InlineText): readonly PlacedRun[] {
  let start = 0;
  return cell.children.flatMap((inline, at) => {
    const text = isRun(inline) ? inline.text : textOf(inline, cell.lang, cell.unit);
    const placed = { at, start, text };
    start += text.length;
    return isRun(inline) ? [placed] : [];
  });
}

/** Words to put in place of what stands from `start` to `end`. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Above this, matches in one run are replaced together with what lies between them: each operation costs a step through the draft. */
const mostSeparate = 8;

function stretchesOf(runs: readonly PlacedRun[], group: readonly Replacement[]): readonly Stretch[] {
  const single = group.map(({ match: { start, end }, text }) => ({ start, end, text }));
  if (single.length <= mostSeparate) return single;
  const stretches: Stretch[] = [];
  for (const next of single) {
    const last = stretches.at(-1);
    const run = last && runs.find(({ start, text }) => start <= last.start && next.end <= start + text.length);
    if (last && run) {
      const between = run.text.slice(last.end - run.start, next.start - run.start);
      stretches[stretches.length - 1] = { start: last.start, end: next.end, text: last.text + between + next.text };
    } else stretches.push(next);
  }
  return stretches;
}

/** New words first, then what goes: so a run that is replaced whole is never empty in between, and keeps its marks. */
function replaceOne(runs: readonly PlacedRun[], { start, end, text }: Stretch, path: readonly number[]): Operation[] {
  const touched = runs.filter((run) => run.text !== '' && run.start < end && start < run.start + run.text.length);
  return touched.flatMap((run, i): Operation[] => {
    const offset = Math.max(0, start - run.start);
    const gone = run.text.slice(offset, end - run.start);
    const place = [...path, run.at];
    const removal: Operation = {
      type: 'remove_text',
      path: place,
      offset: i === 0 ? offset + text.length : 0,
      text: gone,
    };
    if (i > 0 || text === '') return [removal];
    return [{ type: 'insert_text', path: place, offset, text }, removal];
  });
}
