import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../core/base/result.ts';
import type { Desk } from '../../../renderer/state/desk.ts';
import type { DialogState } from '../../../renderer/state/dialogs.ts';
import { unlockVersion } from '../../../renderer/state/passwords.ts';
import { createStore } from '../../../renderer/state/store.ts';
import { aDraft } from '../../support/builder.ts';
import { createFakeBridge } from '../../support/fake-bridge.ts';

function deskWith(right: string) {
  const draft = aDraft('draft-1').unit('title', 'Мыйзам').build();
  const version = { id: 'v1', at: '2026-03-01T09:00:00.000Z', sequence: 1, bytes: 1, label: '', draft, notices: [] };
  const bridge = createFakeBridge({
    'history.read': ({ password }) => (password === right ? succeed(version) : fail({ code: 'wrong-password' })),
  });
  const dialog = createStore<DialogState | undefined>({ kind: 'history' });
  return { desk: { bridge, dialog } as unknown as Desk, dialog };
}

function asked(dialog: ReturnType<typeof deskWith>['dialog']) {
  const state = dialog.get();
  if (state?.kind !== 'unlock') throw new Error('Nobody asks');
  return state;
}

describe('a version of the past that another password sealed', () => {
  test('is asked for until the password is right, and is chosen among the versions then', async () => {
    const { desk, dialog } = deskWith('ала-тоо');
    const done = unlockVersion(desk, 'handle', 'v1');
    expect(await asked(dialog).attempt('башка')).toBe('wrong');
    expect(await asked(dialog).attempt('ала-тоо')).toBe('open');
    await done;
    expect(dialog.get()).toEqual({ kind: 'history', chosen: 'v1' });
  });

  test('is left shut by whoever gives up, who stands before the versions again', async () => {
    const { desk, dialog } = deskWith('ала-тоо');
    const done = unlockVersion(desk, 'handle', 'v1');
    asked(dialog).cancel();
    await done;
    expect(dialog.get()).toEqual({ kind: 'history', chosen: 'v1' });
  });
});
