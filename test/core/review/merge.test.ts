import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../core/draft/state.ts';
import { cellText, runsText } from '../../../core/draft/text.ts';
import type { CommentThread, Draft, Unit } from '../../../core/draft/types.ts';
import { mergeDrafts } from '../../../core/review/merge.ts';
import { aDraft, random } from '../../support/builder.ts';
import { aBill, changedAtRandom, wordsIn, wordsOf } from './support.ts';

const bill = aBill();

/** The bill with one Russian text, or one provision, changed. */
function edited(id: string, ru: string, draft = bill): Draft {
  const units = draft.units.map((unit) => {
    if (unit.id !== id) return unit;
    const [ky, , en] = unit.children;
    const cell = { ...unit.children[1], rev: (unit.children[1].rev ?? 0) + 1, children: [{ text: ru }] };
    return { ...unit, children: [ky, cell, en] as const };
  });
  return { ...draft, units };
}

const without = (...ids: string[]): Draft => ({ ...bill, units: bill.units.filter(({ id }) => !ids.includes(id)) });
const russian = (draft: Draft, id: string): string =>
  runsText((draft.units.find((unit) => unit.id === id) as Unit).children[1]);
const seeds = Array.from({ length: 60 }, (_, i) => i + 1);

describe('words', () => {
  test('that the sides changed in different places of one text are all taken in', () => {
    const mine = edited('p1', 'Каждый сотрудник получает жильё в порядке закона');
    const theirs = edited('p1', 'Сотрудник получает жильё в порядке настоящего закона');
    const { draft, conflicts } = mergeDrafts(bill, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(russian(draft, 'p1')).toBe('Каждый сотрудник получает жильё в порядке настоящего закона');
  });

  test('that both changed stand one after the other unless it was decided, and are told', () => {
    const [mine, theirs] = ['квартиру', 'дом'].map((word) =>
      edited('p1', `Сотрудник получает ${word} в порядке закона`),
    );
    const { draft, conflicts } = mergeDrafts(bill, mine as Draft, theirs as Draft);
    expect(conflicts).toMatchObject([{ type: 'text', unit: 'p1', language: 'ru' }]);
    expect(russian(draft, 'p1')).toBe('Сотрудник получает квартиру дом в порядке закона');
    for (const [decision, word] of [
      ['mine', 'квартиру'],
      ['theirs', 'дом'],
    ] as const) {
      const decided = mergeDrafts(bill, mine as Draft, theirs as Draft, { 'p1 ru': decision });
      expect(russian(decided.draft, 'p1')).toBe(`Сотрудник получает ${word} в порядке закона`);
    }
  });

  test('that both changed alike are no conflict', () => {
    const same = edited('p1', 'Сотрудник получает дом в порядке закона');
    const more = edited('p1', 'Сотрудник получает дом в порядке настоящего закона');
    expect(mergeDrafts(bill, same, more)).toMatchObject({ conflicts: [] });
    expect(russian(mergeDrafts(bill, same, more).draft, 'p1')).toBe(russian(more, 'p1'));
  });

  test('keep the comment that one side put on them while the other wrote beside', () => {
    const commented = (draft: Draft): Draft => ({
      ...draft,
      units: draft.units.map((unit) => {
        if (unit.id !== 'p1') return unit;
        const children = [{ text: 'Сотрудник', c_k1: true as const }, { text: ' получает жильё в порядке закона' }];
        return { ...unit, children: [unit.children[0], { ...unit.children[1], children }, unit.children[2]] };
      }),
    });
    const { draft, conflicts } = mergeDrafts(
      bill,
      commented(bill),
      edited('p1', 'Сотрудник получает дом в порядке закона'),
    );
    expect(conflicts).toEqual([]);
    const [first] = (draft.units.find(({ id }) => id === 'p1') as Unit).children[1].children;
    expect(first).toEqual({ text: 'Сотрудник', c_k1: true });
  });
});

describe('structure', () => {
  test('what one side removed and the other edited stays and is told', () => {
    const { draft, conflicts } = mergeDrafts(bill, without('p1'), edited('p1', 'Иначе'));
    expect(conflicts).toEqual([{ type: 'kept', unit: 'p1', removedBy: 'mine' }]);
    expect(russian(draft, 'p1')).toBe('Иначе');
    expect(draft.units.map(({ id }) => id)).toEqual(bill.units.map(({ id }) => id));
  });

  test('what one side removed and nobody touched is gone', () =>
    expect(mergeDrafts(bill, without('p1'), edited('p3', 'Иначе')).draft.units.map(({ id }) => id)).not.toContain(
      'p1',
    ));

  test('an article to which the other side added a part stays', () => {
    const added: Draft = {
      ...bill,
      units: bill.units.toSpliced(8, 0, ...aDraft().unit('part', 'кошулду', 'add').build().units),
    };
    const { draft, conflicts } = mergeDrafts(bill, without('a2', 'p3', 'x1', 'x2'), added);
    expect(draft.units.map(({ id }) => id).slice(-2)).toEqual(['a2', 'add']);
    expect(conflicts).toEqual([{ type: 'kept', unit: 'a2', removedBy: 'mine' }]);
  });

  test('what both sides added at one place stays together, each its own', () => {
    const add = (...ids: string[]): Draft => ({
      ...bill,
      units: bill.units.toSpliced(3, 0, ...ids.flatMap((id) => aDraft().unit('part', id, id).build().units)),
    });
    const ids = mergeDrafts(bill, add('m1', 'm2'), add('b1', 'b2')).draft.units.map(({ id }) => id);
    expect(ids.slice(3, 7)).toEqual(['b1', 'b2', 'm1', 'm2']);
  });

  test('a provision that one side moved and the other edited is moved and edited', () => {
    const p3 = bill.units.find(({ id }) => id === 'p3') as Unit;
    const moved: Draft = { ...without('p3'), units: without('p3').units.toSpliced(2, 0, p3) };
    const { draft, conflicts } = mergeDrafts(bill, moved, edited('p3', 'Оклад больше'));
    expect(conflicts).toEqual([]);
    expect(draft.units.map(({ id }) => id)).toEqual(moved.units.map(({ id }) => id));
    expect(russian(draft, 'p3')).toBe('Оклад больше');
  });
});

test('texts that the sides changed in different languages do not both count as level', () => {
  const kyrgyz: Draft = {
    ...bill,
    units: bill.units.map((unit) =>
      unit.id === 'p1'
        ? {
            ...unit,
            children: [
              { ...unit.children[0], rev: 1, children: [{ text: 'Башка' }] },
              unit.children[1],
              unit.children[2],
            ],
          }
        : unit,
    ),
  };
  const unit = mergeDrafts(bill, kyrgyz, edited('p1', 'Иначе')).draft.units.find(({ id }) => id === 'p1') as Unit;
  expect([stateOf(unit, 'ky'), stateOf(unit, 'ru'), stateOf(unit, 'en')]).toEqual(['drafted', 'stale', 'stale']);
});

test('messages that both sides wrote in one thread are both kept', () => {
  const thread = (...texts: string[]): CommentThread => ({
    id: 'k',
    unit: 'p1',
    lang: 'ru',
    quote: '',
    resolved: false,
    messages: texts.map((text, i) => ({ author: 'А', at: `2026-01-0${i + 1}`, text })),
  });
  const drafts = [['1'], ['1', 'mine'], ['1', 'theirs']].map(
    (texts): Draft => ({ ...bill, comments: [thread(...texts)] }),
  );
  const [base, mine, theirs] = drafts as [Draft, Draft, Draft];
  const merged = mergeDrafts(base, mine, theirs).draft.comments[0]?.messages.map(({ text }) => text);
  expect(merged?.sort()).toEqual(['1', 'mine', 'theirs']);
  expect(mergeDrafts(base, { ...base, comments: [] }, base).draft.comments).toEqual([]);
  expect(mergeDrafts(base, { ...base, comments: [] }, theirs).draft.comments).toHaveLength(1);
});

describe.each(seeds)('laws (seed %i)', (seed) => {
  const next = random(seed);
  const [mine, theirs] = [changedAtRandom(bill, next, 'm', 5), changedAtRandom(bill, next, 't', 5)];

  test('a side that changed nothing takes the other as it is, and two that are the same are it', () => {
    expect(mergeDrafts(bill, bill, mine)).toEqual({ draft: mine, conflicts: [] });
    expect(mergeDrafts(bill, mine, bill)).toEqual({ draft: mine, conflicts: [] });
    expect(mergeDrafts(bill, mine, mine)).toEqual({ draft: mine, conflicts: [] });
  });

  test('every word that either side brought is in the result or in a conflict that is told', () => {
    const { draft, conflicts } = mergeDrafts(bill, mine, theirs);
    const told = conflicts.flatMap((conflict) =>
      conflict.type === 'text' ? [conflict.mine, conflict.theirs].flatMap((cell) => wordsIn(cell.children)) : [],
    );
    const present = new Set([...wordsOf(draft).keys(), ...told]);
    const brought = [...wordsOf(mine).keys(), ...wordsOf(theirs).keys()].filter((word) => !wordsOf(bill).has(word));
    expect(brought.filter((word) => !present.has(word))).toEqual([]);
    expect(new Set(draft.units.map(({ id }) => id)).size).toBe(draft.units.length);
    expect(draft.units.flatMap(({ id, children }) => children.filter((cell) => cell.unit !== id))).toEqual([]);
  });

  test('it does not matter who is called mine where there is no conflict', () => {
    const [one, other] = [mergeDrafts(bill, mine, theirs), mergeDrafts(bill, theirs, mine)];
    expect(other.conflicts.map(({ type, unit }) => `${type} ${unit}`).sort()).toEqual(
      one.conflicts.map(({ type, unit }) => `${type} ${unit}`).sort(),
    );
    const text = (draft: Draft) =>
      draft.units.map((unit) => [unit.id, ...unit.children.map((cell) => cellText(cell, () => '§'))]);
    const same = one.conflicts.length === 0 ? text(one.draft) : [];
    expect(one.conflicts.length === 0 ? text(other.draft) : []).toEqual(same);
  });
});
