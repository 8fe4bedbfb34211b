import { describe, expect, test } from 'vitest';
import { checkDraft, rules } from '../../../core/check/catalogue.ts';
import { actsOn } from '../../../core/law/acts.ts';
import { forms } from '../../support/forms.ts';
import { index as acts, register } from '../law/register.ts';
import { checkUnits, found, part, unitsOf } from './support.ts';

/*
 * What the rules of citations tell of what they found: how grave it is, in which words, how often, on which day.
 */

test('how grave each rule of citations is, and which of them keep a bill from parliament', () => {
  const told = rules.flatMap(({ name, group, severity, blocks }) =>
    group === 'law' || name === 'differing-citations' ? [[name, severity, blocks === true]] : [],
  );
  expect(Object.fromEntries(told.map(([name, ...rest]) => [name, rest]))).toMatchObject({
    'unknown-act': ['error', false],
    'dead-act': ['error', false],
    'unverified-act': ['warning', false],
    'impossible-pinpoint': ['error', false],
    'untitled-citation': ['warning', false],
    'place-not-in-text': ['warning', true],
    'title-not-in-text': ['warning', false],
    'repealed-in-text': ['error', false],
    'differing-quotation': ['warning', false],
    'differing-citations': ['error', false],
  });
});

test('the act that took the place of a dead one is named with its date and number', () => {
  const [problem] = found('dead-act', part('{cite:npa-1996}'));
  expect(problem?.params).toMatchObject({ context: 'successor' });
  expect(String(problem?.params?.successor)).toContain('2009-жылдын 20-июлундагы №\u00a0241');
});

test('an act is dead from the day on which it ended, not before', () => {
  const units = part('{cite:fire-safety-1996}');
  const { since = '' } = acts.byId.get('fire-safety-1996') ?? {};
  const isDeadOn = (day: string): boolean => {
    const then = actsOn(acts, { day, compiled: register.compiled });
    return checkDraft({ units, comments: [], forms, acts: then }).some(({ code }) => code === 'check.dead-act');
  };
  expect([isDeadOn('2020-01-01'), isDeadOn(since)]).toEqual([false, true]);
});

describe('a part of a chapter or a section is no part without an article', () => {
  test.each(['chapter=2 part=1', 'section=1 part=1'])('%s', (place) => {
    expect(found('impossible-pinpoint', part(`{cite:military-status-1992 ${place}}`))).toEqual([]);
  });
});

describe('a title that is not the official one', () => {
  test('is a note in English, of which no title is official, and a warning elsewhere', () => {
    const cited = '{cite:enactment-2021}';
    const problems = found('untitled-citation', part(cited, cited, cited));
    expect(problems.map(({ place, severity }) => [place.language, severity])).toEqual([
      ['ky', 'warning'],
      ['ru', 'warning'],
      ['en', 'note'],
    ]);
  });

  test('is told where the register has one that no source showed', () => {
    const [problem] = found('untitled-citation', part('Текст.', '{cite:iab-1994}'));
    expect(problem).toMatchObject({ place: { language: 'ru' }, params: { context: 'title-unseen' } });
  });
});

test('citations of two lists differ where any of their numbers do', () => {
  const same = '{cite:military-status-1992 article=1,2}';
  const units = part(same, '{cite:military-status-1992 article=1,3}', same);
  expect(found('differing-citations', units).map(({ place }) => place.language)).toEqual(['ru']);
  expect(found('differing-citations', part(same, same, same))).toEqual([]);
});

test('of three languages that all differ, the one that has most to itself stands alone', () => {
  const cite = (...articles: readonly number[]): string =>
    articles.map((article) => `{cite:military-status-1992 article=${article}}`).join(' ');
  const problems = found('differing-citations', part(cite(1, 2), cite(3), cite(4)));
  expect(problems.map(({ place }) => place.language)).toEqual(['ky']);
});

test('an act that nobody verified is told once, with the number of provisions that cite it', () => {
  const cited = '{cite:official-language}';
  const units = unitsOf([
    ['article', 'A'],
    ['part', `${cited} ${cited}`],
    ['part', cited],
  ]);
  const problems = checkUnits(units).filter(({ code }) => code === 'check.unverified-act');
  expect(problems.map(({ params }) => params?.count)).toEqual([2]);
});
