import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../../core/commands/catalogue.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { CitationInline, Unit } from '../../../core/draft/types.ts';
import { indexActs } from '../../../core/law/acts.ts';
import type { ActRegister } from '../../../core/law/types.ts';
import { actions } from '../../../renderer/commands/actions.ts';
import { findDeadCitation } from '../../../renderer/commands/find-next.ts';
import { isOffered, runCommand } from '../../../renderer/commands/run.ts';
import type { EditorState } from '../../../renderer/editor/contract.ts';
import { isDeadAct } from '../../../renderer/state/dead-acts.ts';
import type { Desk } from '../../../renderer/state/desk.ts';
import type { Banner, DialogState } from '../../../renderer/state/dialogs.ts';
import { createStore } from '../../../renderer/state/store.ts';

test('every command of the catalogue does something, and nothing is done that is not in it', () => {
  expect(Object.keys(actions).sort()).toEqual(commands.map(({ id }) => id).sort());
});

test('without a draft only what needs none is offered', () => {
  const offered = commands.filter((command) => isOffered(command, undefined));
  expect(offered.every((command) => command.when === 'always')).toBe(true);
  expect(offered.map(({ id }) => id)).toContain('open-draft');
});

test('a note goes with the next command, an error stays', () => {
  const banner = createStore<Banner | undefined>({ severity: 'note' });
  const parts = { banner, session: createStore(undefined), dialog: createStore<DialogState | undefined>(undefined) };
  const desk = parts as unknown as Desk;
  runCommand(desk, 'about');
  expect(banner.get()).toBeUndefined();
  banner.set({ severity: 'error', failure: { code: 'no-space' } });
  runCommand(desk, 'about');
  expect(banner.get()?.failure?.code).toBe('no-space');
});

const register: ActRegister = JSON.parse(readFileSync('resources/acts/register.json', 'utf8'));
const acts = indexActs(register);
const dead = register.acts.find((act) => isDeadAct(acts, act.id));
const cite = (): CitationInline => ({ type: 'citation', act: dead?.id ?? '', pinpoint: {}, children: [{ text: '' }] });
const stateWith = (units: readonly Unit[]): EditorState => ({ units, activeLanguage: 'ru' }) as unknown as EditorState;

test('a dead citation in the text is found before those in drafter’s notes, which alone are counted and said to be notes', () => {
  const note = makeUnit('n', 'note', { ru: [cite()] });
  const part = makeUnit('p', 'part', { ru: [cite()] });
  expect(findDeadCitation(stateWith([note, part]), acts)).toEqual({ unit: 'p', language: 'ru' });
  expect(findDeadCitation(stateWith([note, note]), acts)).toEqual({ unit: 'n', language: 'ru', inNotes: 2 });
  expect(findDeadCitation(stateWith([makeUnit('p', 'part', { ky: [cite()] })]), acts)).toBeUndefined();
});
