import type { EditorName } from '../page/contract.ts';
import type { Entry, Plan } from './measure.ts';
import { pasteAndUndo, scrollThrough, splitAndJoin, splitAndJoinInBursts, switchColumns } from './steps.ts';

export const sizes = { small: 30, mid: 500, large: 2000 } as const;
export type SizeName = keyof typeof sizes;

const commentCount = 2000;

export function entryName(editor: EditorName, size: SizeName, isCommented = false): string {
  return `${editor} ${size}${isCommented ? ' commented' : ''}`;
}

function entry(editor: EditorName, size: SizeName, isCommented = false): Entry {
  return {
    name: entryName(editor, size, isCommented),
    editor,
    articles: sizes[size],
    ...(isCommented && { comments: commentCount }),
  };
}

/** All editors at all sizes; of one size all are open at once. */
export const fullPlan: Plan = {
  rounds: 3,
  groups: [
    [entry('ours', 'small'), entry('prosemirror', 'small'), entry('prosemirror3', 'small'), entry('lexical', 'small')],
    [
      entry('ours', 'mid'),
      entry('ours', 'mid', true),
      entry('prosemirror', 'mid'),
      entry('prosemirror3', 'mid'),
      entry('lexical', 'mid'),
      entry('bare', 'mid'),
    ],
    [entry('ours', 'large'), entry('prosemirror', 'large'), entry('prosemirror3', 'large'), entry('lexical', 'large')],
  ],
  places: ['start', 'middle', 'end'],
  keys: 40,
  exercises: [
    (all) => splitAndJoin(all, 8),
    (all) => splitAndJoinInBursts(all, 4),
    pasteAndUndo,
    switchColumns,
    (all) => scrollThrough(all, 120),
  ],
};

/** In less than a minute: whether a key still costs what it did. */
export const quickPlan: Plan = {
  rounds: 1,
  groups: [[entry('ours', 'small'), entry('ours', 'mid'), entry('prosemirror3', 'mid')]],
  places: ['middle'],
  keys: 60,
  exercises: [],
};
