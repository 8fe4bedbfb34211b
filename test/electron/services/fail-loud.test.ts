import { basename } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { OpenedDraft } from '../../../core/bridge/drafts.ts';
import { type FileSystem, nodeFileSystem, type OpenFile } from '../../../electron/files/file-system.ts';
import { createServicesOn } from '../../../electron/services/services.ts';
import { serve } from '../../support/served.ts';

/* What becomes of edits when their journal cannot be flushed: acknowledged is only what is on the disk, and nothing is lost. */

/** How many flushes of journals fail from now on, and how many calls to begin one. */
const failing = { flushes: 0, beginnings: 0 };
/** What holds the beginning of the next generation up. */
let held: Promise<void> | undefined;
let began: (() => void) | undefined;

const broken = () => Object.assign(new Error('EIO'), { code: 'EIO' });

const create: FileSystem['create'] = async (path, access) => {
  const isJournal = path.endsWith('.qj');
  if (isJournal && failing.beginnings > 0) {
    failing.beginnings -= 1;
    throw broken();
  }
  if (isJournal && basename(path) !== '000001.qj' && held) {
    began?.();
    await held;
  }
  const file = await nodeFileSystem.create(path, access);
  return isJournal ? failingFile(file) : file;
};

const failingFile = (file: OpenFile): OpenFile => ({
  write: (bytes) => file.write(bytes),
  sync: async () => {
    if (failing.flushes === 0) return file.sync();
    failing.flushes -= 1;
    throw broken();
  },
  close: () => file.close(),
});

const at = serve((world) => createServicesOn({ ...nodeFileSystem, create }, world, async () => 'cancelled'));

beforeEach(() => {
  Object.assign(failing, { flushes: 0, beginnings: 0 });
  [held, began] = [undefined, undefined];
});

const edits = (...sequences: readonly number[]) =>
  sequences.map((sequence) => {
    const operation = { type: 'insert_text', path: [0, 0, 0], offset: 0, text: `<${sequence}>` } as const;
    return { sequence, edit: { operations: [operation] } };
  });

const append = ({ handle }: OpenedDraft, ...sequences: readonly number[]) =>
  at.ask('draft.append', { handle, edits: edits(...sequences) });

/** The first words of what the next start offers. */
async function afterCrash(): Promise<string> {
  await at.crash();
  const [lost] = await at.ask('recovery.list', {});
  const { draft } = await at.ask('draft.open', { from: 'recovery', id: lost?.id ?? '' });
  const [run] = draft.units[0]?.children[0].children ?? [];
  return run && 'text' in run ? run.text : '';
}

test('an edit whose journal could not be flushed is acknowledged when the next generation holds it', async () => {
  const opened = await at.create();
  await append(opened, 1);
  failing.flushes = 1;
  expect(await append(opened, 2)).toMatchObject({ acknowledged: 2 });
  expect(await append(opened, 3)).toMatchObject({ acknowledged: 3 });
  expect(await afterCrash()).toMatch(/^<3><2><1>/);
});

test('where no generation can begin the failure is the answer, and the same edits are taken when it can', async () => {
  const opened = await at.create();
  await append(opened, 1);
  Object.assign(failing, { flushes: 1, beginnings: 1 });
  expect(await at.refusal('draft.append', { handle: opened.handle, edits: edits(2) })).toBe('not-writable');
  expect(await append(opened, 2, 3)).toMatchObject({ acknowledged: 3 });
  expect(await afterCrash()).toMatch(/^<3><2><1>/);
});

test('edits that come while the next generation is being begun are in it before they are acknowledged', async () => {
  const opened = await at.create();
  await append(opened, 1);
  const release = Promise.withResolvers<void>();
  const waiting = Promise.withResolvers<void>();
  [held, began] = [release.promise, waiting.resolve];
  failing.flushes = 1;
  const first = append(opened, 2);
  await waiting.promise;
  const second = append(opened, 3);
  release.resolve();
  // The first may hear of both.
  const acknowledged = (await Promise.all([first, second])).map((answer) => answer.acknowledged);
  expect([acknowledged[0] === 2 || acknowledged[0] === 3, acknowledged[1]]).toEqual([true, 3]);
  expect(await afterCrash()).toMatch(/^<3><2><1>/);
});
