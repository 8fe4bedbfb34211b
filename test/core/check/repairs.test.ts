import { describe, expect, test } from 'vitest';
import { repairAll } from '../../../core/check/repairs.ts';
import { applyEdit, invertEdit } from '../../../core/draft/apply.ts';
import { labelsOf } from '../../../core/draft/numbering.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { cellOf } from '../../../core/draft/state.ts';
import { makeUnit, runsText } from '../../../core/draft/text.ts';
import type { Draft, Unit } from '../../../core/draft/types.ts';
import { forms } from '../../support/forms.ts';
import { checkUnits, found, part, unitsOf } from './support.ts';

const draftOf = (units: readonly Unit[]): Draft => ({ meta: { id: 'd' }, units, comments: [] });

function applied(units: readonly Unit[], edit: Edit): readonly Unit[] {
  const after = applyEdit(draftOf(units), edit);
  if (!after) throw new Error('the edit does not fit');
  return after.units;
}

/** Repairs the first problem of a rule. */
function repaired(rule: string, units: readonly Unit[]): readonly Unit[] {
  const edit = found(rule, units)[0]?.repair?.(units);
  if (!edit) throw new Error(`${rule} repaired nothing`);
  return applied(units, edit);
}

const kyrgyz = (units: readonly Unit[]): string | undefined => {
  const unit = units.find(({ id }) => id === 'part');
  return unit && runsText(cellOf(unit, 'ky'));
};

describe.each([
  ['mixed-letters', 'Кызматкеp укуктуу.', 'Кызматкер укуктуу.'],
  ['mixed-letters', 'КЫЗМАТКEР', 'КЫЗМАТКЕР'],
  ['old-letters', 'Жогорку Кењеш', 'Жогорку Кеңеш'],
  ['old-letters', 'Ѳкмѳт', 'Өкмөт'],
  ['double-space', 'Жогорку   Кеңеш', 'Жогорку Кеңеш'],
  ['space-before-mark', 'Кызматкер , үй', 'Кызматкер, үй'],
])('%s', (rule, before, after) => {
  test(`«${before}» becomes «${after}»`, () => {
    const units = part(before);
    const next = repaired(rule, units);
    expect(kyrgyz(next)).toBe(after);
    expect(found(rule, next)).toEqual([]);
  });

  test('taken back, the text is as it was', () => {
    const units = part(before);
    const edit = found(rule, units)[0]?.repair?.(units) as Edit;
    expect(applied(applied(units, edit), invertEdit(edit))).toEqual(units);
  });

  test('does nothing when the words are no longer there', () => {
    const units = part(before);
    const repair = found(rule, units)[0]?.repair;
    expect(repair?.(part(after))).toBeUndefined();
    expect(repair?.([])).toBeUndefined();
  });

  test('the states stay, since the provision says the same', () => {
    const units = part(before).map((unit) => {
      const [ky, ru, en] = unit.children;
      return {
        ...unit,
        children: [
          { ...ky, rev: 1, approved: 1 },
          { ...ru, rev: 1 },
          { ...en, rev: 1 },
        ] as const,
      };
    });
    expect(repaired(rule, units)[1]?.children[0]).toMatchObject({ rev: 1, approved: 1 });
  });
});

test('a letter with two readings is left to a person', () => {
  expect(found('old-letters', part('конкреттҥҥ'))[0]?.repair).toBeUndefined();
});

test('an item of a list gets the mark that it should have', () => {
  const list = (...points: readonly string[]) =>
    unitsOf([['article', 'А'], ['part', 'Укук:'], ...points.map((text) => ['point', text] as const)]);
  const ends = (units: readonly Unit[]) => units.slice(2).map((unit) => runsText(cellOf(unit, 'ky')));
  expect(ends(repaired('list-ending', list('бир', 'эки.')))).toEqual(['бир;', 'эки.']);
  expect(ends(repaired('list-ending', list('бир;', 'эки;')))).toEqual(['бир;', 'эки.']);
  expect(ends(repaired('list-ending', list('бир,', 'эки.')))).toEqual(['бир;', 'эки.']);
});

describe('replacing a dead act', () => {
  const units = part('{cite:npa-1996 case=dat} ылайык', 'согласно {cite:npa-1996 case=dat}', 'under {cite:npa-1996}');

  test('cites the living one in all three languages, in the same case', () => {
    const next = repaired('dead-act', units);
    for (const cell of next[1]?.children ?? []) {
      const citations = cell.children.filter((inline) => 'type' in inline);
      expect(citations).toMatchObject([{ act: 'npa-2009', pinpoint: {} }]);
    }
    expect(found('dead-act', next)).toEqual([]);
    expect(found('differing-citations', next)).toEqual([]);
  });

  test('a place in the dead act is no place in the living one: a blank stands for it', () => {
    const placed = part('{cite:npa-1996 article=3 case=dat}', '{cite:npa-1996 article=3}', '{cite:npa-1996 article=3}');
    const next = repaired('dead-act', placed);
    expect(JSON.stringify(next)).not.toContain('"3"');
    expect(found('blank-left', next)).toHaveLength(3);
    expect(found('dead-act', next)).toEqual([]);
  });

  test('taken back, everything is as it was, approvals too', () => {
    const approved = units.map((unit) => {
      const [ky, ru, en] = unit.children;
      return {
        ...unit,
        children: [
          { ...ky, rev: 2, approved: 2 },
          { ...ru, rev: 2 },
          { ...en, rev: 2 },
        ] as const,
      };
    });
    const edit = found('dead-act', approved)[0]?.repair?.(approved) as Edit;
    const next = applied(approved, edit);
    expect(next[1]?.children[0]).not.toHaveProperty('approved');
    expect(applied(next, invertEdit(edit))).toEqual(approved);
  });
});

test('all repairs of a draft are one edit, and leave nothing that could be repaired', () => {
  const units = unitsOf([
    ['article', ['Берене', 'Статья', 'Article']],
    ['part', ['Укук:', 'По {cite:npa-1996} и {cite:npa-1996 article=2} .', 'Text.'], 'part'],
    ['point', ['Жогорку  Кењеш ,  кызматкеp  (үй )', 'Один;', 'One;'], 'p1'],
    ['point', ['{cite:npa-1996 article=3}  їй {cite:iab-1994}', 'Два.', 'Two.'], 'p2'],
  ]);
  const problems = checkUnits(units);
  const edit = repairAll(units, problems) as Edit;
  const next = applied(units, edit);
  expect(checkUnits(next).filter(({ repair }) => repair)).toEqual([]);
  const [p1, p2] = next.slice(2).map((unit) => runsText(cellOf(unit, 'ky')));
  expect(p1).toBe('Жогорку Кеңеш, кызматкер (үй);');
  expect(p2).toBe(' … үй .');
  expect(applied(next, invertEdit(edit))).toEqual(units);
  expect(repairAll(next, problems)).toBeUndefined();
});

test.each([
  ['repeated-number', ['5', '6', '5'], ['5', '6', '7']],
  ['number-order', ['5', '7', '6', '8'], ['5', '7', '7-1', '8']],
])('%s is repaired by counting the number again', (rule, before, after) => {
  const units = before.map((number, i) => ({ ...makeUnit(`a${i}`, 'article', { ky: 'Берене' }), number }));
  const next = repaired(rule, units);
  expect([...labelsOf(next, forms).values()].map(({ number }) => number)).toEqual(after);
  expect(found(rule, next)).toEqual([]);
});
