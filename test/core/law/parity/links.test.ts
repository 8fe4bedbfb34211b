import { expect, test } from 'vitest';
import { applyEdit, invertEdit } from '../../../../core/draft/apply.ts';
import { makeUnit } from '../../../../core/draft/text.ts';
import { readEdit } from '../../../../core/file/read-edit.ts';
import { readUnit } from '../../../../core/file/read-unit.ts';
import { createReport } from '../../../../core/file/report.ts';
import { linkGuarantee, linksOf } from '../../../../core/law/parity-links.ts';

const units = [makeUnit('a1', 'article', { ky: 'Турак жай' }), makeUnit('a2', 'article', { ky: 'Пенсия' })];
const draft = { meta: { id: 'd' }, units, comments: [] };
const template = { housing: ['a1'], pension: ['a2', 'gone'] };

test('a provision of which nobody said anything has the links of its template', () => {
  expect(linksOf(units, template)).toEqual({ housing: ['a1'], pension: ['a2'] });
});

test('a link is an edit that can be taken back, and keeps what the template gave', () => {
  const edit = linkGuarantee(units, template, { unit: 'a1', guarantee: 'pension', gives: true });
  if (!edit) throw new Error('there is no edit');
  const next = applyEdit(draft, edit);
  expect(linksOf(next?.units ?? [], template)).toEqual({ housing: ['a1'], pension: ['a1', 'a2'] });
  expect(next && applyEdit(next, invertEdit(edit))).toEqual(draft);
});

test('a link that is taken away does not come back from the template', () => {
  const edit = linkGuarantee(units, template, { unit: 'a1', guarantee: 'housing', gives: false });
  const next = edit && applyEdit(draft, edit);
  expect(linksOf(next?.units ?? [], template)).toEqual({ pension: ['a2'] });
});

test('a provision that gives several guarantees keeps the others when one is taken away', () => {
  const both = { housing: ['a1'], pension: ['a1', 'a2'] };
  const edit = linkGuarantee(units, both, { unit: 'a1', guarantee: 'housing', gives: false });
  expect(linksOf((edit && applyEdit(draft, edit))?.units ?? [], both)).toEqual({ pension: ['a1', 'a2'] });
});

test('what is said already is no edit', () => {
  expect(linkGuarantee(units, template, { unit: 'a1', guarantee: 'housing', gives: true })).toBeUndefined();
  expect(linkGuarantee(units, template, { unit: 'a1', guarantee: 'food', gives: false })).toBeUndefined();
  expect(linkGuarantee(units, template, { unit: 'gone', guarantee: 'food', gives: true })).toBeUndefined();
});

test('links are saved with the provision, and replayed from the journal', () => {
  const unit = { ...units[0], guarantees: ['housing', 'lump-sum'] };
  expect(readUnit(JSON.parse(JSON.stringify(unit)), createReport())).toEqual(unit);
  const edit = linkGuarantee(units, template, { unit: 'a1', guarantee: 'pension', gives: true });
  expect(readEdit(JSON.parse(JSON.stringify(edit)))).toEqual({ ok: true, value: edit });
});

test('links that cannot be read cost no word of the provision', () => {
  for (const guarantees of ['housing', [1], ['a', 'a'], ['=1+1'], null]) {
    expect(readUnit({ ...units[0], guarantees }, createReport())).toEqual(units[0]);
  }
});
