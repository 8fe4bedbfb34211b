import { describe, expect, test } from 'vitest';
import { checkDraft } from '../../../core/check/catalogue.ts';
import type { Unit } from '../../../core/draft/types.ts';
import { parseOfficialText } from '../../../core/law/official-text/parse.ts';
import { indexTexts } from '../../../core/law/official-text/texts.ts';
import { forms } from '../../support/forms.ts';
import { index as acts } from '../law/register.ts';
import { part } from './support.ts';

// Filler text under a real act's name, written for these tests: no law, and no words of one.
const lines = (...texts: readonly string[]) => texts.map((text) => ({ text }));
const russian = parseOfficialText(
  lines(
    'ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ',
    'от 1 июля 1992 года № 930-XII',
    'О статусе военнослужащих',
    'Статья 12. Образец',
    '1. Образец хранится в сухом месте до конца дня.',
    '2. Образец не возвращают.',
  ),
);
const texts = indexTexts([{ act: 'military-status-1992', text: russian }]);
const codesOf = (units: readonly Unit[], known = texts) =>
  checkDraft({ units, comments: [], forms, acts, texts: known }).flatMap(({ code, params, place }) =>
    /text$|quotation$/.test(code) ? [{ code, params, place }] : [],
  );
const cites = (pinpoint: string, rest = '') =>
  part('Текст.', `Согласно {cite:military-status-1992 ${pinpoint}}${rest}.`, 'Text.');

describe('a citation of an imported text', () => {
  test('of a place that is there is right', () => {
    expect(codesOf(cites('article=12 part=2'))).toEqual([]);
    expect(codesOf(cites(''))).toEqual([]);
  });

  test('of a place that is not there is told, with what is missing', () => {
    expect(codesOf(cites('article=13'))).toMatchObject([
      { code: 'check.place-not-in-text', params: { number: '13', context: 'article' }, place: { language: 'ru' } },
    ]);
    expect(codesOf(cites('article=12 part=3'))).toMatchObject([{ params: { number: '3', context: 'part' } }]);
  });

  test('in a language without a text is compared with the text of another', () => {
    const units = part('{cite:military-status-1992 article=13}', 'Текст.', 'Text.');
    expect(codesOf(units)).toMatchObject([{ code: 'check.place-not-in-text', place: { language: 'ky' } }]);
  });

  test('is not compared with anything where no text was imported', () => {
    expect(codesOf(cites('article=13'), indexTexts([]))).toEqual([]);
  });
});

describe('an imported text', () => {
  test('that says it lost force contradicts a register that calls it living', () => {
    const repealed = { ...russian, banners: ['Утратил силу в соответствии с Законом КР'] };
    const found = codesOf(cites('article=12'), indexTexts([{ act: 'military-status-1992', text: repealed }]));
    expect(found).toMatchObject([{ code: 'check.repealed-in-text', params: { words: repealed.banners[0] } }]);
  });

  test('that says so of an act that the register knows to be dead tells nothing twice', () => {
    const dead = acts.acts.find(({ status }) => status === 'repealed' || status === 'replaced');
    const text = { ...russian, banners: ['Утратил силу в соответствии с Законом КР'], title: dead?.title.ru ?? null };
    const units = part('Текст.', `Согласно {cite:${dead?.id}}.`, 'Text.');
    expect(codesOf(units, indexTexts([{ act: dead?.id ?? '', text }]))).toEqual([]);
  });

  test('whose banner speaks of one provision says nothing of the act', () => {
    const noted = { ...russian, banners: ['Внимание! Статья 5 утратила силу'] };
    expect(codesOf(cites('article=12'), indexTexts([{ act: 'military-status-1992', text: noted }]))).toEqual([]);
  });

  test('whose title differs in its capitals and marks alone bears the same, and in a word another', () => {
    const titled = (title: string) =>
      codesOf(cites('article=12'), indexTexts([{ act: 'military-status-1992', text: { ...russian, title } }]));
    expect(titled('О СТАТУСЕ «ВОЕННОСЛУЖАЩИХ».')).toEqual([]);
    for (const title of ['О статусе военнослужащего', 'О статусе военнослужащих и членов их семей'])
      expect(titled(title)).toMatchObject([{ code: 'check.title-not-in-text' }]);
  });

  test('that bears another title than the register’s is told once', () => {
    const other = { ...russian, title: 'О статусе образцов' };
    const units = [...cites('article=12'), ...cites('article=12 part=1')];
    const found = codesOf(units, indexTexts([{ act: 'military-status-1992', text: other }]));
    expect(found).toMatchObject([
      { code: 'check.title-not-in-text', params: { words: 'О статусе образцов', count: 1 } },
    ]);
  });
});

describe('a quotation beside a citation', () => {
  test('that is word for word the official text is right, whatever its case, marks and gaps', () => {
    expect(codesOf(cites('article=12', ' «образец хранится в сухом месте»'))).toEqual([]);
    expect(codesOf(cites('article=12', ' «образец хранится … до конца дня»'))).toEqual([]);
  });

  test('that differs by a word is told, with its place', () => {
    const units = cites('article=12', ' «образец хранится в тёплом сухом месте до конца дня»');
    const [problem] = codesOf(units);
    expect(problem).toMatchObject({ code: 'check.differing-quotation', place: { language: 'ru' } });
    expect(problem?.params?.words).toBe('образец хранится в тёплом сухом месте до конца дня');
  });

  test('of something else is nobody’s business, nor is a term in quotes', () => {
    expect(codesOf(cites('article=12', ' «совсем другие слова из другого закона»'))).toEqual([]);
    expect(codesOf(cites('article=12', ' «сухое место»'))).toEqual([]);
  });
});
