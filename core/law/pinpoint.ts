import type { Pinpoint } from '../draft/types.ts';

/** The levels of a pinpoint, outermost first. */
export const pinpointLevels = ['section', 'chapter', 'article', 'part', 'point', 'subpoint', 'paragraph'] as const;
export type PinpointLevel = (typeof pinpointLevels)[number];

/** How far inward a level lies: 0 is a section. */
export function depthOf(level: PinpointLevel): number {
  return pinpointLevels.indexOf(level);
}

/** The numbers of one level as they are written: single ones, and runs that are written as `1-4`. */
export interface NumberSpan {
  readonly from: string;
  /** Absent for a single number. */
  readonly to?: string;
}

/** One level of a pinpoint. */
export interface PinpointStep {
  readonly level: PinpointLevel;
  /** Never empty. */
  readonly spans: readonly NumberSpan[];
  /** Whether more than one unit is meant. */
  readonly plural: boolean;
}

/** The levels that a pinpoint names, outermost first; empty for a whole act. */
export function stepsOf(pinpoint: Pinpoint): readonly PinpointStep[] {
  return pinpointLevels.flatMap((level) => {
    const numbers = pinpoint[level] ?? [];
    return numbers.length > 0 ? [{ level, spans: spansOf(numbers), plural: numbers.length > 1 }] : [];
  });
}

/** Joins three or more whole numbers in sequence to a span; two stay a list (1 жана 2), inserted numbers (5-1) stand alone. */
function spansOf(numbers: readonly string[]): readonly NumberSpan[] {
  const spans: NumberSpan[] = [];
  let at = 0;
  while (at < numbers.length) {
    let end = at;
    while (follows(numbers[end], numbers[end + 1])) end += 1;
    const from = numbers[at] ?? '';
    const to = numbers[end] ?? '';
    if (end - at >= 2) spans.push({ from, to });
    else for (const single of numbers.slice(at, end + 1)) spans.push({ from: single });
    at = end + 1;
  }
  return spans;
}

function follows(number: string | undefined, next: string | undefined): boolean {
  return /^\d+$/.test(number ?? '') && next === String(Number(number) + 1);
}

/** A list as a language writes it: commas, and a word before the last one. */
export function joinList(items: readonly string[], and: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}

/**
 * Reads a list or range as a person types it: `1,3`, `1-4`, `1..4`, `5-1`. With a hyphen, a rise between whole numbers is a range and
 * anything else the number of an inserted unit. Empty when nothing was typed.
 */
export function parseNumbers(typed: string): readonly string[] {
  const parts = typed.split(/[,;]/).map((part) => part.trim());
  return parts.filter((part) => part !== '').flatMap(expanded);
}

/** More than any act has on one level; a longer range is a slip. */
const longestRange = 200;

function expanded(part: string): readonly string[] {
  const [, from, to] = /^(\d+)\s*(?:-|–|\.\.)\s*(\d+)$/.exec(part) ?? [];
  const first = Number(from);
  const last = Number(to);
  if (from === undefined || to === undefined || last <= first || last - first > longestRange) return [part];
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
}
