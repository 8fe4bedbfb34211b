import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'register-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fact = {
  id: 'sample',
  type: 'law',
  title_ky: 'Үлгү жөнүндө (2016 usage); Үлгүлөр жөнүндө (2008 usage)',
  title_ru: 'Об образце (unverified)',
  title_en: 'On a sample',
  date: '1993 (exact date not seen)',
  number: '7 (unverified)',
  adopted_by_jogorku_kenesh: null,
  cbd_id: null,
  amendments_seen: [],
  status: 'in force',
  status_confidence: 'verified by excerpt',
  structure_seen: ['1-статья. Үлгү'],
  notes: 'A note.',
  title_languages_seen: ['ky', 'ru'],
  source_url: ['https://example.org/'],
  confidence: 'partly verified (see note)',
};

function compile(
  facts: object,
  ...more: readonly string[]
): { readonly status: number | null; readonly out: string; readonly err: string } {
  const path = join(folder, 'facts.json');
  writeFileSync(path, JSON.stringify({ statutes: [facts] }));
  const run = spawnSync(process.execPath, ['.ci/make-register.mjs', path, ...more], { encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

describe('the compiler of the register', () => {
  test('leaves out what no source confirmed and keeps it in the note', () => {
    const [act] = JSON.parse(compile(fact, '2026-01-02').out).acts;
    expect(act).toMatchObject({
      date: null,
      number: null,
      title: { ky: 'Үлгү жөнүндө', ru: null, en: 'On a sample' },
      titleSeen: ['ky'],
      otherTitles: { ky: ['Үлгүлөр жөнүндө'], ru: ['Об образце'] },
      articleWord: 'статья',
      confidence: 'partly',
    });
    expect(act.note).toMatch(/^A note\. Date in the facts: 1993.*Number in the facts: 7 \(unverified\)/);
  });

  test('takes an exact date and number as they are', () => {
    const [act] = JSON.parse(compile({ ...fact, date: '1993-06-07', number: '7-XII' }, '2026-01-02').out).acts;
    expect([act.date, act.number]).toEqual(['1993-06-07', '7-XII']);
  });

  test('stops at words that it does not know, rather than guess', () => {
    for (const odd of [{ status: 'perhaps' }, { confidence: 'sure' }, { type: 'ukase' }]) {
      const run = compile({ ...fact, ...odd }, '2026-01-02');
      expect(run.status).toBe(1);
      expect(run.err).toContain('sample: unknown');
    }
  });

  test('asks for the day of compiling', () => {
    expect(compile(fact).status).toBe(2);
  });
});
