import { describe, expect, test } from 'vitest';
import type { Language } from '../../../core/base/language.ts';
import type { FormRules } from '../../../core/draft/form-rules.ts';
import { labelsOf } from '../../../core/draft/numbering.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { GrammaticalCase, UnitKind } from '../../../core/draft/types.ts';
import { createInlineText } from '../../../core/law/inline-text.ts';
import { renderReference } from '../../../core/law/reference.ts';
import forms from '../../../resources/forms/bill.json' with { type: 'json' };
import { index } from './register.ts';

const kinds: readonly (readonly [string, UnitKind])[] = [
  ['title', 'title'],
  ['preamble', 'preamble'],
  ['s1', 'section'],
  ['c1', 'chapter'],
  ['a1', 'article'],
  ['a1p1', 'part'],
  ['a1p1-1', 'point'],
  ['a1p1-2', 'point'],
  ['a1p1-2a', 'subpoint'],
  ['a1p1-2b', 'subpoint'],
  ['a1p2', 'part'],
  ['a1p2x', 'paragraph'],
  ['c2', 'chapter'],
  ['a2', 'article'],
  ['a2-1', 'point'],
  ['a2-x', 'paragraph'],
  ['note', 'note'],
];
const units = kinds.map(([id, kind]) => makeUnit(id, kind, { ky: 'т', ru: 'т', en: 't' }));
const labels = labelsOf(units, forms as unknown as FormRules);

function refer(from: string, target: string, language: Language, name?: GrammaticalCase): string {
  const reference = renderReference({ from, target, ...(name ? { case: name } : {}) }, { units, labels }, language);
  expect(reference.broken).toBe(false);
  return reference.text.replaceAll('\u00a0', '_');
}

describe('a cross-reference reads from where it stands', () => {
  test.each<readonly [string, string, string, string, string, string]>([
    [
      'to a part of the same article',
      'a1p2',
      'a1p1',
      'ушул берененин 1-бөлүгү',
      'часть_1 настоящей статьи',
      'part_1 of this Article',
    ],
    [
      'to a point of another part of the article',
      'a1p2',
      'a1p1-2',
      'ушул берененин 1-бөлүгүнүн 2-пункту',
      'пункт_2 части_1 настоящей статьи',
      'point_2 of part_1 of this Article',
    ],
    [
      'to a point of the same part',
      'a1p1-2',
      'a1p1-1',
      'ушул бөлүктүн 1-пункту',
      'пункт_1 настоящей части',
      'point_1 of this part',
    ],
    [
      'to a sub-point of the same part',
      'a1p1-1',
      'a1p1-2b',
      'ушул бөлүктүн 2-пунктунун «б» пунктчасы',
      'подпункт_«б» пункта_2 настоящей части',
      'subpoint_b of point_2 of this part',
    ],
    ['to the article that it stands in', 'a1p1', 'a1', 'ушул берене', 'настоящая статья', 'this Article'],
    ['to the point that it stands in', 'a1p1-2a', 'a1p1-2', 'ушул пункт', 'настоящий пункт', 'this point'],
    ['to the chapter that it stands in', 'a1p1', 'c1', 'ушул глава', 'настоящая глава', 'this Chapter'],
    [
      'to another article',
      'a1p1',
      'a2',
      'ушул Мыйзамдын 2-беренеси',
      'статья_2 настоящего Закона',
      'Article_2 of this Law',
    ],
    [
      'to a part of another article',
      'a2-1',
      'a1p2',
      'ушул Мыйзамдын 1-беренесинин 2-бөлүгү',
      'часть_2 статьи_1 настоящего Закона',
      'part_2 of Article_1 of this Law',
    ],
    [
      'to another chapter',
      'a1p1',
      'c2',
      'ушул Мыйзамдын 2-главасы',
      'глава_2 настоящего Закона',
      'Chapter_2 of this Law',
    ],
    [
      'to a section',
      'preamble',
      's1',
      'ушул Мыйзамдын I бөлүмү',
      'раздел_I настоящего Закона',
      'Section_I of this Law',
    ],
    [
      'to a paragraph',
      'a2',
      'a1p2x',
      'ушул Мыйзамдын 1-беренесинин 2-бөлүгүнүн экинчи абзацы',
      'абзац второй части_2 статьи_1 настоящего Закона',
      'the second paragraph of part_2 of Article_1 of this Law',
    ],
    [
      'to the preamble',
      'a2',
      'preamble',
      'ушул Мыйзамдын преамбуласы',
      'преамбула настоящего Закона',
      'the preamble of this Law',
    ],
    ['to the title, which stands for the law', 'a2', 'title', 'ушул Мыйзам', 'настоящий Закон', 'this Law'],
  ])('%s', (_rule, from, target, ky, ru, en) => {
    expect([refer(from, target, 'ky'), refer(from, target, 'ru'), refer(from, target, 'en')]).toEqual([ky, ru, en]);
  });

  test.each<readonly [string, string, readonly string[], string, string, string]>([
    [
      'two parts of the same article',
      'a1',
      ['a1p2', 'a1p1'],
      'ушул берененин 1 жана 2-бөлүктөрүнө',
      'частям_1 и 2 настоящей статьи',
      'parts_1 and 2 of this Article',
    ],
    [
      'articles, of which one encloses the words',
      'a1p1',
      ['a2', 'a1'],
      'ушул беренеге жана ушул Мыйзамдын 2-беренесине',
      'настоящей статье и статье_2 настоящего Закона',
      'this Article and Article_2 of this Law',
    ],
    [
      'places of different depth, the law said once',
      'preamble',
      ['a1p2', 'a2-1', 'c1'],
      'ушул Мыйзамдын 1-главасына, 1-беренесинин 2-бөлүгүнө жана 2-беренесинин 1-пунктуна',
      'главе_1, части_2 статьи_1 и пункту_1 статьи_2 настоящего Закона',
      'Chapter_1, part_2 of Article_1 and point_1 of Article_2 of this Law',
    ],
  ])('to several targets at once: %s', (_rule, from, [target = '', ...also], ky, ru, en) => {
    const words = (language: Language) =>
      renderReference({ from, target, also, case: 'dat' }, { units, labels }, language).text.replaceAll('\u00a0', '_');
    expect([words('ky'), words('ru'), words('en')]).toEqual([ky, ru, en]);
  });

  test('of several targets the one that is gone is broken, and the others stay', () => {
    const reference = { from: 'a1', target: 'gone', also: ['a2'] };
    expect(renderReference(reference, { units, labels }, 'ru')).toEqual({
      text: 'статья\u00a02 настоящего Закона и [оборванная ссылка]',
      broken: true,
    });
    expect(renderReference(reference, { units, labels }, 'ky').text).toBe(
      'ушул Мыйзамдын 2-беренеси жана [үзүлгөн шилтеме]',
    );
  });

  test.each([
    ['gen', 'ушул Мыйзамдын 2-беренесинин', 'статьи_2 настоящего Закона'],
    ['dat', 'ушул Мыйзамдын 2-беренесине', 'статье_2 настоящего Закона'],
    ['acc', 'ушул Мыйзамдын 2-беренесин', 'статью_2 настоящего Закона'],
    ['loc', 'ушул Мыйзамдын 2-беренесинде', 'статье_2 настоящего Закона'],
    ['abl', 'ушул Мыйзамдын 2-беренесинен', 'статьи_2 настоящего Закона'],
    ['ins', 'ушул Мыйзамдын 2-беренеси', 'статьей_2 настоящего Закона'],
    ['attr', 'ушул Мыйзамдын 2-беренесиндеги', 'статьи_2 настоящего Закона'],
  ] as const)('in the case of its sentence, %s', (name, ky, ru) => {
    expect([refer('a1p1', 'a2', 'ky', name), refer('a1p1', 'a2', 'ru', name)]).toEqual([ky, ru]);
  });

  test('this article and this law decline too', () => {
    expect(refer('a1p1', 'a1', 'ky', 'loc')).toBe('ушул беренеде');
    expect(refer('a1p1', 'a1', 'ru', 'acc')).toBe('настоящую статью');
    expect(refer('a1p1', 'title', 'ky', 'dat')).toBe('ушул Мыйзамга');
    expect(refer('a1p1', 'title', 'ru', 'ins')).toBe('настоящим Законом');
  });
});

describe('a broken reference', () => {
  test.each([
    ['to a unit that is gone', 'gone'],
    ["to a drafter's note", 'note'],
  ])('%s says so in each language', (_rule, target) => {
    const marks = (['ky', 'ru', 'en'] as const).map((language) =>
      renderReference({ from: 'a1', target }, { units, labels }, language),
    );
    expect(marks).toEqual([
      { text: '[үзүлгөн шилтеме]', broken: true },
      { text: '[оборванная ссылка]', broken: true },
      { text: '[broken reference]', broken: true },
    ]);
  });
});

describe('the words of an inline', () => {
  const children = [{ text: '' }] as const;
  const toArticle = { type: 'reference', target: 'a1', case: 'loc', children } as const;
  const toAct = { type: 'citation', act: 'military-status-1992', pinpoint: { article: ['12'] }, children } as const;

  function read(
    kind: UnitKind,
    before: string,
    inline: typeof toArticle | typeof toAct,
    after: string,
    language: Language,
  ): string {
    const unit = makeUnit('new', kind, { [language]: [{ text: before }, inline, { text: after }] });
    const all = [...units.slice(0, -1), unit];
    const textOf = createInlineText({ units: all, labels, acts: index });
    return textOf(inline, language, 'new').replaceAll('\u00a0', '_');
  }

  test('a run gives its own text', () => {
    expect(createInlineText({ units, labels, acts: index })({ text: 'бир' }, 'ky', 'a1')).toBe('бир');
  });

  test.each<readonly [string, UnitKind, string, typeof toArticle | typeof toAct, string, Language, string]>([
    [
      'a part that begins with it',
      'part',
      '',
      toArticle,
      ' белгиленген укук пайдаланылат.',
      'ky',
      'Ушул Мыйзамдын 1-беренесинде',
    ],
    [
      'a sentence that begins with it',
      'part',
      'Укук берилет. ',
      toArticle,
      ' белгиленет.',
      'ky',
      'Ушул Мыйзамдын 1-беренесинде',
    ],
    [
      'a citation at the beginning',
      'part',
      '',
      toAct,
      ' applies.',
      'en',
      'Article_12 of the Law of the Kyrgyz Republic “On the status of military servicemen”',
    ],
    [
      'a Russian citation at the beginning',
      'preamble',
      ' ',
      toAct,
      ' применяется.',
      'ru',
      'Статья_12 Закона Кыргызской Республики «О статусе военнослужащих»',
    ],
  ])('has a capital: %s', (_rule, kind, before, inline, after, language, text) => {
    expect(read(kind, before, inline, after, language)).toBe(text);
  });

  test.each<readonly [string, UnitKind, string, string]>([
    ['a point goes on after the colon', 'point', '', ' каралган кепилдиктер;'],
    ['an item of an unnumbered list', 'paragraph', '', ' каралган кепилдиктер;'],
    ['in the middle of a sentence', 'part', 'Кепилдиктер ', ' белгиленет.'],
    ['after an abbreviation', 'part', 'Кара: ст. ', ' белгиленет.'],
  ])('has a small letter: %s', (_rule, kind, before, after) => {
    expect(read(kind, before, toArticle, after, 'ky')).toBe('ушул Мыйзамдын 1-беренесинде');
  });

  test('an inline typed since the units were read has its words', () => {
    const textOf = createInlineText({ units, labels, acts: index });
    expect(textOf({ ...toArticle }, 'ru', 'a2')).toBe('статье\u00a01 настоящего Закона');
  });
});
