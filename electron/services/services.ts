import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestName, RequestOf } from '../../core/bridge/contract.ts';
import { isRequestName, validateRequest } from '../../core/bridge/validate.ts';
import { emptyLibrary, type Library, registerWith } from '../../core/law/library.ts';
import { failed } from '../files/failures.ts';
import { type FileSystem, nodeFileSystem } from '../files/file-system.ts';
import { forgetRecent, listRecents } from '../files/recent.ts';
import { createLog, type Log } from '../log/log.ts';
import { Told } from '../log/redact.ts';
import { readSettings, writeSettings } from '../settings/settings.ts';
import { runExport as runInWorker } from '../workers/run-export.ts';
import { browse } from './browse.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createExports, type Exports, type LawOfExport } from './exports.ts';
import { createLibrary, type LibraryService } from './library.ts';
import { answerLibrary } from './library-answers.ts';
import { answerLog } from './log-answers.ts';
import { type Resources, readResources } from './resources.ts';
import { answerTemplates } from './template-answers.ts';
import { answerVersions } from './version-answers.ts';
import type { CreateServices, Page, World } from './world.ts';

/** One answer for each request of the contract. */
type Answers = { readonly [N in RequestName]: (request: RequestOf<N>, page: Page) => Promise<ReplyOf<N>> };

interface Parts {
  readonly files: FileSystem;
  readonly world: World;
  readonly drafts: Drafts;
  readonly exports: Exports;
  readonly resources: () => Promise<Resources>;
  readonly library: LibraryService;
  readonly log: Log;
}

/** The services on the disk of this machine. */
export const createServices: CreateServices = (world, runExport = runInWorker) =>
  createServicesOn(nodeFileSystem, world, runExport, logOf(world));

/** The services on any disk, so that a test can make it fail. */
export async function createServicesOn(
  files: FileSystem,
  world: World,
  runExport: NonNullable<Parameters<CreateServices>[1]>,
  log: Log = noLog,
): ReturnType<CreateServices> {
  await files.makeFolder(world.folders.data);
  await files.makePrivate(world.folders.data).catch((error) => log.tell('access', error));
  // Its own name too must survive a power cut, or everything in it goes.
  await files.syncFolder(dirname(world.folders.data));
  const resources = once(() => readResources(files, world.folders.resources));
  const library = createLibrary(files, world);
  const drafts = createDrafts(files, world, library);
  await drafts.tidyAfterStart((error) => log.tell('tidy', error));
  const exports = createExports({
    files,
    world,
    run: runExport,
    resources: withOwnLaw(resources, library, log),
    texts: ({ meta, units }) => drafts.texts.ofCited(units, drafts.draftOfId(meta.id)),
    log: log.tell,
  });
  const answers = createAnswers({ files, world, drafts, exports, resources, library, log });
  // Of a shell with one page, which is another one after each load.
  let onlyPage: Page = {};
  return {
    call: (name, request, page) => answer(answers, log, { name, payload: request, page: page ?? onlyPage }),
    releasePage: async (page) => {
      const gone = page ?? onlyPage;
      if (!page) onlyPage = {};
      await drafts.release(gone);
    },
    offerFile: (path) => drafts.offer(path),
    dispose: async () => {
      exports.cancelAll();
      await drafts.closeAll();
    },
  };
}

async function answer<N extends RequestName>(
  answers: Answers,
  log: Log,
  { name, payload, page }: { readonly name: N; readonly payload: unknown; readonly page: Page },
): Promise<ReplyOf<N>> {
  if (!isRequestName(name)) return failed('bad-request');
  try {
    const request = validateRequest(name, payload);
    if (!request.ok) {
      log.tell('refused', new Told(request.error));
      return failed('bad-request');
    }
    return await answers[name](request.value, page);
  } catch (error) {
    log.tell(name, error);
    return failed('internal');
  }
}

function createAnswers({ files, world, drafts, exports, resources, library, log }: Parts): Answers {
  const { data } = world.folders;
  return {
    'app.info': async () => succeed({ version: world.version, shell: world.shell, platform: process.platform }),
    'settings.read': async () => succeed(await readSettings(files, data)),
    'settings.write': (change) => writeSettings(files, data, change),
    'resources.read': async () => succeed({ ...(await resources()), library: await ownLaw(library, log) }),
    ...answerTemplates({ files, world, drafts, ownLaw: library.read }),
    'recents.list': async () => {
      await drafts.recalled();
      return succeed(await listRecents(files, data));
    },
    'recents.forget': async ({ id }) => {
      await forgetRecent(files, data, id);
      return succeed(null);
    },
    'recovery.list': async () => succeed(await drafts.listRecoverable()),
    'recovery.discard': ({ id }) => drafts.discardRecoverable(id),
    'draft.create': (request, page) => drafts.create(request, page),
    'draft.open': (source, page) => drafts.open(source, page),
    'draft.append': (request) => drafts.append(request),
    'draft.save': (request) => drafts.save(request),
    'draft.send': (request) => drafts.send(request),
    'draft.protect': (request) => drafts.protect(request),
    'draft.place': (request) => drafts.stand(request),
    'draft.close': (request) => drafts.close(request),
    ...answerVersions(drafts),
    'files.browse': (request) => browse(files, world, request),
    'files.reveal': (request) => exports.reveal(request),
    'export.start': async (request) => {
      const made = await exports.start(request);
      if (made.ok)
        await drafts.trails.note(drafts.draftOfId(request.draft.meta.id), 'exported', { ...request.options });
      return made;
    },
    'export.cancel': async ({ job }) => {
      exports.cancel(job);
      return succeed(null);
    },
    ...answerLibrary(library, drafts),
    'print.send': async ({ landscape }) => {
      const sent = await world.printing?.send(landscape);
      if (sent === 'sent') return succeed(null);
      return failed(sent === 'cancelled' ? 'cancelled' : sent === 'failed' ? 'print-failed' : 'bad-request');
    },
    'print.pdf': (request) => exports.printPdf(request),
    ...answerLog(files, world, log),
    'window.close': async () => {
      world.closeWindow();
      return succeed(null);
    },
  };
}

/** A library that cannot be read costs what it holds and never the start; the file stays as it is. */
async function ownLaw(library: LibraryService, log: Log): Promise<Library> {
  return library.read().catch((error: unknown) => {
    log.tell('library', error);
    return emptyLibrary;
  });
}

/** The shipped resources with what people on this machine verified and added laid over the register. */
function withOwnLaw(
  resources: () => Promise<Resources>,
  library: LibraryService,
  log: Log,
): () => Promise<LawOfExport> {
  return async () => {
    const shipped = await resources();
    const own = await ownLaw(library, log);
    return { ...shipped, register: registerWith(shipped.register, own), facts: own.facts };
  };
}

/** Reads when first asked and again only after a failure. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
}

/** On any other disk than this machine's nothing is written down. */
const noLog: Log = { tell: () => undefined, read: () => '' };

function logOf({ folders, version, ports }: World): Log {
  const known = {
    data: folders.data,
    documents: folders.documents,
    application: dirname(folders.resources),
    home: homedir(),
  };
  return createLog({
    folders: known,
    version,
    now: ports.now,
    echo: (line) => console.error(`dolboor: ${line.trimEnd()}`),
  });
}
