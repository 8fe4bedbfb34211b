import { describe, expect, test } from 'vitest';
import { isRun } from '../../../core/draft/text.ts';
import type { Draft, Inline, Unit } from '../../../core/draft/types.ts';
import { compareDrafts, type UnitChange } from '../../../core/review/diff.ts';
import { compareCells } from '../../../core/review/word-diff.ts';
import { aDraft, generateBill, random } from '../../support/builder.ts';
import { aBill, changedAtRandom, wordsIn, wordsOf } from './support.ts';

const cell = (children: readonly Inline[] | string) => ({
  children: typeof children === 'string' ? [{ text: children }] : children,
});

/** `[-gone-]{+come+}`, as a comparison reads. */
function written(before: readonly Inline[] | string, after: readonly Inline[] | string): string {
  const marks = { same: ['', ''], inserted: ['{+', '+}'], deleted: ['[-', '-]'] } as const;
  return compareCells(cell(before), cell(after))
    .map(({ type, inlines }) => {
      const text = inlines.map((inline) => (isRun(inline) ? inline.text : `<${inline.type}>`)).join('');
      return `${marks[type][0]}${text}${marks[type][1]}`;
    })
    .join('');
}

const cite = (article: string): Inline => ({
  type: 'citation',
  act: 'police-1994',
  pinpoint: { article: [article] },
  children: [{ text: '' }],
});

describe('words', () => {
  test.each([
    ['сотрудник имеет право', 'сотрудник не имеет право', 'сотрудник {+не +}имеет право'],
    ['айлык 5000 сом', 'айлык 6000 сом', 'айлык [-5000-]{+6000+} сом'],
    ['а', 'а', 'а'],
    ['', 'жаңы текст', '{+жаңы текст+}'],
    ['эски текст', '', '[-эски текст-]'],
    ['один два три', 'four five три', '[-один два-]{+four five+} три'],
    ['үй-бүлө мүчөсү', 'үй-бүлөнүн мүчөсү', '[-үй-бүлө-]{+үй-бүлөнүн+} мүчөсү'],
  ])('%s / %s', (before, after, expected) => expect(written(before, after)).toBe(expected));

  test('a citation is one piece, and another pinpoint is another citation', () => {
    const [before, after] = ['12', '13'].map((number) => [{ text: 'см. ' }, cite(number), { text: ' и далее' }]);
    expect(written(before ?? '', after ?? '')).toBe('см. [-<citation>-]{+<citation>+} и далее');
    expect(written(before ?? '', before ?? '')).toBe('см. <citation> и далее');
  });

  test('a text of 20,000 words that was rewritten is bounded', () => {
    const text = (seed: number) => Array.from({ length: 20_000 }, (_, i) => `w${(i * seed) % 9973}`).join(' ');
    const segments = compareCells(cell(text(3)), cell(text(7)));
    expect(segments.flatMap(({ type, inlines }) => (type === 'deleted' ? [] : wordsIn(inlines)))).toHaveLength(20_000);
  });
});

const types = (changes: readonly UnitChange[]) =>
  changes.map((change) => `${change.type}${change.isMoved ? ' moved' : ''} ${(change.after ?? change.before)?.id}`);

describe('drafts', () => {
  const bill = aBill();
  const with_ = (units: readonly Unit[]): Draft => ({ ...bill, units });

  test('that are the same have no changes', () =>
    expect(compareDrafts(bill, structuredClone(bill))).toEqual({
      changes: [],
      comments: { added: 0, removed: 0, changed: 0 },
    }));

  test('changes are told in reading order, what was removed behind what it stood behind', () => {
    const added = aDraft().unit('part', 'жаңы', 'new').build().units;
    const units = [...bill.units.filter(({ id }) => id !== 'p1'), ...added];
    expect(types(compareDrafts(bill, with_(units)).changes)).toEqual(['removed p1', 'added new']);
  });

  test('a moved provision is moved, not removed and added', () => {
    const moved = bill.units.filter(({ id }) => id !== 'p3');
    const units = moved.toSpliced(2, 0, bill.units.find(({ id }) => id === 'p3') as Unit);
    expect(types(compareDrafts(bill, with_(units)).changes)).toEqual(['changed moved p3']);
  });

  test('a provision that was cut out and pasted back is found by its text', () => {
    const units = bill.units.map((unit) => (unit.id === 'p1' ? { ...unit, id: 'pasted' } : unit));
    expect(compareDrafts(bill, with_(units)).changes).toEqual([]);
  });

  test('only a language that differs is told, and a change of kind without any', () => {
    const [p1, a2] = ['p1', 'a2'].map((id) => bill.units.findIndex((unit) => unit.id === id));
    const russian = aDraft().unit('part', { ky: 'Кызматкер үй алат', ru: 'Другое', en: 'Housing' }, 'p1').build();
    const chapter = { ...(bill.units[a2 ?? 0] as Unit), kind: 'chapter' as const };
    const units = bill.units.with(p1 ?? 0, russian.units[0] as Unit).with(a2 ?? 0, chapter);
    const [text, kind] = compareDrafts(bill, with_(units)).changes;
    expect(text?.texts.map(({ language }) => language)).toEqual(['ru']);
    expect(kind).toMatchObject({ type: 'changed', texts: [] });
  });

  test('bold words are a change of look, a comment is none of the text', () => {
    const look = (mark: object) =>
      aDraft()
        .unit('part', [{ text: 'сөз', ...mark }], 'p')
        .build();
    const bold = compareDrafts(look({}), look({ bold: true })).changes;
    expect(bold.flatMap(({ texts }) => texts.map(({ isLook }) => isLook))).toEqual([true, true, true]);
    expect(compareDrafts(look({}), look({ c_1: true })).changes).toEqual([]);
  });

  test('of different origin are matched by what their provisions say', () => {
    const foreign = bill.units.map((unit, i) => ({ ...unit, id: `f${i}` }));
    const [p1] = aDraft().unit('part', { ru: 'Сотрудник получает квартиру в порядке закона' }, 'f2').build().units;
    const { changes } = compareDrafts(bill, with_(foreign.with(2, p1 as Unit)));
    expect(changes.map(({ before, after }) => `${before?.id} ${after?.id}`)).toEqual(['p1 f2']);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'the words that a comparison tells make one draft of the other (seed %i)',
    (seed) => {
      const next = random(seed);
      const [before, after] = [changedAtRandom(bill, next, 'a', 6), changedAtRandom(bill, next, 'b', 6)];
      const expected = new Map(wordsOf(before));
      for (const { texts } of compareDrafts(before, after).changes) {
        for (const { type, inlines } of texts.flatMap(({ segments }) => segments)) {
          if (type === 'same') continue;
          for (const word of wordsIn(inlines))
            expected.set(word, (expected.get(word) ?? 0) + (type === 'inserted' ? 1 : -1));
        }
      }
      expect(new Map([...expected].filter(([, count]) => count !== 0))).toEqual(wordsOf(after));
    },
  );

  test('of 4,000 units and another origin are compared without a search through all pairs', () => {
    const [one, other] = [generateBill({ articles: 500 }), generateBill({ articles: 500, seed: 8 })];
    const foreign = { ...other, units: other.units.map((unit) => ({ ...unit, id: `f-${unit.id}` })) };
    const { changes } = compareDrafts(one, foreign);
    expect(changes.length).toBeGreaterThanOrEqual(Math.max(one.units.length, other.units.length));
  });
});
