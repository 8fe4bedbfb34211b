import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkInSteps, provisionsInStep, rules } from '../../../core/check/catalogue.ts';
import type { Finding } from '../../../core/check/problem.ts';
import { readInSteps } from '../../../core/check/reading.ts';
import { readTemplateUnits } from '../../../core/draft/markup.ts';
import type { Unit } from '../../../core/draft/types.ts';
import { generateBill } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';
import { flatLocale } from '../../support/locales.ts';
import { index as acts } from '../law/register.ts';
import { checkUnits, unitsOf } from './support.ts';

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

test('however long the bill, no step of the check looks at more than a stretch of it', () => {
  const { units } = generateBill({ articles: 200 });
  const perStretch = rules.filter(({ byProvision }) => byProvision).length;
  const stretches = Math.ceil(units.length / provisionsInStep);
  let steps = 0;
  for (const _ of checkInSteps({ units, comments: [], forms, acts })) steps += 1;
  expect(stretches).toBeGreaterThan(2);
  expect(steps).toBe(stretches + perStretch * stretches + rules.length - perStretch);
});

test('a bill that is looked at in stretches shows the same problems in the same order', () => {
  const bad = unitsOf([
    ['article', ['Берене', 'Статья', 'Article']],
    ['part', ['Бир  (сөз 7.', '{cite:npa-1996 article=3} ба3а', 'Бир  (сөз 7 _']],
    ['point', ['', '{cite:no-such-act}', '']],
    ['part', ''],
  ]);
  const units = Array.from({ length: 300 }, (_, i) => bad.map((unit) => ({ ...unit, id: `${unit.id}-${i}` }))).flat();
  const sources = { units, comments: [], forms, acts };
  const reading = readInSteps(sources, units.length);
  let read = reading.next();
  while (!read.done) read = reading.next();
  const whole = read.value;
  const shown = (all: readonly Finding[]) => all.map(({ place, params }) => ({ place, params }));
  const expected = rules.flatMap((rule) => shown(rule.find(whole)));
  expect(expected.length).toBeGreaterThan(units.length);
  expect(shown(checkUnits(units))).toEqual(expected);
});
