import { describe, expect, test } from 'vitest';
import type { Inline } from '../../../core/draft/types.ts';
import { readThread } from '../../../core/file/read-comments.ts';
import { readUnits } from '../../../core/file/read-draft.ts';
import { readEdit } from '../../../core/file/read-edit.ts';
import { areTargets, readInline, readPinpoint, runLength } from '../../../core/file/read-inline.ts';
import { areGuarantees, areSetAside, readInlines } from '../../../core/file/read-unit.ts';
import { createReport } from '../../../core/file/report.ts';
import { readTemplateAbout, templateLimits } from '../../../core/file/template-about.ts';
import { aDraft } from '../../support/builder.ts';

const ignore = () => undefined;
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const run = (length: number) => ({ text: 'а'.repeat(length) });
const message = (text: string) => ({ author: 'Асанов', at: '2026-03-01T09:00:00.000Z', text });
const thread = (messages: unknown, quote = '') =>
  readThread({ id: 't-1', unit: 'u-1', lang: 'ky', quote, resolved: false, messages });
const aside = { rule: 'r', about: 'a', reason: 'x', by: '', on: '2026-03-01' };
const insertion = { type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'а' };
const ids = (count: number) => times(count, (at) => `g-${at}`);

/** What reads a list or text of a length, and how long it may be. */
const readers: Readonly<Record<string, readonly [limit: number, reads: (length: number) => unknown]>> = {
  'letters of a run': [runLength, (length) => readInline(run(length), ignore)],
  'inlines of a text': [
    20_000,
    (length) =>
      readInlines(
        times(length, (): Inline => run(1)),
        ignore,
      ),
  ],
  'operations of an edit': [
    500_000,
    (length) => readEdit({ operations: times(length, () => insertion) }).ok || undefined,
  ],
  'messages of a thread': [2_000, (length) => thread(times(length, () => message('x')))],
  'letters of a message': [100_000, (length) => thread([message('x'.repeat(length))])],
  'letters of a quote': [100_000, (length) => thread([message('x')], 'x'.repeat(length))],
  'further targets of a reference': [200, (length) => areTargets(ids(length)) || undefined],
  'numbers of a level of a citation': [500, (length) => readPinpoint({ article: times(length, () => '5') })],
  'guarantees of a provision': [200, (length) => areGuarantees(ids(length)) || undefined],
  'problems set aside': [200, (length) => areSetAside(times(length, () => aside)) || undefined],
  'letters of the name of a template': [
    templateLimits.title,
    (length) => readTemplateAbout({ title: { ky: 'x'.repeat(length) } }),
  ],
};

describe('what a draft is read from is read at its limit, and not one past it:', () => {
  test.each(Object.entries(readers))('%s', (_name, [limit, reads]) => {
    expect(reads(limit)).toBeDefined();
    expect(reads(limit + 1)).toBeUndefined();
  });

  const [unit] = aDraft('draft-1').unit('part', 'Үй-бүлө').build().units;

  test('units', () => {
    const units = times(100_001, (at) => ({ ...unit, id: `u-${at}` }));
    expect(readUnits(units.slice(1), createReport()).ok).toBe(true);
    expect(readUnits(units, createReport())).toEqual({ ok: false, error: 'too many units' });
  });

  test('a hundred thousand units of one id are told apart in one pass', () => {
    const units = readUnits(
      times(100_000, () => unit),
      createReport(),
    );
    expect(units.ok && new Set(units.value.map(({ id }) => id)).size).toBe(100_000);
  });
});
