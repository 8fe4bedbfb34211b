import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../core/base/language.ts';
import { findNumbers } from '../../core/languages/read-numbers.ts';
import type { BillLinks, ParityFact } from '../../core/law/parity.ts';
import { sourceArticle } from '../../core/law/parity.ts';
import register from '../../resources/acts/register.json' with { type: 'json' };
import { matrix } from '../core/law/parity/support.ts';

const facts: readonly (readonly [string, ParityFact])[] = matrix.guarantees.flatMap(({ id, cells }) =>
  Object.entries(cells).flatMap(([service, found]) => found.map((fact, i) => [`${id} ${service} ${i}`, fact] as const)),
);
const acts = new Map(register.acts.map((act) => [act.id, act]));

describe('the matrix that ships', () => {
  test('names every guarantee and service in three languages, each once', () => {
    const ids = [...matrix.guarantees, ...matrix.services].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name } of [...matrix.guarantees, ...matrix.services]) {
      for (const language of languages) expect(name[language]).toBeTruthy();
    }
    expect(matrix.services.map(({ id }) => id)).toContain(matrix.subject);
  });

  test('has cells of its own services alone', () => {
    const services = new Set(matrix.services.map(({ id }) => id));
    const strange = matrix.guarantees.flatMap(({ cells }) => Object.keys(cells).filter((id) => !services.has(id)));
    expect(strange).toEqual([]);
  });

  test('leaves most cells empty: what is not known is not filled', () => {
    const empty = matrix.guarantees.flatMap(({ cells }) => Object.values(cells).filter((found) => found.length === 0));
    expect(empty).toHaveLength(44);
  });

  describe.each(facts)('%s', (_, fact) => {
    test('has a source, and is known at least in part', () => {
      expect(fact.sources.length).toBeGreaterThan(0);
      for (const source of fact.sources) expect(source === sourceArticle || /^https?:\/\/\S+$/.test(source)).toBe(true);
      expect(['verified', 'partly']).toContain(fact.confidence);
      expect(fact.shown).toBeTruthy();
    });

    test('cites acts of the register, and only places that the fact itself names', () => {
      for (const { act, pinpoint } of fact.citations) {
        expect(acts.has(act), act).toBe(true);
        const numbers = Object.values(pinpoint).flat();
        for (const number of numbers) {
          expect(`${fact.articleSeen ?? ''} ${fact.actSeen ?? ''}`).toMatch(new RegExp(`\\barts?\\b.*\\b${number}\\b`));
        }
      }
      if (fact.citations.length > 0) expect(fact.actSeen).toBeTruthy();
      if (fact.basis) expect(fact.citations).toEqual([]);
    });

    test('says the same numbers in three languages', () => {
      const numbers = (words: string): readonly string[] =>
        findNumbers(words.replace(/\d{4}-\d{2}-\d{2}/g, ''), 'ru')
          .map(({ value }) => value)
          .sort();
      for (const language of ['ky', 'ru'] as const)
        expect(numbers(fact.guarantee[language])).toEqual(numbers(fact.guarantee.en));
    });
  });
});

const templates = path.join(import.meta.dirname, '../../resources/templates');
const linked = readdirSync(templates).filter((name) => existsSync(path.join(templates, name, 'parity.json')));

test('the police bill is linked to the matrix', () => {
  expect(linked).toContain('police-social-protection');
});

describe.each(linked)('the links of %s', (name) => {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(templates, name, file), 'utf8'));
  const links = read('parity.json') as BillLinks;
  const { files } = read('template.json') as { files: readonly string[] };
  const articles = files
    .flatMap((file) => read(file) as readonly { id: string; kind: string }[])
    .filter(({ kind }) => kind === 'article')
    .map(({ id }) => id);

  test('are for guarantees of the matrix, and lead to articles of the template', () => {
    const guarantees = matrix.guarantees.map(({ id }) => id);
    expect(Object.keys(links).filter((id) => !guarantees.includes(id))).toEqual([]);
    expect(
      Object.values(links)
        .flat()
        .filter((id) => !articles.includes(id)),
    ).toEqual([]);
  });
});
