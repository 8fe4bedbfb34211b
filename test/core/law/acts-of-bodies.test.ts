import { describe, expect, test } from 'vitest';
import { type Language, trilingual } from '../../../core/base/language.ts';
import { ownActsSchema } from '../../../core/bridge/library-schema.ts';
import type { GrammaticalCase, Pinpoint } from '../../../core/draft/types.ts';
import { indexActs } from '../../../core/law/acts.ts';
import { citationGaps, renderCitation } from '../../../core/law/citation.ts';
import { type LocalAct, registerWith } from '../../../core/law/library.ts';
import { constitutionTitle } from '../../../core/law/named-act.ts';
import { recognise } from '../../../core/law/recognise/recognise.ts';
import { guessAct } from '../../../core/law/same-acts.ts';
import { register } from './register.ts';

/** Acts that no facts file has: made up, and added as an office adds them. */
const known = { source: 'made up', addedBy: 'A', addedOn: '2026-01-05' };
const acts: readonly LocalAct[] = [
  { id: 'local-c', type: 'constitution', date: null, number: null, title: constitutionTitle, ...known },
  {
    id: 'local-d',
    type: 'presidential-decree',
    date: '2031-02-03',
    number: '77',
    title: { ky: 'Ойлоп табылган чаралар жөнүндө', ru: 'О выдуманных мерах', en: 'On invented measures' },
    ...known,
  },
  {
    id: 'local-o',
    type: 'agency-order',
    date: '2032-03-04',
    number: '555',
    title: { ky: 'Ойлоп табылган тартип жөнүндө', ru: 'О выдуманном порядке', en: 'On an invented procedure' },
    issuer: {
      ky: 'Кыргыз Республикасынын Ички иштер министрлигинин',
      ru: 'Министерства внутренних дел Кыргызской Республики',
      en: 'the Ministry of Internal Affairs of the Kyrgyz Republic',
    },
    ...known,
  },
];
const index = indexActs(registerWith(register, { acts, verifications: [] }));

function render(
  act: string,
  name: GrammaticalCase,
  language: Language,
  pinpoint: Pinpoint = {},
  dated = false,
): string {
  const citation = { act, pinpoint, case: name, ...(dated && { dated }) };
  return renderCitation(citation, index, language).replaceAll('\u00a0', ' ');
}

describe('the constitution', () => {
  test.each([
    ['ky', 'nom', 'Кыргыз Республикасынын Конституциясы'],
    ['ky', 'gen', 'Кыргыз Республикасынын Конституциясынын'],
    ['ky', 'dat', 'Кыргыз Республикасынын Конституциясына'],
    ['ky', 'acc', 'Кыргыз Республикасынын Конституциясын'],
    ['ky', 'loc', 'Кыргыз Республикасынын Конституциясында'],
    ['ky', 'abl', 'Кыргыз Республикасынын Конституциясынан'],
    ['ru', 'nom', 'Конституция Кыргызской Республики'],
    ['ru', 'gen', 'Конституции Кыргызской Республики'],
    ['ru', 'acc', 'Конституцию Кыргызской Республики'],
    ['ru', 'ins', 'Конституцией Кыргызской Республики'],
    ['en', 'nom', 'the Constitution of the Kyrgyz Republic'],
  ] as const)('is cited by its name alone, in %s, %s', (language, name, words) => {
    expect(render('local-c', name, language)).toBe(words);
  });

  test('has places as a law has', () => {
    const place = { article: ['21'], part: ['2'] };
    expect(render('local-c', 'gen', 'ky', place)).toBe(
      'Кыргыз Республикасынын Конституциясынын 21-беренесинин 2-бөлүгүнүн',
    );
    expect(render('local-c', 'gen', 'ru', place)).toBe('части 2 статьи 21 Конституции Кыргызской Республики');
    expect(render('local-c', 'nom', 'en', place)).toBe(
      'part 2 of Article 21 of the Constitution of the Kyrgyz Republic',
    );
  });

  test('lacks no title', () => {
    expect(citationGaps({ act: 'local-c', pinpoint: {} }, index, 'ru').map(String)).not.toContain('title-missing');
  });
});

describe('a decree of the President', () => {
  test('has its title next to its noun in Kyrgyz, before date and number in Russian and English', () => {
    expect(render('local-d', 'dat', 'ky', {}, true)).toBe(
      'Кыргыз Республикасынын Президентинин 2031-жылдын 3-февралындагы № 77 «Ойлоп табылган чаралар жөнүндө» Жарлыгына',
    );
    expect(render('local-d', 'ins', 'ru', {}, true)).toBe(
      'Указом Президента Кыргызской Республики «О выдуманных мерах» от 3 февраля 2031 года № 77',
    );
    expect(render('local-d', 'nom', 'en', {}, true)).toBe(
      'the Decree of the President of the Kyrgyz Republic “On invented measures” of 3 February 2031 No. 77',
    );
  });
});

describe('an order of a ministry', () => {
  test('names who gave it', () => {
    expect(render('local-o', 'gen', 'ky', { point: ['3'] }, true)).toBe(
      'Кыргыз Республикасынын Ички иштер министрлигинин 2032-жылдын 4-мартындагы № 555 «Ойлоп табылган тартип жөнүндө» буйругунун 3-пунктунун',
    );
    expect(render('local-o', 'gen', 'ru', { point: ['3'] }, true)).toBe(
      'пункта 3 приказа Министерства внутренних дел Кыргызской Республики «О выдуманном порядке» от 4 марта 2032 года № 555',
    );
    expect(render('local-o', 'nom', 'en')).toBe(
      'the Order of the Ministry of Internal Affairs of the Kyrgyz Republic “On an invented procedure”',
    );
  });

  test('is written without whom where nobody said who gave it', () => {
    const bare = indexActs(
      registerWith(register, { acts: acts.map(({ issuer: _, ...act }) => act), verifications: [] }),
    );
    const written = (language: Language) => renderCitation({ act: 'local-o', pinpoint: {} }, bare, language);
    expect(trilingual(written)).toEqual({
      ky: '«Ойлоп табылган тартип жөнүндө» буйругу',
      ru: 'приказ «О выдуманном порядке»',
      en: 'the Order “On an invented procedure”',
    });
  });

  test('keeps who gave it on its way through a file', () => {
    expect(ownActsSchema.parse({ acts, verifications: [] }).acts).toEqual(acts);
  });
});

describe('in running text', () => {
  test.each([
    ['ru', 'на основании части 2 статьи 21 Конституции Кыргызской Республики', 'local-c', { article: '21', part: '2' }],
    ['ru', 'согласно статье 21 Конституции', 'local-c', { article: '21' }],
    [
      'ky',
      'Кыргыз Республикасынын Конституциясынын 21-беренесинин 2-бөлүгүнө ылайык',
      'local-c',
      { article: '21', part: '2' },
    ],
    ['ky', 'Конституциянын 21-беренесинде', 'local-c', { article: '21' }],
    ['en', 'under Article 21 of the Constitution of the Kyrgyz Republic', 'local-c', { article: '21' }],
    ['ru', 'в соответствии с Указом Президента Кыргызской Республики от 3 февраля 2031 года № 77', 'local-d', {}],
    ['ru', 'пунктом 4 Указа Президента КР «О выдуманных мерах» от 3 февраля 2031 года № 77', 'local-d', { point: '4' }],
    ['ky', 'Кыргыз Республикасынын Президентинин 2031-жылдын 3-февралындагы № 77 Жарлыгына ылайык', 'local-d', {}],
    ['en', 'the Decree of the President of the Kyrgyz Republic of 3 February 2031 No. 77', 'local-d', {}],
    [
      'ru',
      'пункта 3 приказа Министерства внутренних дел Кыргызской Республики от 4 марта 2032 года № 555',
      'local-o',
      { point: '3' },
    ],
    [
      'ky',
      'Кыргыз Республикасынын Ички иштер министрлигинин 2032-жылдын 4-мартындагы № 555 буйругунун 3-пункту',
      'local-o',
      { point: '3' },
    ],
    [
      'en',
      'point 3 of the Order of the Ministry of Internal Affairs of the Kyrgyz Republic of 4 March 2032 No. 555',
      'local-o',
      { point: '3' },
    ],
  ] as const)('%s: %s', (language, text, act, pinpoint) => {
    expect(recognise(text, language, index).map((one) => [one.act, Object.fromEntries(one.pinpoint)])).toEqual([
      [act, pinpoint],
    ]);
  });

  test.each([
    ['ru', 'статья 5 Конституции Республики Казахстан'],
    ['ru', 'статья 5 Конституции СССР'],
    ['ru', 'статья 5 Конституции Российской Федерации'],
    ['ru', 'статья 5 Конституции Киргизской ССР'],
    ['ky', 'Казакстан Республикасынын Конституциясынын 5-беренеси'],
    ['ky', 'СССРдин Конституциясынын 5-беренеси'],
    ['en', 'Article 5 of the Constitution of the Republic of Kazakhstan'],
    ['en', 'Article 5 of the Constitution of the USSR'],
  ] as const)('the constitution of another state is not ours: %s, %s', (language, text) => {
    expect(recognise(text, language, index).flatMap(({ act }) => act ?? [])).toEqual([]);
  });

  test.each([
    ['ru', 'Статья 5 Конституции гарантирует'],
    ['ru', 'статья 5 Конституции Кыргызской Республики от 5 мая 2021 года'],
    ['ky', 'Ушуга ылайык Конституциянын 5-беренеси'],
    ['en', 'Article 5 of the Constitution provides'],
  ] as const)('ours is, in any sentence: %s, %s', (language, text) => {
    expect(recognise(text, language, index).flatMap(({ act }) => act ?? [])).toEqual(['local-c']);
  });

  test('what is cited of a decree or an order that nobody names is not taken for the text’s own', () => {
    for (const text of ['пункта 3 указа', 'пункта 3 приказа', 'статьи 5 конституции'])
      expect(recognise(text, 'ru', indexActs(register)).filter(({ own }) => own !== undefined)).toEqual([]);
  });
});

test('what somebody looks for in vain begins the form with its type', () => {
  expect(guessAct('Указ Президента от 3 февраля 2031 года № 77')).toMatchObject({
    type: 'presidential-decree',
    date: '2031-02-03',
    number: '77',
  });
  expect(guessAct('ИИМдин буйругу № 555')).toMatchObject({ type: 'agency-order', number: '555' });
  expect(guessAct('Конституция').type).toBe('constitution');
});
