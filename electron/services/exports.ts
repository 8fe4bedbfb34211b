import { basename, dirname } from 'node:path';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestOf } from '../../core/bridge/contract.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { Draft } from '../../core/draft/types.ts';
import { factsWith } from '../../core/law/brought.ts';
import { type Library, registerWith, type StoredText } from '../../core/law/library.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { failed } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { ExportResult, RunExport } from '../workers/contract.ts';
import type { Resources } from './resources.ts';
import { chooseTarget, type ResolvedTarget } from './save-target.ts';
import { withoutTraces } from './scrub-pdf.ts';
import type { World } from './world.ts';

/** The documents that this shell makes and has made. */
export interface Exports {
  start(request: RequestOf<'export.start'>): Promise<ReplyOf<'export.start'>>;
  cancel(job: string): void;
  reveal(request: RequestOf<'files.reveal'>): Promise<Result<null, Failure>>;
  printPdf(request: RequestOf<'print.pdf'>): Promise<ReplyOf<'print.pdf'>>;
  cancelAll(): void;
}

/** What ships with what people on this machine know laid over it, and what they entered in the matrix. */
export interface LawOfExport extends Resources {
  readonly facts: Library['facts'];
}

export interface ExportsOptions {
  readonly files: FileSystem;
  readonly world: World;
  readonly run: RunExport;
  readonly resources: () => Promise<LawOfExport>;
  /** The official texts of the acts that a draft cites. */
  readonly texts: (draft: Draft) => Promise<readonly StoredText[]>;
  /** Notes what went wrong with an export, without a word of the draft. */
  readonly log: (what: string, error: unknown) => void;
}

export function createExports(options: ExportsOptions): Exports {
  const { files, world } = options;
  const running = new Map<string, AbortController>();
  const written = new Map<string, string>();

  async function start(request: RequestOf<'export.start'>): Promise<ReplyOf<'export.start'>> {
    const { job, target } = request;
    if (running.has(job) || target.to === 'same' || target.to === 'copy') return failed('bad-request');
    const chosen = await chooseTarget(files, world, target, request.options.format);
    if (!chosen.ok) return chosen;
    const controller = new AbortController();
    running.set(job, controller);
    try {
      const result = await runJob(options, request, controller.signal);
      if (result === 'cancelled' || controller.signal.aborted) return failed('cancelled');
      return await write(chosen.value, result);
    } catch (error) {
      options.log('export', error);
      return failed('export-failed');
    } finally {
      running.delete(job);
    }
  }

  async function write(target: ResolvedTarget, { bytes, notices }: ExportResult): Promise<ReplyOf<'export.start'>> {
    const temporary = `~$${world.ports.newId()}.tmp`;
    const done = await writeAtomically(files, { ...target, bytes, temporary });
    if (!done.ok) return done;
    const id = world.ports.newId();
    written.set(id, target.path);
    return succeed({ id, name: basename(target.path), folder: dirname(target.path), bytes: bytes.length, notices });
  }

  async function printPdf({ target }: RequestOf<'print.pdf'>): Promise<ReplyOf<'print.pdf'>> {
    if (target.to === 'same' || target.to === 'copy' || !world.printing) return failed('bad-request');
    const chosen = await chooseTarget(files, world, target, 'pdf');
    if (!chosen.ok) return chosen;
    try {
      return await write(chosen.value, { bytes: withoutTraces(await world.printing.pdf()), notices: [] });
    } catch (error) {
      options.log('print', error);
      return failed('print-failed');
    }
  }

  return {
    start,
    printPdf,
    cancel: (job) => running.get(job)?.abort(),
    cancelAll: () => {
      for (const controller of running.values()) controller.abort();
    },
    reveal: async ({ id, open }) => {
      const path = written.get(id);
      // Only what this session wrote: the page names no path.
      return path !== undefined && (await world.reveal(path, open)) ? succeed(null) : failed('not-found');
    },
  };
}

async function runJob(
  { world, run, resources, texts }: ExportsOptions,
  { job, draft, options, brought, day }: RequestOf<'export.start'>,
  signal: AbortSignal,
): Promise<ExportResult | 'cancelled'> {
  const progress = (done: number, total: number) => world.emit('export.progress', { job, done, total });
  const law = await resources();
  const counting = brought && {
    register: registerWith(law.register, brought),
    facts: factsWith(law.facts, brought.facts),
  };
  const compared = options.document === 'bill' && { texts: await texts(draft) };
  return run({ draft, options, ...law, ...compared, ...counting, ...(day !== undefined && { day }) }, progress, signal);
}
