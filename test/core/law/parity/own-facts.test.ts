import { describe, expect, test } from 'vitest';
import {
  billColumn,
  billFacts,
  borrowedLanguage,
  matrixWith,
  type OwnFact,
  serviceOfAct,
} from '../../../../core/law/own-facts.ts';
import { amountDifferences, byCoverage, parityTable } from '../../../../core/law/parity.ts';
import { billFactLines, cellLines, factText } from '../../../../core/law/parity-words.ts';
import { parityNotices } from '../../../../core/word/parity-notices.ts';
import { parityWords } from '../../../../electron/workers/parity-words.ts';
import { index as acts } from '../register.ts';
import { matrix } from './support.ts';

const fact: OwnFact = {
  id: 'own-1',
  guarantee: 'housing',
  service: 'fire',
  given: true,
  words: { ru: 'жилая площадь' },
  citations: [{ act: 'military-status-1992', pinpoint: { article: ['12'] } }],
  amount: { value: 18, unit: 'square-metres' },
  source: 'текст акта',
  by: 'Асан',
  on: '2026-11-20',
  confidence: 'verified',
};
const tableOf = (facts: readonly OwnFact[]) =>
  parityTable(matrixWith(matrix, facts), { units: [], links: {}, facts: billFacts(facts, 'd') });
const rowOf = (facts: readonly OwnFact[]) => {
  const row = tableOf(facts).rows.find(({ guarantee }) => guarantee.id === 'housing');
  if (!row) throw new Error('the matrix has no housing');
  return row;
};
const cellOf = (facts: readonly OwnFact[], service = 'fire') => {
  const cell = rowOf(facts).cells.find((one) => one.service === service);
  if (!cell) throw new Error(`no ${service}`);
  return cell;
};
const how = { words: parityWords.ru, acts, language: 'ru', isMarked: true } as const;
const plain = (lines: readonly string[]): readonly string[] => lines.map((line) => line.replaceAll('\u00a0', ' '));

describe('the matrix with what people entered', () => {
  test('is the shipped one where nobody entered anything', () => {
    expect(matrixWith(matrix, [])).toBe(matrix);
  });

  test('keeps every shipped fact as it is, before those of one’s own', () => {
    const facts = matrix.services.map(({ id }) => ({ ...fact, id: `own-${id}`, service: id }));
    const before = JSON.stringify(matrix);
    const now = matrixWith(matrix, facts);
    expect(JSON.stringify(matrix)).toBe(before);
    for (const [i, { cells, id }] of matrix.guarantees.entries()) {
      for (const [service, shipped] of Object.entries(cells)) {
        const cell = now.guarantees[i]?.cells[service] ?? [];
        expect(cell.slice(0, shipped.length)).toEqual(shipped);
        expect(cell).toHaveLength(shipped.length + (id === 'housing' ? 1 : 0));
      }
    }
  });

  test('counts a filled cell as known, by its confidence', () => {
    const before = tableOf([]).coverage.find(({ service }) => service === 'fire');
    expect(cellOf([]).standing).not.toBe('verified');
    const verified = tableOf([fact]).coverage.find(({ service }) => service === 'fire');
    expect(verified?.verified).toBe((before?.verified ?? 0) + 1);
    expect(cellOf([{ ...fact, confidence: 'partly' }]).standing).toBe('partly');
  });

  test('takes nothing for a service or a guarantee that it does not have', () => {
    expect(
      tableOf([
        { ...fact, service: 'navy' },
        { ...fact, guarantee: 'moon' },
      ]),
    ).toEqual(expect.objectContaining({ coverage: tableOf([]).coverage }));
  });

  test('says what is lacking without counting it as given', () => {
    const lacking: OwnFact = { ...fact, given: false };
    expect(cellOf([lacking]).given).toBe(false);
    expect(plain(cellLines(cellOf([lacking]), how)).join()).toContain(
      'гарантии нет: 18 квадратных метров – жилая площадь',
    );
  });
});

describe('the words of an own fact', () => {
  test('begin with the amount, name the provision and bear who entered them and when', () => {
    expect(plain(cellLines(cellOf([fact]), how)).slice(-2)).toEqual([
      expect.stringMatching(/^18 квадратных метров – жилая площадь: статья 12 Закона Кыргызской Республики/),
      '[внесено: Асан, 20.11.2026]',
    ]);
  });

  test('bear no name in what leaves the house', () => {
    expect(cellLines(cellOf([fact]), { ...how, isMarked: false }).join()).not.toMatch(/Асан|20\.11/);
  });

  test('stand in another language where their own lacks, and the report says so', () => {
    expect(borrowedLanguage(fact, 'ky')).toBe('ru');
    expect(borrowedLanguage(fact, 'ru')).toBeUndefined();
    expect(borrowedLanguage({ ...fact, words: {} }, 'ru')).toBeUndefined();
    const [own] = cellOf([fact]).facts.filter((one) => one.own);
    expect(own && factText(own, parityWords.ky, 'ky')).toContain('жилая площадь');
    const codes = (language: 'ky' | 'ru') => parityNotices(tableOf([fact]), [fact], language).map(({ code }) => code);
    expect(codes('ky')).toContain('parity.otherLanguage');
    expect(codes('ru')).not.toContain('parity.otherLanguage');
  });
});

describe('the column of the bill', () => {
  const own: OwnFact = { ...fact, id: 'own-2', service: billColumn, draft: 'd', words: {}, citations: [] };

  test('has what was entered of this draft and of no other', () => {
    expect(plain(billFactLines(rowOf([own]), { ...how, isMarked: false }))).toEqual(['18 квадратных метров']);
    expect(rowOf([{ ...own, draft: 'other' }]).billFacts).toEqual([]);
  });

  test('tells where the bill gives less or more than a service has', () => {
    const twenty: OwnFact = { ...own, amount: { value: 20, unit: 'square-metres' } };
    expect(amountDifferences(rowOf([fact, twenty]))).toMatchObject([{ service: 'fire', is: 'more' }]);
    expect(amountDifferences(rowOf([fact, own]))).toEqual([]);
    expect(amountDifferences(rowOf([fact]))).toEqual([]);
  });
});

test('what is known least comes first when sorted by coverage', () => {
  const known = byCoverage(tableOf([]).rows).map(({ cells }) => cells.filter(({ facts }) => facts.length > 0).length);
  expect(known).toEqual(known.toSorted((a, b) => a - b));
});

test('the service of an act is told where all facts that cite it are of one', () => {
  expect(serviceOfAct(matrix, 'military-status-1992')).toBe('military');
  expect(serviceOfAct(matrix, 'no-such-act')).toBeUndefined();
});
