import { describe, expect, test } from 'vitest';
import { actStatusMark } from '../../../core/law/status.ts';
import { index } from './register.ts';

describe('an act is marked', () => {
  test.each([
    ['military-status-1992', { vitality: 'living', code: 'in-force' }],
    ['penal-service-2006', { vitality: 'dead', code: 'repealed', successor: 'law-enforcement-service-2019' }],
    ['criminal-code-1997', { vitality: 'dead', code: 'repealed', successor: 'criminal-code-2021' }],
    ['violations-code-2017', { vitality: 'dead', code: 'replaced', successor: 'offences-code-2021' }],
    ['enactment-2017', { vitality: 'dead', code: 'historic' }],
    ['rescuers-2000', { vitality: 'unverified', code: 'in-force-unconfirmed' }],
    ['gov-expertise-2010', { vitality: 'unverified', code: 'unknown' }],
    ['official-language', { vitality: 'unverified', code: 'act-unverified' }],
    [
      'criminal-procedure-code-2017',
      { vitality: 'dead', code: 'act-unverified', successor: 'criminal-procedure-code-2021' },
    ],
    ['ussr-1931', { vitality: 'dead', code: 'historic' }],
  ])('%s', (id, mark) => {
    const act = index.byId.get(id);
    expect(act && actStatusMark(act)).toEqual(mark);
  });
});
