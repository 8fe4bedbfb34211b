import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { requestNames } from '../../../core/bridge/channels.ts';
import { failureCodes } from '../../../core/bridge/failure.ts';
import { createServices } from '../../../electron/services/services.ts';
import type { RunExport } from '../../../electron/workers/contract.ts';
import { aDraft } from '../../support/builder.ts';
import { ask } from '../../support/kill/test-world.ts';
import { serve } from '../../support/served.ts';

const draft = aDraft().unit('title', 'Law').build();
const bytes = new TextEncoder().encode('document');
const options = { document: 'bill', language: 'ky', format: 'docx', profile: 'final' } as const;

const run: RunExport = async ({ draft: exported }, progress, signal) => {
  progress(1, 2);
  if (exported.meta.id === 'breaks') throw new Error('broken');
  if (exported.meta.id !== 'waits') return { bytes, notices: [] };
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve('cancelled')));
};

const at = serve((world) => createServices(world, run));

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a request', () => {
  test.each(requestNames)('%s refuses what is no request and never throws', async (name) => {
    for (const payload of [
      null,
      undefined,
      5,
      'x',
      [],
      { unknown: 1 },
      { id: '../x' },
      { __proto__: null, handle: {} },
    ]) {
      const reply = await at.services.call(name, payload);
      if (reply.ok) expect(name).not.toContain('draft.');
      else expect(reply.error.code).toBe('bad-request');
    }
  });

  test('that nobody knows is refused', async () => {
    const reply = await at.services.call('toString' as 'app.info', {});
    expect(reply).toEqual({ ok: false, error: { code: 'bad-request' } });
  });

  test.each(requestNames)('%s takes nothing but what its contract says', async (name) => {
    // A page that went wrong, or a page that is none of ours.
    const others = [
      undefined,
      null,
      1,
      'x',
      [],
      { unknown: 1 },
      JSON.parse('{"__proto__":{"id":"x"},"constructor":1}'),
    ];
    for (const other of others) expect(await at.refusal(name, other), JSON.stringify(other)).toBe('bad-request');
  });

  test('that met a bug is answered, and logged without a word of the draft', async () => {
    await writeFile(join(at.place.world.folders.resources, 'acts', 'register.json'), 'broken');
    expect(await at.refusal('resources.read', {})).toBe('internal');
    expect(JSON.stringify(vi.mocked(console.error).mock.calls)).not.toContain('Law');
  });
});

describe('what ships', () => {
  test('is read with the register and the form', async () => {
    const { register, forms } = await at.ask('resources.read', {});
    expect([register.compiled, forms.dated]).toEqual(['2026-01-01', '2026-01-01']);
  });

  test('offers its templates with what they hold', async () => {
    expect(await at.ask('templates.list', {})).toEqual([
      {
        id: 'small',
        title: { ky: 'Кичине', ru: 'Малый', en: 'Small' },
        description: { ky: 'Кичине', ru: 'Малый', en: 'Small' },
        leansOn: ['some-act'],
        counts: { units: 4, chapters: 1, articles: 1, points: 0 },
        chapters: [{ ky: 'Жалпы жоболор', ru: 'Общие положения', en: 'General provisions' }],
      },
    ]);
    expect(await at.refusal('draft.create', { template: 'none' })).toBe('unknown-template');
  });
});

describe('settings', () => {
  test('are kept, one by one', async () => {
    await at.ask('settings.write', { language: 'ru', zoom: 120 });
    await at.ask('settings.write', { theme: 'dark' });
    const again = await createServices(at.place.world, run);
    expect(await ask(again, 'settings.read', {})).toMatchObject({ language: 'ru', zoom: 120, theme: 'dark' });
  });

  test('written all at once are all kept', async () => {
    await Promise.all([
      at.ask('settings.write', { language: 'ru' }),
      at.ask('settings.write', { zoom: 120 }),
      at.ask('settings.write', { theme: 'dark' }),
      at.ask('settings.write', { author: 'A' }),
    ]);
    const all = { language: 'ru', zoom: 120, theme: 'dark', author: 'A' };
    expect(await at.ask('settings.read', {})).toMatchObject(all);
  });

  test('that cannot be read are the defaults, field by field', async () => {
    const path = join(at.place.world.folders.data, 'settings.json');
    await writeFile(path, '{"language":"ru","zoom":"huge","columns":["en","ky"],"__proto__":{"theme":"dark"}}');
    const settings = await at.ask('settings.read', {});
    expect(settings).toMatchObject({ language: 'ru', zoom: 100, columns: ['ky', 'ru'], theme: 'system' });
    await writeFile(path, '\0\0\0');
    expect(await at.ask('settings.read', {})).toMatchObject({ language: 'ky' });
  });

  test.each([{ zoom: 5 }, { columns: [] }, { columns: ['ru', 'ky'] }, { columns: ['ky', 'ky'] }, { language: 'kk' }])(
    'refuse %j',
    async (change) => expect(await at.refusal('settings.write', change)).toBe('bad-request'),
  );
});

describe('an export', () => {
  test('is written, told of on the way, and can be shown', async () => {
    const file = await at.ask('export.start', { job: 'j1', draft, options, target: at.here('law') });
    expect(file).toMatchObject({ name: 'law.docx', folder: at.documents, bytes: bytes.length, notices: [] });
    expect(await readFile(join(at.documents, 'law.docx'))).toEqual(Buffer.from(bytes));
    expect(at.place.events).toContainEqual({ name: 'export.progress', event: { job: 'j1', done: 1, total: 2 } });
    await at.ask('files.reveal', { id: file.id, open: 'folder' });
    expect(at.place.events).toContainEqual({ revealed: join(at.documents, 'law.docx'), open: 'folder' });
    expect(await at.refusal('files.reveal', { id: 'other', open: 'file' })).toBe('not-found');
  });

  test('overwrites nothing unasked', async () => {
    await writeFile(join(at.documents, 'law.docx'), 'theirs');
    const request = { job: 'j1', draft, options, target: at.here('law') };
    expect(await at.refusal('export.start', request)).toBe('already-exists');
    expect(await readFile(join(at.documents, 'law.docx'), 'utf8')).toBe('theirs');
  });

  test('that is cancelled or breaks writes nothing and says which', async () => {
    const waits = { job: 'j1', draft: aDraft('waits').build(), options, target: at.here('a') };
    const waiting = at.refusal('export.start', waits);
    await expect.poll(() => at.place.events).toHaveLength(1);
    await at.ask('export.cancel', { job: 'j1' });
    expect(await waiting).toBe('cancelled');
    const breaks = { job: 'j2', draft: aDraft('breaks').build(), options, target: at.here('b') };
    expect(await at.refusal('export.start', breaks)).toBe('export-failed');
    expect((await at.ask('files.browse', {})).files).toEqual([]);
  });
});

describe('failures', () => {
  test.each(['ky', 'ru', 'en'])(
    'have a sentence each in %s, and no sentence is without a failure',
    async (language) => {
      const path = join(import.meta.dirname, `../../../locales/${language}/failures.json`);
      const sentences = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
      expect(
        Object.keys(sentences)
          .filter((key) => key !== '_note')
          .sort(),
      ).toEqual([...failureCodes].sort());
    },
  );
});

test('the page is told where it runs, and may close its window', async () => {
  expect(await at.ask('app.info', {})).toMatchObject({ version: '1.2.3', shell: 'loopback' });
  await at.ask('window.close', {});
  expect(at.place.events).toContain('closed');
});
