import fc from 'fast-check';
import { languages } from '../../../core/base/language.ts';
import { isRun } from '../../../core/draft/text.ts';
import type { Cell, CommentThread, Draft, Inline, TextRun, Unit, UnitKind } from '../../../core/draft/types.ts';
import { inlinesOf } from '../../../core/review/tokens.ts';

/* Drafts that share a few ids, words, acts and comments, so that two of them have much in common and hardly anything in the same place. */

const maybe = <T>(value: T): fc.Arbitrary<T | undefined> => fc.option(fc.constant(value), { nil: undefined, freq: 3 });
const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

const comments = { c_k1: maybe(true as const), c_k2: maybe(true as const) };

const run: fc.Arbitrary<Inline> = fc
  .record({
    text: fc.array(fc.constantFrom('дом ', 'үй ', 'а', '😀', '😁', '5'), { maxLength: 4 }).map((all) => all.join('')),
    bold: maybe(true as const),
    blank: maybe(true as const),
    ...comments,
  })
  .map((fields) => compact(fields) as TextRun);

const children = [{ text: '' }] as const;
const link: fc.Arbitrary<Inline> = fc.oneof(
  fc
    .record({ act: fc.constantFrom('iab-1994', 'police-1994'), article: fc.constantFrom('1', '2'), dated: maybe(true) })
    .chain(({ act, article, dated }) =>
      fc
        .record(comments)
        .map((marks) => ({ type: 'citation', act, pinpoint: { article: [article] }, dated, ...marks })),
    )
    .map((fields) => ({ ...compact(fields), children }) as unknown as Inline),
  fc
    .record({ target: fc.constantFrom('a', 'b'), case: fc.constantFrom(undefined, 'gen' as const), ...comments })
    .map((fields) => ({ type: 'reference', ...compact(fields), children }) as unknown as Inline),
);

/** In order, as a cell in the editor is: no run is empty that need not be, neighbours with equal marks are one. */
const inlines: fc.Arbitrary<readonly Inline[]> = fc
  .array(fc.oneof({ weight: 2, arbitrary: run }, link), { maxLength: 6 })
  .map((list) =>
    inlinesOf(list.filter((inline) => !isRun(inline) || inline.text !== '').map((inline) => ({ key: '', inline }))),
  );

const count = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });

const unit = (id: string): fc.Arbitrary<Unit> =>
  fc
    .record({
      kind: fc.constantFrom<UnitKind>('article', 'part', 'note'),
      number: fc.constantFrom(undefined, '5', '5-1'),
      guarantees: fc.constantFrom(undefined, [], ['housing']),
      cells: fc.tuple(...languages.map(() => fc.record({ rev: count, approved: count, children: inlines }))),
    })
    .map(({ kind, number, guarantees, cells }) => ({
      ...compact({ type: 'unit' as const, id, kind, number, guarantees }),
      children: cells.map(
        (cell, column) => compact({ type: 'cell', lang: languages[column], unit: id, ...cell }) as Cell,
      ),
    })) as unknown as fc.Arbitrary<Unit>;

/** A thread of comments by its id. */
export function threadOf(id: string, resolved = false): CommentThread {
  return { id, unit: 'a', lang: 'ru', quote: 'дом', resolved, messages: [{ author: 'А', at: '', text: '?' }] };
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

export const anyDraft: fc.Arbitrary<Draft> = fc.record({
  meta: fc.constant({ id: 'draft-1' }),
  units: fc.shuffledSubarray(ids, { minLength: 1 }).chain((order) => fc.tuple(...order.map(unit))),
  comments: fc
    .shuffledSubarray(['k1', 'k2', 'k3'])
    .chain((order) => fc.tuple(...order.map((id) => fc.boolean().map((resolved) => threadOf(id, resolved))))),
});
