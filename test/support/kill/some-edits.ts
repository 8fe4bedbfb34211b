import { applyEdit } from '../../../core/draft/apply.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { Draft } from '../../../core/draft/types.ts';

/** Edits as a person makes them, each fitting the draft that the ones before it left: letters, a split run, a new unit, a comment. */
export function someEdits(draft: Draft, count: number, next: (below: number) => number): readonly Edit[] {
  const edits: Edit[] = [];
  let current = draft;
  while (edits.length < count) {
    const edit = oneEdit(current, edits.length, next);
    const after = applyEdit(current, edit);
    if (!after) continue;
    edits.push(edit);
    current = after;
  }
  return edits;
}

/** The draft after edits that all fit. */
export function afterEdits(draft: Draft, edits: readonly Edit[]): Draft {
  return edits.reduce((current, edit) => {
    const next = applyEdit(current, edit);
    if (!next) throw new Error('The edit does not fit');
    return next;
  }, draft);
}

function oneEdit(draft: Draft, serial: number, next: (below: number) => number): Edit {
  const unit = next(draft.units.length);
  const cell = next(3);
  const text = `ү${serial}`;
  switch (next(6)) {
    case 0:
      return {
        operations: [{ type: 'insert_node', path: [unit], node: makeUnit(`n${next(2 ** 31)}`, 'part', { ky: text }) }],
      };
    case 1:
      return { operations: [{ type: 'set_node', path: [unit, cell], properties: {}, newProperties: { rev: serial } }] };
    case 2: {
      const id = `c${serial}`;
      const after = {
        id,
        unit: draft.units[unit]?.id ?? '',
        lang: 'ky' as const,
        quote: 'сөз',
        resolved: false,
        messages: [{ author: 'A', at: '2026-03-01T09:00:00.000Z', text }],
      };
      const mark = { [`c_${id}`]: true };
      return {
        operations: [{ type: 'set_node', path: [unit, 0, 0], properties: {}, newProperties: mark }],
        comments: [{ id, after }],
      };
    }
    default:
      return { operations: [{ type: 'insert_text', path: [unit, cell, 0], offset: 0, text }] };
  }
}
