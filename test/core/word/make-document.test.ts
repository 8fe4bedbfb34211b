import { describe, expect, it } from 'vitest';
import { trilingual } from '../../../core/base/language.ts';
import { applyEdit } from '../../../core/draft/apply.ts';
import { insertUnit } from '../../../core/draft/edits.ts';
import { lockNumbers, repeal } from '../../../core/draft/locking.ts';
import { readTemplateUnits } from '../../../core/draft/markup.ts';
import { labelsOf } from '../../../core/draft/numbering.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { CommentThread, Draft, Unit } from '../../../core/draft/types.ts';
import { indexActs } from '../../../core/law/acts.ts';
import { createInlineText } from '../../../core/law/inline-text.ts';
import { indexTexts } from '../../../core/law/official-text/texts.ts';
import type { OfficialText } from '../../../core/law/official-text/types.ts';
import type { WordDocument, WordInput } from '../../../core/word/document.ts';
import { makeWordDocument } from '../../../core/word/make-document.ts';
import { paragraphText, plainText } from '../../../core/word/plain-text.ts';
import { aDraft } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';

const words = {
  columns: trilingual((language) => `column ${language}`),
  note: trilingual(() => 'Note:'),
  runningHead: { review: trilingual(() => 'for review'), internal: trilingual(() => 'internal') },
};

function describeWord(
  draft: Draft,
  options: Partial<Pick<WordInput, 'language' | 'profile' | 'texts'>> = {},
): WordDocument {
  const labels = labelsOf(draft.units, forms);
  const acts = indexActs({ compiled: '2026-01-01', acts: [] });
  const textOf = createInlineText({ units: draft.units, labels, acts });
  return makeWordDocument({ draft, language: 'ru', profile: 'final', forms, words, labels, acts, textOf, ...options });
}

function changedUnits(units: readonly Unit[], edit: Edit | undefined): readonly Unit[] {
  const next = edit && applyEdit({ meta: { id: 'd' }, units, comments: [] }, edit);
  if (!next) throw new Error('the edit does not apply');
  return next.units;
}

const texts = (document: WordDocument): readonly string[] => document.paragraphs.map(paragraphText);
const codes = (document: WordDocument): readonly string[] => document.notices.map((notice) => notice.code);
const countOf = (document: WordDocument, code: string) =>
  document.notices.find((notice) => notice.code === code)?.params?.count;

function thread(id: string, over: Partial<CommentThread> = {}): CommentThread {
  const messages = [{ author: 'Айгүл Асанова', at: '2026-02-01T10:00:00Z', text: `about ${id}` }];
  return { id, unit: 'p', lang: 'ru', quote: 'quoted', resolved: false, messages, ...over };
}

describe('the text of a bill', () => {
  it('begins with the words of the rules of form and carries the numbers that the desk shows', () => {
    const draft = aDraft()
      .unit('title', 'О праве')
      .unit('chapter', 'Общее')
      .unit('article', 'Право')
      .unit('part', 'Есть.')
      .unit('point', 'так;')
      .unit('subpoint', 'эдак.')
      .build();
    expect(texts(describeWord(draft))).toEqual([
      'Проект',
      'ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ',
      'О праве',
      'Глава 1. Общее',
      'Статья 1. Право',
      '1. Есть.',
      '1) так;',
      'а) эдак.',
    ]);
    expect(texts(describeWord(draft, { language: 'ky' })).slice(3, 5)).toEqual(['1-глава. Общее', '1-берене. Право']);
  });

  it('carries the numbers that are locked as adopted, and those between them', () => {
    const { units, ...rest } = aDraft()
      .unit('title', 'О праве', 't')
      .unit('article', 'Право', 'a1')
      .unit('article', 'Срок', 'a2')
      .build();
    const inserted = makeUnit('new', 'article', { ky: 'Жаңы', ru: 'Новая', en: 'New' });
    const locked = changedUnits(units, lockNumbers(units, forms));
    const longer = changedUnits(locked, insertUnit(locked, 1, inserted, 'after'));
    const document = describeWord({ ...rest, units: longer });
    expect(texts(document).slice(3)).toEqual(['Статья 1. Право', 'Статья 1-1. Новая', 'Статья 2. Срок']);
    expect(texts(describeWord({ ...rest, units: longer }, { language: 'ky' })).at(-2)).toBe('1-1-берене. Жаңы');
    const repealed = changedUnits(longer, repeal(longer, forms, ['new']));
    expect(texts(describeWord({ ...rest, units: repealed })).at(-1)).toBe('Статья 2. Срок');
  });

  it('calls the English text unofficial under its title, and only that', () => {
    const draft = aDraft().unit('title', 'T').unit('article', 'A').build();
    expect(describeWord(draft, { language: 'en' }).paragraphs.map(({ style }) => style)).toEqual([
      'draft-mark',
      'law-heading',
      'title',
      'unofficial',
      'article',
    ]);
    expect(describeWord(draft).paragraphs.map(({ style }) => style)).not.toContain('unofficial');
  });

  it('keeps the number of a provision that is not translated, and says that its text is missing', () => {
    const document = describeWord(
      aDraft().unit('article', { ky: 'Укук' }).unit('part', { ky: 'Бар.' }).unit('paragraph', { ky: 'Дагы.' }).build(),
    );
    expect(texts(document).slice(2)).toEqual(['Статья 1.', '1.']);
    expect(countOf(document, 'word.untranslated')).toBe(3);
  });

  it('counts a provision once, in however many columns it is missing or stands with the same blank', () => {
    const draft = aDraft().unit('article', { ky: 'Укук' }).unit('part', { ky: 'Бар.' }).build();
    expect(countOf(describeWord(draft, { language: 'parallel' }), 'word.untranslated')).toBe(2);
    const blank = [{ text: '____', blank: true as const }];
    const blanks = aDraft()
      .unit('part', { ky: [...blank, { text: ' ' }, ...blank], ru: blank, en: blank })
      .build();
    expect(countOf(describeWord(blanks, { language: 'parallel' }), 'word.blanks')).toBe(2);
  });

  it('keeps non-breaking spaces and line breaks, and drops what XML cannot hold with a word about it', () => {
    const document = describeWord(aDraft().unit('part', { ru: 'за\u00a01\u00a0м\nили\u0001 \ud800так' }).build());
    expect(texts(document).at(-1)).toBe('1. за\u00a01\u00a0м\nили так');
    expect(document.notices).toContainEqual({
      code: 'word.characters-dropped',
      severity: 'error',
      place: { unit: 'u1', language: 'ru' },
      params: { count: 2 },
    });
  });

  it('gives sections the first level of headings only where there are sections', () => {
    expect(describeWord(aDraft().unit('section', 'S').unit('chapter', 'C').build()).hasSections).toBe(true);
    expect(describeWord(aDraft().unit('chapter', 'C').build()).hasSections).toBe(false);
  });
});

describe('profiles', () => {
  const draft = aDraft()
    .unit('note', 'проверить')
    .unit('part', { ru: [{ text: 'сумма ' }, { text: '… сом', blank: true }, { text: ' спор', c_one: true }] }, 'p')
    .comment(thread('one'))
    .build();

  it('final leaves out notes and comments and counts them, and counts the blanks that stay', () => {
    const document = describeWord(draft);
    expect(texts(document).at(-1)).toBe('1. сумма … сом спор');
    expect(document.comments).toEqual([]);
    expect(document.marksBlanks).toBe(false);
    expect(document.runningHead).toBeUndefined();
    expect(codes(document)).toEqual(['word.blanks', 'word.notes-left-out', 'word.comments-left-out']);
  });

  it('review has comments and marked blanks, but no notes', () => {
    const document = describeWord(draft, { profile: 'review' });
    expect(document.comments).toHaveLength(1);
    expect(document.marksBlanks).toBe(true);
    expect(document.runningHead).toBe('for review');
    expect(codes(document)).toEqual(['word.blanks', 'word.notes-left-out']);
  });

  it('internal has the notes too, named as such', () => {
    const document = describeWord(draft, { profile: 'internal' });
    expect(texts(document)).toContain('Note: проверить');
    expect(codes(document)).toEqual(['word.blanks']);
  });
});

describe('comments', () => {
  it('stand from the first of their words to the last, with replies under the first message', () => {
    const messages = [
      { author: 'Айгүл Асанова', at: '2026-02-01T10:00:00Z', text: 'Так ли?' },
      { author: 'Иван', at: '2026-02-02T10:00:00Z', text: 'Так.\nИ точка.' },
    ];
    const draft = aDraft()
      .unit(
        'part',
        {
          ru: [
            { text: 'до ' },
            { text: 'вот', c_one: true },
            { text: ' и ' },
            { text: 'тут', c_one: true },
            { text: ' после' },
          ],
        },
        'p',
      )
      .comment(thread('one', { messages, resolved: true }))
      .build();
    const document = describeWord(draft, { profile: 'review' });
    const runs = document.paragraphs.at(-1)?.runs ?? [];
    expect(runs.find((run) => run.opens)).toMatchObject({ text: 'вот', opens: [0, 1] });
    expect(runs.find((run) => run.closes)).toMatchObject({ text: 'тут', closes: [0, 1] });
    expect(document.comments).toMatchObject([
      { number: 0, author: 'Айгүл Асанова', initials: 'АА', paragraphs: ['Так ли?'], resolved: true },
      { number: 1, parent: 0, initials: 'И', paragraphs: ['Так.', 'И точка.'], resolved: true },
    ]);
  });

  it('whose words were deleted stand on their provision and quote them', () => {
    const draft = aDraft()
      .unit('part', { ru: [{ text: 'новые слова' }, { text: '', c_one: true }] }, 'p')
      .comment(thread('one'))
      .build();
    const document = describeWord(draft, { profile: 'review' });
    expect(document.comments[0]?.paragraphs).toEqual(['«quoted»', 'about one']);
    expect(countOf(document, 'word.comments-unplaced')).toBe(1);
  });

  it('whose provision is not in the document are named as lost, and as an error', () => {
    const draft = aDraft()
      .unit('part', 'слова')
      .comment(thread('one', { unit: 'gone' }))
      .build();
    const document = describeWord(draft, { profile: 'review' });
    expect(document.comments).toEqual([]);
    expect(document.notices).toEqual([
      { code: 'word.comments-lost', severity: 'error', place: { unit: 'gone', language: 'ru' }, params: { count: 1 } },
    ]);
  });

  it('on another language are counted, and stand in the parallel document', () => {
    const draft = aDraft()
      .unit('part', { ky: [{ text: 'сөз', c_one: true }], ru: 'слово' }, 'p')
      .comment(thread('one', { lang: 'ky' }))
      .build();
    expect(countOf(describeWord(draft, { profile: 'review' }), 'word.comments-elsewhere')).toBe(1);
    expect(describeWord(draft, { profile: 'review', language: 'parallel' }).comments).toHaveLength(1);
  });

  it('never run from one cell of the parallel document into another', () => {
    const draft = aDraft()
      .unit('part', { ru: [{ text: 'начало', c_one: true }] }, 'p')
      .unit('part', { ru: [{ text: 'конец', c_one: true }] })
      .comment(thread('one'))
      .build();
    const cells = describeWord(draft, { profile: 'review', language: 'parallel' }).rows.flatMap((row) => row.cells);
    const marked = cells.filter((cell) => cell.runs.some((run) => run.opens ?? run.closes));
    expect(marked.map(paragraphText)).toEqual(['1. начало']);
  });
});

describe('links', () => {
  it('that lead nowhere are errors, each named once with its count', () => {
    const draft = aDraft()
      .unit('part', {
        ru: [
          { text: '' },
          { type: 'reference', target: 'nowhere', children: [{ text: '' }] },
          { text: ' и ' },
          { type: 'citation', act: 'no-such-act', pinpoint: {}, children: [{ text: '' }] },
          { text: '' },
        ],
      })
      .build();
    const found = describeWord(draft).notices.filter((notice) => notice.severity === 'error');
    expect(found.map((notice) => notice.code)).toEqual(['word.broken-references', 'word.unknown-acts']);
  });
});

describe('the parallel document', () => {
  const draft = aDraft()
    .unit('title', { ky: 'К', ru: 'Р', en: 'E' })
    .unit('article', { ky: 'Укук', ru: 'Право' })
    .build();

  it('puts a provision beside its translations, under the names of the languages', () => {
    const rows = describeWord(draft, { language: 'parallel' }).rows.map((row) => row.cells.map(paragraphText));
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 3));
    expect(rows[0]).toEqual(['column ky', 'column ru', 'column en\nUnofficial translation, for convenience only']);
    expect(rows.at(-1)).toEqual(['1-берене. Укук', 'Статья 1. Право', 'Article 1.']);
  });

  it('reads as plain text row by row', () => {
    expect(plainText(describeWord(draft, { language: 'parallel' }))).toContain(
      '\n1-берене. Укук\nСтатья 1. Право\nArticle 1.\n',
    );
  });
});

it('plain text has an empty line before what begins anew and ends with one line end', () => {
  const draft = aDraft().unit('title', 'О праве').unit('article', 'Право').unit('part', 'Есть.').build();
  expect(plainText(describeWord(draft))).toBe(
    'Проект\n\nЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\n\nО праве\n\nСтатья 1. Право\n1. Есть.\n',
  );
});

describe('the report of a bill whose acts have an official text here', () => {
  const text: OfficialText = {
    language: 'ru',
    type: 'law',
    date: null,
    number: null,
    title: 'О пробе',
    amendments: [],
    banners: ['Утратил силу'],
    header: [],
    units: [
      { id: 'u1', kind: 'article', number: '1', label: 'Статья 1', text: 'Каждый имеет право на отдых и на лечение.' },
    ],
    report: [],
  };
  const read = readTemplateUnits([
    {
      id: 'a',
      kind: 'article',
      ky: '{cite:some-act article=1}',
      ru: 'По {cite:some-act article=12} «Каждый имеет право на отдых и лечение.»',
      en: '',
    },
  ]);
  if (!read.ok) throw new Error(read.error.piece);
  const draft: Draft = { meta: { id: 'd' }, units: read.value, comments: [] };
  const imported = { texts: indexTexts([{ act: 'some-act', text }]) };
  const disagreeing = ['check.place-not-in-text', 'check.differing-quotation'];
  const found = (document: WordDocument) => codes(document).filter((code) => code.startsWith('check.'));

  it('says where the bill disagrees with it, as the list of problems does', () => {
    const document = describeWord(draft, imported);
    expect(found(document)).toEqual(expect.arrayContaining(disagreeing));
    const missing = document.notices.find(({ code }) => code === disagreeing[0]);
    expect(missing).toMatchObject({ place: { unit: 'a', language: 'ru' }, params: { number: '12' } });
  });

  it('speaks of the languages of the document alone, and of nothing where no text was imported', () => {
    expect(found(describeWord(draft, { ...imported, language: 'ky' }))).not.toContain(disagreeing[0]);
    expect(found(describeWord(draft))).toEqual([]);
  });

  it('lets nothing of the official text out into the document', () => {
    expect(plainText(describeWord(draft, imported))).toBe(plainText(describeWord(draft)));
  });
});
