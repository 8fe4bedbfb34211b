import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paginate, type RowBox } from '../../../core/word/paginate.ts';

function paragraph(lines: number, more: Partial<RowBox> = {}, before = 0, after = 0): RowBox {
  return { cells: [{ lines, lineHeight: 10, before, after }], frame: 0, keepNext: false, isWhole: false, ...more };
}

/** For each page the rows on it, with the lines of those that are divided. */
function read(rows: readonly RowBox[], height: number): readonly (readonly string[])[] {
  return paginate(rows, height).map((pieces) =>
    pieces.map(({ row, cells, isFirst, isLast }) =>
      isFirst && isLast ? `${row}` : `${row}:${cells.map(({ from, to }) => `${from}-${to}`).join('|')}`,
    ),
  );
}

describe('dividing into pages', () => {
  test('a provision is divided where the page ends', () => {
    expect(read([paragraph(6), paragraph(8)], 100)).toEqual([['0', '1:0-4'], ['1:4-8']]);
  });

  test('no line of a provision stands alone on a page', () => {
    expect(read([paragraph(6), paragraph(5)], 100)).toEqual([['0', '1:0-3'], ['1:3-5']]);
    expect(read([paragraph(7), paragraph(4)], 100)).toEqual([['0', '1:0-2'], ['1:2-4']]);
    expect(read([paragraph(8), paragraph(3)], 100)).toEqual([['0'], ['1']]);
    expect(read([paragraph(9), paragraph(6)], 100)).toEqual([['0'], ['1']]);
  });

  test('a heading stays with the first lines of what it heads', () => {
    const heading = paragraph(1, { keepNext: true, isWhole: true });
    expect(read([paragraph(8), heading, paragraph(6)], 100)).toEqual([['0'], ['1', '2']]);
    expect(read([paragraph(7), heading, paragraph(6)], 100)).toEqual([['0', '1', '2:0-2'], ['2:2-6']]);
  });

  test('of the space behind one paragraph and above the next the larger holds', () => {
    expect(read([paragraph(3, {}, 0, 30), paragraph(4, {}, 20)], 100)).toEqual([['0', '1']]);
    expect(read([paragraph(3, {}, 0, 20), paragraph(5, {}, 30)], 100)).toEqual([['0', '1:0-3'], ['1:3-5']]);
  });

  test('the space above a paragraph is left out at the head of a page but the first', () => {
    const spaced = paragraph(2, {}, 50);
    expect(paginate([spaced, paragraph(3), spaced], 100).map((page) => page.map((piece) => piece.hasBefore))).toEqual([
      [true, true],
      [false],
    ]);
  });

  test('what is kept whole and longer than a page is divided all the same', () => {
    expect(read([paragraph(25, { isWhole: true })], 100)).toEqual([['0:0-10'], ['0:10-20'], ['0:20-25']]);
  });

  test('a row of three texts goes on side by side on the next page', () => {
    const cell = (lines: number) => ({ lines, lineHeight: 10, before: 0, after: 0 });
    const row: RowBox = { cells: [cell(12), cell(5), cell(9)], frame: 0, keepNext: false, isWhole: false };
    expect(read([paragraph(4), row], 100)).toEqual([['0', '1:0-6|0-5|0-6'], ['1:6-12|5-5|6-9']]);
  });

  test('every line stands on exactly one page, in order', () => {
    const row = fc.record({
      cells: fc.array(
        fc.record({
          lines: fc.nat(40),
          lineHeight: fc.constantFrom(10, 12),
          before: fc.nat(30),
          after: fc.nat(20),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      frame: fc.nat(4),
      keepNext: fc.boolean(),
      isWhole: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const pieces = paginate(rows, 150).flat();
        rows.forEach(({ cells }, index) => {
          const own = pieces.filter((piece) => piece.row === index);
          cells.forEach(({ lines }, cell) => {
            const spans = own.map((piece) => piece.cells[cell]);
            expect(spans[0]?.from).toBe(0);
            expect(spans.at(-1)?.to).toBe(lines);
            spans.forEach((span, i) => {
              if (i > 0) expect(span?.from).toBe(spans[i - 1]?.to);
            });
          });
        });
        expect(pieces.map((piece) => piece.row)).toEqual(pieces.map((piece) => piece.row).sort((a, b) => a - b));
      }),
    );
  });
});
