import { expect, test } from 'vitest';
import { createSocketBridge } from '../../../renderer/bridge.ts';

/** A socket of which the test holds the other end. */
function createSocket() {
  const sent: { id: number; name: string; request: unknown }[] = [];
  const listeners = new Map<string, (event: { readonly data: unknown }) => void>();
  return {
    sent,
    send: (text: string) => void sent.push(JSON.parse(text)),
    addEventListener: (type: string, listen: (event: { readonly data: unknown }) => void) =>
      void listeners.set(type, listen),
    receive: (message: unknown) => listeners.get('message')?.({ data: JSON.stringify(message) }),
    drop: () => listeners.get('close')?.({ data: '' }),
  };
}

test('each request gets the reply that bears its number, in whatever order they come', async () => {
  const socket = createSocket();
  const bridge = createSocketBridge(socket);
  const info = bridge.request('app.info', {});
  const recents = bridge.request('recents.list', {});
  const [first, second] = socket.sent;
  expect(first).toMatchObject({ name: 'app.info', request: {} });
  socket.receive({ id: second?.id, reply: { ok: true, value: [] } });
  socket.receive({ id: first?.id, reply: { ok: false, error: { code: 'busy' } } });
  expect(await recents).toEqual({ ok: true, value: [] });
  expect(await info).toEqual({ ok: false, error: { code: 'busy' } });
});

test('an event reaches who listens, and no longer who has stopped', () => {
  const socket = createSocket();
  const bridge = createSocketBridge(socket);
  const heard: string[] = [];
  const stop = bridge.on('command', ({ id }) => heard.push(id));
  socket.receive({ event: true, name: 'command', payload: { id: 'save' } });
  stop();
  socket.receive({ event: true, name: 'command', payload: { id: 'undo' } });
  expect(heard).toEqual(['save']);
});

test('when the host is gone, requests waiting and new ones fail instead of hanging', async () => {
  const socket = createSocket();
  const bridge = createSocketBridge(socket);
  const waiting = bridge.request('app.info', {});
  socket.drop();
  expect(await waiting).toEqual({ ok: false, error: { code: 'internal' } });
  expect(await bridge.request('app.info', {})).toEqual({ ok: false, error: { code: 'internal' } });
  await expect(bridge.ended).resolves.toBeUndefined();
});

test('an event that came before anybody listened reaches the first who does, once', () => {
  const socket = createSocket();
  const bridge = createSocketBridge(socket);
  const heard: string[] = [];
  socket.receive({ event: true, name: 'open-requested', payload: { id: 'f1', name: 'a.dolboor' } });
  bridge.on('open-requested', ({ id }) => heard.push(`first ${id}`));
  bridge.on('open-requested', ({ id }) => heard.push(`second ${id}`));
  expect(heard).toEqual(['first f1']);
});
