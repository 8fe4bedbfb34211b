import { describe, expect, test } from 'vitest';
import { type Language, languages, trilingual } from '../../../../core/base/language.ts';
import { applyEdit, invertEdit } from '../../../../core/draft/apply.ts';
import { labelsOf } from '../../../../core/draft/numbering.ts';
import { cellOf } from '../../../../core/draft/state.ts';
import { cellText, isRun } from '../../../../core/draft/text.ts';
import type { Draft, Inline } from '../../../../core/draft/types.ts';
import { createInlineText } from '../../../../core/law/inline-text.ts';
import { acceptOffers } from '../../../../core/law/recognise/accept-offers.ts';
import { createOfferSources, offersIn } from '../../../../core/law/recognise/offers.ts';
import { aDraft } from '../../../support/builder.ts';
import { forms } from '../../../support/forms.ts';
import { index as acts } from '../register.ts';

/** A law of two articles, the first with two parts and two points, with a text to be looked at in the last part. */
function lawWith(text: string | readonly Inline[], language: Language): Draft {
  return aDraft()
    .unit('title', 'T', 'title')
    .unit('article', 'A', 'a1')
    .unit('part', 'P', 'a1p1')
    .unit('point', 'p', 'a1p1-1')
    .unit('point', 'p', 'a1p1-2')
    .unit('part', 'P', 'a1p2')
    .unit('article', 'A', 'a2')
    .unit('part', { [language]: text }, 'here')
    .build();
}

function sourcesOf({ units }: Draft) {
  const labels = labelsOf(units, forms);
  const textOf = createInlineText({ units, labels, acts });
  return createOfferSources(units, labels, acts, textOf);
}

function offersOf(draft: Draft, language: Language) {
  const unit = draft.units[7];
  if (!unit) throw new Error('no unit');
  return offersIn(unit, 7, language, sourcesOf(draft));
}

/** Found words, what they become, and `!` where the words will differ. */
function seen(text: string | readonly Inline[], language: Language): readonly string[] {
  return offersOf(lawWith(text, language), language).map(({ text: typed, inline, isSame }) => {
    const what =
      inline.type === 'reference'
        ? [inline.target, ...(inline.also ?? [])].join('+')
        : `${inline.act} ${JSON.stringify(inline.pinpoint)}${inline.ownWords ? ' own' : ''}`;
    return `${isSame ? '' : '! '}${typed} = ${what}${inline.case ? ` ${inline.case}` : ''}`;
  });
}

test.each<readonly [Language, string]>([
  ['ky', '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын 1992-жылдын 1-июлундагы № 930-XII Мыйзамы'],
  ['ru', 'Закон Кыргызской Республики «О статусе военнослужащих» от 1 июля 1992 года № 930-XII'],
  ['en', 'the Law of the Kyrgyz Republic “On the status of military servicemen” of 1 July 1992 No. 930-XII'],
])('a date and number that were typed stay in the live words, in %s', (language, text) => {
  const [offer] = offersOf(lawWith(text, language), language);
  expect(offer).toMatchObject({
    inline: { act: 'military-status-1992', dated: true },
    isSame: true,
    losesWords: false,
  });
  const [bare] = offersOf(lawWith(text.replace(/ (?:1992-|от |of 1 ).*?930-XII/, ''), language), language);
  expect(bare?.inline).not.toHaveProperty('dated');
});

describe('plain words that name a place become an offer', () => {
  test.each<readonly [Language, string, readonly string[]]>([
    ['ru', 'в статье 1 настоящего Закона', ['статье 1 настоящего Закона = a1 dat']],
    ['ru', 'в части 2 статьи 1 настоящего Закона', ['части 2 статьи 1 настоящего Закона = a1p2 gen']],
    ['ru', 'частями 1 и 2 статьи 1 настоящего Закона', ['частями 1 и 2 статьи 1 настоящего Закона = a1p1+a1p2 ins']],
    ['ky', 'ушул Мыйзамдын 1-беренесинде каралган', ['ушул Мыйзамдын 1-беренесинде = a1 loc']],
    [
      'ky',
      'ушул Мыйзамдын 1-беренесинин 1-бөлүгүнүн 1 жана 2-пункттарына ылайык',
      ['ушул Мыйзамдын 1-беренесинин 1-бөлүгүнүн 1 жана 2-пункттарына = a1p1-1+a1p1-2 dat'],
    ],
    ['en', 'under Articles 1 and 2 of this Law', ['! Articles 1 and 2 of this Law = a1+a2']],
    ['en', 'part 2 of Article 1 of this Law', ['part 2 of Article 1 of this Law = a1p2']],
    // Neighbours that borrow the act are links of their own; they say the act again, so the words are shown first.
    [
      'ru',
      'статьей 1 и частью 2 статьи 2 Закона Кыргызской Республики «О статусе военнослужащих»',
      [
        '! статьей 1 = military-status-1992 {"article":["1"]} ins',
        'частью 2 статьи 2 Закона Кыргызской Республики «О статусе военнослужащих» = military-status-1992 {"article":["2"],"part":["2"]} ins',
      ],
    ],
    [
      'ky',
      'ушул Мыйзамдын 2-беренесинде жана 1-беренесинин 2-бөлүгүндө',
      ['! ушул Мыйзамдын 2-беренесинде = a2 loc', '! 1-беренесинин 2-бөлүгүндө = a1p2 loc'],
    ],
    ['ru', 'в статье 9 настоящего Закона', []],
    ['ru', 'в пункте 1 статьи 1 настоящего Закона', []],
    ['ru', 'настоящий Закон и статья 5', []],
    ['ky', 'өрт коопсуздугу жөнүндө мыйзамдардын', []],
    ['ru', 'трудовой кодекс', ['! трудовой кодекс = labour-code-2025 {}']],
    [
      'ru',
      'статьей 12 Закона Кыргызской Республики «О статусе военнослужащих»',
      [
        'статьей 12 Закона Кыргызской Республики «О статусе военнослужащих» = military-status-1992 {"article":["12"]} ins',
      ],
    ],
    [
      'ky',
      '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын Мыйзамынын 12-статьясынын 3-бөлүгүн',
      [
        '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын Мыйзамынын 12-статьясынын 3-бөлүгүн = military-status-1992 {"article":["12"],"part":["3"]} own acc',
      ],
    ],
    [
      'ru',
      'пунктом 1 статьи 12 Закона «О статусе военнослужащих»',
      [
        '! пунктом 1 статьи 12 Закона «О статусе военнослужащих» = military-status-1992 {"article":["12"],"point":["1"]} ins',
      ],
    ],
  ])('%s: %s', (language, text, expected) => {
    expect(seen(text, language)).toEqual(expected);
  });

  test('not in a comment, nor in a marked blank, nor where a live one stands within', () => {
    const text = 'статье 1 настоящего Закона';
    expect(seen([{ text, 'c_note-1': true }], 'ru')).toEqual([]);
    expect(seen([{ text, blank: true }], 'ru')).toEqual([]);
    const live: Inline = { type: 'reference', target: 'a1p1', children: [{ text: '' }] };
    expect(seen([{ text: 'в части 1 и ' }, live, { text: ' настоящего Закона' }], 'ru')).toEqual([]);
  });
});

describe('a list that says its noun once is one offer, of several links', () => {
  test.each<readonly [Language, string, string]>([
    [
      'ru',
      'частями 1 (пункт 2) и 2 статьи 1 настоящего Закона',
      'пунктом 2 части 1 статьи 1 настоящего Закона и частью 2 статьи 1 настоящего Закона',
    ],
    [
      'ru',
      'статьям 5 (часть 1), 6 (часть 2) и 7 Закона Кыргызской Республики «О статусе военнослужащих»',
      'части 1 статьи 5 Закона Кыргызской Республики «О статусе военнослужащих», части 2 статьи 6 Закона Кыргызской Республики «О статусе военнослужащих» и статье 7 Закона Кыргызской Республики «О статусе военнослужащих»',
    ],
    [
      'ru',
      'статьёй 5 (часть 1, пункт 2 части 3) Закона Кыргызской Республики «О статусе военнослужащих»',
      'частью 1 статьи 5 Закона Кыргызской Республики «О статусе военнослужащих», пунктом 2 части 3 статьи 5 Закона Кыргызской Республики «О статусе военнослужащих»',
    ],
    [
      'ky',
      'ушул Мыйзамдын 1-беренесинде (1-бөлүгүнүн 1-пункту, 2-бөлүгү)',
      'ушул Мыйзамдын 1-беренесинин 1-бөлүгүнүн 1-пунктунда, ушул Мыйзамдын 1-беренесинин 2-бөлүгүндө',
    ],
    [
      'ky',
      'ушул Мыйзамдын 1-беренесинин 1 (1-пункту) жана 2-бөлүктөрүндө',
      'ушул Мыйзамдын 1-беренесинин 1-бөлүгүнүн 1-пунктунда жана ушул Мыйзамдын 1-беренесинин 2-бөлүгүндө',
    ],
    [
      'en',
      'parts 1(2) and 2 of Article 1 of this Law',
      'point 2 of part 1 of Article 1 of this Law and part 2 of Article 1 of this Law',
    ],
  ])('%s: %s', (language, text, words) => {
    const draft = lawWith(`- ${text}.`, language);
    const offers = offersOf(draft, language);
    expect(offers.map((offer) => [offer.text, offer.words.replaceAll('\u00a0', ' '), offer.losesWords])).toEqual([
      [text, words, false],
    ]);
    const { textOf } = sourcesOf(draft);
    const { edit, count } = acceptOffers(draft.units, offers, textOf);
    const after = edit && applyEdit(draft, edit);
    const cell = after?.units[7] && cellOf(after.units[7], language);
    expect(cell && cellText(cell, textOf).replaceAll('\u00a0', ' ').toLowerCase()).toBe(`- ${words}.`.toLowerCase());
    expect(cell?.children.filter((inline) => !isRun(inline))).toHaveLength(words.split(/, | и | жана | and /).length);
    expect(count).toBe(1);
    expect(edit && after && applyEdit(after, invertEdit(edit))).toEqual(draft);
  });

  test('none where one of its places is not there: the others would be left without their noun', () => {
    expect(offersOf(lawWith('статьями 1 (часть 1) и 9 настоящего Закона', 'ru'), 'ru')).toEqual([]);
  });
});

test.each<readonly [Language, string, string]>([
  [
    'ru',
    'Трудовому кодексу Кыргызской Республики (ст. 12, ч. 2)',
    'части 2 статьи 12 Трудового кодекса Кыргызской Республики',
  ],
  ['en', 'the Labour Code of the Kyrgyz Republic (Article 12)', 'Article 12 of the Labour Code of the Kyrgyz Republic'],
])(
  'a place put behind its act comes to stand where the language has it, in the case of the act: %s',
  (language, text, words) => {
    const [offer, ...none] = offersOf(lawWith(`- ${text}.`, language), language);
    expect([offer?.text, offer?.words.replaceAll('\u00a0', ' '), none]).toEqual([text, words, []]);
  },
);

test('says when typed words would be lost, as where an act is called by a title that nobody has verified', () => {
  const losing = (text: string, language: Language) =>
    offersOf(lawWith(text, language), language).map(({ losesWords }) => losesWords);
  expect(losing('эмгек кодекси', 'ky')).toEqual([true]);
  expect(losing('статьей 12 Закона «О статусе военнослужащих»', 'ru')).toEqual([false]);
});

describe('taking an offer', () => {
  const text = [
    { text: 'Как сказано в ' },
    { text: 'статье', bold: true },
    { text: ' 1 настоящего Закона и в части 2 статьи 1 настоящего Закона.' },
  ] as const;

  test('leaves every other word, reads the same, and can be taken back', () => {
    const draft = lawWith(text, 'ru');
    const { textOf } = sourcesOf(draft);
    const { edit, count } = acceptOffers(draft.units, offersOf(draft, 'ru'), textOf);
    const after = edit && applyEdit(draft, edit);
    const cell = after?.units[7] && cellOf(after.units[7], 'ru');
    expect(count).toBe(2);
    expect(cell && cellText(cell, textOf).replaceAll('\u00a0', ' ')).toBe(text.map((run) => run.text).join(''));
    expect(cell?.children.filter((inline) => !isRun(inline))).toMatchObject([{ target: 'a1' }, { target: 'a1p2' }]);
    expect(cell?.rev).toBeUndefined();
    expect(edit && after && applyEdit(after, invertEdit(edit))).toEqual(draft);
  });

  test('passes over words that have changed since', () => {
    const draft = lawWith(text, 'ru');
    const other = lawWith('Как было сказано.', 'ru');
    expect(acceptOffers(other.units, offersOf(draft, 'ru'), sourcesOf(draft).textOf)).toEqual({ count: 0 });
  });

  test('whose words will differ counts as an edit of the text', () => {
    const unit = 'статья 1 Закона «О статусе военнослужащих»';
    const draft = aDraft()
      .unit(
        'part',
        trilingual(() => unit),
      )
      .build();
    const sources = sourcesOf(draft);
    const [offer] = draft.units.flatMap((one) => offersIn(one, 0, 'ru', sources));
    const { edit } = acceptOffers(draft.units, offer ? [offer] : [], sources.textOf);
    const after = edit && applyEdit(draft, edit);
    expect(languages.map((language) => after?.units[0] && cellOf(after.units[0], language).rev)).toEqual([
      undefined,
      1,
      undefined,
    ]);
  });
});
