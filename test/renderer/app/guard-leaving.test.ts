import { expect, test, vi } from 'vitest';
import { guardLeaving } from '../../../renderer/app/guard-leaving.ts';
import type { Desk } from '../../../renderer/state/desk.ts';

function guarded(shell: 'electron' | 'loopback', hasUnsavedWork: boolean) {
  const flush = vi.fn();
  const session = { flush, hasUnsavedWork: () => hasUnsavedWork };
  const stop = guardLeaving({ info: { shell }, session: { get: () => session } } as unknown as Desk);
  const leave = (): boolean => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { flush, stop, leave };
}

test.each([
  ['another window', () => window.dispatchEvent(new Event('blur'))],
  ['the page is out of sight', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['the page goes', () => window.dispatchEvent(new Event('beforeunload'))],
])('what is typed goes to the disk at once: %s', (_name, go) => {
  const { flush, stop } = guarded('electron', false);
  go();
  expect(flush).toHaveBeenCalledTimes(1);
  stop();
  go();
  expect(flush).toHaveBeenCalledTimes(1);
});

test.each([
  ['loopback', true, true],
  ['loopback', false, false],
  ['electron', true, false],
] as const)('the browser asks before a page goes whose file lacks something: %s, %s', (shell, unsaved, asks) => {
  const { leave, stop } = guarded(shell, unsaved);
  expect(leave()).toBe(asks);
  stop();
});
