// A whole session of the loopback host as its page would have it, over the socket: start, create, type, save, export in every format,
// name a version, send, import, protect, close.
// Prints `done` when every request was answered as it should be.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';

const [root, watcher, home, ...prefix] = process.argv.slice(2);
const program = (file, ...args) => {
  const line = [...prefix, process.execPath, '--import', watcher, path.join(root, 'out', 'main', file), ...args];
  return spawn(line[0], line.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] });
};

const host = program('web-host.js', '--no-open');
const ended = once(host, 'exit');
// A session that breaks off leaves nobody waiting for its host.
process.on('exit', () => host.kill());
const address = await new Promise((resolve) => {
  createInterface({ input: host.stdout }).on('line', (line) => /http:\S+\?t=\S+/.test(line) && resolve(line.trim()));
});
const { origin, host: name } = new URL(address);
const welcome = await fetch(address, { redirect: 'manual' });
const cookie = welcome.headers.get('set-cookie').split(';')[0];
await (await fetch(origin, { headers: { cookie } })).text();
const socket = new WebSocket(`ws://${name}/rpc`, { headers: { cookie, origin } });
await once(socket, 'open');

let id = 0;
async function ask(request, payload) {
  id += 1;
  const own = id;
  const answered = new Promise((resolve) => {
    socket.on('message', function listen(data) {
      const message = JSON.parse(String(data));
      if (message.id !== own) return;
      socket.off('message', listen);
      resolve(message.reply);
    });
  });
  socket.send(JSON.stringify({ id, name: request, request: payload }));
  const reply = await answered;
  if (!reply.ok) throw new Error(`${request}: ${reply.error.code}`);
  return reply.value;
}

const { folder } = await ask('files.browse', {});
const [template] = await ask('templates.list', {});
const { handle, draft, sequence } = await ask('draft.create', { template: template.id });
const edit = { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: 'ң' }] };
await ask('draft.append', { handle, edits: [{ sequence: sequence + 1, edit }] });
const to = (file) => ({ to: 'listed', folder, name: file, overwrite: false });
await ask('draft.save', { handle, draft, sequence: sequence + 1, target: to('a') });
const ways = [
  { document: 'bill', language: 'ky', format: 'docx', profile: 'final' },
  { document: 'bill', language: 'parallel', format: 'docx', profile: 'review' },
  { document: 'bill', language: 'ru', format: 'text', profile: 'internal' },
  { document: 'parity', language: 'en', format: 'csv', profile: 'internal' },
];
for (const [i, options] of ways.entries()) {
  await ask('export.start', { job: `j${i}`, draft, options, target: to(`a${i}.${options.format}`) });
}
await ask('history.name', { handle, label: 'v1' });
await ask('history.list', { handle });
await ask('history.travel', { handle, on: true });
await ask('texts.travel', { handle, on: true });
await ask('trail.turn', { handle, on: true });
await ask('outside.look', { handle });
await ask('draft.send', { handle, target: to('b'), label: 'v2', comments: true, versions: true, trail: false });
// What a file from elsewhere would have fetched, were it opened by a browser.
const page =
  '<p>Article 1. Sample</p><img src="https://example.invalid/x.png"><iframe src="//example.invalid/"></iframe>';
await writeFile(path.join(folder, 'foreign.html'), page);
await ask('text.words', { from: 'listed', folder, name: 'foreign.html' });
await ask('text.propose', { from: 'listed', folder, name: 'foreign.html' });
await ask('library.read', {});
await ask('draft.protect', { handle, password: 'сырсөз' });
await ask('draft.save', { handle, draft, sequence: sequence + 1, target: { to: 'same' } });
const reading = program('cli.js', 'import-act', path.join(root, 'test/fixtures/official/ky-law.html'));
reading.stdout.resume();
const [read] = await once(reading, 'exit');
if (read !== 0 && read !== 1) throw new Error(`import-act ended with ${read}`);
await ask('draft.close', { handle, discard: false });
for (const list of ['recents.list', 'recovery.list', 'settings.read', 'resources.read', 'log.read', 'log.save']) {
  await ask(list, {});
}
await ask('window.close', {});
await ended;
console.log(`done in ${home}`);
process.exit(0);
