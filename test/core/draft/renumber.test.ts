import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelsOf } from '../../../core/draft/numbering.ts';
import { relabelled } from '../../../core/draft/renumber.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { Unit } from '../../../core/draft/types.ts';
import { unitKinds } from '../../../core/draft/types.ts';
import { forms } from '../../support/forms.ts';

const unit = fc
  .record({
    id: fc.nat(30),
    kind: fc.constantFrom(...unitKinds, 'part' as const, 'point' as const, 'part' as const),
    number: fc.option(fc.constantFrom('1', '2', '5', '5-1'), { nil: undefined, freq: 6 }),
  })
  .map(({ id, kind, number }): Unit => ({ ...makeUnit(`u${id}`, kind), ...(number !== undefined && { number }) }));

const list = fc.uniqueArray(unit, { selector: ({ id }) => id, maxLength: 30 });

/** A list, and the same with a stretch of it taken out, put in or replaced. */
const change = fc
  .tuple(list, fc.nat(30), fc.nat(4), fc.array(unit, { maxLength: 4 }))
  .map(([before, at, count, come]) => {
    const rest = [...before.slice(0, at), ...before.slice(at + count)];
    const ids = new Set(rest.map(({ id }) => id));
    const added = come.filter(({ id }, i) => !ids.has(id) && come.findIndex((each) => each.id === id) === i);
    return [before, [...rest.slice(0, at), ...added, ...rest.slice(at)]] as const;
  });

describe('labels after a change', () => {
  test('are those of a count from the beginning, and what differs is told', () => {
    fc.assert(
      fc.property(fc.oneof(change, fc.tuple(list, list)), ([before, after]) => {
        const old = labelsOf(before, forms);
        const changed = relabelled(before, after, old, forms);
        const counted = labelsOf(after, forms);
        const labels = new Map([...old, ...changed]);
        for (const [id, label] of labels) if (label === undefined) labels.delete(id);
        expect(new Map([...labels].sort())).toEqual(new Map([...counted].sort()));
        const ids = new Set([...before, ...after].map(({ id }) => id));
        expect(new Set(changed.keys())).toEqual(new Set([...ids].filter((id) => old.get(id) !== counted.get(id))));
      }),
      { numRuns: 500 },
    );
  });

  test('a part counts its article anew and leaves the others alone', () => {
    const before = ['article', 'part', 'part', 'article', 'part'].map((kind, i) => makeUnit(`u${i}`, kind as 'part'));
    const after = [...before.slice(0, 2), makeUnit('new', 'part'), ...before.slice(2)];
    const changed = relabelled(before, after, labelsOf(before, forms), forms);
    expect([...changed.keys()]).toEqual(['new', 'u2']);
  });
});
