import type { Pinpoint } from '../../draft/types.ts';
import { type PinpointLevel, pinpointLevels } from '../pinpoint.ts';
import { endOf, type OfficialTree, pathTo } from './tree.ts';
import type { OfficialUnit } from './types.ts';

/** The provisions that a pinpoint names in a text, or the first thing that the text has not got. */
export type FoundPlace =
  | { readonly found: readonly number[] }
  | { readonly missing: { readonly level: PinpointLevel; readonly number: string } };

/**
 * Looks a pinpoint up in a text: indices of the units that it names, in the order of the pinpoint. The whole act is found at
 * once, as an empty list. Numbers are compared as they are written, small letters as capitals, with 5¹ as 5-1. Paragraphs are counted
 * from the text of the unit itself, as drafters count them: abzac 1 is the unit's own first words.
 */
export function findPlace(tree: OfficialTree, pinpoint: Pinpoint): FoundPlace {
  let within: readonly number[] = [-1];
  let found: readonly number[] = [];
  for (const level of pinpointLevels) {
    const numbers = pinpoint[level] ?? [];
    if (numbers.length === 0) continue;
    const next: number[] = [];
    for (const number of numbers) {
      const at = within.flatMap((outer) => findIn(tree, outer, level, number) ?? [])[0];
      if (at === undefined) return { missing: { level, number } };
      next.push(at);
    }
    found = next;
    within = next;
  }
  return { found };
}

/** The first unit of a level and number inside another; several levels may lie between (an article in a chapter in a section). */
function findIn(tree: OfficialTree, outer: number, level: PinpointLevel, number: string): number | undefined {
  if (level === 'paragraph') return paragraphIn(tree, outer, Number(number));
  const end = outer < 0 ? tree.units.length : endOf(tree, outer);
  const wanted = foldNumber(number);
  for (let at = outer + 1; at < end; at += 1) {
    const unit = tree.units[at];
    if (!unit || unit.quoted || unit.kind !== level || foldNumber(unit.number ?? '') !== wanted) continue;
    // Point 1 of the article is not point 1 of its part 2: what stands deeper has to be named.
    if (level === 'article' || level === 'chapter' || level === 'section' || (tree.parents[at] ?? -1) === outer)
      return at;
  }
  return undefined;
}

function paragraphIn(tree: OfficialTree, outer: number, ordinal: number): number | undefined {
  if (outer < 0 || !Number.isSafeInteger(ordinal) || ordinal < 1) return undefined;
  return paragraphsOf(tree, outer)[ordinal - 1];
}

/** The paragraphs of a unit in order; where it has words of its own besides a heading, it is the first itself. */
function paragraphsOf(tree: OfficialTree, outer: number): readonly number[] {
  const own = tree.units[outer]?.text.trim() ? [outer] : [];
  const end = endOf(tree, outer);
  for (let at = outer + 1; at < end; at += 1) {
    if (tree.parents[at] === outer && isParagraph(tree.units[at])) own.push(at);
  }
  return own;
}

function isParagraph(unit: OfficialUnit | undefined): boolean {
  return unit !== undefined && (unit.kind === 'paragraph' || unit.quoted === true);
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `5¹` and `5-1` are one number, `А` and `а` one letter. */
export function foldNumber(number: string): string {
  return number
    .replace(/(\d)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/gu, (_, digit: string, up: string) => {
      const digits = [...up].map((one) => raised.indexOf(one)).join('');
      return `${digit}-${digits}`;
    })
    .toLowerCase();
}

const namedLevels: readonly string[] = pinpointLevels;

/**
 * How a provision is cited: from its article down; a chapter or section only by itself. Empty for what has no place of its own, such
 * as the preamble; what stands in no numbered unit (a row, a footnote) has the place of the unit that encloses it.
 */
export function pinpointAt(tree: OfficialTree, at: number): Pinpoint {
  const path = pathTo(tree, at);
  const article = path.find((index) => tree.units[index]?.kind === 'article');
  const pinpoint: Partial<Record<PinpointLevel, readonly string[]>> = {};
  for (const index of path) {
    const unit = tree.units[index];
    if (!unit || unit.quoted || unit.number === undefined || !namedLevels.includes(unit.kind)) continue;
    if (article !== undefined && index < article) continue;
    pinpoint[unit.kind as PinpointLevel] = [unit.number];
  }
  const parent = tree.parents[at] ?? -1;
  if (parent >= 0 && isParagraph(tree.units[at]) && Object.keys(pinpoint).length > 0) {
    pinpoint.paragraph = [String(paragraphsOf(tree, parent).indexOf(at) + 1)];
  }
  return pinpoint;
}

/** The words of a provision with all that stands in it, a line for each unit, labels included. */
export function linesOf(tree: OfficialTree, at: number): readonly string[] {
  return tree.units.slice(at, endOf(tree, at)).map((unit) =>
    [unit.label, unit.heading, unit.text]
      .map((words) => words?.trim() ?? '')
      .filter((words) => words !== '')
      .join(' '),
  );
}
