import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../../core/draft/operation.ts';
import { editPayload } from '../../../core/file/chain.ts';
import { parseJson } from '../../../core/file/fields.ts';
import { readEdit } from '../../../core/file/read-edit.ts';
import { aDraft, random } from '../../support/builder.ts';
import { someEdits } from '../../support/kill/some-edits.ts';

const draft = aDraft().unit('title', 'Title').unit('article', 'Article').build();

describe('an edit', () => {
  test('reads from its payload as it was made', () => {
    for (const edit of someEdits(draft, 200, random(3))) {
      expect(readEdit(parseJson(editPayload(edit)))).toEqual({ ok: true, value: edit });
    }
  });

  test('reads with every operation that the editor makes', () => {
    const run = { text: 'a', bold: true, c_x1: true } as const;
    const operations: Edit['operations'] = [
      { type: 'split_node', path: [0, 1, 0], position: 2, properties: { bold: true } },
      { type: 'merge_node', path: [0, 1, 1], position: 2, properties: { bold: true } },
      { type: 'move_node', path: [0], newPath: [1] },
      { type: 'remove_node', path: [0, 1, 0], node: run },
      { type: 'set_node', path: [0], properties: { kind: 'part' }, newProperties: { kind: 'point', number: null } },
      { type: 'remove_text', path: [0, 0, 0], offset: 0, text: 'ү' },
    ];
    expect(readEdit({ operations })).toEqual({ ok: true, value: { operations } });
  });

  test.each([
    ['a negative place', { type: 'insert_text', path: [-1, 0, 0], offset: 0, text: 'a' }],
    ['a place too deep', { type: 'insert_text', path: [0, 0, 0, 0, 0], offset: 0, text: 'a' }],
    ['the root itself', { type: 'remove_node', path: [], node: { text: '' } }],
    ['an unknown operation', { type: 'explode', path: [0] }],
    [
      'a property that nobody knows',
      { type: 'set_node', path: [0], properties: {}, newProperties: { children: null } },
    ],
    ['a kind that nobody knows', { type: 'set_node', path: [0], properties: {}, newProperties: { kind: 'x' } }],
    ['a unit without a name', { type: 'insert_node', path: [0], node: { type: 'unit', kind: 'part', children: [] } }],
    ['a node of another program', { type: 'insert_node', path: [0], node: { type: 'image', url: 'x', children: [] } }],
  ])('with %s is refused whole', (_, operation) => {
    expect(readEdit({ operations: [operation] })).toEqual({ ok: false, error: 'operation 0' });
  });

  test('keeps the place of a comment that goes, and refuses one that is no place', () => {
    const messages = [{ author: 'Я', at: '2026-03-01T09:00:00.000Z', text: '?' }];
    const before = { id: 'k1', unit: 'u1', lang: 'ru', quote: '', resolved: false, messages } as const;
    const edit: Edit = { operations: [], comments: [{ id: 'k1', before, at: 0 }] };
    expect(readEdit(edit)).toEqual({ ok: true, value: edit });
    expect(readEdit({ operations: [], comments: [{ id: 'k1', before, at: -1 }] })).toEqual({
      ok: false,
      error: 'comments',
    });
  });

  test('cannot reach a prototype', () => {
    const json = '{"operations":[{"type":"set_node","path":[0],"properties":{},"newProperties":{"__proto__":true}}]}';
    expect(readEdit(JSON.parse(json)).ok).toBe(false);
  });

  test('is read from anything without a throw', () => {
    fc.assert(fc.property(fc.anything({ maxDepth: 4 }), (value) => void readEdit({ operations: [value] })));
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => void readEdit(value)));
  });
});
