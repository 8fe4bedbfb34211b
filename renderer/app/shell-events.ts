import { runCommand } from '../commands/run.ts';
import type { Desk } from '../state/desk.ts';
import { leaveWindow, openFrom } from '../state/files.ts';

/** Hears what the shell tells unasked, and that it has gone. */
export function listenToShell(desk: Desk): () => void {
  let isListening = true;
  void desk.bridge.ended?.then(() => {
    if (isListening) desk.banner.set({ severity: 'error', message: { key: 'ended' }, answers: [] });
  });
  const stops = [
    desk.bridge.on('command', ({ id }) => runCommand(desk, id)),
    desk.bridge.on('open-requested', ({ id }) => void openFrom(desk, { from: 'request', id })),
    desk.bridge.on('close-asked', () => void leaveWindow(desk)),
    desk.bridge.on('suspending', () => void desk.session.get()?.flush()),
  ];
  return () => {
    isListening = false;
    for (const stop of stops) stop();
  };
}
