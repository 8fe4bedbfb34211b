import { describe, expect, test } from 'vitest';
import type { GrammaticalCase, Pinpoint } from '../../../core/draft/types.ts';
import { type Citation, citationGaps, renderCitation } from '../../../core/law/citation.ts';
import { index } from './register.ts';

/** Figures in citations are bound to their word by a no-break space; the expectations show it as `_`. */
function render(citation: Partial<Citation>, language: 'ky' | 'ru' | 'en'): string {
  const whole = { act: 'military-status-1992', pinpoint: {}, ...citation };
  return renderCitation(whole, index, language).replaceAll('\u00a0', '_');
}

const pinpoint: Pinpoint = { article: ['12'], part: ['2'], point: ['3'] };

test('a law that amends an act calls its articles as the act does, where a source showed the word', () => {
  const place = { pinpoint: { article: ['3', '5'], part: ['1'] }, case: 'gen', ownWords: true } as const;
  expect(render(place, 'ky')).toMatch(/Мыйзамынын 3 жана 5-статьяларынын 1-бөлүгүнүн$/);
  expect(render({ ...place, act: 'law-enforcement-service-2019' }, 'ky')).toMatch(/5-беренелеринин 1-бөлүгүнүн$/);
  expect(render({ pinpoint: place.pinpoint }, 'ky')).toMatch(/5-беренелеринин 1-бөлүгү$/);
});

describe('article 12, part 2, point 3 of the law on the status of military servicemen', () => {
  const chain = '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын Мыйзамынын 12-беренесинин 2-бөлүгүнүн';
  test.each([
    ['nom', `${chain} 3-пункту`],
    ['gen', `${chain} 3-пунктунун`],
    ['dat', `${chain} 3-пунктуна`],
    ['acc', `${chain} 3-пунктун`],
    ['loc', `${chain} 3-пунктунда`],
    ['abl', `${chain} 3-пунктунан`],
    ['attr', `${chain} 3-пунктундагы`],
    ['ins', `${chain} 3-пункту`],
  ] as const)('reads right in Kyrgyz, %s', (name, text) => {
    expect(render({ pinpoint, case: name }, 'ky')).toBe(text);
  });

  const tail = 'части_2 статьи_12 Закона Кыргызской Республики «О статусе военнослужащих»';
  test.each([
    ['nom', `пункт_3 ${tail}`],
    ['gen', `пункта_3 ${tail}`],
    ['dat', `пункту_3 ${tail}`],
    ['acc', `пункт_3 ${tail}`],
    ['ins', `пунктом_3 ${tail}`],
    ['loc', `пункте_3 ${tail}`],
    ['abl', `пункта_3 ${tail}`],
  ] as const)('reads right in Russian, %s', (name, text) => {
    expect(render({ pinpoint, case: name }, 'ru')).toBe(text);
  });

  test('reads right in English, whatever the case', () => {
    const text =
      'point_3 of part_2 of Article_12 of the Law of the Kyrgyz Republic “On the status of military servicemen”';
    expect(render({ pinpoint }, 'en')).toBe(text);
    expect(render({ pinpoint, case: 'gen' }, 'en')).toBe(text);
  });
});

describe('a whole act', () => {
  const law = '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын';
  test.each([
    ['nom', `${law} Мыйзамы`],
    ['gen', `${law} Мыйзамынын`],
    ['dat', `${law} Мыйзамына`],
    ['acc', `${law} Мыйзамын`],
    ['loc', `${law} Мыйзамында`],
    ['abl', `${law} Мыйзамынан`],
    ['attr', `${law} Мыйзамындагы`],
  ] as const)('takes the case on its noun in Kyrgyz, %s', (name, text) => {
    expect(render({ case: name }, 'ky')).toBe(text);
  });

  test('is written out with date and number when asked', () => {
    const dated = { act: 'law-enforcement-service-2019', dated: true, case: 'dat' } as const;
    expect(render(dated, 'ky')).toBe(
      '«Кыргыз Республикасынын укук коргоо органдарында кызмат өтөө жөнүндө» Кыргыз Республикасынын 2019-жылдын 25-июлундагы №_102 Мыйзамына',
    );
    expect(render(dated, 'ru')).toBe(
      'Закону Кыргызской Республики «О прохождении службы в правоохранительных органах Кыргызской Республики» от 25 июля 2019 года №_102',
    );
    expect(render(dated, 'en')).toBe(
      'the Law of the Kyrgyz Republic “On service in law enforcement agencies of the Kyrgyz Republic” of 25 July 2019 No._102',
    );
  });

  test.each<readonly [string, Partial<Citation>, string, string, string]>([
    [
      'a code is named by its own title, which has the state in it',
      { act: 'budget-code-2016', pinpoint: { article: ['5'] }, case: 'loc' },
      'Кыргыз Республикасынын Бюджеттик кодексинин 5-беренесинде',
      'статье_5 Бюджетного кодекса Кыргызской Республики',
      'Article_5 of the Budget Code of the Kyrgyz Republic',
    ],
    [
      'a code whose title goes on after its noun',
      { act: 'violations-code-2017', case: 'gen', dated: true },
      'Кыргыз Республикасынын 2017-жылдын 13-апрелиндеги №_58 Бузуулар жөнүндө кодексинин',
      'Кодекса Кыргызской Республики о нарушениях от 13 апреля 2017 года №_58',
      'the Code of the Kyrgyz Republic on Violations of 13 April 2017 No._58',
    ],
    [
      'a code without a title in the language is named by date and number',
      { act: 'labour-code-2025', case: 'gen' },
      'Кыргыз Республикасынын 2025-жылдын 23-январындагы №_23 Кодексинин',
      'Трудового кодекса Кыргызской Республики',
      'the Labour Code of the Kyrgyz Republic',
    ],
    [
      'a constitutional law',
      { act: 'state-language-2023', case: 'dat' },
      '«Кыргыз Республикасынын мамлекеттик тили жөнүндө» Кыргыз Республикасынын конституциялык Мыйзамына',
      'конституционному Закону Кыргызской Республики «О государственном языке Кыргызской Республики»',
      'the Constitutional Law of the Kyrgyz Republic “On the state language of the Kyrgyz Republic”',
    ],
    [
      'a resolution has its title before the noun in Kyrgyz',
      { act: 'gov-bylaw-drafting-2017', dated: true, case: 'ins' },
      'Кыргыз Республикасынын Өкмөтүнүн 2017-жылдын 31-майындагы №_313 «Кыргыз Республикасынын мыйзам алдындагы актыларынын долбоорлорун иштеп чыгуу боюнча нускама» токтому',
      'постановлением Правительства Кыргызской Республики от 31 мая 2017 года №_313',
      'the Resolution of the Government of the Kyrgyz Republic “Instruction on drafting by-laws of the Kyrgyz Republic” of 31 May 2017 No._313',
    ],
    [
      'a resolution of the Cabinet',
      { act: 'service-housing-2024', case: 'dat' },
      'Кыргыз Республикасынын Министрлер Кабинетинин 2024-жылдын 15-октябрындагы №_620 токтомуна',
      'постановлению Кабинета Министров Кыргызской Республики от 15 октября 2024 года №_620',
      'the Resolution of the Cabinet of Ministers of the Kyrgyz Republic “Regulations on provision of service housing to servicemen, law enforcement officers and their families”',
    ],
    [
      'an act with neither title nor date in a language is named by the title that it has',
      { act: 'jk-rules-2022' },
      '«О Регламенте Жогорку Кенеша Кыргызской Республики» Кыргыз Республикасынын Мыйзамы',
      'Закон Кыргызской Республики «О Регламенте Жогорку Кенеша Кыргызской Республики»',
      'the Law of the Kyrgyz Republic “On the Rules of Procedure of the Jogorku Kenesh”',
    ],
    [
      'a dead act that shares its title with the living one is told apart by date and number',
      { act: 'npa-1996', case: 'gen' },
      '«Кыргыз Республикасынын ченемдик укуктук актылары жөнүндө» Кыргыз Республикасынын 1996-жылдын 1-июлундагы №_34 Мыйзамынын',
      'Закона Кыргызской Республики «О нормативных правовых актах Кыргызской Республики» от 1 июля 1996 года №_34',
      'the Law of the Kyrgyz Republic “On normative legal acts” of 1 July 1996 No._34',
    ],
    [
      'an act that the register does not have is a visible mark',
      { act: 'no-such-act', pinpoint },
      '[белгисиз акт: no-such-act]',
      '[неизвестный акт: no-such-act]',
      '[unknown act: no-such-act]',
    ],
  ])('%s', (_rule, citation, ky, ru, en) => {
    expect([render(citation, 'ky'), render(citation, 'ru'), render(citation, 'en')]).toEqual([ky, ru, en]);
  });
});

describe('pinpoints', () => {
  const law = [
    '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын Мыйзамынын',
    'Закона Кыргызской Республики «О статусе военнослужащих»',
    'of the Law of the Kyrgyz Republic “On the status of military servicemen”',
  ];
  test.each<readonly [string, Pinpoint, GrammaticalCase, string, string, string]>([
    [
      'two parts are a list',
      { article: ['4'], part: ['1', '3'] },
      'loc',
      '4-беренесинин 1 жана 3-бөлүктөрүндө',
      'частях_1 и 3 статьи_4',
      'parts_1 and 3 of Article_4',
    ],
    [
      'more are a list with commas',
      { article: ['13', '14', '45'] },
      'dat',
      '13, 14 жана 45-беренелерине',
      'статьям_13, 14 и 45',
      'Articles_13, 14 and 45',
    ],
    [
      'numbers in sequence are a range',
      { part: ['2'], point: ['1', '2', '3', '4'] },
      'nom',
      '2-бөлүгүнүн 1-4-пункттары',
      'пункты_1–4 части_2',
      'points_1–4 of part_2',
    ],
    [
      'a range and a single one',
      { article: ['5', '6', '7', '9'] },
      'gen',
      '5-7 жана 9-беренелеринин',
      'статей_5–7 и 9',
      'Articles_5–7 and 9',
    ],
    [
      'an inserted article keeps its number',
      { article: ['5-1'], part: ['1'] },
      'acc',
      '5-1-беренесинин 1-бөлүгүн',
      'часть_1 статьи_5-1',
      'part_1 of Article_5-1',
    ],
    [
      'a paragraph is named by an ordinal',
      { article: ['12'], part: ['1'], paragraph: ['2'] },
      'loc',
      '12-беренесинин 1-бөлүгүнүн экинчи абзацында',
      'абзаце втором части_1 статьи_12',
      'the second paragraph of part_1 of Article_12',
    ],
    [
      'paragraphs are named by ordinals',
      { part: ['1'], paragraph: ['2', '7'] },
      'gen',
      '1-бөлүгүнүн экинчи жана жетинчи абзацтарынын',
      'абзацев второго и седьмого части_1',
      'the second and seventh paragraphs of part_1',
    ],
    [
      'a range of paragraphs',
      { article: ['1'], paragraph: ['2', '3', '4'] },
      'nom',
      '1-беренесинин экинчи-төртүнчү абзацтары',
      'абзацы второй – четвертый статьи_1',
      'the second to fourth paragraphs of Article_1',
    ],
    [
      'a letter stands in quotes',
      { article: ['3'], point: ['1'], subpoint: ['а', 'в'] },
      'dat',
      '3-беренесинин 1-пунктунун «а» жана «в» пунктчаларына',
      'подпунктам_«а» и «в» пункта_1 статьи_3',
      'subpoints_(a)_“а” and (c)_“в” of point_1 of Article_3',
    ],
    [
      'a section has a Roman number without hyphen',
      { section: ['IV'] },
      'attr',
      'IV бөлүмүндөгү',
      'раздела_IV',
      'Section_IV',
    ],
    ['a chapter', { chapter: ['3'] }, 'ins', '3-главасы', 'главой_3', 'Chapter_3'],
  ])('%s', (_rule, place, name, ky, ru, en) => {
    const citation = { pinpoint: place, case: name };
    expect(render(citation, 'ky')).toBe(`${law[0]} ${ky}`);
    expect(render(citation, 'ru')).toBe(`${ru} ${law[1]}`);
    expect(render(citation, 'en')).toBe(`${en} ${law[2]}`);
  });
});

describe('what a citation lacks', () => {
  test.each([
    ['military-status-1992', true, 'ky', []],
    ['iab-1994', false, 'ru', ['title-unseen']],
    ['fire-safety-2022', false, 'ky', ['title-missing']],
    ['fire-safety-2022', false, 'en', []],
    ['military-pension-1993', false, 'ky', []],
    ['military-pension-1993', true, 'ky', ['date-missing', 'number-missing']],
    ['official-language', false, 'ru', ['title-missing', 'date-missing', 'number-missing', 'act-unverified']],
    ['no-such-act', false, 'en', ['unknown-act']],
  ] as const)('%s, dated %s, in %s', (act, dated, language, gaps) => {
    expect(citationGaps({ act, pinpoint: {}, ...(dated ? { dated } : {}) }, index, language)).toEqual(gaps);
  });
});

test('no act of the register renders without words in any language and case', () => {
  for (const { id } of index.acts) {
    for (const name of ['nom', 'gen', 'dat', 'acc', 'loc', 'abl', 'ins', 'attr'] as const) {
      for (const language of ['ky', 'ru', 'en'] as const) {
        const text = render({ act: id, pinpoint, case: name }, language);
        expect(text).not.toMatch(/undefined|null|\[|\s{2}|^\s|\s$/);
        expect(text).toContain('12');
      }
    }
  }
});
