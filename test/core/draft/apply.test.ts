import fc from 'fast-check';
import { createEditor, type Descendant, Node, Path, type Operation as SlateOperation } from 'slate';
import { describe, expect, test } from 'vitest';
import { applyEdit, applyOperation, invertEdit, invertOperation } from '../../../core/draft/apply.ts';
import type { Operation } from '../../../core/draft/operation.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { CommentThread, Draft, Unit } from '../../../core/draft/types.ts';

const start: readonly Unit[] = [
  makeUnit('a', 'article', { ky: 'Предмет', ru: 'Предмет', en: 'Subject' }),
  makeUnit('b', 'part', {
    ky: [{ text: 'бир ' }, { text: 'эки', bold: true }, { text: ' үч' }],
    ru: 'один',
    en: 'one',
  }),
  makeUnit('c', 'part', { ky: 'төрт', ru: '', en: 'four' }),
];

/** An operation that fits the tree, chosen by `pick` numbers; the same choice always gives the same operation. */
function operationFor(units: readonly Unit[], pick: readonly number[]): Operation | undefined {
  const root = { children: units } as unknown as Node;
  const entries = [...Node.nodes(root)].filter(([, path]) => path.length > 0);
  const [kind = 0, which = 0, where = 0] = pick;
  const [node, path] = entries[which % entries.length] ?? [];
  if (!node || !path) return undefined;
  const isText = 'text' in node;
  const size = isText ? String(node.text).length : Node.isElement(node) ? node.children.length : 0;
  const position = where % (size + 1);
  switch (kind % 8) {
    case 0:
      return isText ? { type: 'insert_text', path, offset: position, text: 'ңөү' } : undefined;
    case 1:
      return isText
        ? { type: 'remove_text', path, offset: position, text: String(node.text).slice(position) }
        : undefined;
    case 2:
      return { type: 'insert_node', path, node: makeUnit(`n${where}`, 'point') };
    case 3:
      return { type: 'remove_node', path, node: node as unknown as Unit };
    case 4: {
      const { text: _text, children: _children, ...properties } = node as unknown as Record<string, unknown>;
      return { type: 'split_node', path, position, properties };
    }
    case 5:
      return mergeFor(root, node, path);
    case 6: {
      const [, to] = entries[where % entries.length] ?? [];
      return to && !Path.isAncestor(path, to) ? { type: 'move_node', path, newPath: to } : undefined;
    }
    default:
      return isText
        ? setMark(node as unknown as Record<string, unknown>, path)
        : setRev(node as unknown as Record<string, unknown>, path);
  }
}

/** Marks a run, or takes the mark off again: properties that come and go. */
function setMark({ italic }: Record<string, unknown>, path: Path): Operation {
  return italic
    ? { type: 'set_node', path, properties: { italic: true }, newProperties: {} }
    : { type: 'set_node', path, properties: {}, newProperties: { italic: true } };
}

function setRev({ rev }: Record<string, unknown>, path: Path): Operation {
  const properties = rev === undefined ? {} : { rev };
  return { type: 'set_node', path, properties, newProperties: { rev: Number(rev ?? 0) + 1 } };
}

function mergeFor(root: Node, node: Node, path: Path): Operation | undefined {
  if (!Path.hasPrevious(path)) return undefined;
  const before = Node.get(root, Path.previous(path));
  if ('text' in node !== 'text' in before) return undefined;
  const position = 'text' in before ? String(before.text).length : (before as { children: unknown[] }).children.length;
  const { text: _text, children: _children, ...properties } = node as unknown as Record<string, unknown>;
  return { type: 'merge_node', path, position, properties };
}

function slateAfter(units: readonly Unit[], operation: Operation): unknown {
  const editor = createEditor();
  editor.normalizeNode = () => undefined;
  editor.children = units as unknown as Descendant[];
  editor.apply(structuredClone(operation) as unknown as SlateOperation);
  return editor.children;
}

const picks = fc.array(fc.tuple(fc.nat(7), fc.nat(200), fc.nat(200)), { minLength: 1, maxLength: 12 });

describe('applying operations to the list of units', () => {
  test('gives what Slate gives, for any sequence of operations', () => {
    let compared = 0;
    fc.assert(
      fc.property(picks, (sequence) => {
        let units = start;
        for (const pick of sequence) {
          const operation = operationFor(units, pick);
          if (!operation) continue;
          const next = applyOperation(units, operation);
          expect(next).toEqual(slateAfter(units, operation));
          units = next ?? units;
          compared += 1;
        }
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  test('inverting restores, for any operation', () => {
    fc.assert(
      fc.property(picks, (sequence) => {
        let units = start;
        for (const pick of sequence) {
          const operation = operationFor(units, pick);
          const next = operation && applyOperation(units, operation);
          if (!operation || !next) continue;
          const isLossy =
            operation.type === 'set_node' || operation.type === 'split_node' || operation.type === 'merge_node';
          if (!isLossy) expect(applyOperation(next, invertOperation(operation))).toEqual(units);
          units = next;
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a split is taken back by its inverse, and a join of like nodes too', () => {
    const split: Operation = { type: 'split_node', path: [1, 0, 1], position: 1, properties: { bold: true } };
    const halves = applyOperation(start, split);
    expect(halves?.[1]?.children[0].children.map((inline) => 'text' in inline && inline.text)).toEqual([
      'бир ',
      'э',
      'ки',
      ' үч',
    ]);
    expect(halves && applyOperation(halves, invertOperation(split))).toEqual(start);
  });

  test('what does not fit changes nothing', () => {
    const wrong: readonly Operation[] = [
      { type: 'insert_text', path: [9, 0, 0], offset: 0, text: 'x' },
      { type: 'insert_text', path: [0, 0, 0], offset: 99, text: 'x' },
      { type: 'remove_text', path: [0, 0, 0], offset: 0, text: 'другое' },
      { type: 'remove_node', path: [7], node: makeUnit('z', 'part') },
      { type: 'merge_node', path: [0], position: 0, properties: {} },
      { type: 'move_node', path: [1], newPath: [1, 0] },
      { type: 'set_node', path: [0], properties: {}, newProperties: { children: [] } },
    ];
    for (const operation of wrong) expect(applyOperation(start, operation)).toBeUndefined();
  });

  test('a comment that is taken away comes back to its place in the table', () => {
    const thread = (id: string): CommentThread => ({
      id,
      unit: 'a',
      lang: 'ru',
      quote: '',
      resolved: false,
      messages: [],
    });
    const draft: Draft = { meta: { id: 'd' }, units: start, comments: [thread('k1'), thread('k2')] };
    const edit = { operations: [], comments: [{ id: 'k1', before: thread('k1'), at: 0 }] };
    const without = applyEdit(draft, edit);
    expect(without?.comments).toEqual([thread('k2')]);
    expect(without && applyEdit(without, invertEdit(edit))).toEqual(draft);
  });

  test('an edit applies whole or not at all, comments with it', () => {
    const thread: CommentThread = {
      id: 'k1',
      unit: 'b',
      lang: 'ky',
      quote: 'эки',
      resolved: false,
      messages: [{ author: 'А', at: '2026-01-01T00:00:00Z', text: 'Эмне үчүн?' }],
    };
    const draft: Draft = { meta: { id: 'd' }, units: start, comments: [] };
    const edit = {
      operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'Ы' }],
      comments: [{ id: 'k1', after: thread }],
    } as const;
    const after = applyEdit(draft, edit);
    expect(after?.comments).toEqual([thread]);
    expect(after && applyEdit(after, invertEdit(edit))).toEqual(draft);
    const half = {
      operations: [...edit.operations, { type: 'remove_node', path: [99], node: start[0] as Unit } as const],
    };
    expect(applyEdit(draft, half)).toBeUndefined();
  });
});
