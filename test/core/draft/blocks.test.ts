import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { applyEdit, invertEdit } from '../../../core/draft/apply.ts';
import {
  blocksOf,
  moveBlocks,
  removeBlocks,
  setKindOfBlocks,
  shiftBlocks,
  unitsOfBlocks,
} from '../../../core/draft/blocks.ts';
import { copiesOf, duplicateBlocks } from '../../../core/draft/copies.ts';
import { mayStandAt } from '../../../core/draft/edits.ts';
import { lockNumbers, repeal } from '../../../core/draft/locking.ts';
import { labelsOf, sequencesOf } from '../../../core/draft/numbering.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { parentIndex } from '../../../core/draft/outline.ts';
import { pasteTarget, placeBlocks, putBlocks, type Target } from '../../../core/draft/placing.ts';
import { runsText } from '../../../core/draft/text.ts';
import type { Unit, UnitId, UnitKind } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';

const kinds: readonly (readonly [UnitId, UnitKind])[] = [
  ['t', 'title'],
  ['c1', 'chapter'],
  ['a1', 'article'],
  ['p1', 'part'],
  ['q1', 'point'],
  ['p2', 'part'],
  ['a2', 'article'],
  ['p3', 'part'],
  ['c2', 'chapter'],
  ['a3', 'article'],
  ['s', 'signature'],
];

const built = kinds.reduce((draft, [id, kind]) => draft.unit(kind, `${kind} ${id}`, id), aDraft());
const bill: readonly Unit[] = built
  .build()
  .units.map((unit) =>
    unit.id === 'p1'
      ? withFirst(
          unit,
          { text: 'сөз', c_k: true },
          { type: 'reference', target: 'q1', children: [{ text: '' }] },
          { text: '' },
        )
      : unit,
  );

function withFirst(unit: Unit, ...inlines: Unit['children'][0]['children']): Unit {
  const [ky, ru, en] = unit.children;
  return { ...unit, children: [{ ...ky, approved: 0, children: inlines }, ru, en] };
}

function changed(units: readonly Unit[], edit: Edit | undefined): readonly Unit[] {
  if (!edit) throw new Error('the edit was refused');
  const draft = { meta: { id: 'd' }, units, comments: [] };
  const next = applyEdit(draft, edit);
  if (!next) throw new Error('the edit does not apply');
  expect(applyEdit(next, invertEdit(edit))).toEqual(draft);
  return next.units;
}

const ids = (units: readonly Unit[]) => units.map(({ id }) => id).join(' ');

function placed(chosen: readonly UnitId[], unit: UnitId, where: Target['where']): string {
  const result = placeBlocks(bill, chosen, { unit, where });
  return result.ok ? ids(changed(bill, result.value)) : result.error;
}

function counter(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `n${last}`;
  };
}

describe('several whole units', () => {
  test('a unit that stands within a chosen one goes along with it', () => {
    expect(blocksOf(bill, ['p1', 'a1', 'a3', 'gone'])).toEqual([
      { from: 2, end: 6 },
      { from: 9, end: 10 },
    ]);
  });

  test('go together with what they enclose, and not when nothing would be left', () => {
    expect(ids(changed(bill, removeBlocks(bill, ['a1', 'a3'])))).toBe('t c1 a2 p3 c2 s');
    expect(removeBlocks(bill.slice(1, 6), ['c1'])).toBeUndefined();
    expect(removeBlocks(bill, [])).toBeUndefined();
  });

  test('that stand side by side move past their neighbour as one', () => {
    expect(ids(changed(bill, moveBlocks(bill, ['a1', 'a2'], 'down')))).toBe('t c1 c2 a1 p1 q1 p2 a2 p3 a3 s');
    expect(ids(changed(bill, moveBlocks(bill, ['a2', 'a3'], 'up')))).toBe('t c1 a2 p3 a1 p1 q1 p2 a3 c2 s');
    expect(moveBlocks(bill, ['c1'], 'up')).toBeUndefined();
  });

  test('that stand side by side within different ones move each past its own neighbour', () => {
    expect(ids(changed(bill, moveBlocks(bill, ['p2', 'a2'], 'up')))).toBe('t c1 a2 p3 a1 p2 p1 q1 c2 a3 s');
  });

  test('take one step inward or outward, all of them or none', () => {
    const inward = changed(bill, shiftBlocks(bill, ['p2', 'p3'], 'inward'));
    expect(inward.filter(({ id }) => id === 'p2' || id === 'p3').map(({ kind }) => kind)).toEqual(['point', 'point']);
    expect(shiftBlocks(bill, ['p2', 's'], 'inward')).toBeUndefined();
  });

  test('become another kind where it may stand, and a locked number does not become a part’s', () => {
    const locked = changed(bill, lockNumbers(bill, forms, ['p2']));
    const points = changed(locked, setKindOfBlocks(locked, ['p2', 'p3'], 'point'));
    expect(points.find(({ id }) => id === 'p2')).not.toHaveProperty('number');
    expect(setKindOfBlocks(bill, ['a1'], 'subpoint')).toBeUndefined();
  });

  test('are put before, behind and within another unit, in their order', () => {
    expect(placed(['a3', 'a2'], 'a1', 'before')).toBe('t c1 a2 p3 a3 a1 p1 q1 p2 c2 s');
    expect(placed(['a1'], 'a3', 'after')).toBe('t c1 a2 p3 c2 a3 a1 p1 q1 p2 s');
    expect(placed(['a1'], 'c2', 'inside')).toBe('t c1 a2 p3 c2 a3 a1 p1 q1 p2 s');
    expect(placed(['p3'], 'p1', 'after')).toBe('t c1 a1 p1 q1 p3 p2 a2 c2 a3 s');
  });

  test('are not put into themselves, where they may not stand, or where they would enclose what belongs elsewhere', () => {
    expect(placed(['c1'], 'p1', 'after')).toBe('itself');
    expect(placed(['p3'], 'c1', 'before')).toBe('kind');
    expect(placed(['c2'], 'a1', 'after')).toBe('takes-over');
    // One of them would be within what the other stands beside.
    expect(placed(['p1', 'a2'], 'a3', 'after')).toBe('takes-over');
    expect(placed(['a1'], 'a2', 'before')).toBe('nothing');
    expect(placed(['gone'], 'a2', 'before')).toBe('nothing');
    expect(placed(['a1'], 't', 'before')).toBe('kind');
    expect(placed(['a1'], 's', 'after')).toBe('kind');
  });

  test('that are pasted go behind what stands high enough', () => {
    expect(pasteTarget(bill, 'q1', 'article')).toEqual({ unit: 'a1', where: 'after' });
    expect(pasteTarget(bill, 'a1', 'chapter')).toEqual({ unit: 'c1', where: 'after' });
    expect(pasteTarget(bill, 'c2', 'article')).toEqual({ unit: 'c2', where: 'after' });
    const fresh = copiesOf(bill.slice(2, 6), counter());
    const put = putBlocks(bill, fresh, pasteTarget(bill, 'p3', 'article'));
    expect(put.ok && ids(changed(bill, put.value))).toBe('t c1 a1 p1 q1 p2 a2 p3 n1 n2 n3 n4 c2 a3 s');
    expect(putBlocks(bill, fresh, { unit: 'p1', where: 'after' })).toEqual({ ok: false, error: 'takes-over' });
  });

  test('a copy has all three texts and ids of its own, references among the copied follow, comments and approvals stay', () => {
    const copy = changed(bill, duplicateBlocks(bill, ['a1'], counter()));
    expect(ids(copy)).toBe('t c1 a1 p1 q1 p2 n1 n2 n3 n4 a2 p3 c2 a3 s');
    const [ky, ru] = copy.find(({ id }) => id === 'n2')?.children ?? [];
    expect(ky).toMatchObject({ unit: 'n2', children: [{ text: 'сөз' }, { target: 'n3' }, { text: '' }] });
    expect(ky).not.toHaveProperty('approved');
    expect(ky?.children[0]).not.toHaveProperty('c_k');
    expect(ru && runsText(ru)).toBe('part p1');
    expect(duplicateBlocks(bill, ['t'], counter())).toBeUndefined();
  });

  test('a copy of a locked article is counted anew', () => {
    const locked = changed(bill, lockNumbers(bill, forms, ['a1']));
    const copy = changed(locked, duplicateBlocks(locked, ['a1'], counter()));
    expect(copy.find(({ id }) => id === 'a1')).toHaveProperty('number');
    expect(copy.find(({ id }) => id === 'n1')).not.toHaveProperty('number');
  });
});

/** One structural command of many, chosen by numbers. */
function commandOf(
  units: readonly Unit[],
  [action, a, b, c]: readonly number[],
  newId: () => string,
): Edit | undefined {
  const at = (n = 0) => units[n % units.length]?.id ?? '';
  const chosen = chosenBy(units, [a, b]);
  const where = (['before', 'after', 'inside'] as const)[(c ?? 0) % 3] ?? 'after';
  const place = () => {
    const result = placeBlocks(units, chosen, { unit: at(c), where });
    return result.ok ? result.value : undefined;
  };
  const builders = [
    () => moveBlocks(units, chosen, 'up'),
    () => moveBlocks(units, chosen, 'down'),
    () => shiftBlocks(units, [at(a)], 'inward'),
    () => shiftBlocks(units, [at(a)], 'outward'),
    () => (units.length < 40 ? duplicateBlocks(units, chosen, newId) : undefined),
    place,
    () => (units.length > 6 ? removeBlocks(units, [at(a)]) : undefined),
    () => repeal(units, forms, [at(a)]),
  ];
  return builders[(action ?? 0) % builders.length]?.();
}

function chosenBy(units: readonly Unit[], numbers: readonly (number | undefined)[]): readonly UnitId[] {
  return numbers.slice(0, 2).flatMap((n = 0) => units[n % units.length]?.id ?? []);
}

const sequences = fc.array(fc.tuple(fc.nat(7), fc.nat(40), fc.nat(40), fc.nat(40)), { maxLength: 20 });

function misplaced(units: readonly Unit[]): number {
  return units.filter((unit, index) => !mayStandAt(units, index, unit.kind)).length;
}

function expectWhole(units: readonly Unit[]): void {
  expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
  for (const unit of units) {
    expect(unit.children.map(({ lang, unit: home }) => `${lang} ${home}`)).toEqual(
      languages.map((language) => `${language} ${unit.id}`),
    );
  }
}

describe('in any sequence of structural commands', () => {
  test('every unit keeps its three texts and an id of its own, each command is taken back by its inverse, no unit is misplaced by placing', () => {
    let applied = 0;
    fc.assert(
      fc.property(sequences, (steps) => {
        const newId = counter();
        let units = bill;
        for (const step of steps) {
          const edit = commandOf(units, step, newId);
          if (!edit) continue;
          const next = changed(units, edit);
          expectWhole(next);
          if (step[0] === 5) expect(misplaced(next)).toBeLessThanOrEqual(misplaced(units));
          units = next;
          applied += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(applied).toBeGreaterThan(300);
  });

  test('placing and moving lose no unit and leave what is not moved under what encloses it', () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        let units = bill;
        for (const [, ...rest] of steps) {
          const edit = commandOf(units, [5, ...rest], counter());
          if (!edit) continue;
          const next = changed(units, edit);
          expect(next.map(({ id }) => id).sort()).toEqual(bill.map(({ id }) => id).sort());
          const moved = new Set(unitsOfBlocks(units, blocksOf(units, chosenBy(units, rest))).map(({ id }) => id));
          for (const { id } of units) if (!moved.has(id)) expect(parentOf(next, id)).toBe(parentOf(units, id));
          units = next;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a locked label stays with its unit as long as that keeps its kind, and nothing put in beside it takes it', () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        const newId = counter();
        const locked = changed(bill, lockNumbers(bill, forms));
        let units = locked;
        for (const step of steps) {
          const keepsKinds = step[0] !== 2 && step[0] !== 3;
          const edit = keepsKinds ? commandOf(units, step, newId) : undefined;
          if (edit) units = changed(units, edit);
        }
        const [before, after] = [labelsOf(locked, forms), labelsOf(units, forms)];
        const old = new Set(locked.map(({ id }) => id));
        for (const { id } of units) if (old.has(id)) expect(after.get(id)).toEqual(before.get(id));
        for (const { sequence } of sequencesOf(units, forms)) {
          const given = sequence.filter(({ number }) => number === undefined).map(({ id }) => after.get(id)?.number);
          expect(new Set(given).size).toBe(given.length);
          expect(sequence.filter(({ number }) => number !== undefined && given.includes(number))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

function parentOf(units: readonly Unit[], id: UnitId): UnitId | undefined {
  return units[
    parentIndex(
      units,
      units.findIndex((unit) => unit.id === id),
    )
  ]?.id;
}
