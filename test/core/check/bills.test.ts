import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../core/check/catalogue.ts';
import { readTemplateUnits } from '../../../core/draft/markup.ts';
import type { Unit } from '../../../core/draft/types.ts';
import { generateBill } from '../../support/builder.ts';
import { flatLocale } from '../../support/locales.ts';
import { checkUnits } from './support.ts';

const folder = path.join(import.meta.dirname, '../../../resources/templates');
const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function templateUnits(name: string): readonly Unit[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, name, file), 'utf8'));
  const { files } = read('template.json') as { files: readonly string[] };
  return files.flatMap((file) => {
    const result = readTemplateUnits(read(file));
    return result.ok ? result.value : [];
  });
}

describe.each(names.map((entry) => entry.name))('the template %s', (name) => {
  const problems = checkUnits(templateUnits(name));

  test('has no errors', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('has nothing to look at but its blanks and what the register itself has not verified', () => {
    const codes = new Set(problems.map(({ code }) => code));
    const expected = ['check.blank-left', 'check.unverified-act', 'check.untitled-citation'];
    expect([...codes].filter((code) => !expected.includes(code))).toEqual([]);
  });
});

test('plain sentences raise no alarm, however many', () => {
  expect(checkUnits(generateBill({ articles: 60 }).units)).toEqual([]);
});

test('every rule has a sentence and a name in every language', () => {
  for (const language of ['ky', 'ru', 'en'] as const) {
    const keys = flatLocale(language, 'check');
    for (const { name } of rules) {
      expect(keys.has(`rule.${name}`), `${language} ${name}`).toBe(true);
      expect(keys.has(`notices.${name}`) || keys.has(`notices.${name}_other`), `${language} ${name}`).toBe(true);
    }
  }
});
