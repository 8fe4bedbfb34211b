import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..', '..');
const watcher = path.join(root, 'test', 'support', 'connections', 'connection-watch.mjs');
const session = path.join(root, 'test', 'support', 'connections', 'whole-session.mjs');
const isBuilt = existsSync(path.join(root, 'out', 'main', 'web-host.js'));

let home: string;
let record: string;
beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'dolboor-quiet-'));
  record = path.join(home, 'connections');
  writeFileSync(record, '');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function run(program: string, args: readonly string[]) {
  const own = { DOLBOOR_DATA: path.join(home, 'data'), DOLBOOR_DOCUMENTS: home, DOLBOOR_TEST_CONNECTIONS: record };
  return spawnSync(program, [...args], { encoding: 'utf8', env: { ...process.env, ...own }, timeout: 90_000 });
}

/** Whether this machine lets us have a network of our own with nothing in it but itself. */
const alone = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
const hasNamespaces =
  process.platform === 'linux' && spawnSync('unshare', [...alone, 'true'], { stdio: 'ignore' }).status === 0;
const hasTrace =
  process.platform === 'linux' && spawnSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0;

function nodeArguments(trace: string | undefined): readonly string[] {
  const tracing = trace === undefined ? [] : ['strace', '-f', '-qq', '-e', 'trace=connect,sendto', '-o', trace, '-A'];
  return [session, root, watcher, home, ...tracing];
}

test.skipIf(!isBuilt)('a whole session of the loopback host makes no connection', { timeout: 120_000 }, () => {
  const { stdout, stderr } = run(process.execPath, nodeArguments(undefined));
  expect(stdout, stderr).toContain('done');
  expect(readFileSync(record, 'utf8')).toBe('');
});

test.skipIf(!isBuilt || !hasNamespaces)(
  'the same session goes through where there is no network at all (needs a network namespace)',
  { timeout: 120_000 },
  () => {
    const { stdout, stderr } = run('unshare', [...alone, process.execPath, ...nodeArguments(undefined)]);
    expect(stdout, stderr).toContain('done');
    expect(readFileSync(record, 'utf8')).toBe('');
  },
);

test.skipIf(!isBuilt || !hasTrace)(
  'and the system is asked for no connection either (needs strace)',
  { timeout: 120_000 },
  () => {
    const trace = path.join(home, 'trace');
    const { stdout, stderr } = run(process.execPath, nodeArguments(trace));
    expect(stdout, stderr).toContain('done');
    // What goes to a program of this machine by a file is no connection.
    const calls = readFileSync(trace, 'utf8')
      .split('\n')
      .filter((line) => /AF_INET/.test(line));
    expect(calls).toEqual([]);
  },
);

test('what reaches out is caught', () => {
  const reaching = [
    "import('node:net').then(({ connect }) => connect(1, '127.0.0.1').on('error', () => undefined))",
    "fetch('http://127.0.0.1:59999/').catch(() => undefined)",
    "import('node:dns').then(({ default: dns }) => dns.lookup('localhost', () => undefined))",
    "import('node:dgram').then(({ createSocket }) => { const s = createSocket('udp4'); s.send('x', 9, '127.0.0.1', () => s.close()); })",
  ];
  for (const script of reaching) {
    writeFileSync(record, '');
    run(process.execPath, ['--import', watcher, '-e', script]);
    expect(readFileSync(record, 'utf8'), script).not.toBe('');
  }
});
