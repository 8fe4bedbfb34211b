import type { Language } from '../../../core/base/language.ts';
import { pasteLimits } from '../../../core/base/limits.ts';
import { fail, type Result, succeed } from '../../../core/base/result.ts';
import { blocksOf, unitsOfBlocks } from '../../../core/draft/blocks.ts';
import { copiesOf, withoutComments } from '../../../core/draft/copies.ts';
import type { UnitLabel } from '../../../core/draft/numbering.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { outlineOf } from '../../../core/draft/outline.ts';
import { pasteTarget, putBlocks, type Refusal } from '../../../core/draft/placing.ts';
import { kindRules } from '../../../core/draft/schema.ts';
import { cellOf } from '../../../core/draft/state.ts';
import { cellText, type InlineText, isRun } from '../../../core/draft/text.ts';
import type { CommentThread, Inline, Unit, UnitId } from '../../../core/draft/types.ts';
import { field, fieldsOf, parseJson } from '../../../core/file/fields.ts';
import { readUnits } from '../../../core/file/read-draft.ts';
import { createReport } from '../../../core/file/report.ts';

/*
 * Whole units on the clipboard, in all three languages. The form is the saved one and is read like a file; beside it stand the words of one
 * language with their numbers, for Word and for a text.
 */

/** The clipboard's name for whole units. */
const wholeFormat = 'application/x-dolboor-whole-units';

/** What the words of a copy are made with. */
export interface WholeWording {
  readonly language: Language;
  readonly textOf: InlineText;
  readonly labelOf: (unit: UnitId) => UnitLabel | undefined;
}

/** Puts the chosen units on the clipboard; gives our own form, by which a paste knows them again. */
export function writeWhole(
  data: Pick<DataTransfer, 'setData'>,
  draft: string,
  units: readonly Unit[],
  wording: WholeWording,
): string {
  const json = JSON.stringify({ draft, units });
  const lines = units.map((unit) => lineOf(unit, wording));
  data.setData(wholeFormat, json);
  data.setData('text/plain', lines.join('\n'));
  data.setData('text/html', lines.map((line) => `<p lang="${wording.language}">${escaped(line)}</p>`).join(''));
  return json;
}

function lineOf(unit: Unit, { language, textOf, labelOf }: WholeWording): string {
  const label = labelOf(unit.id)?.label[language];
  return `${label === undefined ? '' : `${label} `}${cellText(cellOf(unit, language), textOf)}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Whether the clipboard holds whole units. */
export function hasWhole(data: Pick<DataTransfer, 'getData'>): boolean {
  return data.getData(wholeFormat) !== '';
}

interface Clip {
  readonly json: string;
  readonly draft: string;
  readonly units: readonly Unit[];
}

function readWhole(data: Pick<DataTransfer, 'getData'>): Clip | undefined {
  const json = data.getData(wholeFormat);
  if (json === '' || json.length > pasteLimits.source) return undefined;
  const fields = fieldsOf(parseJsonOr(json));
  const [draft, list] = fields ? [field(fields, 'draft'), field(fields, 'units')] : [];
  const read = Array.isArray(list) && list.length <= pasteLimits.units ? readUnits(list, createReport()) : undefined;
  if (typeof draft !== 'string' || !read?.ok || read.value.length === 0) return undefined;
  return { json, draft, units: read.value };
}

function parseJsonOr(json: string): unknown {
  try {
    return parseJson(json);
  } catch {
    return undefined;
  }
}

/** What a paste needs to know of the draft that it comes into. */
export interface WholeHome {
  readonly draft: string;
  readonly units: readonly Unit[];
  readonly comments: readonly CommentThread[];
  readonly newId: () => UnitId;
  /** What this editor itself cut last: only of that the ids are believed. */
  readonly cut: string;
}

export interface WholePaste {
  readonly edit: Edit;
  /** The outermost of the pasted units. */
  readonly roots: readonly UnitId[];
}

/** Puts the units of the clipboard behind a unit. `foreign`: there are none that can be read. */
export function pasteWhole(
  data: Pick<DataTransfer, 'getData'>,
  beside: UnitId,
  home: WholeHome,
): Result<WholePaste, Refusal | 'foreign'> {
  const clip = readWhole(data);
  if (!clip) return fail('foreign');
  const fresh = isFreeCut(clip, home) ? returning(clip.units, home) : copied(clip, home);
  const roots = outlineOf(fresh).map(({ unit }) => unit);
  const highest = roots.toSorted((a, b) => kindRules[a.kind].depth - kindRules[b.kind].depth)[0];
  const put = putBlocks(home.units, fresh, pasteTarget(home.units, beside, highest?.kind ?? 'article'));
  return put.ok ? succeed({ edit: put.value, roots: roots.map(({ id }) => id) }) : put;
}

/** Cut here and not put down yet: the units stay the ones to which references point. */
function isFreeCut({ json, units }: Clip, home: WholeHome): boolean {
  const taken = new Set(home.units.map(({ id }) => id));
  return json === home.cut && units.every(({ id }) => !taken.has(id));
}

/** Comments come along whose threads are still there and whose words stand nowhere else. */
function returning(units: readonly Unit[], home: WholeHome): readonly Unit[] {
  const placeless = new Set(home.comments.map(({ id }) => `c_${id}`));
  for (const { children } of home.units) {
    for (const inline of children.flatMap((cell) => cell.children)) {
      for (const name of Object.keys(inline)) placeless.delete(name);
    }
  }
  return units.map((unit) =>
    changedInlines(unit, (inlines) => withoutComments(inlines, (mark) => placeless.has(mark))),
  );
}

/** A reference to a unit of another draft is broken here, and never points at one that happens to have the same id. */
function copied({ draft, units }: Clip, home: WholeHome): readonly Unit[] {
  const copies = copiesOf(units, home.newId);
  if (draft === home.draft) return copies;
  const known = new Set(copies.map(({ id }) => id));
  const target = (id: UnitId): UnitId => (known.has(id) ? id : home.newId());
  return copies.map((unit) =>
    changedInlines(unit, (inlines) =>
      inlines.map((inline) => {
        if (isRun(inline) || inline.type !== 'reference') return inline;
        return { ...inline, target: target(inline.target), ...(inline.also && { also: inline.also.map(target) }) };
      }),
    ),
  );
}

function changedInlines(unit: Unit, change: (inlines: readonly Inline[]) => readonly Inline[]): Unit {
  const children = unit.children.map((cell) => ({ ...cell, children: change(cell.children) }));
  return { ...unit, children: children as unknown as Unit['children'] };
}

/** The chosen units with all that they enclose, as they are copied. */
export function wholeUnits(units: readonly Unit[], ids: Iterable<UnitId>): readonly Unit[] {
  return unitsOfBlocks(units, blocksOf(units, ids));
}
