import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import type { ReplyOf } from '../../../core/bridge/contract.ts';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { trailPath } from '../../../core/file/trail.ts';
import { createServices } from '../../../electron/services/services.ts';
import { random } from '../../support/builder.ts';
import { afterEdits, someEdits } from '../../support/kill/some-edits.ts';
import { serve } from '../../support/served.ts';

let file: string;

const at = serve((world) =>
  createServices({ ...world, passwordCost: 14 }, async () => ({ bytes: new Uint8Array([1]), notices: [] })),
);

beforeEach(async () => {
  file = join(at.documents, 'bill.dolboor');
  await at.ask('settings.write', { author: 'Айбек Осмонов' });
});

/** A draft in a file, with a trail that begins before its first save. */
async function kept(): Promise<OpenedDraft> {
  const opened = await at.create();
  await at.ask('trail.turn', { handle: opened.handle, on: true });
  await save(opened, opened.draft, 0, 'bill.dolboor');
  return opened;
}

function save({ handle }: OpenedDraft, draft: Draft, sequence: number, name?: string) {
  const target = name === undefined ? ({ to: 'same' } as const) : at.here(name);
  return at.ask('draft.save', { handle, draft, sequence, target });
}

async function trail({ handle }: OpenedDraft) {
  const { entries, breaks, ...rest } = await at.ask('trail.read', { handle });
  return { ...rest, kinds: entries.map(({ kind }) => kind), breaks: breaks.map(({ code }) => code), entries };
}

async function reopen({ handle }: OpenedDraft, name = 'bill.dolboor'): Promise<OpenedDraft> {
  await at.ask('draft.close', { handle, discard: false });
  return at.ask('draft.open', at.listed(name));
}

/** The file with one part changed as somebody would who knows the format; `claims`: what the manifest says of the trail stays. */
async function rewrite(path: string, change: (text: string) => string, claims = true): Promise<void> {
  const parts = unzipSync(await readFile(file));
  const text = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
  const part = new TextEncoder().encode(change(text(path)));
  const { trail: claim, ...manifest } = JSON.parse(text('manifest.json')) as {
    trail?: object;
    parts: { path: string; size: number; sha256: string }[];
  };
  const sum = { path, size: part.length, sha256: createHash('sha256').update(part).digest('hex') };
  const entries = manifest.parts.map((entry) => (entry.path === path ? sum : entry));
  const json = JSON.stringify({ ...manifest, ...(claims && claim && { trail: claim }), parts: entries });
  await writeFile(
    file,
    zipSync({ ...parts, [path]: part, 'manifest.json': new TextEncoder().encode(json) }, { level: 0 }),
  );
}

test('a draft keeps no trail until somebody switches one on, and nothing of it is in its file', async () => {
  const opened = await at.create();
  await save(opened, opened.draft, 0, 'bill.dolboor');
  expect(await trail(opened)).toMatchObject({ isOn: false, kinds: [], breaks: [] });
  expect(Object.keys(unzipSync(await readFile(file)))).not.toContain(trailPath);
});

test('a trail says who did what kind of thing, counts what changed, and holds no word of the draft', async () => {
  const opened = await kept();
  const edits = someEdits(opened.draft, 6, random(3));
  await at.ask('draft.append', {
    handle: opened.handle,
    edits: edits.map((edit, i) => ({ sequence: i + 1, edit })),
  });
  const draft = afterEdits(opened.draft, edits);
  await at.ask('history.name', { handle: opened.handle, label: 'Комитетке' });
  await at.ask('trail.note', { handle: opened.handle, deed: 'restored' });
  const options = { document: 'bill', language: 'ky', format: 'docx', profile: 'final' } as const;
  await at.ask('export.start', { job: 'j1', draft, options, target: at.here('bill.docx') });
  expect((await trail(opened)).unsaved).toBe(3);
  await save(opened, draft, 6);
  const now = await trail(opened);
  expect(now.kinds).toEqual(['switched-on', 'saved', 'version-named', 'restored', 'exported', 'saved']);
  expect(now).toMatchObject({ unsaved: 0, breaks: [] });
  expect(now.entries.every(({ by }) => by === 'Айбек Осмонов')).toBe(true);
  expect(now.entries[4]?.about).toEqual(options);
  const counts = Object.entries(now.entries[5]?.about ?? {}).filter(([name]) => name !== 'state');
  expect(counts.length).toBeGreaterThan(0);
  expect(counts.every(([, count]) => typeof count === 'number')).toBe(true);
  const part = new TextDecoder().decode(unzipSync(await readFile(file))[trailPath]);
  for (const word of ['Мыйзам', 'закон', 'Семья', 'Комитетке']) expect(part).not.toContain(word);
});

test('a trail goes on where the file has it, and stays whole under a password', async () => {
  const first = await reopen(await kept());
  expect(await trail(first)).toMatchObject({ isOn: true, kinds: ['switched-on', 'saved', 'opened'], breaks: [] });
  await at.ask('draft.protect', { handle: first.handle, password: 'ала-тоо' });
  await save(first, first.draft, 0);
  expect((await readFile(file)).includes('Осмонов')).toBe(false);
  await at.ask('draft.close', { handle: first.handle, discard: false });
  const shut = (await at.services.call('draft.open', at.listed('bill.dolboor'))) as ReplyOf<'draft.open'>;
  const id = String((!shut.ok && shut.error.params?.id) || '');
  const again = await at.ask('draft.open', { from: 'request', id, password: 'ала-тоо' });
  const kinds = ['switched-on', 'saved', 'opened', 'password-set', 'saved', 'opened'];
  expect(await trail(again)).toMatchObject({ kinds, breaks: [] });
});

test('a trail that is switched off leaves the file with the next save', async () => {
  const opened = await kept();
  await at.ask('trail.turn', { handle: opened.handle, on: false });
  await save(opened, opened.draft, 0);
  expect(Object.keys(unzipSync(await readFile(file)))).not.toContain(trailPath);
  expect(await trail(await reopen(opened))).toMatchObject({ isOn: false, kinds: [] });
});

test('a save that came to nothing is not entered', async () => {
  const opened = await kept();
  await writeFile(file, 'somebody else');
  await at.refusal('draft.save', {
    handle: opened.handle,
    draft: opened.draft,
    sequence: 0,
    target: { to: 'same' },
  });
  expect((await trail(opened)).kinds).toEqual(['switched-on', 'saved']);
});

test.each([
  ['cut at its end', 'audit.end', () => rewrite(trailPath, (text) => text.slice(0, text.indexOf('\n') + 1))],
  ['changed in an entry', 'audit.altered', () => rewrite(trailPath, (text) => text.replace('Айбек', 'Бакыт'))],
  ['one byte too many', 'audit.lost', () => rewrite(trailPath, (text) => `${text}x`)],
  [
    'left behind by a changed draft',
    'audit.draft',
    () => rewrite('body/units.ndjson', (text) => text.replace('Семья', 'Дом')),
  ],
  ['carried by a program that keeps none', 'audit.unclaimed', () => rewrite('body/meta.json', (text) => text, false)],
])('a trail %s costs the trail, not the draft, is told, and stays told', async (_, code, spoil) => {
  const opened = await kept();
  await save(opened, opened.draft, 0);
  await at.ask('draft.close', { handle: opened.handle, discard: false });
  await spoil();
  const again = await at.ask('draft.open', at.listed('bill.dolboor'));
  expect(again.name).toBe('bill.dolboor');
  expect(again.draft.units).toHaveLength(opened.draft.units.length);
  expect(again.notices.map((notice) => notice.code)).toContain('audit.broken');
  expect((await trail(again)).breaks).toContain(code);
  await save(again, again.draft, 0);
  const { entries } = await trail(await reopen(again));
  expect(entries.some(({ kind, about }) => kind === 'opened' && about?.found === code.replace('audit.', ''))).toBe(
    true,
  );
});

test('a trail is written for a spreadsheet and for a program, over nothing that is there', async () => {
  const opened = await kept();
  for (const format of ['csv', 'csv', 'json'] as const) await at.ask('trail.save', { handle: opened.handle, format });
  const names = (await readdir(at.documents)).filter((name) => name.includes('audit')).sort();
  expect(names).toEqual(['bill-audit-2.csv', 'bill-audit.csv', 'bill-audit.json']);
  const csv = await readFile(join(at.documents, 'bill-audit.csv'), 'utf8');
  expect(csv).toContain('"Айбек Осмонов"');
  const json: unknown = JSON.parse(await readFile(join(at.documents, 'bill-audit.json'), 'utf8'));
  expect(json).toMatchObject({ holds: true, breaks: [], entries: [{ kind: 'switched-on' }, { kind: 'saved' }] });
});
