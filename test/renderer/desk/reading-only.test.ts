import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../../core/commands/catalogue.ts';
import { moveBlocks } from '../../../core/draft/blocks.ts';
import type { ActRegister } from '../../../core/law/types.ts';
import { actions } from '../../../renderer/commands/actions.ts';
import { isOffered } from '../../../renderer/commands/run.ts';
import type { DraftEditor } from '../../../renderer/editor/contract.ts';
import { createDraftEditor } from '../../../renderer/editor/draft-editor.ts';
import { createDesk, type Desk } from '../../../renderer/state/desk.ts';
import { createSession } from '../../../renderer/state/session.ts';
import register from '../../../resources/acts/register.json' with { type: 'json' };
import { aDraft, fixedPorts } from '../../support/builder.ts';
import { createFakeBridge, type FakeBridge, fakeSettings } from '../../support/fake-bridge.ts';
import { forms } from '../../support/forms.ts';

/* A draft that another window writes: whatever would change it is off, and would come to nothing if it were not. */

const draft = aDraft('draft-1')
  .unit('title', { ky: 'Мыйзам', ru: 'Закон', en: 'Law' }, 't')
  .unit('article', { ky: 'Максат', ru: 'Цель', en: 'Purpose' }, 'a1')
  .unit('article', { ky: 'Чөйрө', ru: 'Сфера', en: 'Scope' }, 'a2')
  .build();

let desk: Desk;
let bridge: FakeBridge;
let editor: DraftEditor;

beforeEach(async () => {
  bridge = createFakeBridge({}, fakeSettings);
  const [info, read] = await Promise.all([bridge.request('app.info', {}), bridge.request('resources.read', {})]);
  if (!info.ok || !read.ok) throw new Error('the fake bridge has no resources');
  const ports = fixedPorts();
  desk = createDesk({ bridge, ports, info: info.value, settings: fakeSettings, ...read.value });
  const acts = register as unknown as ActRegister;
  editor = createDraftEditor({ draft, register: acts, forms, ports, isReadOnly: true });
  const opened = { handle: 'h', draft, name: 'a.dolboor', sequence: 0, state: 'saved', notices: [] } as const;
  desk.session.set(createSession(bridge, { ...opened, readOnly: { id: 'r' } }, editor));
  editor.goTo({ unit: 'a2', language: 'ru', start: 0, end: 3 });
});

/** What a command must have before it may change a draft. */
const changing = commands.filter(({ when }) => when !== 'always' && when !== 'draft');

describe('a draft that is only read', () => {
  test('offers no command that would change it, though there is a selection and much to undo', () => {
    const everything = { ...editor.state(), canUndo: true, canRedo: true };
    expect(everything.whereabouts?.selected).toBe(true);
    expect(changing.length).toBeGreaterThan(40);
    for (const command of changing) {
      expect(isOffered(command, everything), command.id).toBe(false);
      expect(isOffered(command, { ...everything, isReadOnly: false }), command.id).toBe(true);
    }
  });

  test('stays as it is whatever command is carried out all the same', async () => {
    const edits: unknown[] = [];
    editor.onEdit((edit) => edits.push(edit));
    for (const { id } of commands) {
      desk.chosenRows.set(['a2']);
      desk.isInOutline.set(true);
      // Some ask a person and wait for the answer.
      void actions[id]?.(desk);
      await Promise.resolve();
      expect(edits, id).toEqual([]);
      expect(editor.draft(), id).toEqual(draft);
      desk.dialog.set(undefined);
    }
    const writes = bridge.requests.filter(({ name }) => name === 'draft.append' || name === 'draft.protect');
    expect(writes).toEqual([]);
  });

  test('has no row that could be moved, and nobody is told that it was', () => {
    expect(editor.apply((units) => moveBlocks(units, ['a2'], 'up'))).toBe(false);
    expect(editor.draft()).toEqual(draft);
  });
});
