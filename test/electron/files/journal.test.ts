import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileLimits } from '../../../core/base/limits.ts';
import { nodeFileSystem } from '../../../electron/files/file-system.ts';
import { sha256 } from '../../../electron/files/hash.ts';
import { beginJournal } from '../../../electron/files/journal.ts';
import {
  encodeHeader,
  encodeRecord,
  type JournalRecord,
  linkOf,
  readJournal,
} from '../../../electron/files/journal-format.ts';
import { sealedCode } from '../../../electron/files/seal-journal.ts';
import { createProtection } from '../../../electron/files/seal-key.ts';
import { random } from '../../support/builder.ts';
import { faultyFiles } from '../../support/kill/faulty-files.ts';

const header = { session: sha256('session').slice(0, 32), generation: 3, chain: sha256('start') };
const records: readonly JournalRecord[] = Array.from({ length: 12 }, (_, i) => ({
  sequence: i + 5,
  payload: JSON.stringify({ operations: [], note: 'ү'.repeat(i * 3) }),
}));

function encode(list: readonly JournalRecord[]): { bytes: Buffer; ends: readonly number[] } {
  const pieces = [encodeHeader(header)];
  const ends = [pieces[0]?.length ?? 0];
  let previous = linkOf(encodeHeader(header));
  for (const record of list) {
    const piece = encodeRecord(record, previous);
    previous = linkOf(piece);
    pieces.push(piece);
    ends.push((ends.at(-1) ?? 0) + piece.length);
  }
  return { bytes: Buffer.concat(pieces), ends };
}

const { bytes, ends } = encode(records);

describe('the journal', () => {
  test('reads as it was written', () => {
    expect(readJournal(bytes)).toEqual({ header, records, end: 'whole' });
  });

  test('cut at any byte gives exactly the records that are whole', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      const read = readJournal(bytes.subarray(0, length));
      const whole = ends.filter((end) => end <= length).length - 1;
      if (whole < 0) expect(read).toBeUndefined();
      else {
        expect(read?.records).toEqual(records.slice(0, whole));
        expect(read?.end).toBe(ends.includes(length) ? 'whole' : 'torn');
      }
    }
  });

  test('with any damage gives a true beginning and nothing after it', () => {
    const seed = 77;
    const next = random(seed);
    for (let round = 0; round < 4000; round += 1) {
      const copy = Buffer.from(bytes);
      const at = next(copy.length);
      if (next(2) === 0) copy[at] = (copy[at] ?? 0) ^ (1 << next(8));
      else copy.fill(next(2) * 255, at, Math.min(copy.length, at + 1 + next(40)));
      const read = readJournal(copy);
      const changed = copy.findIndex((byte, index) => byte !== bytes[index]);
      if (changed < 0) continue;
      const before = ends.filter((end) => end <= changed).length - 1;
      expect(read?.records ?? [], `seed ${seed}, round ${round}`).toEqual(records.slice(0, Math.max(0, before)));
    }
  });

  test('takes no record of another journal, even a whole one', () => {
    const other = encode([
      { sequence: 5, payload: 'a' },
      { sequence: 6, payload: 'b' },
    ]);
    const spliced = Buffer.concat([bytes.subarray(0, ends[1]), other.bytes.subarray(other.ends[1])]);
    expect(readJournal(spliced)?.records).toEqual(records.slice(0, 1));
  });

  test('takes no record after a gap in the numbers, though each is whole and linked to the one before it', () => {
    const gap = encode([5, 6, 8, 9].map((sequence) => ({ sequence, payload: String(sequence) })));
    expect(readJournal(gap.bytes)).toMatchObject({ records: [{ sequence: 5 }, { sequence: 6 }], end: 'damaged' });
  });

  test('takes no record twice', () => {
    const doubled = Buffer.concat([bytes.subarray(0, ends[2]), bytes.subarray(ends[1], ends[2])]);
    expect(readJournal(doubled)?.records).toEqual(records.slice(0, 2));
  });

  describe('on disk', () => {
    let folder: string;
    let path: string;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'dolboor-'));
      path = join(folder, '000001.qj');
    });

    afterEach(() => rm(folder, { recursive: true, force: true }));

    test('holds what was flushed, in order, whoever waited for it', async () => {
      const { files, calls } = faultyFiles(undefined);
      const journal = await beginJournal(files, path, header);
      const before = calls();
      await Promise.all(
        records.map((record) => {
          journal.add(record);
          return journal.flush();
        }),
      );
      expect(readJournal(await readFile(path))).toEqual({ header, records, end: 'whole' });
      // Twelve people waited for one flush: a write or two and a flush, not twelve of each.
      expect(calls() - before).toBeLessThan(8);
      await journal.close();
    });

    test('that could not be flushed once is never flushed again', async () => {
      const free = faultyFiles(undefined);
      await (await beginJournal(free.files, path, header)).close();
      await rm(path);
      const { files } = faultyFiles({ at: free.calls(), code: 'EIO', times: 1 });
      const journal = await beginJournal(files, path, header);
      journal.add(records[0] as JournalRecord);
      await expect(journal.flush()).rejects.toThrow('EIO');
      journal.add(records[1] as JournalRecord);
      await expect(journal.flush()).rejects.toThrow('EIO');
      expect(readJournal(await readFile(path))?.records).toEqual([]);
      await journal.close();
    });

    test('takes no record that would not be read again: the next generation takes the edit', async () => {
      const journal = await beginJournal(nodeFileSystem, path, header);
      journal.add(records[0] as JournalRecord);
      await journal.flush();
      journal.add({ sequence: 2, payload: 'x'.repeat(fileLimits.journalRecord + 1) });
      await expect(journal.flush()).rejects.toThrow('record too large');
      expect(readJournal(await readFile(path))).toMatchObject({ records: [records[0]], end: 'whole' });
      await journal.close();
    });

    test('counts what sealing adds to a record', async () => {
      const code = sealedCode(header, 0, await createProtection('Сырсөз 1', 14));
      const journal = await beginJournal(nodeFileSystem, path, header, code);
      journal.add({ sequence: 1, payload: 'x'.repeat(fileLimits.journalRecord) });
      await expect(journal.flush()).rejects.toThrow('record too large');
      await journal.close();
    });

    test('does not begin over another one', async () => {
      await (await beginJournal(nodeFileSystem, path, header)).close();
      await expect(beginJournal(nodeFileSystem, path, header)).rejects.toMatchObject({ code: 'EEXIST' });
    });
  });
});
