import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../core/base/language.ts';
import { applyEdit, invertEdit } from '../../../core/draft/apply.ts';
import { findMatches, nextMatch, previousMatch } from '../../../core/draft/find.ts';
import { replaceMatches } from '../../../core/draft/find-replace.ts';
import { cellOf, stateOf } from '../../../core/draft/state.ts';
import { cellText, type InlineText, isRun, runsText } from '../../../core/draft/text.ts';
import type { CitationInline, Draft, Inline } from '../../../core/draft/types.ts';
import { compileQuery, type FindMode, replacementFor } from '../../../core/languages/find-query.ts';
import { aDraft, generateBill } from '../../support/builder.ts';

const textOf: InlineText = (inline) => (isRun(inline) ? inline.text : 'Закон о милиции');
const citation: CitationInline = { type: 'citation', act: 'police', pinpoint: {}, children: [{ text: '' }] };

function query(text: string, mode: FindMode = 'plain') {
  return { text, mode, matchCase: false, wholeWord: false };
}

function find(draft: Draft, text: string, within: readonly Language[] = languages, mode: FindMode = 'plain') {
  const finder = compileQuery(query(text, mode));
  if (!finder.ok) throw new Error(finder.error);
  return findMatches(draft.units, within, finder.value, textOf);
}

function replace(draft: Draft, text: string, by: string, within: readonly Language[] = languages, mode?: FindMode) {
  const replacements = find(draft, text, within, mode).map((match) => {
    const unit = draft.units[match.index];
    const found = unit ? cellText(cellOf(unit, match.language), textOf).slice(match.start, match.end) : '';
    return { match, text: replacementFor(query(text, mode), by, match, found) };
  });
  const replaced = replaceMatches(draft.units, replacements, textOf);
  const after = replaced.edit ? applyEdit(draft, replaced.edit) : draft;
  if (!after) throw new Error('the edit does not apply');
  if (replaced.edit) expect(applyEdit(after, invertEdit(replaced.edit))).toEqual(draft);
  return { ...replaced, after };
}

const inlinesOf = (draft: Draft, language: Language, index = 0): readonly Inline[] => {
  const unit = draft.units[index];
  return unit ? cellOf(unit, language).children.filter((inline) => !isRun(inline) || inline.text !== '') : [];
};

describe('finding', () => {
  const draft = aDraft()
    .unit('article', { ky: 'аба', ru: 'аба', en: 'b' })
    .unit('part', { ru: [{ text: 'а' }, { text: 'б', bold: true }, { text: 'а аб' }] })
    .build();

  test('goes in reading order: by provision, within it by column', () => {
    expect(find(draft, 'а').map(({ unit, language, start }) => `${unit} ${language} ${start}`)).toEqual([
      'u1 ky 0',
      'u1 ky 2',
      'u1 ru 0',
      'u1 ru 2',
      'u2 ru 0',
      'u2 ru 2',
      'u2 ru 4',
    ]);
  });

  test('keeps to the languages asked for', () => {
    expect(find(draft, 'б', ['ky'])).toHaveLength(1);
  });

  test('goes over the borders of bold and comments', () => {
    expect(find(draft, 'аба')).toMatchObject([
      { language: 'ky' },
      { language: 'ru' },
      { unit: 'u2', start: 0, end: 3 },
    ]);
  });

  test('finds the words of a citation and says that they are computed', () => {
    const cited = aDraft()
      .unit('part', { ru: [{ text: 'См. ' }, citation, { text: ' и милиция' }] })
      .build();
    expect(find(cited, 'мили')).toMatchObject([
      { start: 12, end: 16, isFixed: true },
      { start: 22, end: 26, isFixed: false },
    ]);
    expect(find(cited, 'милиции и')).toMatchObject([{ isFixed: true }]);
  });

  test('goes on from a place, and round at the ends', () => {
    const matches = find(draft, 'а');
    const at = (index: number, language: Language, offset: number) => ({ index, language, offset });
    expect(nextMatch(matches, at(0, 'ky', 1), languages)).toBe(1);
    expect(nextMatch(matches, at(0, 'en', 0), languages)).toBe(4);
    expect(nextMatch(matches, at(1, 'ru', 5), languages)).toBe(0);
    expect(previousMatch(matches, at(0, 'ru', 0), languages)).toBe(1);
    expect(previousMatch(matches, at(0, 'ky', 0), languages)).toBe(6);
    expect(nextMatch([], at(0, 'ky', 0), languages)).toBe(-1);
  });
});

describe('replacing', () => {
  test('keeps the marks of the first character and the words around', () => {
    const draft = aDraft()
      .unit('part', { ru: [{ text: 'до ' }, { text: 'слово', bold: true, 'c_k-1': true }, { text: ' после' }] })
      .build();
    const { after } = replace(draft, 'во после', 'n');
    expect(inlinesOf(after, 'ru')).toEqual([{ text: 'до ' }, { text: 'слоn', bold: true, 'c_k-1': true }]);
  });

  test('leaves citations and counts the matches that touch their words', () => {
    const draft = aDraft()
      .unit('part', { ru: [{ text: 'милиция, ' }, citation, { text: ' милиция' }] })
      .build();
    const { after, count, fixed } = replace(draft, 'мили', 'поли');
    expect([count, fixed]).toEqual([2, 1]);
    expect(inlinesOf(after, 'ru')).toEqual([{ text: 'полиция, ' }, citation, { text: ' полиция' }]);
  });

  test('makes the other languages stale, as typing does', () => {
    const draft = aDraft().unit('part', { ky: 'мыйзам', ru: 'закон', en: 'law' }).build();
    const [unit] = replace(draft, 'закон', 'кодекс').after.units;
    expect(unit && languages.map((language) => stateOf(unit, language))).toEqual(['stale', 'drafted', 'stale']);
  });

  test('a regular expression puts in what its groups took', () => {
    const draft = aDraft().unit('part', { ru: 'статья 12, статья 5' }).build();
    const { after } = replace(draft, '(стат)ья (\\d+)', '$2 $1. ($&, $$, $9)', ['ru'], 'regex');
    expect(inlinesOf(after, 'ru')).toEqual([{ text: '12 стат. (статья 12, $, $9), 5 стат. (статья 5, $, $9)' }]);
  });

  test('plain words may hold dollars', () => {
    const draft = aDraft().unit('part', { ru: 'сто' }).build();
    expect(inlinesOf(replace(draft, 'сто', '$& $1').after, 'ru')).toEqual([{ text: '$& $1' }]);
  });

  test.each<[string, string, string, readonly Inline[], readonly Inline[]]>([
    ['its only gap', '…', '20', [{ text: '… лет', blank: true }], [{ text: '20 лет' }]],
    [
      'one of two gaps',
      '___',
      '7',
      [{ text: '№ ___ от … года', blank: true }],
      [{ text: '№ 7 от … года', blank: true }],
    ],
    ['a gap by a gap', '…', '……', [{ text: '… лет', blank: true }], [{ text: '…… лет', blank: true }]],
    [
      'a gap together with words before it',
      'в …',
      'в 5',
      [{ text: 'в ' }, { text: '… лет', blank: true }],
      [{ text: 'в 5' }, { text: ' лет' }],
    ],
    ['words that only name what is missing', 'дата', '1 мая', [{ text: 'дата', blank: true }], [{ text: '1 мая' }]],
    [
      'one word of several that name it',
      'дата',
      'день',
      [{ text: 'дата принятия', blank: true }],
      [{ text: 'день принятия', blank: true }],
    ],
    [
      'a gap that a comment divides',
      '…',
      '20',
      [
        { text: '…', blank: true },
        { text: ' лет', blank: true, 'c_k-1': true },
      ],
      [{ text: '20' }, { text: ' лет', 'c_k-1': true }],
    ],
  ])('in a blank %s: filled, it is none any more', (_, text, by, before, after) => {
    const draft = aDraft().unit('part', { ru: before }).build();
    expect(inlinesOf(replace(draft, text, by).after, 'ru')).toEqual(after);
  });

  test('nothing found is no edit', () => {
    expect(replace(aDraft().unit('part', 'а').build(), 'б', 'в').edit).toBeUndefined();
  });

  const marked = fc.record({
    text: fc.string({ unit: fc.constantFrom('а', 'б', 'А', ' ', '\u00a0'), maxLength: 30 }),
    bold: fc.boolean(),
    isCommented: fc.boolean(),
  });
  const cell = fc
    .array(fc.oneof({ weight: 5, arbitrary: marked }, { weight: 1, arbitrary: fc.constant('citation' as const) }), {
      maxLength: 5,
    })
    .map((pieces): readonly Inline[] =>
      pieces.map((piece) =>
        piece === 'citation'
          ? citation
          : {
              text: piece.text,
              ...(piece.bold && { bold: true as const }),
              ...(piece.isCommented && { c_remark: true as const }),
            },
      ),
    );
  const drafts = fc
    .array(fc.record({ ky: cell, ru: cell, en: cell }), { minLength: 1, maxLength: 4 })
    .map((units) => units.reduce((draft, content) => draft.unit('part', content), aDraft()).build());
  const words = fc.string({ unit: fc.constantFrom('а', 'б', ' '), minLength: 1, maxLength: 3 });
  const others = fc.string({ unit: fc.constantFrom('x', 'y', 'z'), minLength: 1, maxLength: 4 });

  test('all of it leaves nothing to find but what stands in citations, and undoing restores', () => {
    fc.assert(
      fc.property(drafts, words, others, (draft, text, by) => {
        const { after, count, fixed } = replace(draft, text, by);
        expect(count + fixed).toBe(find(draft, text).length);
        expect(find(after, text).every((match) => match.isFixed)).toBe(true);
        expect(find(after, text)).toHaveLength(fixed);
      }),
    );
  });

  test('never touches another language', () => {
    fc.assert(
      fc.property(drafts, words, fc.constantFrom(...languages), (draft, text, language) => {
        const { after } = replace(draft, text, 'x', [language]);
        for (const other of languages.filter((one) => one !== language)) {
          expect(after.units.map((unit) => cellOf(unit, other))).toEqual(
            draft.units.map((unit) => cellOf(unit, other)),
          );
        }
      }),
    );
  });

  test('changes nothing but the matches: the words around, the citations and their order stay', () => {
    fc.assert(
      fc.property(drafts, words, others, fc.constantFrom(...languages), (draft, text, by, language) => {
        const { after } = replace(draft, text, by, [language]);
        draft.units.forEach((unit, i) => {
          const [before, now] = [cellOf(unit, language), after.units[i] && cellOf(after.units[i], language)];
          const free = find({ ...draft, units: [unit] }, text, [language]).filter((match) => !match.isFixed);
          let expected = cellText(before, textOf);
          for (const { start, end } of free.toReversed()) {
            expected = expected.slice(0, start) + by + expected.slice(end);
          }
          expect(now && cellText(now, textOf)).toBe(expected);
          expect(now?.children.filter((inline) => !isRun(inline))).toEqual(
            before.children.filter((inline) => !isRun(inline)),
          );
        });
      }),
    );
  });

  test('many matches in one run are one step, and keep what lies between them', () => {
    const long = 'а б'.repeat(20);
    const draft = aDraft()
      .unit('part', { ru: [{ text: long, bold: true }, { text: 'а' }] })
      .build();
    const { after, edit } = replace(draft, 'а', 'x', ['ru']);
    expect(inlinesOf(after, 'ru')).toEqual([{ text: long.replaceAll('а', 'x'), bold: true }, { text: 'x' }]);
    expect(edit?.operations.length).toBeLessThan(8);
  });

  test('a bill of 500 articles is replaced in one edit', () => {
    const draft = generateBill({ articles: 500 });
    const { after, count } = replace(draft, 'милиции', 'полиции', ['ru']);
    expect(count).toBeGreaterThan(1000);
    const all = after.units.map((unit) => runsText(cellOf(unit, 'ru'))).join('\n');
    expect(all).not.toMatch(/милиции/i);
  });
});
