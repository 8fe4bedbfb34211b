import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLog, type Log, logLimits } from '../../../electron/log/log.ts';
import { Told } from '../../../electron/log/redact.ts';
import { createServices } from '../../../electron/services/services.ts';
import { ask, makePlace, type TestPlace } from '../../support/kill/test-world.ts';

const canary = 'Канарейка ңөү canary 12345';

describe('the log', () => {
  let home: string;
  let log: Log;
  beforeEach(() => {
    home = mkdtempSync(path.join(os.tmpdir(), 'dolboor-log-'));
    const folders = {
      data: path.join(home, 'data'),
      documents: path.join(home, 'Documents'),
      application: '/opt/dolboor',
      home,
    };
    log = createLog({ folders, version: '1.2.3', now: () => '2026-03-01T09:00:00.000Z' });
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  test('tells the hour, the version, the work, the code and the place, one error a paragraph', () => {
    log.tell('draft.save', Object.assign(new Error('EIO: x'), { code: 'EIO', syscall: 'fsync' }));
    expect(log.read()).toMatch(
      /^2026-03-01T09:00:00\.000Z 1\.2\.3 \w+ draft\.save: Error EIO fsync\n\s+at .*log\.test\.ts/,
    );
  });

  test('holds no message, which quotes what could not be read', () => {
    const messages = () => JSON.parse(`{"text": ${canary}}`);
    for (const throwing of [messages, () => ({}) as never]) {
      try {
        throwing();
      } catch (error) {
        log.tell('x', error);
      }
    }
    log.tell('y', new Error(canary, { cause: new TypeError(canary) }));
    log.tell('z', canary);
    expect(log.read()).not.toMatch(/Канарейка|canary|12345/);
    expect(log.read()).toContain('caused by TypeError');
  });

  test('holds no line of a message, though it looks like a place in the program', () => {
    log.tell('x', new Error(`unreadable:\n    at ${canary}\n    at ${canary}`));
    expect(log.read()).not.toMatch(/Канарейка|canary|12345/);
    expect(log.read()).toMatch(/\n\s+at .*log\.test\.ts/);
  });

  test('holds what we say of ourselves', () => {
    log.tell('refused', new Told('draft.save draft.units'));
    log.tell('x', new Error('Invariant: a unit has three cells'));
    expect(log.read()).toMatch(/draft\.save draft\.units[\s\S]*Invariant: a unit has three cells/);
  });

  test('names no folder of the person', () => {
    const file = path.join(home, 'Documents', 'Мыйзам.dolboor');
    const error = Object.assign(new Error(`ENOENT: no such file, open '${file}'`), { code: 'ENOENT', syscall: 'open' });
    error.stack = `Error\n    at x (${home}/app/main.js:1:1)\n    at y (file://${encodeURI(home)}/data/z.js:2:2)`;
    log.tell('draft.open', error);
    expect(log.read()).toContain('at x (<home>/app/main.js:1:1)');
    expect(log.read()).not.toContain(home);
    expect(log.read()).not.toContain('Мыйзам');
  });

  test('turns over and stays small', () => {
    const error = new Error('x');
    for (let i = 0; i < 4_000; i += 1) log.tell(`work-${i}`, error);
    const folder = path.join(home, 'data', 'logs');
    const sizes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).size);
    expect(sizes).toHaveLength(logLimits.files);
    for (const size of sizes) expect(size).toBeLessThan(logLimits.file + 4_096);
    expect(log.read()).toContain('work-3999');
    expect(log.read()).not.toContain('work-0:');
  });

  test('is for this person alone', () => {
    log.tell('x', new Error('x'));
    const { mode } = statSync(path.join(home, 'data', 'logs', 'dolboor-0.log'));
    if (process.platform !== 'win32') expect(mode & 0o077).toBe(0);
  });

  test('costs nothing where it cannot be written', () => {
    writeFileSync(path.join(home, 'data'), '');
    expect(() => log.tell('x', new Error('x'))).not.toThrow();
    expect(log.read()).toBe('');
  });
});

describe('the log of a session', () => {
  let place: TestPlace;
  beforeEach(async () => {
    place = await makePlace();
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await place.remove();
  });

  test('holds no word of a draft and no path, whatever is refused or breaks', async () => {
    const services = await createServices(place.world, () => Promise.reject(new Error(canary)));
    const { handle, draft, sequence } = await ask(services, 'draft.create', { template: 'small' });
    const edit = { operations: [{ type: 'insert_text', path: [0, 0, 0], offset: 0, text: canary }] };
    await services.call('draft.append', { handle, edits: [{ sequence: sequence + 1, edit }] });
    await services.call('draft.append', {
      handle,
      edits: [{ sequence: sequence + 2, edit: { ...edit, [canary]: 1 } }],
    });
    await services.call('draft.save', {
      handle,
      draft: { ...draft, units: [canary] },
      sequence,
      target: { to: 'same' },
    });
    const options = { document: 'bill', language: 'ky', format: 'docx', profile: 'final' };
    const target = { to: 'listed', folder: place.world.folders.documents, name: `${canary}.docx`, overwrite: false };
    const exported = await services.call('export.start', { job: 'j', draft, options, target });
    expect(exported.ok).toBe(false);
    const { text } = await ask(services, 'log.read', {});
    expect(text).toMatch(/refused: Error draft\.save/);
    expect(text).toMatch(/export: Error/);
    expect(text).not.toMatch(/Канарейка|canary|12345/);
    expect(text).not.toContain(place.root);
    const saved = await ask(services, 'log.save', {});
    const again = await ask(services, 'log.save', {});
    expect([saved.name, again.name]).toEqual(['dolboor-log.txt', 'dolboor-log-2.txt']);
    expect(readFileSync(path.join(saved.folder, saved.name), 'utf8')).toBe(text);
    expect(existsSync(path.join(place.world.folders.data, 'logs'))).toBe(true);
    await services.dispose();
  });
});
