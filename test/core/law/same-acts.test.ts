import { describe, expect, test } from 'vitest';
import { findSameActs, guessAct } from '../../../core/law/same-acts.ts';
import { index } from './register.ts';

const same = (date: string | null, number: string | null, ...titles: string[]): readonly string[] =>
  findSameActs(index, { date, number, titles }).map(({ act, by }) => `${by} ${act.id}`);

describe('an act that is about to be added is compared with the register', () => {
  test('date and number name the act, whatever it is called', () => {
    expect(same('2019-07-25', '102')).toEqual(['same law-enforcement-service-2019']);
  });

  test('the number and the year name it when the day is another, as with the day of adoption', () => {
    expect(same('2019-07-05', '102')).toEqual(['number law-enforcement-service-2019']);
  });

  test('a bare number without a date names nothing, since it comes back every year', () => {
    expect(same(null, '102')).toEqual([]);
  });

  test('a number of the old kind names it alone, with Cyrillic figures and spaces too', () => {
    const { number = '' } = index.acts.find((act) => act.number?.includes('-X')) ?? {};
    const typed = (number ?? '').replace('-', ' - ').replace('X', 'Х');
    expect(same(null, typed)).toHaveLength(1);
  });

  test('nearly the same title is told, in any language and form', () => {
    const act = index.acts.find(({ id }) => id === 'law-enforcement-service-2019');
    expect(same(null, null, act?.title.ru?.toUpperCase() ?? '')).toContain('title law-enforcement-service-2019');
  });

  test('another number and title resemble nothing', () => {
    expect(same('2020-01-02', '9999', 'О чём-то совсем другом и новом')).toEqual([]);
  });
});

describe('the words of a search begin the form', () => {
  test.each([
    ['Закон «О телебашнях» от 3 марта 2031 года № 77', 'law', '2031-03-03', '77', 'О телебашнях'],
    ['«Телемунаралар жөнүндө» Мыйзамы 2031-жылдын 3-марты № 77', 'law', '2031-03-03', '77', 'Телемунаралар жөнүндө'],
    ['Law on Towers dated 3 March 2031 No. 77', 'law', '2031-03-03', '77', 'on Towers'],
    ['Конституционный закон о башнях', 'constitutional-law', null, null, 'о башнях'],
    ['Башенный кодекс 15-ХII', 'code', null, '15-XII', 'Башенный кодекс'],
    ['03.03.2031', 'law', '2031-03-03', null, ''],
  ])('%s', (query, type, date, number, title) => {
    expect(guessAct(query)).toEqual({ type, date, number, title });
  });
});
