import { expect, test } from 'vitest';
import { checkDraft } from '../../../core/check/catalogue.ts';
import { applyEdit } from '../../../core/draft/apply.ts';
import { readTemplateUnits } from '../../../core/draft/markup.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { index as acts } from '../../core/law/register.ts';
import { forms } from '../../support/forms.ts';
import { openHand } from '../editor/harness.ts';

function draftOf(json: unknown): Draft {
  const read = readTemplateUnits(json);
  if (!read.ok) throw new Error(read.error.piece);
  return { meta: { id: 'd' }, units: read.value, comments: [] };
}

const spoilt = draftOf([
  { id: 'a', kind: 'article', ky: 'Берене', ru: 'Статья', en: 'Article' },
  {
    id: 'p',
    kind: 'part',
    ky: 'Кењеш  {cite:npa-1996 article=3 case=dat} ылайык ,',
    ru: 'Согласно {cite:npa-1996 case=dat} сотpудник',
    en: 'Under {cite:npa-1996} an officer',
  },
]);

test('the editor takes every repair as one step of undo, and its list stays in order', () => {
  const { editor, edits, parts } = openHand(spoilt);
  const check = () => checkDraft({ units: editor.state().units, comments: [], forms, acts });
  for (let round = 0; round < 12; round += 1) {
    const problem = check().find(({ repair }) => repair);
    if (!problem?.repair) break;
    const before = edits.length;
    const units = editor.state().units;
    expect(editor.apply(problem.repair), problem.code).toBe(true);
    expect(edits.length - before, problem.code).toBe(1);
    editor.undo();
    expect(editor.state().units, problem.code).toEqual(units);
    editor.redo();
  }
  expect(check().filter(({ repair }) => repair)).toEqual([]);
  expect(parts.session.repairs).toBe(0);
});

test('what the editor did is what the journal replays', () => {
  const { editor, edits } = openHand(spoilt);
  const [problem] = checkDraft({ units: editor.state().units, comments: [], forms, acts }).filter(
    ({ repair }) => repair,
  );
  editor.apply((units) => problem?.repair?.(units));
  const replayed = edits.reduce<Draft | undefined>((draft, edit) => draft && applyEdit(draft, edit), spoilt);
  expect(replayed?.units).toEqual(editor.state().units);
});

test('an edit that core does not build changes nothing', () => {
  const { editor, edits } = openHand(spoilt);
  expect(editor.apply(() => undefined)).toBe(false);
  expect(edits).toEqual([]);
});
