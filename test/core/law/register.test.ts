import { describe, expect, test } from 'vitest';
import { parseIsoDate } from '../../../core/languages/date-parts.ts';
import { actStatuses, actTypes, confidences } from '../../../core/law/types.ts';
import { index, register } from './register.ts';

describe('the register of acts', () => {
  test('holds 46 acts, each under an id of its own', () => {
    expect(register.acts).toHaveLength(46);
    expect(index.byId.size).toBe(46);
    expect(register.acts.filter((act) => !/^[a-z0-9-]+$/.test(act.id))).toEqual([]);
  });

  test('says on which day it was compiled', () => {
    expect(parseIsoDate(register.compiled)).toBeDefined();
  });

  test.each(register.acts)('$id names its kind, status, confidence and sources', (act) => {
    expect(actTypes).toContain(act.type);
    expect(actStatuses).toContain(act.status);
    expect(confidences).toContain(act.confidence);
    expect(confidences).toContain(act.statusConfidence);
    expect(act.statusDetail).not.toBe('');
    expect(act.sources.length).toBeGreaterThan(0);
    expect(act.sources.filter((source) => !/^https?:\/\/\S+$/.test(source))).toEqual([]);
  });

  test.each(register.acts)('$id has a day of the calendar or none', (act) => {
    for (const date of [act.date, act.adopted]) if (date) expect(parseIsoDate(date)).toBeDefined();
    expect(act.number ?? '1').toMatch(/^\d+(-[IVX]+)?$/);
  });

  test.each(register.acts)(
    '$id has titles without remarks or quotes, and claims to have seen only titles that it has',
    (act) => {
      for (const title of Object.values(act.title).filter((title) => title !== null)) {
        expect(title).not.toMatch(/[«»"]|unverified|usage|\(title/);
        expect(title).not.toBe('');
      }
      expect(act.titleSeen.filter((language) => act.title[language] === null)).toEqual([]);
    },
  );

  test('a successor is in the register and in force', () => {
    const successors = register.acts.flatMap((act) => (act.successor === null ? [] : [index.byId.get(act.successor)]));
    expect(successors.length).toBeGreaterThan(0);
    expect(successors.filter((act) => act?.status !== 'in-force')).toEqual([]);
  });

  test('no living act has a successor', () => {
    expect(register.acts.filter((act) => act.status === 'in-force' && act.successor !== null)).toEqual([]);
  });

  test('the penal staff law of 2006 and the fire laws of 1996 and 2016 are dead and name the living one', () => {
    const named = ['penal-service-2006', 'fire-safety-1996', 'fire-ensuring-2016'].map((id) => index.byId.get(id));
    expect(named.map((act) => [act?.status, act?.successor])).toEqual([
      ['repealed', 'law-enforcement-service-2019'],
      ['repealed', 'fire-safety-2022'],
      ['repealed', 'fire-safety-2022'],
    ]);
  });

  test('what no source confirmed is left out and kept in the note', () => {
    const pension = index.byId.get('military-pension-1993');
    expect([pension?.date, pension?.number]).toEqual([null, null]);
    expect(pension?.note).toContain('1194-XII (unverified)');
    const code = index.byId.get('criminal-code-2021');
    expect(code?.title.ky).toBeNull();
    expect(code?.otherTitles?.ky).toEqual(['Кыргыз Республикасынын Кылмыш-жаза кодекси']);
  });
});
