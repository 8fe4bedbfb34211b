import { describe, expect, test } from 'vitest';
import { indexActs, searchActs } from '../../../core/law/acts.ts';
import { findCitation } from '../../../core/law/query.ts';
import type { Act } from '../../../core/law/types.ts';
import { index } from './register.ts';

const first = (query: string): string | undefined => searchActs(index, query)[0]?.id;
const ids = (query: string): readonly string[] => searchActs(index, query).map((act) => act.id);

describe('an act is found by', () => {
  test.each([
    ['its Russian title', 'О статусе военнослужащих', 'military-status-1992'],
    ['its Russian title in another case', 'статуса военнослужащего', 'military-status-1992'],
    ['its Kyrgyz title', 'аскер кызматчыларынын статусу', 'military-status-1992'],
    ['its Kyrgyz title in another case', 'аскер кызматчылардын статусунда', 'military-status-1992'],
    [
      'its Kyrgyz title typed on a Russian keyboard',
      'укук коргоо органдарында кызмат отоо',
      'law-enforcement-service-2019',
    ],
    ['its English title', 'military servicemen status', 'military-status-1992'],
    ['the beginnings of words', 'прохожд служб правоохр', 'law-enforcement-service-2019'],
    ['its number', '102', 'law-enforcement-service-2019'],
    ['its number with the sign', '№ 102', 'law-enforcement-service-2019'],
    ['its number and its kind', 'закон 102', 'law-enforcement-service-2019'],
    ['an old number', '930-XII', 'military-status-1992'],
    ['half of an old number', '930', 'military-status-1992'],
    ['its date in Russian', 'закон от 25 июля 2019 года', 'law-enforcement-service-2019'],
    ['its date in Kyrgyz', '2019-жылдын 25-июлундагы мыйзам', 'law-enforcement-service-2019'],
    ['its date in figures', '25.07.2019', 'law-enforcement-service-2019'],
    ['its ISO date', '2019-07-25', 'law-enforcement-service-2019'],
    ['its id', 'fire-safety-2022', 'fire-safety-2022'],
    ['the initials of its Russian title', 'нпа', 'npa-2009'],
    ['the initials of a code with a hyphen', 'УПК', 'criminal-procedure-code-2021'],
    ['a wording that no source confirmed', 'эмгек кодекси', 'labour-code-2025'],
    ['the spelling of other years', 'кызматчыларын пенсия', 'military-pension-1993'],
    ['a short Kyrgyz word with its suffix', 'өрттүн коопсуздугу', 'fire-safety-2022'],
    ['words of which one is wrong', 'охрана здоровья граждан области', 'public-health-2024'],
  ])('%s: %s', (_how, query, id) => {
    expect(first(query)).toBe(id);
  });
});

describe('the order', () => {
  test('is living before dead at equal fit', () => {
    expect(ids('уголовный кодекс').slice(0, 3)).toEqual([
      'criminal-code-2021',
      'criminal-code-2017',
      'criminal-code-1997',
    ]);
    expect(ids('fire safety')[0]).toBe('fire-safety-2022');
    expect(ids('нормативных правовых актах')).toEqual(['npa-2009', 'npa-1996']);
  });

  test('is what is confirmed to live, then what a title says most of, then the newer', () => {
    const act = { ...index.acts.find(({ id }) => id === 'military-status-1992') } as Act;
    const acts: readonly Act[] = [
      { ...act, id: 'partly', statusConfidence: 'partly', date: '2020-01-01' },
      { ...act, id: 'long', title: { ky: null, ru: 'О статусе и о льготах', en: null }, date: '2021-01-01' },
      { ...act, id: 'older', title: { ky: null, ru: 'О статусе', en: null }, date: '1990-01-01' },
      { ...act, id: 'newer', title: { ky: null, ru: 'О статусе', en: null }, date: '1991-01-01' },
    ];
    const found = searchActs(indexActs({ compiled: '2026-01-01', acts }), 'статус');
    expect(found.map(({ id }) => id)).toEqual(['newer', 'older', 'long', 'partly']);
  });

  test('an empty query gives the whole register', () => {
    expect(searchActs(index, '  ')).toHaveLength(index.acts.length);
  });

  test('words that fit nothing give nothing', () => {
    expect(searchActs(index, 'атомная энергия')).toEqual([]);
    expect(searchActs(index, '99999')).toEqual([]);
    expect(searchActs(index, '(?[')).toHaveLength(index.acts.length);
  });
});

describe('the example of the README', () => {
  const place = { article: ['12'], part: ['2'], point: ['3'] };
  test.each([
    'статус 12.2.3',
    'статусу 12.2.3',
    'статусу 12-берене 2-бөлүк 3-пункт',
    'статус 12-беренесинин 2-бөлүгүнүн 3-пункту',
    'статус ст. 12 ч. 2 п. 3',
    'статус 12 ч 2 п 3',
    'пункт 3 части 2 статьи 12 закона о статусе',
    'status 12.2.3',
    'status art. 12 part 2 point 3',
    'point 3 of part 2 of Article 12 of the Law on the status',
  ])('%s is the law on the status of military servicemen', (query) => {
    const found = findCitation(index, query);
    expect(found.acts[0]?.id).toBe('military-status-1992');
    expect(found.pinpoint).toEqual(place);
  });

  test('other words of a title still outweigh a confirmed status', () => {
    expect(first('статус спасателей')).toBe('rescuers-2000');
    expect(first('куткаруучулардын статусу')).toBe('rescuers-2000');
  });
});

describe('a query with a place in the act', () => {
  const point = { article: ['12'], part: ['2'], point: ['3'] };
  test.each([
    ['статус военнослужащих 12.2.3', point],
    ['статус военнослужащих ст. 12 ч. 2 п. 3', point],
    ['п.3 ч.2 ст.12 статус военнослужащих', point],
    ['пункт 3 части 2 статьи 12 закона о статусе военнослужащих', point],
    ['аскер кызматчыларынын статусу 12-беренесинин 2-бөлүгүнүн 3-пункту', point],
    ['аскер кызматчы статус 12-берене 2-бөлүк 3-пункт', point],
    ['status of military servicemen art. 12 part 2 point 3', point],
    ['military servicemen status, point 3 of part 2 of Article 12', point],
    ['статус военнослужащих 12', { article: ['12'] }],
    ['статус военнослужащих 12.2.3.а', { ...point, subpoint: ['а'] }],
    ['статус военнослужащих ст. 12 ч. 1, 3', { article: ['12'], part: ['1', '3'] }],
    ['статус военнослужащих части 1 и 3 статьи 12', { article: ['12'], part: ['1', '3'] }],
    ['статус военнослужащих ст. 12 п. 1-4', { article: ['12'], point: ['1', '2', '3', '4'] }],
    ['статус военнослужащих ст. 5-1', { article: ['5-1'] }],
    ['статус военнослужащих подп. «б» п. 1 ст. 3', { article: ['3'], point: ['1'], subpoint: ['б'] }],
    ['аскер кызматчыларынын статусу «а» пунктчасы', { subpoint: ['а'] }],
    ['статус военнослужащих раздел IV', { section: ['IV'] }],
    ['статус военнослужащих гл. 3', { chapter: ['3'] }],
    ['статус военнослужащих', {}],
    ['930-XII', {}],
  ])('%s', (query, pinpoint) => {
    const found = findCitation(index, query);
    expect(found.pinpoint).toEqual(pinpoint);
    expect(found.acts[0]?.id).toBe('military-status-1992');
  });

  test('a bare number is the number of an act before it is an article', () => {
    expect(findCitation(index, '102')).toMatchObject({ acts: [{ id: 'law-enforcement-service-2019' }], pinpoint: {} });
    expect(findCitation(index, '102 72')).toMatchObject({
      acts: [{ id: 'law-enforcement-service-2019' }],
      pinpoint: { article: ['72'] },
    });
  });

  test('a date is no place', () => {
    const found = findCitation(index, 'закон 25.07.2019');
    expect(found.pinpoint).toEqual({});
    expect(found.acts.map((act) => act.id)).toEqual(['law-enforcement-service-2019']);
  });

  test('a place alone leaves every act open', () => {
    const found = findCitation(index, '12-берене');
    expect(found.pinpoint).toEqual({ article: ['12'] });
    expect(found.acts).toHaveLength(index.acts.length);
  });
});
