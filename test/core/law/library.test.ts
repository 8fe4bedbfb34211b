import { describe, expect, test } from 'vitest';
import { differenceOf, emptyLibrary, type LocalAct, registerWith } from '../../../core/law/library.ts';
import { actStatusMark } from '../../../core/law/status.ts';
import type { ActVerification } from '../../../core/law/types.ts';
import { register } from './register.ts';

const verification: ActVerification = {
  act: 'military-status-1992',
  on: '2026-11-22',
  by: 'A. Drafter',
  source: 'cbd',
  status: 'repealed',
  since: '2026-10-01',
  shipped: { status: 'in-force', statusDetail: '', successor: null },
};
const own: LocalAct = {
  id: 'local-1',
  type: 'law',
  date: '2025-01-02',
  number: '3',
  title: { ky: null, ru: 'О пробе', en: null },
  source: 'a letter',
  addedBy: 'A. Drafter',
  addedOn: '2026-11-22',
};
const find = (id: string, library = emptyLibrary) => registerWith(register, library).acts.find((act) => act.id === id);

describe('the register with a library', () => {
  test('is the shipped one where nobody added anything', () => {
    expect(registerWith(register, emptyLibrary)).toEqual(register);
  });

  test('has what a person verified of a shipped act, and marks it accordingly', () => {
    const act = find('military-status-1992', { ...emptyLibrary, verifications: [verification] });
    expect(act).toMatchObject({ status: 'repealed', statusConfidence: 'verified', verification });
    expect(act && actStatusMark(act).vitality).toBe('dead');
  });

  test('has acts of one’s own after the shipped ones, unverified until somebody verifies them', () => {
    const act = find('local-1', { ...emptyLibrary, acts: [own] });
    expect(act && actStatusMark(act).vitality).toBe('unverified');
    const verified = find('local-1', {
      ...emptyLibrary,
      acts: [own],
      verifications: [{ ...verification, act: 'local-1', status: 'in-force' }],
    });
    expect(verified && actStatusMark(verified).vitality).toBe('living');
  });

  test('keeps what a person verified when a newer register says something else, and tells the difference', () => {
    const [shipped] = register.acts.filter(({ id }) => id === 'military-status-1992');
    if (!shipped) throw new Error('the register lacks the act');
    expect(differenceOf(shipped, verification)).toBeUndefined();
    const newer = { ...shipped, status: 'replaced' as const, statusDetail: 'by a newer law', successor: 'iab-1994' };
    expect(differenceOf(newer, verification)).toEqual({
      status: 'replaced',
      statusDetail: 'by a newer law',
      successor: 'iab-1994',
    });
    expect(differenceOf({ ...shipped, status: 'repealed' }, verification)).toBeUndefined();
  });
});
