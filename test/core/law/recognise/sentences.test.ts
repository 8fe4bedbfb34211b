import { expect, test } from 'vitest';
import type { Language } from '../../../../core/base/language.ts';
import { recognise } from '../../../../core/law/recognise/recognise.ts';
import { index } from '../register.ts';

/** A citation in short: pairs as `article 40`, then act, own, date and number where there are any. */
function seen(text: string, language: Language): readonly string[] {
  return recognise(text, language, index).map(({ pinpoint, act, own, date, number }) =>
    [...pinpoint.map((pair) => pair.join(' ')), act, own && `own ${own}`, date, number && `№ ${number}`]
      .filter(Boolean)
      .join(', '),
  );
}

const cases: readonly (readonly [Language, string, readonly string[]])[] = [
  // Kyrgyz: from large to small, the act before the place.
  ['ky', 'ушул Кодекстин 40-беренесинин 1-бөлүгүнүн 9-пунктуна ылайык', ['article 40, part 1, point 9, own law']],
  ['ky', '37-берененин 3 жана 6-бөлүктөрүндө көрсөтүлгөн', ['article 37, part 3, part 6']],
  ['ky', '4-берененин 1-бөлүгүнүн жетинчи абзацында', ['article 4, part 1, paragraph 7']],
  ['ky', '13, 14, 45-беренелеринде каралган', ['article 13, article 14, article 45']],
  ['ky', '4-6-пункттар күчүн жоготту деп табылсын', ['point 4, point 5, point 6']],
  ['ky', '172-2-статьянын биринчи бөлүгүндө', ['article 172-2, part 1']],
  ['ky', '23-статьянын "а" пунктунда', ['article 23, point а']],
  ['ky', '5-берененин 2-пунктунун «б» пунктчасы', ['article 5, point 2, subpoint б']],
  ['ky', '12¹-берененин 3- жана 4-бөлүктөрү', ['article 12-1, part 3, part 4']],
  ['ky', 'II бөлүмдүн 3-главасынын 15-беренеси', ['section II, chapter 3, article 15']],
  ['ky', 'ушул берененин 1-бөлүгүндө', ['part 1, own article']],
  ['ky', 'Экинчи, үчүнчү жана бешинчи абзацтары', ['paragraph 2, paragraph 3, paragraph 5']],
  [
    'ky',
    '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын Мыйзамынын 12-беренесинин 2-бөлүгүнө',
    ['article 12, part 2, military-status-1992'],
  ],
  ['ky', '"Жарандык коргонуу жөнүндө" Мыйзамдын 5-беренесине ылайык', ['article 5, civil-protection-2018']],
  ['ky', 'КР 2019-жылдын 25-июлундагы N 102 Мыйзамына ылайык', ['law-enforcement-service-2019, 2019-07-25, № 102']],
  ['ky', 'Кыргыз Республикасынын Жазык-аткаруу кодексинин 20-беренеси', ['article 20, penal-enforcement-code-2017']],
  ['ky', 'Жазык-аткаруу кодексинин 20-беренеси', ['article 20, penal-enforcement-code-2017']],
  ['ky', 'Аскер кызматчыларынын статусу жөнүндө Мыйзамдын 3-беренеси', ['article 3, military-status-1992']],
  [
    'ky',
    'Кыргыз Республикасынын Өкмөтүнүн 2017-жылдын 31-майындагы № 313 токтому',
    ['gov-bylaw-drafting-2017, 2017-05-31, № 313'],
  ],
  ['ky', '(Кыргыз Республикасынын Жогорку Кеңешинин Жарчысы, 2009-ж., № 7, 751-ст.) жарыяланган', []],
  [
    'ky',
    '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын Мыйзамынын (Кыргыз Республикасынын Жогорку Кеңешинин Жарчысы, 1992-ж., № 7, 751-ст.) 9-беренесинде',
    ['article 9, military-status-1992'],
  ],
  ['ky', '5-берененин 1-бөлүгүнүн 2-пункту жана 3-бөлүгү', ['article 5, part 1, point 2', 'article 5, part 3']],
  // Typed on a keyboard without ө ү ң.
  ['ky', '37-берененин 3-болугундо', ['article 37, part 3']],
  // Russian: from small to large, the act after the place.
  [
    'ru',
    'в пункте 3 части 2 статьи 12 Закона Кыргызской Республики «О статусе военнослужащих»',
    ['article 12, part 2, point 3, military-status-1992'],
  ],
  ['ru', 'часть 2 статьи 4', ['article 4, part 2']],
  ['ru', 'в соответствии с частями 1 и 3 статьи 40', ['article 40, part 1, part 3']],
  ['ru', 'абзац третий пункта 2 статьи 7 изложить', ['article 7, point 2, paragraph 3']],
  ['ru', 'абзацы второй и третий части первой статьи 5-1', ['article 5-1, part 1, paragraph 2, paragraph 3']],
  ['ru', 'подпункты «а» и «в» пункта 3 настоящей статьи', ['point 3, subpoint а, subpoint в, own article']],
  ['ru', 'пункты 26-29 признать утратившими силу', ['point 26, point 27, point 28, point 29']],
  ['ru', 'в статье 172-2 слова', ['article 172-2']],
  ['ru', 'пунктом 2 ч. 1 ст. 15 УИК КР', ['article 15, part 1, point 2, penal-enforcement-code-2017']],
  ['ru', 'п. 3 ч. 2 ст. 12 Закона', ['article 12, part 2, point 3']],
  ['ru', 'ст. 12 ч. 2 п. 3', ['article 12, part 2, point 3']],
  [
    'ru',
    'статьей 20 Уголовно-исполнительного кодекса Кыргызской Республики',
    ['article 20, penal-enforcement-code-2017'],
  ],
  ['ru', 'согласно Кодексу Кыргызской Республики о правонарушениях', ['offences-code-2021']],
  ['ru', 'статьи 6 Закона Кыргызской Республики о статусе военнослужащих', ['article 6, military-status-1992']],
  ['ru', 'Закон КР от 24.05.18 г. № 54 действует', ['civil-protection-2018, 2018-05-24, № 54']],
  ['ru', 'Законом Кыргызской Республики от 24 мая 2018 года № 54', ['civil-protection-2018, 2018-05-24, № 54']],
  ['ru', 'статьей 79 и частью 2 статьи 80 Конституции', ['article 79', 'article 80, part 2']],
  ['ru', 'требования настоящего Закона', ['own law']],
  ['ru', 'в статье 5, 12 мая 2020 года', ['article 5']],
  ['ru', '(Ведомости Жогорку Кенеша Кыргызской Республики, 2011 г., №9, ст.1287)', []],
  ['ru', 'разделом II и главами 3–5', ['section II', 'chapter 3, chapter 4, chapter 5']],
  ['ru', 'большая часть 2 процентов и часть населения', []],
  ['ru', 'Закона Кыргызской Республики «О статусе военнослужащих» от 5 мая 2001 года № 7', ['2001-05-05, № 7']],
  // English.
  [
    'en',
    'point 3 of part 2 of Article 12 of the Law of the Kyrgyz Republic “On the status of military servicemen”',
    ['article 12, part 2, point 3, military-status-1992'],
  ],
  ['en', 'subpoint (b) of point 2 of Article 5 of this Law', ['article 5, point 2, subpoint б, own law']],
  ['en', 'Articles 3, 5 and 7-1 of this Law', ['article 3, article 5, article 7-1, own law']],
  ['en', 'the first and third paragraphs of part 2 of Article 9', ['article 9, part 2, paragraph 1, paragraph 3']],
  ['en', 'Article 12, part 2, point 3 of the Law', ['article 12, part 2, point 3']],
  [
    'en',
    'Article 15 of the Penal Enforcement Code of the Kyrgyz Republic',
    ['article 15, penal-enforcement-code-2017'],
  ],
  [
    'en',
    'under the Law of the Kyrgyz Republic of July 25, 2019 No. 102',
    ['law-enforcement-service-2019, 2019-07-25, № 102'],
  ],
  ['en', 'part 4 of this Article', ['part 4, own article']],
  ['en', 'Chapters 2 to 4', ['chapter 2, chapter 3, chapter 4']],
  ['en', 'a large part 2 years later', []],
];

for (const [language, text, expected] of cases) {
  test(`${language}: ${text}`, () => expect(seen(text, language)).toEqual(expected));
}

test('offsets enclose exactly the words of the citation in a longer text', () => {
  const text = 'Кызматкер 12-берененин 2-бөлүгүндө көрсөтүлгөн укукка ээ, ушул Мыйзамдын 3-беренеси колдонулат.';
  const found = recognise(text, 'ky', index);
  expect(found.map(({ text: words }) => words)).toEqual(['12-берененин 2-бөлүгүндө', 'ушул Мыйзамдын 3-беренеси']);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(found.map(({ text: words }) => words));
});

test('the case in which a citation stands is told', () => {
  const caseIn = (text: string, language: Language) => recognise(text, language, index)[0]?.case;
  expect(caseIn('ушул Кодекстин 40-беренесинин 1-бөлүгүнө ылайык', 'ky')).toBe('dat');
  expect(caseIn('«Жарандык коргонуу жөнүндө» Кыргыз Республикасынын Мыйзамында', 'ky')).toBe('loc');
  expect(caseIn('частями 1 и 3 статьи 40', 'ru')).toBe('ins');
});

test('a text without a citation gives none', () => {
  for (const language of ['ky', 'ru', 'en'] as const) {
    expect(recognise('2024-жыл, 25 июля, 12 дней, 3 сом. Part of the people.', language, index)).toEqual([]);
  }
});
