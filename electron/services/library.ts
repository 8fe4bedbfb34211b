import { basename, join } from 'node:path';
import { languages } from '../../core/base/language.ts';
import { fileLimits, importLimits } from '../../core/base/limits.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestOf } from '../../core/bridge/contract.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { LibraryState, TextSource } from '../../core/bridge/library.ts';
import { librarySchema, storedTextSchema } from '../../core/bridge/library-schema.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { parseJson } from '../../core/file/fields.ts';
import { emptyLibrary, type Library, type StoredText, type TextKey, type TextSummary } from '../../core/law/library.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import type { OwnLaw } from '../files/brought-law.ts';
import { failed, failedFile, readFailure } from '../files/failures.ts';
import { errorCode, type FileSystem } from '../files/file-system.ts';
import { sha256 } from '../files/hash.ts';
import { inTurnAt, ownTemporaryName } from '../files/turns.ts';
import { listedPath } from './browse.ts';
import { type ImportFailure, type ImportOptions, importAct, importWords } from './import-act.ts';
import type { World } from './world.ts';

/*
 * What this machine's people know of the law beyond what ships: `library/register.json` and one file for each imported text, in the
 * application's own data. Each is replaced atomically, so that what was entered survives a power cut.
 */

export interface LibraryService {
  readonly read: () => Promise<Library>;
  readonly readText: (key: TextKey) => Promise<ReplyOf<'text.read'>>;
  readonly state: () => Promise<LibraryState>;
  /** What a draft that is saved now may take along. */
  readonly forDrafts: () => Promise<OwnLaw>;
  /** Changes the register's own part and keeps it. */
  readonly change: (change: (library: Library) => Library) => Promise<Result<LibraryState, Failure>>;
  readonly removeFact: (id: string) => Promise<Result<LibraryState, Failure>>;
  readonly propose: (source: TextSource) => Promise<ReplyOf<'text.propose'>>;
  /** Reads a file whose words are to come into a draft; nothing of it is kept here. */
  readonly readWords: (source: TextSource) => Promise<ReplyOf<'text.words'>>;
  /** Ends the reading of a file that is going on, if any. */
  readonly cancelReading: () => void;
  readonly accept: (request: RequestOf<'text.accept'>) => Promise<ReplyOf<'text.accept'>>;
  /** The bytes of a text as they lie here; undefined where there is none. */
  readonly textBytes: (key: TextKey) => Promise<Uint8Array | undefined>;
  /** Keeps a text that a draft brought, in place of the text of that act and language. */
  readonly keepText: (text: StoredText) => Promise<Result<LibraryState, Failure>>;
  readonly removeText: (key: TextKey) => Promise<ReplyOf<'text.remove'>>;
}

interface Proposal {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
}

type Reader<T> = (bytes: Uint8Array, file: string, options: ImportOptions) => Promise<Result<T, ImportFailure>>;

interface ReadFile<T> {
  /** Name without its folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly value: T;
}

export function createLibrary(files: FileSystem, world: World): LibraryService {
  const folder = join(world.folders.data, 'library');
  const registerPath = join(folder, 'register.json');
  const textsFolder = join(folder, 'texts');
  const removedFacts = new Set<string>();
  let proposal: Proposal | undefined;
  let reading: AbortController | undefined;

  const read = async (): Promise<Library> => {
    const stored = await readStored(files, registerPath);
    if (stored === undefined) return emptyLibrary;
    const library = librarySchema.safeParse(stored);
    if (!library.success) throw new Error('library/register.json is damaged');
    return library.data;
  };
  const textPath = ({ act, language }: TextKey): string => join(textsFolder, `${act}.${language}.json`);
  const state = async (): Promise<LibraryState> => ({
    library: await read(),
    texts: await summaries(files, textsFolder),
  });
  const write = async (path: string, value: unknown): Promise<Result<string, Failure>> => {
    await files.makeFolder(textsFolder);
    const bytes = new TextEncoder().encode(`${canonicalJson(value)}\n`);
    const temporary = ownTemporaryName(basename(path));
    return writeAtomically(files, { path, bytes, expected: 'anything', temporary, isPrivate: true });
  };

  const readBy = async <T>(reader: Reader<T>, source: TextSource): Promise<Result<ReadFile<T>, Failure>> => {
    const path = await pathOf(files, world, source);
    if (!path.ok) return path;
    const file = basename(path.value);
    let bytes: Uint8Array;
    try {
      bytes = await files.read(path.value, importLimits.file);
    } catch (error) {
      return failedFile(readFailure(error), path.value);
    }
    // One file at a time: who chooses another has given the first up.
    reading?.abort();
    reading = new AbortController();
    const read = await reader(bytes, file, { signal: reading.signal });
    if (read.ok) return succeed({ file, bytes, value: read.value });
    return read.error === 'cancelled' ? failed('cancelled') : failed('import-refused', { reason: read.error });
  };

  const change: LibraryService['change'] = (change) =>
    inTurnAt(registerPath, async () => {
      const written = await write(registerPath, change(await read()));
      return written.ok ? succeed(await state()) : written;
    });

  return {
    read,
    forDrafts: async () => ({ ...(await read()), removedFacts }),
    state,
    readText: async (key) => {
      const stored = storedTextSchema.safeParse(await readStored(files, textPath(key)));
      return stored.success ? succeed(stored.data) : failed('not-found');
    },
    change,
    removeFact: async (id) => {
      const changed = await change((before) => ({ ...before, facts: before.facts.filter((fact) => fact.id !== id) }));
      if (changed.ok) removedFacts.add(id);
      return changed;
    },
    propose: async (source) => {
      const read = await readBy(importAct, source);
      if (!read.ok) return read;
      const { file, bytes, value } = read.value;
      proposal = { id: world.ports.newId(), file, sha256: sha256(bytes) };
      return succeed({ id: proposal.id, file, text: value });
    },
    readWords: async (source) => {
      const read = await readBy(importWords, source);
      return read.ok ? succeed({ file: read.value.file, ...read.value.value }) : read;
    },
    cancelReading: () => reading?.abort(),
    accept: async ({ id, act, text, corrected, by }) => {
      if (proposal?.id !== id) return failed('not-found');
      const on = world.ports.now().slice(0, 10);
      const origin = {
        on,
        by,
        file: proposal.file,
        sha256: proposal.sha256,
        ...(corrected && { corrected: true as const }),
      };
      const stored: StoredText = { act, origin, text };
      const written = await write(textPath({ act, language: text.language }), stored);
      if (!written.ok) return written;
      proposal = undefined;
      return succeed(await state());
    },
    textBytes: (key) => readBytes(files, textPath(key)),
    keepText: async (text) => {
      const written = await write(textPath({ act: text.act, language: text.text.language }), text);
      return written.ok ? succeed(await state()) : written;
    },
    removeText: async (key) => {
      await files.remove(textPath(key)).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOENT') throw error;
      });
      return succeed(await state());
    },
  };
}

async function pathOf(files: FileSystem, world: World, source: TextSource): Promise<Result<string, Failure>> {
  if (source.from === 'listed') return listedPath(files, world, source.folder, source.name);
  const chosen = await world.dialogs?.openText();
  return chosen === undefined ? failed('cancelled') : succeed(chosen);
}

/** The JSON of a file of ours; undefined when there is none, null when it is no JSON. One that cannot be read is an error: it must not be taken for empty. */
async function readStored(files: FileSystem, path: string): Promise<unknown> {
  const bytes = await readBytes(files, path);
  return bytes && (parseJson(new TextDecoder().decode(bytes)) ?? null);
}

async function readBytes(files: FileSystem, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.read(path, fileLimits.library);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** What is in the folder, by act and language. A file that is no text of ours is passed over and stays where it is. */
async function summaries(files: FileSystem, folder: string): Promise<readonly TextSummary[]> {
  const names = await files.list(folder).catch(() => []);
  const found: TextSummary[] = [];
  for (const name of [...names].sort()) {
    const stored = storedTextSchema.safeParse(await readStored(files, join(folder, name)));
    if (stored.success) found.push(summaryOf(stored.data));
  }
  return found.sort((a, b) => languages.indexOf(a.language) - languages.indexOf(b.language));
}

/** What a list of texts shows of one. */
export function summaryOf({ act, origin, text }: StoredText): TextSummary {
  const articles = text.units.filter(({ kind, quoted }) => kind === 'article' && !quoted).length;
  return { act, language: text.language, origin, articles, units: text.units.length };
}
