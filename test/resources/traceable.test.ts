import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../core/base/language.ts';
import { cardinal } from '../../core/languages/kyrgyz/numerals.ts';
import { findDates } from '../../core/languages/read-numbers.ts';
import type { ParityFact, ParityMatrix } from '../../core/law/parity.ts';
import type { Act } from '../../core/law/types.ts';
import formRules from '../../resources/forms/bill.json' with { type: 'json' };
import { register } from '../core/law/register.ts';
import facts from '../fixtures/traceable-facts.json' with { type: 'json' };

/*
 * No invented law: what ships of acts, dates, numbers and articles is in the file of facts that resources/ was made from. That file is
 * not in the repository; the fixture lists what it says, so that a fact which somebody writes into resources/ from memory fails here.
 */

interface Known {
  readonly dates: readonly string[];
  readonly numbers: readonly string[];
  /** Of the act as the compiler makes it from the facts. */
  readonly sum: string;
}

const root = path.join(import.meta.dirname, '..', '..', 'resources');
const known = new Map<string, Known>(Object.entries(facts.acts));
const unknown = (found: readonly string[], among: readonly string[]): readonly string[] =>
  [...new Set(found)].filter((one) => !among.includes(one));

const sumOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

describe('the register', () => {
  test.each(register.acts)('$id is in every word what the compiler makes of its facts', (act) => {
    expect(sumOf(act)).toBe(known.get(act.id)?.sum);
  });

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
  const all = matrix.guarantees.flatMap(({ cells }) => Object.values(cells).flat());

  /** The words of the facts that a fact of the matrix keeps; their translations and what it cites are held below. */
  const sumOfFact = (fact: ParityFact): string => {
    const { guarantee, actSeen, articleSeen, shown, note, sources, confidence } = fact;
    return sumOf([guarantee.en, actSeen, articleSeen, shown, note, sources, confidence]);
  };

  test('has the guarantees, services and cells of the facts, each in their words, and no others', () => {
    const sorted = (cells: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(Object.entries(cells).map(([service, sums]) => [service, sums.toSorted()]));
    const rows = matrix.guarantees.map(({ name, cells }) => {
      const sums = Object.entries(cells).map(([service, facts]) => [service, facts.map(sumOfFact)] as const);
      return [name.en, sorted(Object.fromEntries(sums))] as const;
    });
    const expected = Object.entries(facts.guarantees.cells).map(([name, cells]) => [name, sorted(cells)] as const);
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(expected));
    expect(matrix.compiled).toBe(facts.compiled);
  });

  test('says that a guarantee is lacking just where the fact says so, and gives no amount of its own', () => {
    const lacking = /\buntil \d{4}\b|\bby officers themselves\b|^only named\b/;
    const strange = all.filter(({ guarantee, given, amount }) => given === lacking.test(guarantee.en) || amount);
    expect(strange.map(({ guarantee }) => guarantee.en)).toEqual([]);
  });

  test('cites acts of the facts alone, at articles that the facts name', () => {
    const cited = all.flatMap(({ citations }) => citations);
    expect(
      unknown(
        cited.map(({ act }) => act),
        [...known.keys()],
      ),
    ).toEqual([]);
    const articles = cited.flatMap(({ pinpoint }) => pinpoint.article ?? []);
    expect(unknown(articles, facts.guarantees.numbers)).toEqual([]);
  });

  test('names as a basis the dates and numbers that the fact names, in three languages', () => {
    const figures = (words: string): readonly string[] => {
      const dates = findDates(words);
      const rest = dates.toReversed().reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), words);
      return [...dates.map(({ iso }) => iso), ...(rest.match(/\d+/g) ?? [])].sort();
    };
    for (const { basis, actSeen, articleSeen } of all) {
      if (!basis) continue;
      const seen = figures([actSeen, articleSeen].filter(Boolean).join(', '));
      for (const language of languages) expect(figures(basis[language]), basis[language]).toEqual(seen);
    }
  });
});

describe('the templates', () => {
  const folder = path.join(root, 'templates');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, json: JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown }));
  // The links to the matrix are ids alone, and the matrix's own test holds them.
  const texts = files.flatMap(({ name, json }) =>
    path.basename(name) === 'parity.json' ? [] : textsOf(json).map((text) => ({ name, text })),
  );
  const cites = texts.flatMap(({ text }) => [...text.matchAll(/\{cite:([\w-]+)([^}]*)\}/g)]);
  const leansOn = new Map(
    files.flatMap(({ name, json }) =>
      path.basename(name) === 'template.json'
        ? [[path.dirname(name), (json as { readonly leansOn: readonly string[] }).leansOn] as const]
        : [],
    ),
  );

  test('cite acts of the facts alone, and lean on no other', () => {
    expect(cites.length).toBeGreaterThan(100);
    const named = [...cites.map(([, act = '']) => act), ...[...leansOn.values()].flat()];
    expect(unknown(named, [...known.keys()])).toEqual([]);
  });

  test('cite no place that the facts of the act, or of a guarantee that rests on it, do not name', () => {
    const strange = cites.flatMap(([, act = '', rest = '']) => {
      const numbers = [...rest.matchAll(/(?:article|part|point|subpoint|paragraph|chapter|section)=([^\s]+)/g)].flatMap(
        ([, list = '']) => list.split(/,|\.\./),
      );
      return unknown(numbers, known.get(act)?.numbers ?? []).map((number) => `${act} ${number}`);
    });
    expect(strange).toEqual([]);
  });

  test('type no date, number of an act or amount: years that the facts tell and the act that is amended are all', () => {
    const strange = texts.flatMap(({ name, text }) => {
      const acts = register.acts.filter(({ id }) => leansOn.get(path.dirname(name))?.includes(id));
      return strangeFigures(text, acts).map((figure) => `${name} ${figure}`);
    });
    expect(strange).toEqual([]);
  });

  test('spell out no amount either', () => {
    const counted =
      /(?<!\p{L})(?:сом|пайыз|ай|күн|жыл|саат|сом(?:а|ов)|процент|месяц|дн(?:я|ей)|день|год|лет|час|soms?|per|percent|months?|days?|years?|hours?)/u;
    const spelt = new RegExp(`(?<!\\p{L})(?:${numerals.join('|')})\\s+(?:\\p{L}+\\s+)?${counted.source}`, 'giu');
    const strange = texts.flatMap(({ name, text }) => [...text.matchAll(spelt)].map(([words]) => `${name} ${words}`));
    expect(strange).toEqual([]);
  });
});

/** The texts of a template's file: everything but ids, kinds and the names of files. */
function textsOf(json: unknown): readonly string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    ['id', 'kind', 'files', 'leansOn', 'document'].includes(key) ? [] : textsOf(value),
  );
}

/** Two to a hundred in words, as the three languages begin them: one is an article in English and says no amount. */
const numerals = [
  ...[...Array(99).keys()].map((i) => cardinal(i + 2)),
  ...['дв(?:а|е|ух)', 'тр(?:и|ех|ёх)', 'четыре\\p{L}*', 'пят\\p{L}+', 'шест\\p{L}+', 'сем[иь]\\p{L}*', 'вос\\p{L}+'],
  ...[
    'девят\\p{L}+',
    'десят\\p{L}+',
    '\\p{L}+дцат\\p{L}+',
    'сорок\\p{L}*',
    'девяност\\p{L}+',
    'ст[оа]',
    'двойн\\p{L}+',
  ],
  ...[
    'two',
    'three',
    'four\\p{L}*',
    'five',
    'six\\p{L}*',
    'seven\\p{L}*',
    'eight\\p{L}*',
    'nine\\p{L}*',
    'ten',
    'eleven',
    'twelve',
  ],
  ...['thirteen', 'fifteen', 'twenty', 'thirty', 'forty', 'fifty', 'hundred'],
];

/** Figures of a text that are neither a date or number of the acts, nor a year of the facts, nor a label such as «1.» or «1)». */
function strangeFigures(text: string, acts: readonly Act[]): readonly string[] {
  if (!/\d/.test(text)) return [];
  const plain = text.replace(/\{(?:cite|ref):[^}]*\}/g, ' ').replace(/[«“]1[.)][»”]/g, ' ');
  const dates = findDates(plain);
  const days = unknown(
    dates.map(({ iso }) => iso),
    acts.flatMap(({ date }) => date ?? []),
  );
  const rest = dates.toReversed().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), plain);
  const numbered = [...rest.matchAll(/(?:№|No\.)\s*(\d+(?:-[IVX]+)?)/g)].map(([, number = '']) => number);
  const others = rest.replace(/(?:№|No\.)\s*\d+(?:-[IVX]+)?/g, ' ').match(/\d+/g) ?? [];
  const years = [...acts.flatMap(({ id }) => known.get(id)?.numbers ?? []), ...facts.guarantees.numbers];
  const numbers = acts.flatMap(({ number }) => number ?? []);
  const toldYears = years.filter((year) => /^(?:19|20)\d\d$/.test(year));
  return [...days, ...unknown(numbered, numbers), ...unknown(others, toldYears)];
}

test('the rules of forms name sources of the facts, and their day', () => {
  const strange = formRules.sources.filter((source) => !facts.sources.includes(sumOf(source)));
  expect(strange).toEqual([]);
  expect([formRules.dated, register.compiled]).toEqual([facts.compiled, facts.compiled]);
});

test('what is from memory would be found', () => {
  const acts = register.acts.filter(({ id }) => id === 'law-enforcement-service-2019');
  const found = (text: string) => strangeFigures(text, acts);
  expect(found('Закон от 25 июля 2019 года № 102 и {cite:npa-2009 article=19}, «1.»')).toEqual([]);
  expect(found('Закон от 26 июля 2019 года № 103')).toEqual(['2019-07-26', '103']);
  expect(found('20 000 сомов с 2031 года, № 2019')).toEqual(['2019', '20', '000', '2031']);
});
