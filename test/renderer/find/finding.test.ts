import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../core/base/language.ts';
import type { Draft } from '../../../core/draft/types.ts';
import type { FindQuery } from '../../../core/languages/find-query.ts';
import { createFinding } from '../../../renderer/find/finding.ts';
import { markPlaces } from '../../../renderer/find/scroll-marks.tsx';
import { aDraft } from '../../support/builder.ts';
import { openHand } from '../editor/harness.ts';

const small = aDraft()
  .unit('article', { ky: 'мыйзам', ru: 'закон и закон' }, 'one')
  .unit('part', { ru: [{ text: 'за', bold: true }, { text: 'кон' }, { text: ' конец', italic: true }] }, 'two')
  .unit('part', { ru: 'Закона нет', en: 'law' }, 'three')
  .build();

function begin(draft: Draft, columns: readonly Language[] = languages) {
  const hand = openHand(draft);
  const finding = createFinding(hand.editor, () => columns);
  const look = (text: string, query: Partial<FindQuery> = {}) => {
    finding.open({ isReplacing: true });
    finding.change({ query: { ...finding.get().query, ...query, text } });
    return finding.get();
  };
  return { hand, finding, look };
}

describe('finding in an open draft', () => {
  test('begins at the caret', () => {
    const { hand, look } = begin(small);
    hand.caret('two', 'ru', 1);
    const { matches, current } = look('закон');
    expect(matches).toHaveLength(4);
    expect(matches[current]).toMatchObject({ unit: 'three' });
  });

  test('goes on and round, and says when it began again', () => {
    const { finding, look } = begin(small);
    look('закон');
    for (const at of [1, 2, 3]) {
      finding.step(1, false);
      expect(finding.get().current).toBe(at);
    }
    finding.step(1, false);
    expect(finding.get()).toMatchObject({ current: 0, told: { key: 'fromStart' } });
    finding.step(-1, false);
    expect(finding.get()).toMatchObject({ current: 3, told: { key: 'fromEnd' } });
  });

  test('from the text it goes on from the caret and takes it along', () => {
    const { hand, finding, look } = begin(small);
    look('закон');
    hand.does(() => finding.close());
    hand.caret('one', 'ru', 8);
    hand.does(() => finding.step(1, true));
    expect(hand.where()).toEqual({ unit: 'one', language: 'ru', offset: 13 });
    hand.does(() => finding.step(1, true));
    expect(hand.where()).toEqual({ unit: 'two', language: 'ru', offset: 5 });
    hand.does(() => finding.step(-1, true));
    expect(hand.where()).toMatchObject({ unit: 'one', offset: 13 });
  });

  test('a closed bar leaves the match selected, in its own column', () => {
    const { hand, finding, look } = begin(small);
    look('law');
    hand.does(() => finding.close());
    expect(hand.where()).toEqual({ unit: 'three', language: 'en', offset: 3 });
    expect(hand.editor.state().whereabouts?.selected).toBe(true);
  });

  test('what has no column is neither found nor replaced', () => {
    const { hand, finding, look } = begin(small, ['ky', 'en']);
    expect(look('закон').matches).toEqual([]);
    look('мыйзам');
    finding.change({ replacement: 'кодекс' });
    hand.does(() => finding.replaceAll());
    expect([hand.text('one', 'ky'), hand.text('one', 'ru')]).toEqual(['кодекс', 'закон и закон']);
  });

  test('sees what was typed since', () => {
    const { hand, finding, look } = begin(small);
    look('закон');
    hand.caret('three', 'ru', 10).types(' закон');
    finding.refresh();
    expect(finding.get().matches).toHaveLength(5);
  });

  test('an expression that cannot be run is told by name', () => {
    const { look } = begin(small);
    expect(look('(', { mode: 'regex' })).toMatchObject({ matches: [], problem: 'invalid-expression' });
    expect(look('за', { mode: 'regex' }).problem).toBeUndefined();
  });
});

describe('replacing in an open draft', () => {
  test('all of it is one edit and one step of undo', () => {
    const { hand, finding, look } = begin(small);
    hand.caret('one', 'ru', 2);
    look('закон');
    finding.change({ replacement: 'кодекс' });
    hand.does(() => finding.replaceAll());
    expect(['one', 'two', 'three'].map((unit) => hand.text(unit, 'ru'))).toEqual([
      'кодекс и кодекс',
      'кодекс конец',
      'кодекса нет',
    ]);
    expect(finding.get()).toMatchObject({ matches: [], told: { key: 'replaced', count: 4 } });
    expect(hand.edits).toHaveLength(1);
    hand.does(() => hand.editor.undo());
    expect(hand.units()).toEqual(small.units);
    expect(hand.editor.state().canUndo).toBe(false);
    hand.does(() => hand.editor.redo());
    expect(hand.text('one', 'ru')).toBe('кодекс и кодекс');
    expect(hand.parts.session.repairs).toBe(0);
  });

  test('the other languages become stale, as after typing', () => {
    const { hand, finding, look } = begin(small);
    look('мыйзам');
    finding.change({ replacement: 'кодекс' });
    hand.does(() => finding.replaceAll());
    expect(hand.states('one')).toEqual(['drafted', 'stale', 'missing']);
  });

  test('one by one it goes to the next, and not into what it has just put in', () => {
    const { hand, finding, look } = begin(small);
    look('закон');
    finding.change({ replacement: 'подзаконный' });
    hand.does(() => finding.replaceOne());
    expect(hand.text('one', 'ru')).toBe('подзаконный и закон');
    const { matches, current } = finding.get();
    expect(matches[current]).toMatchObject({ unit: 'one', start: 14 });
  });

  test('a run that is emptied is put away, and its neighbours stay as they are', () => {
    const { hand, finding, look } = begin(small);
    look('кон ');
    finding.change({ replacement: '' });
    hand.does(() => finding.replaceAll());
    expect(hand.units()[1]?.children[1].children).toEqual([
      { text: 'за', bold: true },
      { text: 'конец', italic: true },
    ]);
  });

  test('words of a citation are left, and that is said', () => {
    const cited = aDraft()
      .unit('part', {
        ru: [
          { text: 'Закон: ' },
          { type: 'citation', act: 'military-status-1992', pinpoint: {}, children: [{ text: '' }] },
          { text: '' },
        ],
      })
      .build();
    const { hand, finding, look } = begin(cited);
    look('закон');
    finding.change({ replacement: 'акт' });
    finding.step(1, false);
    hand.does(() => finding.replaceOne());
    expect(finding.get().told).toMatchObject({ key: 'fixedHere' });
    hand.does(() => finding.replaceAll());
    expect(finding.get().told).toMatchObject({ key: 'replacedButFixed', count: 1, fixed: 1 });
    expect(hand.text('u1', 'ru')).toBe('акт: ');
  });
});

describe('marks along the scroll bar', () => {
  const at = (index: number) => ({
    index,
    unit: `u${index}`,
    language: 'ru' as const,
    start: 0,
    end: 1,
    isFixed: false,
  });

  test('stand where the units stand, between known places by their number', () => {
    const milestones = [
      { index: 0, height: 0.1 },
      { index: 10, height: 0.3 },
      { index: 20, height: 0.9 },
    ];
    expect(markPlaces([at(0), at(5), at(10), at(15)], milestones)).toEqual([100, 200, 300, 600]);
  });

  test('never repeat, however many matches there are', () => {
    const many = Array.from({ length: 5000 }, (_, i) => at(i));
    const places = markPlaces(many, [
      { index: 0, height: 0 },
      { index: 5000, height: 1 },
    ]);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeLessThanOrEqual(201);
  });
});
