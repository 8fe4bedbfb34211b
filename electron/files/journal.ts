import { dirname } from 'node:path';
import type { FileSystem, OpenFile } from './file-system.ts';
import {
  encodeHeader,
  encodeRecord,
  isReadable,
  type JournalHeader,
  type JournalRecord,
  linkOf,
} from './journal-format.ts';
import type { JournalCode } from './seal-journal.ts';

/** The append-only file of edits of one generation. */
export interface Journal {
  /** Queues the record; it is durable once a `flush` that began later came back. */
  add(record: JournalRecord): void;
  /** Comes back when everything that was added is on the disk. Calls that come while one is under way share the next one. */
  flush(): Promise<void>;
  /** Records and bytes so far: what decides when the next generation begins. */
  size(): { readonly records: number; readonly bytes: number };
  close(): Promise<void>;
}

/**
 * Begins a journal. A failure of writing or flushing poisons it: what was written may or may not be on the disk, so nothing
 * more goes into it, and every later flush fails too. The owner then begins a new generation. `code`: how it is written where
 * the draft is protected.
 */
export async function beginJournal(
  files: FileSystem,
  path: string,
  header: JournalHeader,
  code: JournalCode = { first: encodeHeader(header), encode: encodeRecord },
): Promise<Journal> {
  const file = await files.create(path);
  try {
    await writeAll(file, code.first);
    await file.sync();
    await files.syncFolder(dirname(path));
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  return openJournal(file, code);
}

function openJournal(file: OpenFile, { first, encode }: JournalCode): Journal {
  let previous = linkOf(first);
  let pending: Buffer[] = [];
  let records = 0;
  let bytes = first.length;
  let poison: unknown;
  let last: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;

  async function writePending(): Promise<void> {
    queued = undefined;
    if (poison !== undefined) throw poison;
    const batch = Buffer.concat(pending);
    pending = [];
    if (batch.length === 0) return;
    try {
      await writeAll(file, batch);
      await file.sync();
    } catch (error) {
      poison = error;
      throw error;
    }
  }

  return {
    add: (record) => {
      if (poison !== undefined) return;
      const encoded = encode(record, previous);
      // Read back, it would end the journal before everything that came after: the base copy of the next generation takes it.
      if (!isReadable(encoded)) {
        poison = new Error('record too large');
        return;
      }
      previous = linkOf(encoded);
      pending.push(encoded);
      records += 1;
      bytes += encoded.length;
    },
    flush: () => {
      queued ??= last.catch(() => undefined).then(writePending);
      last = queued;
      return queued;
    },
    size: () => ({ records, bytes }),
    close: async () => {
      await last.catch(() => undefined);
      await file.close();
    },
  };
}

async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) written += await file.write(bytes.subarray(written));
}
