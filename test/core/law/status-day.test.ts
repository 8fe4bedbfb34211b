import { describe, expect, test } from 'vitest';
import { actStatusMark } from '../../../core/law/status.ts';
import { actStatusMarkOn } from '../../../core/law/status-day.ts';
import { index, register } from './register.ts';

const { compiled } = register;
const on = (id: string, day: string) => {
  const act = index.byId.get(id);
  if (!act) throw new Error(id);
  return actStatusMarkOn(act, { day, compiled });
};

describe('how an act is marked on a chosen day', () => {
  test('without a day it is marked as the register knows it', () => {
    for (const act of register.acts) expect(actStatusMarkOn(act, undefined)).toEqual(actStatusMark(act));
  });

  test('before the day of its end an act is not dead, and has no successor yet', () => {
    expect(on('fire-safety-1996', '2023-01-14')).toEqual({ vitality: 'unverified', code: 'in-force-unconfirmed' });
  });

  test('from the day of its end an act is dead and names its successor', () => {
    expect(on('fire-safety-1996', '2023-01-15')).toEqual({
      vitality: 'dead',
      code: 'repealed',
      successor: 'fire-safety-2022',
    });
  });

  test('before the day of its adoption an act is not in force yet', () => {
    expect(on('law-enforcement-service-2019', '2019-07-24')).toEqual({ vitality: 'unverified', code: 'not-yet' });
  });

  test('what was in force when somebody last looked stays in force on a later day', () => {
    expect(on('law-enforcement-service-2019', '2031-01-01').vitality).toBe('living');
  });
});
