import { expect, test, vi } from 'vitest';
import { listenToShell } from '../../../renderer/app/shell-events.ts';
import type { Desk } from '../../../renderer/state/desk.ts';
import { createFakeBridge } from '../../support/fake-bridge.ts';

test('what is typed goes to the disk before the machine sleeps, and nothing more once nobody listens', () => {
  const bridge = createFakeBridge();
  const flush = vi.fn();
  const stop = listenToShell({ bridge, session: { get: () => ({ flush }) } } as unknown as Desk);
  bridge.emit('suspending', {});
  expect(flush).toHaveBeenCalledTimes(1);
  stop();
  bridge.emit('suspending', {});
  expect(flush).toHaveBeenCalledTimes(1);
});

test('the end of the application is told at once, not with the next edit that finds nobody', async () => {
  const ended = Promise.withResolvers<void>();
  const set = vi.fn();
  const desk = { bridge: { ...createFakeBridge(), ended: ended.promise }, banner: { set } } as unknown as Desk;
  listenToShell(desk);
  const stop = listenToShell(desk);
  stop();
  await Promise.resolve();
  expect(set).not.toHaveBeenCalled();
  ended.resolve();
  await ended.promise;
  await Promise.resolve();
  expect(set).toHaveBeenCalledExactlyOnceWith({ severity: 'error', message: { key: 'ended' }, answers: [] });
});
