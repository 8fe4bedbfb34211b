import fc from 'fast-check';
import { Editor } from 'slate';
import { expect, test } from 'vitest';
import { cellOf } from '../../../core/draft/state.ts';
import type { Draft, Inline, Unit } from '../../../core/draft/types.ts';
import { canonicalJson } from '../../../core/file/canonical.ts';
import { editBetween } from '../../../core/review/transform.ts';
import { anyDraft } from '../../core/review/any-draft.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

/* Another state of the whole draft comes into the open one: a merge, a version brought back. */

/** All but the homes of comments: those go where the words are. */
const homeless = ({ comments, ...draft }: Draft): string =>
  canonicalJson({ ...draft, comments: comments.map(({ unit: _, ...thread }) => thread) });

test('an editor that takes over any draft holds it to the letter, in one step that undo takes back and redo does again', () => {
  fc.assert(
    fc.property(anyDraft, anyDraft, fc.nat(), (before, after, place) => {
      const hand = openHand(before);
      hand.caret(before.units[place % before.units.length]?.id ?? '', 'ru');
      hand.editor.apply(() => editBetween(before, after));
      const taken = hand.editor.draft();
      expect(homeless(taken)).toBe(homeless(after));
      Editor.normalize(hand.parts.slate, { force: true });
      expect(hand.editor.draft()).toEqual(taken);
      hand.editor.undo();
      expect(canonicalJson(hand.editor.draft())).toBe(canonicalJson(before));
      hand.editor.redo();
      expect(canonicalJson(hand.editor.draft())).toBe(canonicalJson(taken));
      expect(hand.edits.length).toBe(canonicalJson(before) === canonicalJson(after) ? 0 : 3);
      expect(hand.parts.session.repairs).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('what a file holds that is out of order is put in order in the same step', () => {
  const text = (ru: readonly Inline[]): Draft =>
    aDraft().unit('part', { ru: 'один' }, 'p').unit('part', { ru }, 'q').build();
  const before = text([{ text: 'два' }]);
  const after = text([{ text: 'два' }, { text: ' три' }, { text: '' }]);
  const hand = openHand(before);
  hand.caret('p', 'ru');
  hand.editor.apply(() => editBetween(before, after));
  expect(cellOf(hand.units()[1] as Unit, 'ru').children).toEqual([{ text: 'два три' }]);
  expect(hand.edits).toHaveLength(1);
  hand.editor.undo();
  expect(hand.editor.draft()).toEqual(before);
});

test('the caret stays in the words where it stood, wherever its provision goes', () => {
  const units = ['a', 'b', 'c'].map((id) => [id, `слово ${id} здесь`] as readonly [string, string]);
  const draft = (order: typeof units): Draft =>
    order.reduce((builder, [id, text]) => builder.unit('part', text, id), aDraft()).build();
  const [, b, c] = units as [(typeof units)[0], (typeof units)[0], (typeof units)[0]];
  const hand = openHand(draft(units)).caret('a', 'ru', 7);
  hand.editor.apply(() => editBetween(draft(units), draft([b, c, ['a', 'новое слово a здесь']])));
  expect(hand.where()).toEqual({ unit: 'a', language: 'ru', offset: 13 });
});
