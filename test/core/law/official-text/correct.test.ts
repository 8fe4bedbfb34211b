import { describe, expect, it } from 'vitest';
import { indexActs } from '../../../../core/law/acts.ts';
import { changesBetween } from '../../../../core/law/official-text/changes.ts';
import {
  cutHeading,
  doubtfulUnits,
  headedWords,
  joinAbove,
  leaveOut,
  moveUnit,
  setUnitKind,
  setUnitNumber,
  splitUnit,
  wordsOfUnit,
} from '../../../../core/law/official-text/correct.ts';
import { goToPlace, namesPlace, placeOf } from '../../../../core/law/official-text/go-to.ts';
import { parseOfficialText } from '../../../../core/law/official-text/parse.ts';
import { treeOf } from '../../../../core/law/official-text/tree.ts';
import type { OfficialText } from '../../../../core/law/official-text/types.ts';
import { actFromText, actOfText, headerDifferences } from '../../../../core/law/official-text/which-act.ts';
import { type Act, actTypes } from '../../../../core/law/types.ts';

// Filler text in the form of an act, written for these tests: no law, and no words of one.
const parse = (text: string): OfficialText => parseOfficialText(text.split('\n').map((line) => ({ text: line })));
const source = `ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ
от 9 августа 2004 года № 911
Об образце для проверки
Статья 1. Образец
1. Образец берут.
2. Образец возвращают.
Статья 2. Конец
Конец один. Конец второй.`;
const text = parse(source);
const at = (words: string): number => text.units.findIndex((unit) => wordsOfUnit(unit).includes(words));
const allWords = ({ units, report }: OfficialText): readonly string[] =>
  [...units.map(wordsOfUnit), ...report.map(({ params }) => String(params?.text ?? ''))]
    .join(' ')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .sort();

describe('a correction', () => {
  it('loses no word, whatever it does', () => {
    const end = at('Конец один');
    const corrected = [
      setUnitKind(text, at('Образец берут'), 'paragraph'),
      setUnitKind(text, at('Статья 1'), 'point'),
      joinAbove(text, end),
      moveUnit(text, end, -1),
      moveUnit(text, 0, 1),
      splitUnit(text, end, 'Конец один.'.length),
      leaveOut(text, end),
      cutHeading(text, at('Статья 1'), 0),
    ];
    for (const next of corrected) expect(allWords(next ?? text)).toEqual(allWords(text));
    expect(corrected).not.toContain(undefined);
  });

  it('of the order lets two neighbours change places, back again by the other way, and stops at the edge', () => {
    const end = at('Конец один');
    const up = moveUnit(text, end, -1) ?? text;
    expect(up.units[end - 1]).toBe(text.units[end]);
    expect(moveUnit(up, end - 1, 1)).toEqual(text);
    expect(moveUnit(text, 0, -1)).toBeUndefined();
    expect(moveUnit(text, text.units.length - 1, 1)).toBeUndefined();
  });

  it('of a kind keeps the number where the kind has one and makes it text where it has none', () => {
    const part = at('Образец берут');
    expect(setUnitKind(text, part, 'point')?.units[part]).toMatchObject({ kind: 'point', number: '1', label: '1.' });
    expect(setUnitKind(text, part, 'paragraph')?.units[part]).toEqual({
      id: text.units[part]?.id,
      kind: 'paragraph',
      label: '',
      text: '1. Образец берут.',
    });
  });

  it('of a number takes the printed one out of the text as the label', () => {
    const part = at('Образец берут');
    const plain = setUnitKind(text, part, 'paragraph') ?? text;
    const again = setUnitNumber(setUnitKind(plain, part, 'part') ?? plain, part, '1');
    expect(again?.units[part]).toEqual(text.units[part]);
    expect(setUnitNumber(text, part, '1')).toBeUndefined();
    expect(setUnitNumber(text, part, ' ')?.units[part]?.number).toBeUndefined();
  });

  it('parts heading and text where the person says', () => {
    const article = at('Статья 2');
    const joined = joinAbove(text, article + 1) ?? text;
    expect(joined.units.slice(article).map(headedWords)).toEqual(['Конец Конец один. Конец второй.']);
    const cut = cutHeading(joined, article, 'Конец'.length);
    expect(cut?.units[article]).toMatchObject({ heading: 'Конец', text: 'Конец один. Конец второй.' });
  });

  it('gives a split unit an id that no other has', () => {
    const end = at('Конец один');
    const once = splitUnit(text, end, 5) ?? text;
    const twice = splitUnit(once, end, 2) ?? once;
    expect(new Set(twice.units.map(({ id }) => id)).size).toBe(twice.units.length);
  });

  it('is asked for where the report doubts a unit', () => {
    const doubtful = parse(`${source}\nСтатья 4. Ещё\nТекст.`);
    expect(doubtfulUnits(doubtful).map((index) => doubtful.units[index]?.number)).toContain('4');
  });
});

it('the changes of a newer text are told by article', () => {
  const newer = parse(`${source.replace('возвращают', 'отдают')}\nСтатья 3. Новая\nТекст.`);
  expect(changesBetween(text, newer)).toEqual({ added: ['3'], removed: [], reworded: ['1'] });
  expect(changesBetween(newer, text)).toEqual({ added: [], removed: ['3'], reworded: ['1'] });
  expect(changesBetween(text, text)).toEqual({ added: [], removed: [], reworded: [] });
});

describe('a place to go to', () => {
  const tree = treeOf(text.units);

  it('is read from a number, a place in any language, or the place of a citation', () => {
    for (const query of ['2', 'ст. 2', '2-берене', 'art. 2'])
      expect(goToPlace(tree, query), query).toEqual({ at: at('Статья 2'), exact: true });
    expect(goToPlace(tree, 'ст. 1 ч. 2')).toEqual({ at: at('возвращают'), exact: true });
    expect(placeOf(tree, { article: ['1'], part: ['2'] })).toEqual({ at: at('возвращают'), exact: true });
  });

  it('that the text lacks is answered by what encloses it, and words by nothing', () => {
    expect(goToPlace(tree, 'ст. 1 ч. 9')).toEqual({ at: at('Статья 1'), exact: false });
    expect(goToPlace(tree, 'ст. 9')).toBeUndefined();
    expect(goToPlace(tree, 'образец')).toBeUndefined();
    expect(namesPlace('образец')).toBe(false);
    expect(namesPlace('ст. 9')).toBe(true);
  });
});

describe('the act of a text', () => {
  const act = (id: string, change: Partial<Act>): Act => ({
    id,
    type: actTypes[0],
    date: '2004-08-09',
    number: '911',
    title: { ky: null, ru: null, en: null },
    titleSeen: [],
    status: 'unknown',
    statusDetail: '',
    statusConfidence: 'gap',
    successor: null,
    databaseId: null,
    amendments: [],
    structure: [],
    note: '',
    sources: [],
    confidence: 'partly',
    ...change,
  });
  const acts = indexActs({
    compiled: '2026-01-01',
    acts: [act('other', { date: '2005-08-09' }), act('no-date', { date: null }), act('right', {})],
  });

  it('is the one of its date and number, and never of its number alone', () => {
    expect(actOfText(acts, text)?.id).toBe('right');
    expect(actOfText(acts, { ...text, date: null })).toBeUndefined();
  });

  it('differs from a chosen one in what both know', () => {
    expect(headerDifferences(act('x', { number: '12', date: null }), text)).toEqual(['number']);
    expect(headerDifferences(act('right', {}), text)).toEqual([]);
  });
});

it('a text says what an act is that the register lacks, in its own language and with its own word for an article', () => {
  const text = parse('КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\n2004-жылдын 9-августу № 911\nҮлгүлөр жөнүндө\n1-статья. Үлгү');
  expect(actFromText(text)).toEqual({
    type: 'law',
    date: '2004-08-09',
    number: '911',
    title: { ky: 'Үлгүлөр жөнүндө', ru: null, en: null },
    articleWord: 'статья',
  });
  expect(actFromText({ ...text, type: null })).toBeUndefined();
});
