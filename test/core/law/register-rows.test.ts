import { describe, expect, test } from 'vitest';
import { coverageOf, filterRows, type RegisterRow, sortRows } from '../../../core/law/register-rows.ts';
import type { Act } from '../../../core/law/types.ts';
import { register } from './register.ts';

function row(change: Partial<RegisterRow>, act: Partial<Act> = {}): RegisterRow {
  const [first] = register.acts;
  if (!first) throw new Error('an empty register');
  const plain = { title: '', type: '', status: '', confidence: '', vitality: 'living', texts: 0, cited: 0 } as const;
  return { ...plain, act: { ...first, ...act }, ...change };
}

describe('the register as a table', () => {
  test('Kyrgyz titles stand in the order of the Kyrgyz alphabet, in either direction', () => {
    const rows = ['Өрт', 'Оту', 'Пас', 'Нан', 'Ңа'].map((title) => row({ title }));
    const titles = (down: boolean) => sortRows(rows, { by: 'title', down }, 'ky').map(({ title }) => title);
    expect(titles(false)).toEqual(['Нан', 'Ңа', 'Оту', 'Өрт', 'Пас']);
    expect(titles(true)).toEqual(['Пас', 'Өрт', 'Оту', 'Ңа', 'Нан']);
  });

  test('numbers are ordered as numbers, and an act without one stands last in either direction', () => {
    const rows = ['930-XII', null, '9', '102'].map((number) => row({}, { number }));
    const numbers = (down: boolean) => sortRows(rows, { by: 'number', down }, 'ru').map(({ act }) => act.number);
    expect(numbers(false)).toEqual(['9', '102', '930-XII', null]);
    expect(numbers(true)).toEqual(['930-XII', '102', '9', null]);
  });

  test('what is equal keeps its order', () => {
    const rows = ['a', 'b', 'c'].map((title) => row({ title, type: 'Закон' }));
    expect(sortRows(rows, { by: 'type', down: true }, 'ru')).toEqual(rows);
  });

  test('a filter shows what it names and nothing else', () => {
    const rows = [
      row({ cited: 1 }, { id: 'cited' }),
      row({ vitality: 'dead' }, { id: 'dead' }),
      row({ vitality: 'unverified' }, { id: 'unverified' }),
      row({}, { id: 'local-1', local: { by: '', on: '2026-01-01' } }),
    ];
    const ids = (show: Parameters<typeof filterRows>[1]) => filterRows(rows, show, ['dead']).map(({ act }) => act.id);
    expect(ids('all')).toHaveLength(4);
    expect([ids('cited'), ids('dead'), ids('unverified'), ids('own'), ids('differing')]).toEqual([
      ['cited'],
      ['dead'],
      ['unverified'],
      ['local-1'],
      ['dead'],
    ]);
  });

  test('what a person verified counts as theirs, not as the register’s', () => {
    const [act] = register.acts;
    if (!act) throw new Error('an empty register');
    const verification = { act: act.id, on: '2026-11-22', by: 'А', source: 'б', status: 'in-force' } as const;
    const known = { ...act, statusConfidence: 'verified' as const };
    expect(coverageOf([known, { ...known, verification }])).toEqual({ all: 2, sourced: 1, verified: 1, own: 0 });
  });
});
