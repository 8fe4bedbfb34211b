import { describe, expect, test } from 'vitest';
import type { Language } from '../../../core/base/language.ts';
import { applyOperation } from '../../../core/draft/apply.ts';
import { labelsOf } from '../../../core/draft/numbering.ts';
import { cellText } from '../../../core/draft/text.ts';
import type { CitationInline, Draft, GrammaticalCase, Inline, ShortNames } from '../../../core/draft/types.ts';
import { readInline } from '../../../core/file/read-inline.ts';
import { renderCitation } from '../../../core/law/citation.ts';
import { createInlineText } from '../../../core/law/inline-text.ts';
import { acceptOffers } from '../../../core/law/recognise/accept-offers.ts';
import { createOfferSources, offersIn } from '../../../core/law/recognise/offers.ts';
import { recognise } from '../../../core/law/recognise/recognise.ts';
import { offeredNames, shortNamesOf } from '../../../core/law/short-names.ts';
import { aDraft } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';
import { checkUnits } from '../check/support.ts';
import { index } from './register.ts';

const act = 'military-status-1992';
const names: ShortNames = { ky: 'Статус жөнүндө мыйзам', ru: 'Закон о статусе', en: 'the Status Law' };

function citation(more: Partial<CitationInline>): CitationInline {
  return { type: 'citation', act, pinpoint: {}, ...more, children: [{ text: '' }] };
}

const words = (more: Partial<CitationInline>, language: Language): string =>
  renderCitation(citation(more), index, language).replaceAll('\u00a0', ' ');

describe('the first mention', () => {
  test('gives the short name behind the name of the act, before the place in Kyrgyz and at the end in Russian and English', () => {
    const first = { gives: names, pinpoint: { article: ['12'] }, case: 'loc' } as const;
    expect(words(first, 'ky')).toMatch(/Мыйзамынын \(мындан ары – Статус жөнүндө мыйзам\) 12-беренесинде$/);
    expect(words(first, 'ru')).toMatch(/^статье 12 Закона .* «О статусе военнослужащих» \(далее – Закон о статусе\)$/);
    expect(words(first, 'en')).toMatch(/^Article 12 of the Law .* \(hereinafter “the Status Law”\)$/);
  });

  test('is offered names by the type of the act, with the number where another act has them already', () => {
    const found = index.byId.get('law-enforcement-service-2019');
    if (!found) throw new Error('no act');
    const { units } = aDraft()
      .unit('part', [citation({ gives: { ky: 'Мыйзам', ru: 'Закон', en: 'the Law' } })])
      .build();
    expect(offeredNames(found, [])).toEqual({ ky: 'Мыйзам', ru: 'Закон', en: 'the Law' });
    expect(offeredNames(found, units).ru.replace('\u00a0', ' ')).toBe('Закон № 102');
  });
});

describe('a short mention', () => {
  test.each<readonly [string, GrammaticalCase, string]>([
    ['Мыйзам', 'gen', 'Мыйзамдын'],
    ['Мыйзам', 'dat', 'Мыйзамга'],
    ['Мыйзам', 'abl', 'Мыйзамдан'],
    ['Статус жөнүндө мыйзам', 'acc', 'Статус жөнүндө мыйзамды'],
    ['Жазык кодекси', 'gen', 'Жазык кодексинин'],
    ['Жазык кодекси', 'loc', 'Жазык кодексинде'],
    ['Кодекс', 'loc', 'Кодексте'],
    ['Токтом', 'gen', 'Токтомдун'],
    ['Конституция', 'gen', 'Конституциянын'],
    ['Кызмат өтөө тартиби', 'gen', 'Кызмат өтөө тартибинин'],
    ['ЖК', 'gen', 'ЖКнын'],
    ['УКМ', 'dat', 'УКМге'],
  ])('is declined in Kyrgyz: %s, %s, %s', (name, name2, form) => {
    expect(words({ short: { ky: name }, case: name2 }, 'ky')).toBe(form);
  });

  test.each<readonly [string, GrammaticalCase, string]>([
    ['Закон', 'gen', 'Закона'],
    ['Закон', 'ins', 'Законом'],
    ['Закон о статусе', 'dat', 'Закону о статусе'],
    ['Уголовный кодекс', 'gen', 'Уголовного кодекса'],
    ['Конституционный закон', 'loc', 'Конституционном законе'],
    ['Положение', 'ins', 'Положением'],
    ['Постановление № 5', 'gen', 'Постановления № 5'],
    ['Конституция', 'acc', 'Конституцию'],
    ['УК КР', 'gen', 'УК КР'],
  ])('is declined in Russian: %s, %s, %s', (name, name2, form) => {
    expect(words({ short: { ru: name }, case: name2 }, 'ru')).toBe(form);
  });

  test('owns the place in the act, and is the full name in a language that has no short one', () => {
    const short = {
      short: { ky: 'Мыйзам', ru: 'Закон' },
      pinpoint: { article: ['5'], part: ['2'] },
      case: 'dat',
    } as const;
    expect(words(short, 'ky')).toBe('Мыйзамдын 5-беренесинин 2-бөлүгүнө');
    expect(words(short, 'ru')).toBe('части 2 статьи 5 Закона');
    expect(words(short, 'en')).toContain('of Article 5 of the Law of the Kyrgyz Republic “On the status');
  });

  test('is read from a file as it was written, and names that are none are left out', () => {
    const whole = citation({ short: names });
    expect(readInline(JSON.parse(JSON.stringify(whole)), () => undefined)).toEqual(whole);
    const hostile = { ...citation({}), short: { ky: ' ', ru: 5, xx: 'x' }, gives: ['a'] };
    expect(readInline(hostile, () => undefined)).toEqual(citation({}));
  });
});

const problems = (draft: Draft) =>
  checkUnits(draft.units).flatMap(({ code, params, place }) =>
    code.endsWith('short-name') ? [`${code.slice(6)} ${params?.context} ${place.language} ${params?.words}`] : [],
  );

describe('the check of short names', () => {
  const first = citation({ gives: { ru: 'Закон' } });
  const later = citation({ short: { ru: 'Закон' }, pinpoint: { article: ['3'] } });
  const part = (draft: ReturnType<typeof aDraft>, inlines: readonly Inline[]) => draft.unit('part', { ru: inlines });
  const bill = (...texts: readonly (readonly Inline[])[]): Draft =>
    texts.reduce<ReturnType<typeof aDraft>>(part, aDraft().unit('article', { ru: 'Статья' })).build();

  test('is silent where the first mention stands before, in the same text too', () => {
    expect(problems(bill([first], [later]))).toEqual([]);
    expect(problems(bill([first, { text: ' и ' }, later]))).toEqual([]);
  });

  test('says that there is none, that it stands behind, and that it gives another name', () => {
    expect(problems(bill([later]))).toEqual(['short-name none ru Закон']);
    expect(problems(bill([later], [first]))).toEqual(['short-name after ru Закон']);
    expect(problems(bill([citation({ gives: { ru: 'Закон о статусе' } })], [later]))).toEqual([
      'short-name differs ru Закон',
    ]);
  });

  test('does not take a drafter’s note for the first mention', () => {
    const draft = aDraft()
      .unit('note', { ru: [first] })
      .unit('article', { ru: [later] })
      .build();
    expect(problems(draft)).toEqual(['short-name none ru Закон']);
  });

  test('says that two acts bear one name, and that an act has one already', () => {
    const other = citation({ act: 'law-enforcement-service-2019', gives: { ru: 'закон' } });
    expect(problems(bill([first], [other]))).toEqual(['repeated-short-name two-acts ru закон']);
    expect(problems(bill([first], [first]))).toEqual(['repeated-short-name again ru Закон']);
  });

  test.each([
    [
      'writes the act out in full where no citation gives a name',
      bill([later]),
      'статья 3 Закона Кыргызской Республики «О статусе военнослужащих»',
    ],
    [
      'takes the name that is given',
      bill([citation({ gives: { ru: 'Закон о статусе' } })], [later]),
      'статья 3 Закона о статусе',
    ],
  ])('its repair %s', (_name, draft, read) => {
    const repair = checkUnits(draft.units).find(({ code }) => code === 'check.short-name')?.repair;
    const edit = repair?.(draft.units);
    if (!edit) throw new Error('no repair');
    const units = edit.operations.reduce((list, one) => applyOperation(list, one) ?? list, draft.units);
    const textOf = createInlineText({ units, labels: labelsOf(units, forms), acts: index });
    const cell = units.at(-1)?.children[1];
    expect(cell && cellText(cell, textOf).replaceAll('\u00a0', ' ').toLowerCase()).toContain(read.toLowerCase());
  });
});

describe('in running text', () => {
  const military: Readonly<Record<Language, string>> = {
    ky: '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын Мыйзамынын',
    ru: 'Закона Кыргызской Республики «О статусе военнослужащих»',
    en: 'the Law of the Kyrgyz Republic “On the status of military servicemen”',
  };
  test.each<readonly [Language, string, readonly string[]]>([
    [
      'ru',
      `статьей 5 ${military.ru} (далее – Закон). Частью 2 статьи 7 Закона установлено`,
      ['gives Закон 5', 'short Закон 7,2'],
    ],
    [
      'ru',
      `${military.ru} (далее по тексту - «Закон о статусе») и Законом о статусе`,
      ['gives Закон о статусе ', 'short Закон о статусе '],
    ],
    [
      'ru',
      `${military.ru} (далее — Закон), настоящего Закона, Закона о пенсиях, Закона Кыргызской Республики`,
      ['gives Закон ', '  '],
    ],
    [
      'ky',
      `${military.ky} (мындан ары – Мыйзам) 5-беренесинде, Мыйзамдын 7-беренесинин 2-бөлүгүнө`,
      ['gives Мыйзам 5', 'short Мыйзам 7,2'],
    ],
    [
      'ky',
      `${military.ky} (мындан ары - Мыйзам) ылайык. Ушул Мыйзамдын, башка жөнүндө Мыйзамдын`,
      ['gives Мыйзам ', '  '],
    ],
    [
      'en',
      `Article 5 of ${military.en} (hereinafter referred to as “the Status Law”); part 2 of Article 7 of the Status Law`,
      ['gives the Status Law 5', 'short the Status Law 7,2'],
    ],
  ])('%s: %s', (language, text, expected) => {
    const found = recognise(text, language, index);
    const seen = found.map(({ gives, short, pinpoint }) => {
      const name = gives ? `gives ${gives}` : short ? `short ${short}` : ' ';
      return `${name} ${pinpoint.map(([, n]) => n).join(',')}`;
    });
    expect(seen).toEqual(expected);
    for (const one of found.filter(({ gives, short }) => gives || short)) expect(one.act).toBe(act);
  });

  test('short names that the draft gives become live ones, with the names of all languages', () => {
    const draft = aDraft()
      .unit('article', { ru: [citation({ gives: { ky: 'Мыйзам', ru: 'Закон' } })] })
      .unit('part', { ru: 'Согласно части 2 статьи 7 Закона и Законом.' })
      .build();
    const { units } = draft;
    const labels = labelsOf(units, forms);
    const textOf = createInlineText({ units, labels, acts: index });
    const sources = createOfferSources(units, labels, index, textOf);
    const offers = units[1] ? offersIn(units[1], 1, 'ru', sources) : [];
    expect(offers.map(({ inline }) => inline)).toEqual([
      citation({ short: { ky: 'Мыйзам', ru: 'Закон' }, pinpoint: { article: ['7'], part: ['2'] }, case: 'gen' }),
      citation({ short: { ky: 'Мыйзам', ru: 'Закон' }, case: 'ins' }),
    ]);
    expect(offers.every(({ isSame }) => isSame)).toBe(true);
    expect(acceptOffers(units, offers, textOf).count).toBe(2);
    expect(shortNamesOf(units, act)).toEqual({ ru: 'Закон' });
  });
});
