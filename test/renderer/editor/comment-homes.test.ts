import { Transforms } from 'slate';
import { expect, test } from 'vitest';
import { applyEdit } from '../../../core/draft/apply.ts';
import { changeLinks, linksOf } from '../../../core/draft/inline-edits.ts';
import type { CommentThread, Draft, Unit } from '../../../core/draft/types.ts';
import { formatOf } from '../../../core/file/needs.ts';
import { readDraft } from '../../../core/file/read-draft.ts';
import { createReport } from '../../../core/file/report.ts';
import { aDraft } from '../../support/builder.ts';
import { type Hand, openHand } from './harness.ts';

const thread: CommentThread = {
  id: 'k',
  unit: 'p2',
  lang: 'ru',
  quote: 'замечание',
  resolved: false,
  messages: [{ author: 'А', at: '2026-03-01T09:00:00.000Z', text: 'почему?' }],
};

const draft: Draft = aDraft()
  .unit('article', 'Статья', 'a')
  .unit('part', 'первая', 'p1')
  .unit('part', { ky: 'экинчи', ru: [{ text: 'вторая ' }, { text: 'замечание', c_k: true }] }, 'p2')
  .comment(thread)
  .build();

const home = (hand: Hand) => hand.editor.state().comments[0]?.unit;

function expectReplayed(hand: Hand): void {
  const replayed = hand.edits.reduce<Draft | undefined>((current, edit) => current && applyEdit(current, edit), draft);
  expect(replayed).toEqual(hand.editor.draft());
}

test('a comment goes to the unit that a split puts its words in, and back with undo', () => {
  const hand = openHand(draft).caret('p2', 'ru', 7).enter();
  expect(home(hand)).toBe('new-000001');
  expectReplayed(hand);
  hand.does(({ editor }) => editor.undo());
  expect(hand.editor.draft()).toEqual(draft);
  hand.does(({ editor }) => editor.redo());
  expect(home(hand)).toBe('new-000001');
  expectReplayed(hand);
});

test('a comment goes to the unit that its words are joined to', () => {
  const hand = openHand(draft).caret('p2', 'ru').backspace();
  expect([hand.text('p1', 'ru'), home(hand)]).toEqual(['перваявторая замечание', 'p1']);
  expectReplayed(hand);
  hand.does(({ editor }) => editor.undo());
  expect(hand.editor.draft()).toEqual(draft);
});

test('a comment stays where some of its words stay, and typing does not move it', () => {
  const hand = openHand(draft).caret('p2', 'ru', 10).enter().types('x');
  expect(home(hand)).toBe('p2');
  expect(hand.edits.flatMap(({ comments = [] }) => comments)).toEqual([]);
});

const cited: Draft = aDraft()
  .unit('article', 'Статья', 'a')
  .unit(
    'part',
    {
      ru: [
        { text: 'По ' },
        { type: 'citation', act: 'iab-1994', pinpoint: {}, children: [{ text: '' }] },
        { text: ' так.' },
      ],
    },
    'p1',
  )
  .build();

test('a comment lies on a citation alone: selected, or with the caret on it; it goes where the citation goes', () => {
  const words = openHand(cited).parts.derived;
  const link = cited.units[1]?.children[1].children[1];
  const length = link ? words.textOf(link, 'ru', 'p1').length : 0;
  const overIt = openHand(cited).select(['p1', 3], ['p1', 3 + length], 'ru');
  const onIt = openHand(cited).caret('p1', 'ru', 3);
  onIt.does(({ parts }) => Transforms.select(parts.slate, { path: [1, 1, 1, 0], offset: 0 }));
  for (const hand of [overIt, onIt]) {
    expect([hand.editor.canComment(), hand.editor.state().whereabouts?.selected]).toEqual([true, true]);
    const id = hand.editor.addComment('Какой статьи?', 'А');
    hand.does(() => undefined);
    expect(hand.editor.state().comments).toMatchObject([{ id, quote: expect.stringMatching(/\S/u), unit: 'p1' }]);
    expect(Object.keys(hand.units()[1]?.children[1].children[1] ?? {})).toContain(`c_${id}`);
    const read = readDraft(JSON.parse(JSON.stringify(hand.editor.draft())), createReport());
    expect([read, formatOf(hand.editor.draft())]).toEqual([{ ok: true, value: hand.editor.draft() }, 2]);
    hand.caret('p1', 'ru', 2).enter();
    expect(home(hand)).toBe('new-000002');
    hand.caret('a', 'ru').does(({ editor }) => editor.goToComment(id ?? ''));
    expect([hand.where().unit, hand.editor.state().activeComment]).toEqual(['new-000002', id]);
    hand.does(({ editor }) => editor.undo()).does(({ editor }) => editor.undo());
    expect(hand.editor.draft()).toEqual(cited);
  }
});

test('a comment on a citation stays when the citation becomes plain words or names another place', () => {
  const hand = openHand(cited).caret('p1', 'ru', 3);
  hand.does(({ parts }) => Transforms.select(parts.slate, { path: [1, 1, 1, 0], offset: 0 }));
  const id = hand.editor.addComment('?', 'А');
  hand.does(() => undefined);
  const [placed] = linksOf(hand.units()[1] as Unit, 'ru');
  if (!placed) throw new Error('no citation');
  const edit = changeLinks(hand.units(), [{ placed, next: { text: 'закону' } }]);
  const after = edit && applyEdit(hand.editor.draft(), edit);
  expect(after?.units[1]?.children[1].children[1]).toEqual({ text: 'закону', [`c_${id}`]: true });
});

test('a comment whose words are deleted is kept at the unit where they last stood', () => {
  const hand = openHand(draft).caret('p2', 'ru').backspace().select(['p1', 13], ['p1', 22], 'ru').del();
  expect(hand.text('p1', 'ru')).toBe('перваявторая ');
  hand.does(({ editor }) => editor.goToComment('k'));
  expect(hand.where().unit).toBe('p1');
});
