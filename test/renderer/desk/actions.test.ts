import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkDraft } from '../../../core/check/catalogue.ts';
import { commands } from '../../../core/commands/catalogue.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { CitationInline, Unit } from '../../../core/draft/types.ts';
import { actsOn, indexActs } from '../../../core/law/acts.ts';
import { isDeadAct } from '../../../core/law/status-day.ts';
import type { ActRegister } from '../../../core/law/types.ts';
import { exportDocument } from '../../../electron/workers/export-document.ts';
import { wordWords } from '../../../electron/workers/word-words.ts';
import { actions } from '../../../renderer/commands/actions.ts';
import { findDeadCitation } from '../../../renderer/commands/find-next.ts';
import { isOffered, runCommand } from '../../../renderer/commands/run.ts';
import { citationMark } from '../../../renderer/editor/citation-mark.ts';
import type { EditorState } from '../../../renderer/editor/contract.ts';
import type { Desk } from '../../../renderer/state/desk.ts';
import type { Banner, DialogState } from '../../../renderer/state/dialogs.ts';
import { createStore } from '../../../renderer/state/store.ts';
import { aDraft } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';
import { aJob } from '../../word/export-support.ts';

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

test('on a day before its end an act is no dead citation to go to, nor one that the text, the checks or the document warn of', async () => {
  const { since = '' } = acts.byId.get('fire-safety-1996') ?? {};
  const citation: CitationInline = { ...cite(), act: 'fire-safety-1996' };
  const draft = aDraft()
    .unit('part', { ru: [{ text: '' }, citation, { text: '' }] }, 'p')
    .build();
  const warned = async (day: string) => {
    const then = actsOn(acts, { day, compiled: register.compiled });
    const { notices } = await exportDocument({ ...aJob(draft), day }, wordWords, () => undefined);
    return [
      findDeadCitation(stateWith(draft.units), then) !== undefined,
      citationMark(citation, then) === 'dead',
      checkDraft({ ...draft, forms, acts: then }).some(({ code }) => code === 'check.dead-act'),
      notices.some(({ code, params }) => code === 'word.dead-acts' && params?.context === 'on-day'),
    ];
  };
  expect(await warned('2020-01-01')).toEqual([false, false, false, false]);
  expect(await warned(since)).toEqual([true, true, true, true]);
});
