import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trailLimits } from '../../../core/base/limits.ts';
import {
  extendTrail,
  headOf,
  keptEntries,
  readTrailEntry,
  type TrailEvent,
  trailKinds,
  trailLines,
  trailText,
} from '../../../core/file/trail.ts';
import { verifyLines, verifyTrail } from '../../../core/file/verify-trail.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const state = sha256('state');
const at = '2026-03-01T09:00:00.000Z';
const opened: TrailEvent = { at, by: 'Айбек Осмонов', kind: 'opened' };
const saved: TrailEvent = { at, by: 'Айбек Осмонов', kind: 'saved', about: { state, added: 2 } };

const eventOf = fc.record({
  at: fc.constantFrom(at, '2020-01-01T00:00:00.000Z', 'yesterday'),
  by: fc.string({ maxLength: 40 }),
  kind: fc.constantFrom(...trailKinds.filter((kind) => kind !== 'folded')),
  about: fc.constantFrom({ added: 1 }, { profile: 'final', document: 'bill' }),
});

/** A whole trail of at least three entries, whose last one is of a save. */
const trailOf = fc
  .array(eventOf, { minLength: 2, maxLength: 12 })
  .map((events) => extendTrail([], [...events, saved], sha256));

const codes = (lines: readonly string[] | undefined, claim = headOf(lines ?? [], sha256)) =>
  verifyTrail(lines, { claim, state }, sha256).breaks.map(({ code, params }) => `${code} ${params?.n ?? ''}`.trim());

describe('a trail', () => {
  test('holds as it was written, whatever the names and the times', () => {
    fc.assert(
      fc.property(trailOf, (lines) => {
        expect(codes(lines)).toEqual([]);
      }),
    );
  });

  test('is the same when it is entered piece by piece and when it was read in between', () => {
    fc.assert(
      fc.property(fc.array(eventOf, { maxLength: 9 }), fc.nat(9), (events, cut) => {
        const first = extendTrail([], events.slice(0, cut), sha256);
        const again = trailLines(trailText(first)) ?? [];
        expect(extendTrail(again, events.slice(cut), sha256)).toEqual(extendTrail([], events, sha256));
      }),
    );
  });

  test('does not hold once a line was cut out, changed, doubled, moved or put in, wherever that was', () => {
    const deed = fc.constantFrom('cut', 'change', 'spoil', 'double', 'swap', 'insert');
    fc.assert(
      fc.property(trailOf, deed, fc.nat(), (lines, how, place) => {
        const claim = headOf(lines, sha256);
        const i = place % lines.length;
        const own = lines[i] ?? '';
        const changed = own.replace(/"by":"/, '"by":"X');
        const spoilt: Record<typeof how, readonly string[]> = {
          cut: lines.toSpliced(i, 1),
          change: lines.with(i, changed),
          spoil: lines.with(i, own.slice(1)),
          double: lines.toSpliced(i, 0, own),
          swap: i === 0 ? lines.toReversed() : lines.with(i, lines[i - 1] ?? '').with(i - 1, own),
          insert: lines.toSpliced(i, 0, extendTrail([], [opened], sha256)[0] ?? ''),
        };
        expect(codes(spoilt[how], claim)).not.toEqual([]);
      }),
    );
  });

  test('does not hold once entries were dropped from its end, even back to a save of the same state', () => {
    const lines = extendTrail([], [saved, opened, saved], sha256);
    expect(codes(lines.slice(0, 1), headOf(lines, sha256))).toEqual(['audit.end 3']);
  });

  test('says where it breaks', () => {
    const lines = extendTrail([], [opened, opened, opened, saved], sha256);
    expect(codes(lines.toSpliced(1, 1))).toEqual(['audit.missing 2']);
    expect(codes(lines.with(1, (lines[1] ?? '').replace('Айбек', 'Бакыт')))).toEqual(['audit.altered 2']);
    expect(codes(lines.with(1, '{}'))).toEqual(['audit.unreadable 2', 'audit.altered 2']);
    expect(codes(lines.slice(1))).toEqual(['audit.beginning 2']);
  });

  test('belongs to one state of the draft and to the manifest that names it', () => {
    const lines = extendTrail([], [opened, saved], sha256);
    const claim = headOf(lines, sha256);
    const found = (witness: Parameters<typeof verifyTrail>[1]) =>
      verifyTrail(lines, witness, sha256).breaks.map(({ code }) => code);
    expect(found({ claim, state: sha256('another') })).toEqual(['audit.draft']);
    expect(found({ state })).toEqual(['audit.unclaimed']);
    expect(codes(undefined, claim)).toEqual(['audit.lost']);
  });

  test('keeps a spoilt line as it was found, and shows the break after whatever is entered later', () => {
    const lines = extendTrail([], [opened, opened, saved], sha256).with(1, 'spoilt');
    const later = extendTrail(lines, [opened, saved], sha256);
    expect(later.slice(0, 3)).toEqual(lines);
    expect(readTrailEntry(later[4] ?? '')?.number).toBe(5);
    expect(codes(later)).toEqual(['audit.unreadable 2', 'audit.altered 2']);
  });

  test('goes on after one that was lost, and says that its beginning is not there', () => {
    const lost = headOf(extendTrail([], [opened, saved], sha256), sha256);
    const lines = extendTrail([], [opened, saved], sha256, lost);
    expect(readTrailEntry(lines[0] ?? '')).toMatchObject({ number: 3, before: lost.head });
    expect(codes(lines)).toEqual(['audit.beginning 3']);
  });

  test('that is full gives up its oldest entries, says so, and holds', () => {
    const many = Array.from({ length: trailLimits.entries - 1 }, () => opened);
    const nearly = extendTrail([], many, sha256);
    expect(nearly).toHaveLength(trailLimits.entries - 1);
    const full = extendTrail(nearly, [saved], sha256);
    expect(full).toHaveLength(keptEntries + 1);
    const about = { entries: trailLimits.entries - keptEntries, through: trailLimits.entries - keptEntries };
    expect(readTrailEntry(full.at(-1) ?? '')).toMatchObject({ kind: 'folded', number: trailLimits.entries + 1, about });
    expect(verifyLines(full, sha256).breaks).toEqual([]);
    expect(verifyLines(full.slice(1), sha256).breaks).toMatchObject([{ code: 'audit.beginning' }]);
    expect(codes(extendTrail(full, [saved], sha256))).toEqual([]);
  });
});

describe('a line', () => {
  const line = extendTrail([], [saved], sha256)[0] ?? '';
  const change = (fields: object): string => JSON.stringify({ ...(JSON.parse(line) as object), ...fields });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a number that counts nothing', change({ number: 0 })],
    ['a kind that is a text', change({ kind: 'Айбек changed the pay' })],
    ['a name that is too long', change({ by: 'x'.repeat(201) })],
    ['a time that is too long', change({ at: 'x'.repeat(41) })],
    ['details that are words', change({ about: { note: 'two words' } })],
    ['details within details', change({ about: { note: {} } })],
    ['a hash that is none', change({ before: 'x' })],
    ['too long a line', `${line}${' '.repeat(trailLimits.line)}`],
  ])('is no entry with %s', (_, text) => {
    expect(readTrailEntry(text)).toBeUndefined();
  });

  test('of a later version is an entry, by its code', () => {
    expect(readTrailEntry(change({ kind: 'signed' }))?.kind).toBe('signed');
  });

  test('is one of a part that ends as we end it and has no more than it may have', () => {
    expect(trailLines('a\nb\n')).toEqual(['a', 'b']);
    expect(trailLines('a\nb')).toBeUndefined();
    expect(trailLines('a\n'.repeat(trailLimits.entries))).toHaveLength(trailLimits.entries);
    expect(trailLines('a\n'.repeat(trailLimits.entries + 1))).toBeUndefined();
  });
});
