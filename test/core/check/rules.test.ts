import { describe, expect, test } from 'vitest';
import { rules } from '../../../core/check/catalogue.ts';
import type { Problem } from '../../../core/check/problem.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { CommentThread, Unit } from '../../../core/draft/types.ts';
import { checkUnits, found, type Line, part, unitsOf } from './support.ts';

const article: Line = ['article', ['Берене', 'Статья', 'Article'], 'a1'];
const list = (points: readonly string[], lead = 'Укук берилет:'): readonly Unit[] =>
  unitsOf([
    article,
    ['part', [lead, 'Текст.', 'Text.']],
    ...points.map((ky): Line => ['point', [ky, 'Один;', 'One;']]),
  ]);
const everywhere = (text: string): readonly Unit[] =>
  part(`${text} боюнча.`, `${text} применяется.`, `${text} applies.`);
const stale = (units: readonly Unit[]): readonly Unit[] =>
  units.map((unit) =>
    unit.id === 'part'
      ? { ...unit, children: [{ ...unit.children[0], rev: 1 }, unit.children[1], unit.children[2]] }
      : unit,
  );
const terms = (rest: string): readonly Unit[] =>
  unitsOf([
    ['article', ['Колдонулуучу түшүнүктөр', 'Понятия', 'Terms']],
    ['part', ['Түшүнүктөр:', 'Понятия:', 'Terms:']],
    [
      'point',
      ['кызматтык турак жай – кызмат мезгилинде берилүүчү үй;', 'служебное жилье – дом;', 'service housing: a house;'],
    ],
    ['point', ['ички иштер кызматкери (мындан ары – кызматкер) – адам.', 'сотрудник – лицо.', 'officer: a person.']],
    ['article', ['Укук', 'Право', 'Right']],
    ['part', [rest, 'Сотрудник имеет право.', 'An officer has the right.']],
  ]);

/** Articles with these numbers locked. */
const withNumbers = (...numbers: readonly (string | undefined)[]): readonly Unit[] =>
  unitsOf(numbers.map((_, i): Line => ['article', ['Берене', 'Статья', 'Article'], `n${i}`])).map((unit, i) => {
    const number = numbers[i];
    return number === undefined ? unit : { ...unit, number };
  });

/** For each rule: drafts in which it must find that many problems, and right ones, some of them near misses, on which it must be silent. */
const cases: Readonly<
  Record<string, { bad: readonly (readonly [number, readonly Unit[]])[]; good: readonly (readonly Unit[])[] }>
> = {
  'unknown-act': {
    bad: [[1, everywhere('{cite:no-such-act article=3}')]],
    good: [everywhere('{cite:military-status-1992 article=12}')],
  },
  'dead-act': {
    bad: [
      [1, everywhere('{cite:penal-service-2006}')],
      [1, everywhere('{cite:npa-1996 article=3}')],
      [2, everywhere('{cite:npa-1996 article=3} {cite:npa-1996 article=4}')],
    ],
    good: [
      everywhere('{cite:law-enforcement-service-2019 article=72}'),
      unitsOf([['note', 'Салыштыруу: {cite:penal-service-2006}']]),
    ],
  },
  'unverified-act': {
    bad: [[1, everywhere('{cite:official-language}')]],
    good: [everywhere('{cite:military-status-1992}')],
  },
  'untitled-citation': {
    bad: [[2, everywhere('{cite:fire-safety-2022}')]],
    good: [everywhere('{cite:military-status-1992}')],
  },
  'impossible-pinpoint': {
    bad: [
      [1, everywhere('{cite:military-status-1992 part=2}')],
      [1, everywhere('{cite:military-status-1992 article=12,13 part=2}')],
      [1, everywhere('{cite:military-status-1992 article=12 subpoint=а}')],
      [1, everywhere('{cite:military-status-1992 article=0}')],
    ],
    good: [
      everywhere('{cite:military-status-1992 article=12 part=1,3}'),
      everywhere('{cite:military-status-1992 article=5-1}'),
      everywhere('{cite:service-housing-2024 point=7}'),
      everywhere('{cite:military-status-1992 section=IV}'),
    ],
  },
  'broken-reference': {
    bad: [
      [1, everywhere('{ref:gone}')],
      [1, unitsOf([['title', 'Аталыш', 't'], article, ['part', '{ref:a1,gone,t}']])],
    ],
    good: [unitsOf([['title', 'Аталыш', 't'], article, ['part', '{ref:a1} {ref:t}']])],
  },
  'reference-to-note': {
    bad: [[1, unitsOf([article, ['note', 'Эскертүү', 'n'], ['part', '{ref:n}']])]],
    good: [unitsOf([article, ['note', '{ref:a1}', 'n']])],
  },
  'repeated-number': {
    bad: [
      [1, withNumbers('5', '5')],
      [2, withNumbers('5', '6', '6', '5')],
    ],
    good: [withNumbers('5', undefined, '6'), withNumbers('1', '2'), withNumbers(undefined, '5-1', '5-2')],
  },
  'number-order': {
    bad: [
      [1, withNumbers('6', '5')],
      [1, withNumbers('5', undefined, '5-1')],
    ],
    good: [withNumbers('5', '5-1', '5-1-1', '6', '10'), withNumbers('5', '5')],
  },
  'misplaced-unit': {
    bad: [
      [1, unitsOf([['part', 'Текст.']])],
      [1, unitsOf([article, ['subpoint', 'текст;']])],
    ],
    good: [
      unitsOf([article, ['part', 'Текст:'], ['point', 'бир;'], ['subpoint', 'эки.']]),
      unitsOf([article, ['point', 'бир.']]),
    ],
  },
  'missing-language': {
    bad: [
      [1, part('Текст.', '')],
      [2, part('', 'Текст.', '')],
    ],
    good: [
      part('Текст.'),
      unitsOf([
        ['article', ''],
        ['part', 'Текст.'],
      ]),
      unitsOf([['note', ['Эскертүү', '', '']]]),
    ],
  },
  'stale-language': { bad: [[2, stale(part('Текст.'))]], good: [part('Текст.')] },
  'same-text': {
    bad: [[1, part('Сотрудники имеют право на жилье.', 'Сотрудники имеют право на жилье.')]],
    good: [
      part('2019', '2019', '2019'),
      ['info@mvd.gov.kg, www.mvd.gov.kg, COVID-19'].flatMap((one) => part(one, one, one)),
    ],
  },
  'differing-citations': {
    bad: [
      [1, part('{cite:iab-1994 article=3} боюнча', 'по {cite:iab-1994 article=4}', 'under {cite:iab-1994 article=3}')],
      [1, part('{cite:iab-1994} боюнча', 'по закону', 'under {cite:iab-1994}')],
    ],
    good: [
      part(
        '{cite:iab-1994 article=3 case=dat}',
        '{cite:iab-1994 article=3 case=ins} {cite:iab-1994 article=3}',
        '{cite:iab-1994 article=3}',
      ),
      part('{cite:iab-1994}', '', ''),
    ],
  },
  'differing-references': {
    bad: [[1, unitsOf([article, ['part', ['{ref:a1} боюнча', 'по статье', 'under {ref:a1}']]])]],
    good: [unitsOf([article, ['part', ['{ref:a1} боюнча', 'по {ref:a1 case=dat}', 'under {ref:a1}']]])],
  },
  'differing-dates': {
    bad: [[1, part('2019-жылдын 25-июлунан тартып', 'с 25 июля 2019 года', 'from 25 June 2019')]],
    good: [
      part('2019-жылдын 25-июлунан тартып', 'с 25 июля 2019 года', 'from July 25, 2019'),
      part(
        '2024-жылдын 1-январынан 31-декабрына чейин',
        'с 1 января по 31 декабря 2024 года',
        'from 1 January to 31 December 2024',
      ),
      part(
        '2019-жылдын 25-июлунан жана 2020-жылдын 1-январынан',
        'с 25.07.2019 и 1 января 2020 года',
        'from 25 July 2019 and 1 January 2020',
      ),
    ],
  },
  'differing-numbers': {
    bad: [
      [1, part('20 000 сом төлөнөт', 'выплачивается 2 000 сомов', '20,000 soms are paid')],
      [1, part('30 күн ичинде', 'в течение срока', 'within 30 days')],
      [1, part('1,5 эсе', 'в 1,5 раза', '15 times')],
      [1, part('1,5 эсе', 'в 1,5 раза', '1,5 times')],
      [1, part('5 миң сом', '5 сомов', '5,000 soms')],
      [1, part('№ 102 Мыйзам', 'Закон № 103', 'Law No. 102')],
    ],
    good: [
      part('20 000 сом төлөнөт', 'выплачивается 20 000 сомов', '20,000 soms are paid'),
      part('1,5 эсе', 'в 1,5 раза', '1.5 times'),
      part('5 жумуш күнү ичинде', 'в течение пяти рабочих дней', 'within five working days'),
      part('200дөн ашык', 'более 200', 'more than 200'),
      part('5 миң сом', '5 тыс. сомов', '5,000 soms'),
      part('1,1 миллион сом', '1 100 000 сомов', '1.1 million soms'),
      part('2-топтогу майып', 'инвалид II группы', 'a person with a group II disability'),
      part('15–20 жыл', 'от 15 до 20 лет', '15 to 20 years'),
      part('саат 9.00дөн 18.30га чейин', 'с 9.00 до 18:30', 'from 9:00 to 18.30'),
      part(
        '2024-жылдын 1-январынан 31-декабрына чейин',
        'с 1 января по 31 декабря 2024 года',
        'from 1 January to 31 December 2024',
      ),
      part('{blank:… 30 күн} ичинде', 'в течение {blank:… дней}', 'within {blank:… days}'),
      part('3 жана 6-бөлүктөрүндө', 'в частях 3 и 6', 'in parts 3 and 6, and part 3'),
    ],
  },
  'mixed-letters': {
    bad: [
      [1, part('Кызматкеp укуктуу.')],
      [1, part('Текст.', 'Текст.', 'The оfficer.')],
      [2, part('Көл жaна тoo')],
    ],
    good: [part('IV бөлүм, ИИМ жана Interpol.'), everywhere('{cite:no-such-act}')],
  },
  'old-letters': {
    bad: [
      [1, part('Жогорку Кењеш')],
      [2, part('жѳнүндѳ їй')],
      [1, part('конкреттҥҥ')],
    ],
    good: [part('Жогорку Кеңеш жөнүндө', 'Њ', 'A text.')],
  },
  'list-ending': {
    bad: [
      [1, list(['бир;', 'эки', 'үч.'])],
      [1, list(['бир;', 'эки;', 'үч;'])],
      [1, list(['бир.', 'эки;', 'үч.'])],
    ],
    good: [
      list(['бир;', 'эки;', 'үч.']),
      list(['Бир сүйлөм.', 'Эки сүйлөм.']),
      list(['бир', 'эки'], 'Кирише сүйлөм.'),
      list(['«бир»;', '(эки);', '«үч».']),
      unitsOf([
        article,
        ['part', 'Укук:'],
        ['point', 'бир:'],
        ['subpoint', 'эки;'],
        ['subpoint', 'үч;'],
        ['point', 'төрт.'],
      ]),
    ],
  },
  'unbalanced-marks': {
    bad: [
      [1, part('(мындан ары – кызматкер')],
      [1, part('«Кызмат жөнүндө Мыйзам')],
      [1, part('кызматкер) укуктуу')],
    ],
    good: [
      part('1) бир; а) эки (үч)', '«Об «Эркин-Тоо»»', '“One (two)”'),
      part('„Кызмат“ (3-пункт)', '„Служба“', '“Service”'),
    ],
  },
  'unused-definition': {
    bad: [
      [1, terms('Кызматкер укуктуу.')],
      [1, terms('Кызматтык турак жайлар берилет.')],
      [2, terms('Кызмат орду берилет.')],
    ],
    good: [terms('Кызматкерге кызматтык турак жайдын ордуна акча берилет.')],
  },
  'space-before-mark': {
    bad: [
      [1, part('Кызматкер , үй-бүлө')],
      [2, part('Кызматкер : « үй »')],
    ],
    good: [part('Кызматкер … үй', 'Он – это .5', 'A – b')],
  },
  'double-space': { bad: [[1, part('Жогорку  Кеңеш')]], good: [part('Жогорку Кеңеш')] },
  'blank-left': { bad: [[3, everywhere('{blank:… сом}')]], good: [unitsOf([['note', '{blank:… сом}']])] },
  'empty-unit': {
    bad: [[1, part('', '', '')]],
    good: [
      unitsOf([
        ['article', ''],
        ['part', 'Текст.'],
      ]),
    ],
  },
};

describe.each(Object.entries(cases))('the rule %s', (name, { bad, good }) => {
  test('finds what it is for', () => {
    for (const [count, units] of bad) {
      const problems = found(name, units);
      expect(problems, JSON.stringify(units.map((unit) => unit.children.map((cell) => cell.children)))).toHaveLength(
        count,
      );
    }
  });

  test('is silent on right text', () => {
    for (const units of good) expect(found(name, units)).toEqual([]);
  });

  test('says where, within the text of the place', () => {
    for (const [, units] of bad) {
      for (const { place } of found(name, units)) {
        expect(units.map(({ id }) => id)).toContain(place.unit);
        if (place.start !== undefined) expect(place.end).toBeGreaterThanOrEqual(place.start);
      }
    }
  });
});

test('every rule has its cases', () => {
  const withTexts = ['repealed-in-text', 'place-not-in-text', 'differing-quotation', 'title-not-in-text'];
  const elsewhere = [...withTexts, 'short-name', 'repeated-short-name', 'unresolved-comment'];
  expect(rules.map(({ name }) => name).filter((name) => !(name in cases))).toEqual(elsewhere);
});

test('an open thread of comments is a problem until it is resolved', () => {
  const thread: CommentThread = {
    id: 'c1',
    unit: 'part',
    lang: 'ru',
    quote: '',
    resolved: false,
    messages: [{ author: 'А. Б.', at: '2026-01-01T00:00:00Z', text: 'Уточнить' }],
  };
  const [problem] = found('unresolved-comment', part('Текст.'), [thread]);
  expect(problem).toMatchObject({ place: { unit: 'part', language: 'ru' }, params: { author: 'А. Б.' }, blocks: true });
  expect(found('unresolved-comment', part('Текст.'), [{ ...thread, resolved: true }])).toEqual([]);
});

test('a text missing in English is no error, since English is no official text', () => {
  const severities = (units: readonly Unit[]): readonly Problem['severity'][] =>
    found('missing-language', units).map(({ severity }) => severity);
  expect(severities(part('Текст.', 'Текст.', ''))).toEqual(['warning']);
  expect(severities(part('Текст.', '', 'Text.'))).toEqual(['error']);
});

test('the language that stands alone is the one that is shown', () => {
  const problems = found('differing-numbers', part('10 күн', '12 дней', '10 days'));
  expect(problems).toMatchObject([{ place: { language: 'ru', start: 0, end: 2 }, params: { words: '12' } }]);
  const lacking = found('differing-numbers', part('10 күн', 'срок', '10 days'));
  expect(lacking).toMatchObject([{ place: { language: 'ru' }, params: { words: '10', context: 'missing' } }]);
});

test('offsets count the words of citations', () => {
  const units = part('{cite:iab-1994} ,анда');
  const [problem] = found('space-before-mark', units);
  expect(problem?.place.start).toBe(
    '«Кыргыз Республикасынын ички иштер органдары жөнүндө» Кыргыз Республикасынын Мыйзамы'.length,
  );
});

test('an empty draft has no problems', () => {
  expect(checkUnits([])).toEqual([]);
  expect(checkUnits([makeUnit('a', 'article')])).toEqual([]);
});
