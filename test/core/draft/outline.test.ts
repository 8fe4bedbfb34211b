import { describe, expect, test } from 'vitest';
import { ancestry, outlineOf, parentIndex, subtreeEnd } from '../../../core/draft/outline.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { UnitKind } from '../../../core/draft/types.ts';

const units = (kinds: readonly UnitKind[]) => kinds.map((kind, i) => makeUnit(`u${i}`, kind));
const bill = units([
  'title',
  'chapter',
  'article',
  'part',
  'point',
  'part',
  'article',
  'chapter',
  'article',
  'signature',
]);

describe('outline', () => {
  test('a unit encloses the deeper units that follow it', () => {
    const [title, first, second, signature] = outlineOf(bill);
    expect([title, first, second, signature].map((node) => node?.unit.kind)).toEqual([
      'title',
      'chapter',
      'chapter',
      'signature',
    ]);
    expect(first?.children.map((node) => node.index)).toEqual([2, 6]);
    expect(first?.children[0]?.children.map((node) => node.index)).toEqual([3, 5]);
  });

  test('the parent found by looking back is the one in the tree', () => {
    const inTree = new Map<number, number>();
    const walk = (nodes: ReturnType<typeof outlineOf>, parent: number): void => {
      for (const node of nodes) {
        inTree.set(node.index, parent);
        walk(node.children, node.index);
      }
    };
    walk(outlineOf(bill), -1);
    bill.forEach((_, index) => {
      expect(parentIndex(bill, index)).toBe(inTree.get(index));
    });
  });

  test('a subtree ends before the next unit of its depth or above', () => {
    expect([1, 2, 3, 9].map((index) => subtreeEnd(bill, index))).toEqual([7, 6, 5, 10]);
  });

  test('ancestry leads from the outermost unit to the unit itself', () => {
    expect(ancestry(bill, 4)).toEqual([1, 2, 3, 4]);
    expect(ancestry(bill, 0)).toEqual([0]);
  });
});
