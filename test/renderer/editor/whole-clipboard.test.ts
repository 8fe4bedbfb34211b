import { expect, test } from 'vitest';
import { runsText } from '../../../core/draft/text.ts';
import type { CommentThread, Inline } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';
import { type Hand, openHand, transferOf } from './harness.ts';

const reference = (target: string): Inline => ({ type: 'reference', target, children: [{ text: '' }] });
const thread: CommentThread = {
  id: 'k',
  unit: 'p1',
  lang: 'ru',
  quote: 'слово',
  resolved: false,
  messages: [{ author: 'А', at: '2026-03-01T09:00:00.000Z', text: 'почему?' }],
};

const draft = () =>
  aDraft()
    .unit('chapter', { ky: 'Баш', ru: 'Глава', en: 'Chapter' }, 'c')
    .unit('article', { ky: 'Бир', ru: 'Один', en: 'One' }, 'a1')
    .unit(
      'part',
      { ky: 'бөлүк', ru: [{ text: 'слово', c_k: true }], en: [{ text: '' }, reference('a2'), { text: '' }] },
      'p1',
    )
    .unit('article', { ky: 'Эки', ru: 'Два', en: 'Two' }, 'a2')
    .unit('part', { ky: [{ text: '' }, reference('a1'), { text: '' }] }, 'p2')
    .comment(thread)
    .build();

const ids = (hand: Hand) => hand.units().map(({ id }) => id);
const text = (hand: Hand, at: number) => hand.units()[at]?.children.map(runsText);

test('units that are copied and pasted come in all three languages under new ids', () => {
  const hand = openHand(draft());
  const data = transferOf();
  expect(hand.editor.copyUnits(['a1'], data, 'copy')).toBe(1);
  const pasted = hand.editor.pasteUnits(data, 'a2');
  expect(pasted).toEqual({ ok: true, value: ['new-000001'] });
  expect(ids(hand)).toEqual(['c', 'a1', 'p1', 'a2', 'p2', 'new-000001', 'new-000002']);
  expect(text(hand, 5)).toEqual(['Бир', 'Один', 'One']);
  expect(hand.units()[6]?.children[1].children).toEqual([{ text: 'слово' }]);
  expect(hand.edits).toHaveLength(1);
  hand.editor.undo();
  expect(hand.editor.draft()).toEqual(draft());
});

test('units that are cut and pasted once keep ids, references and comments; pasted again they are copies', () => {
  const hand = openHand(draft());
  const data = transferOf();
  hand.editor.copyUnits(['a1'], data, 'cut');
  expect(ids(hand)).toEqual(['c', 'a2', 'p2']);
  expect(hand.editor.pasteUnits(data, 'p2').ok).toBe(true);
  expect(ids(hand)).toEqual(['c', 'a2', 'p2', 'a1', 'p1']);
  expect(hand.units()[4]).toEqual(draft().units[2]);
  hand.editor.pasteUnits(data, 'a1');
  expect(ids(hand).slice(5)).toEqual(['new-000001', 'new-000002']);
  expect(JSON.stringify(hand.units()[6])).not.toContain('c_k');
});

test('references from another draft are broken and do not point at what happens to have the same id', () => {
  const data = transferOf();
  openHand({ ...draft(), meta: { id: 'other' } }).editor.copyUnits(['a1'], data, 'copy');
  const hand = openHand(draft());
  hand.editor.pasteUnits(data, 'a2');
  const [inline] = hand.units()[6]?.children[2].children.filter((one) => 'target' in one) ?? [];
  expect(inline).toMatchObject({ target: 'new-000003' });
});

test('a paste in the text puts whole units behind the one with the caret', () => {
  const hand = openHand(draft());
  const data = transferOf();
  hand.editor.copyUnits(['a1'], data, 'copy');
  hand.caret('p1', 'ky', 2).does(({ parts }) => parts.slate.insertData(transferOf(data.data)));
  expect(ids(hand)).toEqual(['c', 'a1', 'p1', 'new-000001', 'new-000002', 'a2', 'p2']);
  expect(hand.where().unit).toBe('new-000001');
});

test('a clipboard that is not ours is refused and changes nothing', () => {
  const hand = openHand(draft());
  for (const json of [
    '{',
    '{"draft":1,"units":[]}',
    '{"draft":"d","units":[{"type":"unit","id":"<b>"}]}',
    '[]',
    'null',
  ]) {
    const data = transferOf({ 'application/x-dolboor-whole-units': json });
    expect(hand.editor.pasteUnits(data, 'a1')).toEqual({ ok: false, error: 'foreign' });
  }
  expect(hand.editor.draft()).toEqual(draft());
});

test('units that do not fit are refused', () => {
  const hand = openHand(draft());
  const data = transferOf();
  hand.editor.copyUnits(['p1'], data, 'copy');
  expect(hand.editor.pasteUnits(data, 'c').ok).toBe(true);
  const bare = openHand(aDraft().unit('title', 'Закон', 't').unit('signature', 'Президент', 's').build());
  expect(bare.editor.pasteUnits(data, 't')).toEqual({ ok: false, error: 'kind' });
});
