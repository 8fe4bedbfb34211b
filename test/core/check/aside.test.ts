import { describe, expect, test } from 'vitest';
import { setAside, takeBack } from '../../../core/check/aside.ts';
import { readyForParliament } from '../../../core/check/gate.ts';
import type { Problem } from '../../../core/check/problem.ts';
import { applyEdit, invertEdit } from '../../../core/draft/apply.ts';
import { duplicateBlocks } from '../../../core/draft/copies.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import type { Draft, Unit } from '../../../core/draft/types.ts';
import { formatOf } from '../../../core/file/needs.ts';
import { readDraft } from '../../../core/file/read-draft.ts';
import { createReport } from '../../../core/file/report.ts';
import { mergeDrafts } from '../../../core/review/merge.ts';
import { editBetween } from '../../../core/review/transform.ts';
import { checkUnits, part } from './support.ts';

const why = { reason: ' Кабинет ырастады ', by: 'А. Асанова', on: '2026-11-23' };
const units = part(
  '{cite:penal-service-2006} боюнча.',
  '{cite:penal-service-2006} применяется  здесь.',
  '{cite:penal-service-2006} applies.',
);
const draftOf = (list: readonly Unit[]): Draft => ({ meta: { id: 'd' }, units: list, comments: [] });

function problemOf(rule: string, list: readonly Unit[]): Problem {
  const found = checkUnits(list).find(({ code }) => code === `check.${rule}`);
  if (!found) throw new Error(`no ${rule}`);
  return found;
}

function applied(list: readonly Unit[], edit: Edit | undefined): readonly Unit[] {
  const draft = edit && applyEdit(draftOf(list), edit);
  if (!draft) throw new Error('no edit');
  return draft.units;
}

const put = applied(units, setAside(units, problemOf('dead-act', units), why));
const standing = (list: readonly Unit[], rule: string) =>
  checkUnits(list).filter(({ code, aside }) => code === `check.${rule}` && !aside).length;

describe('a problem that was set aside', () => {
  test('keeps reason, person and day, stands in nobody’s way and leaves the others where they are', () => {
    expect(problemOf('dead-act', put).aside).toEqual({
      ...why,
      reason: 'Кабинет ырастады',
      rule: 'dead-act',
      about: problemOf('dead-act', units).about,
    });
    const groups = (list: readonly Unit[]) => readyForParliament(checkUnits(list)).inTheWay.map(({ group }) => group);
    expect(groups(units)).toContain('law');
    expect(groups(put)).not.toContain('law');
    expect(standing(put, 'double-space')).toBe(1);
  });

  test('is shown again on request, and by undo', () => {
    expect(standing(applied(put, takeBack(put, problemOf('dead-act', put))), 'dead-act')).toBe(1);
    const edit = setAside(units, problemOf('dead-act', units), why);
    if (!edit) throw new Error('no edit');
    expect(applied(put, invertEdit(edit))).toEqual(units);
  });

  test('stays while other words of the provision change, and comes back when its own do', () => {
    const typed: Edit = { operations: [{ type: 'insert_text', path: [1, 0, 2], offset: 0, text: ' Баса' }] };
    expect(standing(applied(put, typed), 'dead-act')).toBe(0);
    const cell = put[1]?.children[0];
    const citation = cell?.children[1];
    if (!citation || 'text' in citation || citation.type !== 'citation') throw new Error('no citation');
    const other: Edit = {
      operations: [
        { type: 'remove_node', path: [1, 0, 1], node: citation },
        { type: 'insert_node', path: [1, 0, 1], node: { ...citation, pinpoint: { article: ['3'] } } },
      ],
    };
    expect(standing(applied(put, other), 'dead-act')).toBeGreaterThan(0);
  });

  describe('beside another in the same words', () => {
    const twice = part('Бир  барак.', 'Один  лист и другой  лист.', 'One sheet.');
    const inRussian = (list: readonly Unit[]) =>
      checkUnits(list).filter(({ code, place }) => code === 'check.double-space' && place.language === 'ru');
    const second = (list: readonly Unit[]): Problem => {
      const problem = inRussian(list)[1];
      if (!problem) throw new Error('no second');
      return problem;
    };
    const set = applied(twice, setAside(twice, second(twice), why));
    const without = (list: readonly Unit[], at: number) =>
      applied(list, { operations: [{ type: 'remove_text', path: [1, 1, 0], offset: at, text: ' ' }] });

    test('leaves the other, and is taken back alone', () => {
      expect(inRussian(set).map(({ aside }) => aside !== undefined)).toEqual([false, true]);
      expect(inRussian(applied(set, takeBack(set, second(set)))).filter(({ aside }) => aside)).toEqual([]);
    });

    test('stays aside when the other is mended, and the other does not follow it when it is', () => {
      const alone = without(set, 'Один '.length);
      expect(inRussian(alone).map(({ aside }) => aside !== undefined)).toEqual([true]);
      const back = inRussian(alone)[0];
      expect(inRussian(applied(alone, back && takeBack(alone, back))).map(({ aside }) => aside)).toEqual([undefined]);
      const other = without(set, 'Один  лист и другой '.length);
      expect(inRussian(other).map(({ aside }) => aside !== undefined)).toEqual([false]);
    });

    test('is told by its order where even the words around are the same', () => {
      const same = 'лист и лист и лист и лист  и лист и лист и лист и лист  и лист и лист и лист и лист';
      const list = part('Барак.', same, 'Sheet.');
      const [first] = inRussian(list);
      if (!first) throw new Error('no first');
      expect(new Set(inRussian(list).map(({ about }) => about)).size).toBe(2);
      expect(inRussian(list).every(({ about }) => about.length <= 40)).toBe(true);
      const after = applied(list, setAside(list, first, why));
      expect(inRussian(after).map(({ aside }) => aside !== undefined)).toEqual([true, false]);
    });
  });

  test('needs a reason, and a provision that is still there', () => {
    const problem = problemOf('dead-act', units);
    expect(setAside(units, problem, { ...why, reason: '  ' })).toBeUndefined();
    expect(setAside(units.slice(0, 1), problem, why)).toBeUndefined();
    expect(takeBack(units, problem)).toBeUndefined();
  });
});

describe('what was set aside is saved with its provision', () => {
  test('read as it was written, in a format that keeps it; one that cannot be read is told and loses no word', () => {
    const report = createReport();
    expect(readDraft(JSON.parse(JSON.stringify(draftOf(put))), report)).toMatchObject({
      ok: true,
      value: { units: put },
    });
    expect(formatOf(draftOf(put))).toBe(2);
    const { aside: _aside, ...bare } = put[1] as Unit;
    const spoilt = { ...bare, aside: [{ rule: 'x', about: 'y', reason: '', by: '', on: 'today' }] };
    expect(readDraft(draftOf([spoilt]), report)).toMatchObject({ ok: true, value: { units: [bare] } });
    expect(report.notices().map(({ code }) => code)).toEqual(['file.aside-lost']);
  });

  test('merged from both sides without a conflict: what either put aside stays, what either took back goes', () => {
    const mine = put;
    const theirs = applied(units, setAside(units, problemOf('double-space', units), why));
    const both = mergeDrafts(draftOf(units), draftOf(mine), draftOf(theirs));
    expect(both.conflicts).toEqual([]);
    expect(both.draft.units[1]?.aside?.map(({ rule }) => rule)).toEqual(['dead-act', 'double-space']);
    const changed = applied(put, { operations: [{ type: 'insert_text', path: [1, 2, 2], offset: 0, text: ' now' }] });
    const back = mergeDrafts(draftOf(put), draftOf(changed), draftOf(units));
    expect(back.draft.units[1]?.aside).toBeUndefined();
    expect(back.conflicts).toEqual([]);
  });

  test('restored with a version, and no part of a copy', () => {
    const edit = editBetween(draftOf(units), draftOf(put));
    expect(applied(units, edit)).toEqual(put);
    const copied = applied(
      put,
      duplicateBlocks(put, ['part'], () => 'copy'),
    );
    expect(copied.find(({ id }) => id === 'copy')?.aside).toBeUndefined();
  });
});
