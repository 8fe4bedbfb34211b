import { describe, expect, test } from 'vitest';
import type { Language } from '../../../../core/base/language.ts';
import { recognise } from '../../../../core/law/recognise/recognise.ts';
import { index } from '../register.ts';

/*
 * Phrases in the form in which official pages write citations, made up for this test: no sentence is a statute's, and none was looked at
 * while the rules of recognition were written.
 */

/** A citation in short: pairs as `article 40`, then the act, whose own place it is, date and number. */
function seen(text: string, language: Language): readonly string[] {
  return recognise(text, language, index).map(({ pinpoint, act, own, date, number }) =>
    [...pinpoint.map((pair) => pair.join(' ')), act, own && `own ${own}`, date, number && `№ ${number}`]
      .filter(Boolean)
      .join(', '),
  );
}

const service = 'law-enforcement-service-2019';
const military = 'military-status-1992';
const cases: Readonly<Record<Language, readonly (readonly [string, readonly string[]])[]>> = {
  ky: [
    ['ушул Мыйзамдын 14-беренесинин 2-бөлүгүнө ылайык берилет', ['article 14, part 2, own law']],
    ['18-берененин 4-бөлүгүнүн 3-пунктунда көрсөтүлгөн жактарга', ['article 18, part 4, point 3']],
    ['6, 9 жана 11-беренелердин талаптары', ['article 6, article 9, article 11']],
    ['ушул Мыйзамдын 21-беренесинин экинчи абзацында', ['article 21, paragraph 2, own law']],
    ['«Аскер кызматчыларынын статусу жөнүндө» Мыйзамдын 17-беренесинен тышкары', [`article 17, ${military}`]],
    [
      '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын Мыйзамынын 8-беренесинин 1 жана 2-бөлүктөрүндө',
      [`article 8, part 1, part 2, ${military}`],
    ],
    ['2019-жылдын 25-июлундагы № 102 Мыйзамдын 33-беренесине', [`article 33, ${service}, 2019-07-25, № 102`]],
    ['ушул берененин 3-бөлүгүнүн 1-пункту колдонулбайт', ['part 3, point 1, own article']],
    ['IV бөлүмдүн 7-главасында', ['section IV, chapter 7']],
    ['52-1-берененин 5-бөлүгү', ['article 52-1, part 5']],
    ['он эки беренеден турган тизмек', []],
    ['Мыйзам 12 беренеден турат жана 3 главаны камтыйт', []],
    ['12 беренеге ылайык', ['article 12']],
  ],
  ru: [
    ['согласно части 2 статьи 14 настоящего Закона', ['article 14, part 2, own law']],
    ['лицам, указанным в пункте 3 части 4 статьи 18', ['article 18, part 4, point 3']],
    ['требования статей 6, 9 и 11', ['article 6, article 9, article 11']],
    ['абзацем вторым статьи 21 настоящего Закона', ['article 21, paragraph 2, own law']],
    ['кроме статьи 17 Закона «О статусе военнослужащих»', [`article 17, ${military}`]],
    [
      'частями 1 и 2 статьи 8 Закона Кыргызской Республики «О статусе военнослужащих»',
      [`article 8, part 1, part 2, ${military}`],
    ],
    ['статьёй 33 Закона от 25 июля 2019 года № 102', [`article 33, ${service}, 2019-07-25, № 102`]],
    ['пункт 1 части 3 настоящей статьи не применяется', ['part 3, point 1, own article']],
    ['в главе 7 раздела IV', ['section IV, chapter 7']],
    ['часть 5 статьи 52-1', ['article 52-1, part 5']],
    ['подпунктом «в» пункта 2 статьи 5', ['article 5, point 2, subpoint в']],
    ['перечень из 12 статей расходов', []],
    ['Закон состоит из 12 статей, 5 глав и 2 разделов', []],
    ['из 12 статей 5 утратили силу', []],
  ],
  en: [
    ['pursuant to part 2 of Article 14 of this Law', ['article 14, part 2, own law']],
    ['the persons referred to in point 3 of part 4 of Article 18', ['article 18, part 4, point 3']],
    ['the requirements of Articles 6, 9 and 11', ['article 6, article 9, article 11']],
    ['paragraph 2 of Article 21 of this Law', ['article 21, paragraph 2, own law']],
    ['Article 33 of the Law dated 25 July 2019 No. 102', [`article 33, ${service}, 2019-07-25, № 102`]],
    ['point 1 of part 3 of this Article shall not apply', ['part 3, point 1, own article']],
    ['chapter 7 of section IV', ['section IV, chapter 7']],
    ['part 5 of Article 52-1', ['article 52-1, part 5']],
    ['parts 1 and 2 of Article 8', ['article 8, part 1, part 2']],
    ['a list of 12 articles of expenditure', []],
  ],
};

describe.each(Object.entries(cases))('phrases never seen before, in %s', (language, phrases) => {
  test.each(phrases)('%s', (phrase, expected) => {
    expect(seen(phrase, language as Language)).toEqual(expected);
  });
});
