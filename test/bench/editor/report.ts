import type { EditorName } from '../page/contract.ts';
import { editorNames } from '../page/contract.ts';
import type { Results } from './measure.ts';
import { entryName, type SizeName, sizes } from './plans.ts';

/** What is told of each editor, with the unit and the part of the measurements below it. */
const rows: readonly (readonly [label: string, measure: string, part: number])[] = [
  ['units', 'units', 0.5],
  ['elements on the page', 'elements', 0.5],
  ['load to first editable, ms', 'load', 0.5],
  ['heap, MB', 'heap', 0.5],
  ['heap of the editor, MB', 'heap of the editor', 0.5],
  ['a key, CPU ms', 'key', 0.5],
  ['a key, CPU ms, p95', 'key', 0.95],
  ['a key at the start, CPU ms', 'key start', 0.5],
  ['a key in the middle, CPU ms', 'key middle', 0.5],
  ['a key at the end, CPU ms', 'key end', 0.5],
  ['a key to its paint, ms', 'key to paint', 0.5],
  ['a key to its paint, ms, p95', 'key to paint', 0.95],
  ['Enter, CPU ms', 'enter', 0.5],
  ['join, CPU ms', 'join', 0.5],
  ['Enter in a burst of four and what follows, CPU ms', 'enter in a burst', 0.5],
  ['join in a burst of four and what follows, CPU ms', 'join in a burst', 0.5],
  ['paste of 200 units, CPU ms', 'paste', 0.5],
  ['paste of 200 units to its paint, ms', 'paste to paint', 0.5],
  ['undo of the paste, CPU ms', 'undo paste', 0.5],
  ['switch of the column to its paint, ms', 'switch', 0.5],
  ['a frame of scrolling, CPU ms', 'scroll frame', 0.5],
  ['frames over 34 ms, %', 'long frames', 0.5],
];

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** A table for each size: measures down, editors across. */
export function tables(results: Results): Readonly<Record<string, Readonly<Record<string, Record<string, number>>>>> {
  return Object.fromEntries(
    (Object.keys(sizes) as SizeName[]).map((size) => [
      `${sizes[size]} articles`,
      Object.fromEntries(
        rows.map(([label, measure, part]) => [label, acrossEditors(results, size, measure, part)] as const),
      ),
    ]),
  );
}

function acrossEditors(results: Results, size: SizeName, measure: string, part: number): Record<string, number> {
  const columns = editorNames.flatMap((editor) => [
    [editor, entryName(editor, size)] as const,
    [`${editor}, commented`, entryName(editor, size, true)] as const,
  ]);
  return Object.fromEntries(
    columns.flatMap(([column, name]) => {
      const value = results.get(name)?.quantile(measure, part);
      return value === undefined ? [] : [[column, rounded(value)]];
    }),
  );
}

interface Side {
  readonly editor: EditorName;
  readonly size: SizeName;
  readonly isCommented?: boolean;
}

interface Target {
  readonly measure: string;
  readonly of: Side;
  /** Compared with; without it the target is a figure. */
  readonly to?: Side;
  readonly most: number;
}

const ours = (size: SizeName): Side => ({ editor: 'ours', size });
const peer = (editor: EditorName, size: SizeName = 'mid'): Side => ({ editor, size });

const targets: readonly Target[] = [
  { measure: 'key', of: ours('mid'), to: peer('prosemirror3'), most: 1.1 },
  { measure: 'key', of: ours('large'), to: peer('prosemirror3', 'large'), most: 0.9 },
  { measure: 'key', of: ours('mid'), to: peer('lexical'), most: 0.5 },
  { measure: 'key', of: ours('mid'), to: ours('small'), most: 1.2 },
  { measure: 'key', of: ours('large'), to: ours('small'), most: 2 },
  { measure: 'key', of: { ...ours('mid'), isCommented: true }, to: ours('mid'), most: 1.3 },
  { measure: 'enter', of: ours('mid'), to: peer('prosemirror3'), most: 1.2 },
  { measure: 'join', of: ours('mid'), to: peer('prosemirror3'), most: 1.2 },
  { measure: 'paste', of: ours('mid'), to: peer('prosemirror3'), most: 1.2 },
  { measure: 'load', of: ours('mid'), to: peer('prosemirror3'), most: 1 },
  { measure: 'load', of: ours('mid'), to: ours('small'), most: 1.2 },
  { measure: 'load', of: ours('large'), to: ours('small'), most: 1.2 },
  { measure: 'heap', of: ours('mid'), most: 70 },
];

export interface Judgement {
  readonly what: string;
  readonly found: number;
  readonly most: number;
  readonly isMet: boolean;
}

function sideName({ editor, size, isCommented = false }: Side): string {
  return entryName(editor, size, isCommented);
}

/** Each target with what was found; a target whose sides were not measured is left out. */
export function judge(results: Results): readonly Judgement[] {
  return targets.flatMap(({ measure, of, to, most }) => {
    const value = results.get(sideName(of))?.median(measure);
    const other = to ? results.get(sideName(to))?.median(measure) : 1;
    if (value === undefined || other === undefined) return [];
    const found = Math.round((value / other) * 100) / 100;
    const what = `${measure}: ${sideName(of)}${to ? ` to ${sideName(to)}` : ''}`;
    return [{ what, found, most, isMet: found <= most }];
  });
}

/** The short answer of the quick run; ProseMirror has three columns, as ours. */
export function summary(results: Results) {
  const figure = (editor: EditorName, size: SizeName, measure: string): number =>
    rounded(results.get(entryName(editor, size))?.median(measure) ?? Number.NaN);
  const each = (measure: string) => ({
    ours: { small: figure('ours', 'small', measure), mid: figure('ours', 'mid', measure) },
    prosemirror: { mid: figure('prosemirror3', 'mid', measure) },
  });
  return { cpuPerKey: each('key'), load: each('load'), heapMB: each('heap') };
}
