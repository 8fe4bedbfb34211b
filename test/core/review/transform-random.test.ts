import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit, invertEdit } from '../../../core/draft/apply.ts';
import type { Operation } from '../../../core/draft/operation.ts';
import type { Draft, Inline } from '../../../core/draft/types.ts';
import { canonicalJson } from '../../../core/file/canonical.ts';
import { readEdit } from '../../../core/file/read-edit.ts';
import { editBetween } from '../../../core/review/transform.ts';
import { aDraft } from '../../support/builder.ts';
import { anyDraft, threadOf } from './any-draft.ts';

/** What the draft becomes by the edit, which must fit, come back from the journal as it is, and be taken back. */
function changed(before: Draft, after: Draft): Draft {
  const edit = editBetween(before, after);
  if (!edit) return before;
  expect(readEdit(JSON.parse(JSON.stringify(edit)))).toEqual({ ok: true, value: edit });
  const result = applyEdit(before, edit);
  if (!result) throw new Error('the edit does not fit');
  const back = applyEdit(result, invertEdit(edit));
  expect(back && canonicalJson(back)).toBe(canonicalJson(before));
  return result;
}

test('the edit between any two drafts makes exactly the one of the other, and its inverse takes that back', () => {
  fc.assert(
    fc.property(anyDraft, anyDraft, (before, after) => {
      expect(canonicalJson(changed(before, after))).toBe(canonicalJson(after));
    }),
    { numRuns: 400 },
  );
});

/** The operations that make one text of another. */
function between(before: readonly Inline[], after: readonly Inline[]): readonly Operation[] {
  const [one, other] = [before, after].map((ru) => aDraft().unit('part', { ru }, 'p').build()) as [Draft, Draft];
  expect(changed(one, other)).toEqual(other);
  return editBetween(one, other)?.operations ?? [];
}

const typesOf = (operations: readonly Operation[]): readonly string[] => operations.map(({ type }) => type);
const path = [0, 1, 0];
const citation = {
  type: 'citation',
  act: 'police-1994',
  pinpoint: { article: ['12'] },
  children: [{ text: '' }],
} as const;

test('a word that was added is one operation, in the run where it stands', () => {
  expect(between([{ text: 'Статья первая' }], [{ text: 'Статья новая первая' }])).toEqual([
    { type: 'insert_text', path, offset: 7, text: 'новая ' },
  ]);
  const [was, is] = [
    ['жизнь', 'дом'],
    ['жизнь', 'дома'],
  ].map(([one = '', other = '']) => [{ text: `${one} ` }, { text: other, bold: true } as const]) as [
    Inline[],
    Inline[],
  ];
  expect(between(was, is)).toEqual([{ type: 'insert_text', path: [0, 1, 1], offset: 3, text: 'а' }]);
});

test('words that become bold are cut out of their run and marked, not written anew', () => {
  const after: Inline[] = [{ text: 'один ' }, { text: 'два', bold: true }, { text: ' три' }];
  expect(typesOf(between([{ text: 'один два три' }], after))).toEqual(['split_node', 'split_node', 'set_node']);
  expect(typesOf(between(after, [{ text: 'один два три' }]))).toEqual(['merge_node', 'merge_node']);
});

test('a citation whose place changed is set, and words around it change by themselves', () => {
  const other = { ...citation, pinpoint: { article: ['13'] } };
  expect(
    typesOf(between([{ text: 'по ' }, citation, { text: ';' }], [{ text: 'всё по ' }, other, { text: ';' }])),
  ).toEqual(['insert_text', 'set_node']);
});

test('a comment on words that stay is a mark that is set', () => {
  const marked: Inline[] = [{ text: 'дом', c_k: true }];
  expect(typesOf(between([{ text: 'дом' }], marked))).toEqual(['set_node']);
});

test('half a letter beyond the basic plane is never cut off', () => {
  const operations = between([{ text: 'а😀б' }], [{ text: 'а😁б' }]);
  expect(operations).toEqual([
    { type: 'remove_text', path, offset: 1, text: '😀' },
    { type: 'insert_text', path, offset: 1, text: '😁' },
  ]);
});

test('a provision that stands elsewhere is moved and nothing else', () => {
  const units = ['a', 'b', 'c', 'd'].map((id) => [id, `текст ${id}`] as const);
  const draft = (order: typeof units): Draft =>
    order.reduce((builder, [id, text]) => builder.unit('part', text, id), aDraft()).build();
  const [first, ...others] = units;
  const moved = draft([...others, ...(first ? [first] : [])]);
  expect(editBetween(draft(units), moved)?.operations).toEqual([{ type: 'move_node', path: [0], newPath: [3] }]);
  expect(changed(draft(units), moved)).toEqual(moved);
});

test('threads come to stand in the order that is wanted', () => {
  const [one, two, three] = ['k1', 'k2', 'k3'].map((id) => threadOf(id)) as [never, never, never];
  const [before, after] = [
    [one, two],
    [three, two, one],
  ].map((comments) => ({ ...aDraft().build(), comments }));
  expect(changed(before as Draft, after as Draft)).toEqual(after);
});
