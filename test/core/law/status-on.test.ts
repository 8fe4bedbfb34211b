import { describe, expect, test } from 'vitest';
import { emptyLibrary, registerWith } from '../../../core/law/library.ts';
import { statusOn } from '../../../core/law/status-on.ts';
import { register } from './register.ts';

const acts = new Map(register.acts.map((act) => [act.id, act]));
const on = (id: string, day: string) => {
  const act = acts.get(id);
  if (!act) throw new Error(`no act ${id}`);
  const { status, basis } = statusOn(act, day, register.compiled);
  return `${status} ${basis}`;
};

describe('the status of an act on a day', () => {
  test.each([
    ['before it was adopted', 'fire-safety-2022', '2022-12-12', 'not-yet stated'],
    ['after the register was compiled, what was last seen', 'fire-safety-2022', '2099-01-01', 'in-force later'],
    ['on the day of the register', 'fire-safety-2022', register.compiled, 'in-force stated'],
    ['before it was seen to be in force', 'fire-safety-2022', '2023-01-01', 'in-force assumed'],
    ['adopted and not yet in force', 'offences-code-2021', '2021-11-30', 'not-yet stated'],
    ['on the first day of its force', 'offences-code-2021', '2021-12-01', 'in-force stated'],
    ['on the eve of its end', 'fire-safety-1996', '2023-01-14', 'in-force assumed'],
    ['on the day of its end', 'fire-safety-1996', '2023-01-15', 'repealed stated'],
    ['ended by an act whose day of force nobody told', 'penal-service-2006', '2019-08-01', 'repealed assumed'],
    ['before the act that ended it', 'penal-service-2006', '2019-07-24', 'in-force assumed'],
    ['ended on a day that nobody told', 'jk-rules-2011', '2015-01-01', 'unknown assumed'],
    ['ended on a day that nobody told, today', 'jk-rules-2011', register.compiled, 'replaced stated'],
    ['of which nobody knows', 'gov-expertise-2010', register.compiled, 'unknown stated'],
  ])('%s', (_, id, day, expected) => {
    expect(on(id, day)).toBe(expected);
  });

  test('names the act that ended it, with its article', () => {
    const act = acts.get('fire-safety-1996');
    expect(act?.endedBy).toEqual({
      type: 'law',
      date: '2022-12-13',
      number: '118',
      article: '31',
      act: 'fire-safety-2022',
    });
  });

  test('is what a person verified, since the day that the person gives', () => {
    const verification = {
      act: 'fire-safety-2022',
      on: '2027-02-01',
      by: '',
      source: 'cbd',
      status: 'repealed',
      since: '2027-01-10',
    } as const;
    const [act] = registerWith(register, { ...emptyLibrary, verifications: [verification] }).acts.filter(
      ({ id }) => id === 'fire-safety-2022',
    );
    const status = (day: string) => act && statusOn(act, day, register.compiled).status;
    expect([status('2027-01-09'), status('2027-01-10')]).toEqual(['in-force', 'repealed']);
  });
});
