import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newDraftFile } from '../../../electron/files/documents.ts';
import type { JournalRecord } from '../../../electron/files/journal-format.ts';
import { type DraftFile, packDraft } from '../../../electron/files/package-file.ts';
import { recoverSession } from '../../../electron/files/recovery.ts';
import { baseName, beginSession } from '../../../electron/files/session-folder.ts';
import { aDraft, fixedPorts } from '../../support/builder.ts';
import { MemoryDisk } from '../../support/kill/memory-disk.ts';

const recovery = '/data/recovery';

function state(sequence: number): DraftFile {
  const file = newDraftFile(aDraft('d').unit('title', `Мыйзам ${sequence}`).build(), fixedPorts());
  return { ...file, identity: { ...file.identity, sequence, chain: String(sequence).padStart(64, '0') } };
}

const typed = (text: string, unit = 0) =>
  JSON.stringify({ operations: [{ type: 'insert_text', path: [unit, 0, 0], offset: 0, text }] });

/** What a session comes to that began at the first state, with these records in its journal. `base`: what lies in place of its copy. */
async function recovered(records: readonly JournalRecord[], base?: DraftFile) {
  const disk = new MemoryDisk();
  await disk.files.makeFolder(recovery);
  const session = await beginSession(disk.files, recovery, 'd', fixedPorts());
  const journal = await session.advance(state(1), packDraft(state(1)));
  for (const record of records) journal.add(record);
  await journal.flush();
  await journal.close();
  if (base) disk.put(join(session.path, baseName(1)), packDraft(base));
  const found = await recoverSession(disk.files, session.path);
  const [run] = found?.file.draft.units[0]?.children[0].children ?? [];
  return [run && 'text' in run && run.text, found?.file.identity.sequence, found?.end];
}

test('a session comes to its base copy and every edit after it', async () => {
  const records = [2, 3].map((sequence) => ({ sequence, payload: typed(`${sequence} `) }));
  expect(await recovered(records)).toEqual(['3 2 Мыйзам 1', 3, 'whole']);
});

test.each([
  ['does not fit the draft', { sequence: 3, payload: typed('жок', 9) }],
  ['is no edit', { sequence: 3, payload: '{"operations":"жок"}' }],
  ['is no JSON', { sequence: 3, payload: 'жок' }],
])('it ends before a record that %s, takes none after it, and says so', async (_name, wrong) => {
  const [before, after] = [2, 4].map((sequence) => ({ sequence, payload: typed(`${sequence} `) }));
  if (!before || !after) throw new Error();
  expect(await recovered([before, wrong, after])).toEqual(['2 Мыйзам 1', 2, 'damaged']);
  // As if nothing had been left out, which is a hole all the same.
  expect(await recovered([before, wrong, { ...after, sequence: 4 }, { ...after, sequence: 5 }])).toEqual([
    '2 Мыйзам 1',
    2,
    'damaged',
  ]);
});

test.each([
  ['begins too late', [3]],
  ['leaves one out', [2, 4]],
  ['goes back', [2, 3, 3]],
])('it takes no record of a journal whose numbering %s', async (_name, numbers) => {
  const [text, sequence, end] = await recovered(numbers.map((number) => ({ sequence: number, payload: typed('+') })));
  const whole = numbers.filter((number, i) => number === i + 2).length;
  expect([text, sequence, end]).toEqual([`${'+'.repeat(whole)}Мыйзам 1`, 1 + whole, 'damaged']);
});

test('no edit is put on a copy of another state', async () => {
  // That copy is all there is: it counts as it is, without the edits of another history.
  const fitting = { sequence: 8, payload: typed('+') };
  expect(await recovered([fitting], state(7))).toEqual(['Мыйзам 7', 7, 'damaged']);
});
