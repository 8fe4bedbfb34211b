import { describe, expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { formatDate, formatShortDate } from '../../../core/languages/format.ts';
import { kyrgyzDate } from '../../../core/languages/kyrgyz/dates.ts';
import { kyrgyzCases } from '../../../core/languages/kyrgyz/suffixes.ts';
import { findDate } from '../../../core/languages/read-date.ts';

describe('a date in running text', () => {
  test.each([
    ['КР 2019-жылдын 25-июлундагы № 102 Мыйзамына ылайык', '2019-07-25', '2019-жылдын 25-июлундагы'],
    ['2009-ж. 5-май', '2009-05-05', '2009-ж. 5-май'],
    ['Закон от 13 апреля 2018 года № 39', '2018-04-13', '13 апреля 2018'],
    ['of August 4, 1998 No. 114', '1998-08-04', 'August 4, 1998'],
    ['of 1 July 1992', '1992-07-01', '1 July 1992'],
    ['от 23.06.2026', '2026-06-23', '23.06.2026'],
    ['20/06/2005', '2005-06-20', '20/06/2005'],
    ['2024-10-15', '2024-10-15', '2024-10-15'],
    ['сначала 1 мая 2020, потом 2.06.2021', '2020-05-01', '1 мая 2020'],
  ])('%s', (text, iso, words) => {
    const found = findDate(text);
    expect(found?.iso).toBe(iso);
    expect(text.slice(found?.start, found?.end)).toBe(words);
  });

  test.each(['31.02.2020', '12.2.3', '2019-жылы', 'статья 25', '102.2019'])('there is none in %s', (text) => {
    expect(findDate(text)).toBeUndefined();
  });

  test('whatever we write we read, every day form of every month', () => {
    for (let month = 1; month <= 12; month += 1) {
      const iso = `2019-${String(month).padStart(2, '0')}-25`;
      const written = [
        ...languages.flatMap((language) => [formatDate(language, iso), formatShortDate(language, iso)]),
        ...kyrgyzCases.map((name) => kyrgyzDate({ year: 2019, month, day: 25 }, name)),
      ];
      expect(written.map((text) => findDate(text)?.iso)).toEqual(written.map(() => iso));
    }
  });
});
