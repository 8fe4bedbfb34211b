import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../core/base/language.ts';
import { mayStandAt } from '../../core/draft/edits.ts';
import { readTemplateUnits } from '../../core/draft/markup.ts';
import { cellOf, isBlankCell } from '../../core/draft/state.ts';
import { isRun, runsText } from '../../core/draft/text.ts';
import type { Inline, Unit } from '../../core/draft/types.ts';
import register from '../../resources/acts/register.json' with { type: 'json' };

const folder = path.join(import.meta.dirname, '../../resources/templates');
const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const acts = new Map(register.acts.map((act) => [act.id, act]));

interface Template {
  readonly id: string;
  readonly title: Record<string, string>;
  readonly description: Record<string, string>;
  readonly leansOn: readonly string[];
  readonly files: readonly string[];
}

function load(name: string): { readonly template: Template; readonly units: readonly Unit[] } {
  const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, name, file), 'utf8'));
  const template = read('template.json') as Template;
  const units = template.files.flatMap((file) => {
    const result = readTemplateUnits(read(file));
    if (!result.ok) throw new Error(`${file}: ${result.error.unit}: ${result.error.piece}`);
    return result.value;
  });
  return { template, units };
}

/** What must be the same in the three languages: citations (without case), references, number of blanks. */
function skeleton(inlines: readonly Inline[]): readonly string[] {
  return inlines
    .flatMap((inline) => {
      if (isRun(inline)) return inline.blank ? ['blank'] : [];
      return inline.type === 'citation'
        ? [`${inline.act} ${JSON.stringify(inline.pinpoint)}`]
        : [`ref ${inline.target}`];
    })
    .sort();
}

describe.each(names.map((entry) => entry.name))('the template %s', (name) => {
  const { template, units } = load(name);

  test('is named and described in three languages, and leans on acts of the register', () => {
    expect(template.id).toBe(name);
    for (const language of languages) {
      expect(template.title[language]).toBeTruthy();
      expect(template.description[language]).toBeTruthy();
    }
    expect(template.leansOn.filter((act) => !acts.has(act))).toEqual([]);
  });

  test('every id is its own, and every unit stands where its kind may stand', () => {
    expect(new Set(units.map((unit) => unit.id)).size).toBe(units.length);
    expect(units.filter((unit, index) => !mayStandAt(units, index, unit.kind)).map((unit) => unit.id)).toEqual([]);
  });

  test('every text is there in three languages, or in none where an article has no heading', () => {
    const gaps = units.filter((unit) => new Set(unit.children.map(isBlankCell)).size > 1);
    expect(gaps.map((unit) => unit.id)).toEqual([]);
    const empty = units.filter((unit) => unit.children.every(isBlankCell) && unit.kind !== 'article');
    expect(empty.map((unit) => unit.id)).toEqual([]);
  });

  test('the three languages cite the same places and leave the same blanks', () => {
    const differing = units.filter((unit) => {
      const [ky, ru, en] = unit.children.map((cell) => skeleton(cell.children).join('|'));
      return ky !== ru || ru !== en;
    });
    expect(differing.map((unit) => unit.id)).toEqual([]);
  });

  test('references lead to units of the template, citations to acts that are more than hearsay', () => {
    const ids = new Set(units.map((unit) => unit.id));
    for (const inline of units.flatMap((unit) => cellOf(unit, 'ky').children)) {
      if (isRun(inline)) continue;
      if (inline.type === 'reference') expect(ids).toContain(inline.target);
      else expect(['verified', 'partly']).toContain(acts.get(inline.act)?.confidence);
    }
  });

  test('no dash begins a line in Kyrgyz and Russian: it holds to the word before it', () => {
    const loose = units.filter((unit) =>
      (['ky', 'ru'] as const).some((language) => / –/.test(runsText(cellOf(unit, language)))),
    );
    expect(loose.map((unit) => unit.id)).toEqual([]);
  });

  test('no Latin letter stands inside a Cyrillic word', () => {
    const mixed = /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u;
    const wrong = units.filter((unit) =>
      (['ky', 'ru'] as const).some((language) => mixed.test(runsText(cellOf(unit, language)))),
    );
    expect(wrong.map((unit) => unit.id)).toEqual([]);
  });
});

test('the bill on the social protection of police officers is a whole bill', () => {
  const { units } = load('police-social-protection');
  expect(units.filter((unit) => unit.kind === 'chapter').length).toBeGreaterThanOrEqual(12);
  expect(units.filter((unit) => unit.kind === 'article').length).toBeGreaterThanOrEqual(40);
});

test('an act that is repealed is cited only where a note says so', () => {
  const { units } = load('police-social-protection');
  const dead = units.filter((unit) =>
    cellOf(unit, 'ky').children.some(
      (inline) => !isRun(inline) && inline.type === 'citation' && acts.get(inline.act)?.status === 'repealed',
    ),
  );
  expect(dead.length).toBeGreaterThan(0);
  expect(dead.filter((unit) => unit.kind !== 'note').map((unit) => unit.id)).toEqual([]);
});

test('a template carries no sum, share or date of its own: they are blanks', () => {
  const { units } = load('police-social-protection');
  const provisions = units.filter((unit) => unit.kind !== 'note');
  const numbered = provisions.filter((unit) => unit.children.some((cell) => /\d/.test(runsText(cell))));
  expect(numbered.map((unit) => unit.id)).toEqual([]);
});
