import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ParityMatrix } from '../../core/law/parity.ts';
import { register } from '../core/law/register.ts';
import facts from '../fixtures/traceable-facts.json' with { type: 'json' };

/*
 * No invented law: what ships of acts, dates, numbers and articles is in the file of facts that resources/ was made from. That file is
 * not in the repository; the fixture lists what it says, so that a fact which somebody writes into resources/ from memory fails here.
 */

interface Known {
  readonly dates: readonly string[];
  readonly numbers: readonly string[];
}

const root = path.join(import.meta.dirname, '..', '..', 'resources');
const known = new Map<string, Known>(Object.entries(facts.acts));
const unknown = (found: readonly string[], among: readonly string[]): readonly string[] =>
  [...new Set(found)].filter((one) => !among.includes(one));

describe('the register', () => {
  test('has the acts of the facts and no others', () => {
    expect(register.acts.map(({ id }) => id).sort()).toEqual([...known.keys()].sort());
  });

  test.each(register.acts)('$id has no date and no number that its facts do not give', (act) => {
    const { dates, numbers } = known.get(act.id) ?? { dates: [], numbers: [] };
    const { id: _id, sources: _sources, endedBy, ...rest } = act;
    const { act: _act, ...ending } = endedBy ?? {};
    const words = JSON.stringify([rest, ending], (key, value: unknown) => (key === 'successor' ? undefined : value));
    expect(unknown(words.match(/\d{4}-\d\d-\d\d/g) ?? [], dates)).toEqual([]);
    const digits = words.replace(/\d{4}-\d\d-\d\d/g, ' ').match(/\d+(?:-[IVX]+)?/g) ?? [];
    expect(unknown(digits, [...numbers, ...numbers.map((number) => String(Number.parseInt(number, 10)))])).toEqual([]);
  });
});

describe('the matrix of guarantees', () => {
  const matrix = JSON.parse(readFileSync(path.join(root, 'parity', 'matrix.json'), 'utf8')) as ParityMatrix;

  test('cites acts of the facts alone, at articles that the facts name', () => {
    const cited = Object.values(matrix.guarantees)
      .flatMap(({ cells }) => Object.values(cells).flat())
      .flatMap(({ citations }) => citations);
    expect(
      unknown(
        cited.map(({ act }) => act),
        [...known.keys()],
      ),
    ).toEqual([]);
    const articles = cited.flatMap(({ pinpoint }) => pinpoint.article ?? []);
    expect(unknown(articles, facts.guarantees.numbers)).toEqual([]);
  });
});

describe('the templates', () => {
  const files = readdirSync(path.join(root, 'templates'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  const cites = files.flatMap((name) => [
    ...readFileSync(path.join(root, 'templates', name), 'utf8').matchAll(/\{cite:([\w-]+)([^}]*)\}/g),
  ]);

  test('cite acts of the facts alone', () => {
    expect(cites.length).toBeGreaterThan(100);
    expect(
      unknown(
        cites.map(([, act = '']) => act),
        [...known.keys()],
      ),
    ).toEqual([]);
  });

  test('cite no article that the facts of the act or of the guarantees do not name', () => {
    const strange = cites.flatMap(([, act = '', rest = '']) => {
      const articles = (/article=([\d,-]+)/.exec(rest)?.[1] ?? '').split(',').filter(Boolean);
      return unknown(articles, [...(known.get(act)?.numbers ?? []), ...facts.guarantees.numbers]).map(
        (article) => `${act} ${article}`,
      );
    });
    expect(strange).toEqual([]);
  });
});

test('an act, a date, a number or an article from memory would be found', () => {
  const [first] = register.acts;
  const { dates = [], numbers = [] } = known.get(first?.id ?? '') ?? {};
  expect(unknown(['2031-02-03'], dates)).toEqual(['2031-02-03']);
  expect(unknown(['98765'], numbers)).toEqual(['98765']);
});
