// A whole session of the loopback host as its page would have it, over the socket: start, create, type, save, export, import, close.
// Prints `done` when every request was answered as it should be.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.id === own) resolve(message.reply);
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
const options = { document: 'bill', language: 'ky', format: 'docx', profile: 'final' };
await ask('export.start', { job: 'j', draft, options, target: to('a.docx') });
const reading = program('cli.js', 'import-act', path.join(root, 'test/fixtures/official/ky-law.html'));
reading.stdout.resume();
const [read] = await once(reading, 'exit');
if (read !== 0 && read !== 1) throw new Error(`import-act ended with ${read}`);
await ask('draft.close', { handle, discard: false });
await ask('log.read', {});
await ask('window.close', {});
await ended;
console.log(`done in ${home}`);
process.exit(0);
