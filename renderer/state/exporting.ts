import type { SaveTarget } from '../../core/bridge/drafts.ts';
import type { ExportedFile, ExportOptions } from '../../core/bridge/exports.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { isEmptyLaw } from '../../core/law/brought.ts';
import type { Desk } from './desk.ts';
import { exportName } from './file-names.ts';
import { askForTarget } from './files.ts';
import type { Session } from './session.ts';

/** One export at a time. It outlives the dialog that began it, because the file browser takes that dialog's place meanwhile. */
export type ExportState =
  | {
      readonly step: 'choosing';
      readonly options?: ExportOptions;
      readonly failure?: Failure;
      /** Where it was to go, when a file stood there already. */
      readonly occupied?: SaveTarget;
    }
  | {
      readonly step: 'running';
      readonly options: ExportOptions;
      readonly job: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly step: 'done'; readonly options: ExportOptions; readonly file: ExportedFile };

const extensions = { docx: '.docx', text: '.txt', csv: '.csv' } as const;

/** Asks for the place, follows the progress of its own job, ends with the file or the reason. `what`: the name of the document when it is not the draft itself. */
export async function startExport(desk: Desk, session: Session, options: ExportOptions, what?: string): Promise<void> {
  desk.exporting.set({ step: 'choosing', options });
  const stem = exportName(session.editor.state().units, options, desk.settings.get().language, what);
  const target = await askForTarget(desk, 'export', extensions[options.format], stem);
  desk.dialog.set({ kind: 'export' });
  if (target) await exportTo(desk, session, options, target);
}

/** Writes over the file that stood in the way: the person said so. */
export async function replaceExport(
  desk: Desk,
  session: Session,
  options: ExportOptions,
  occupied: SaveTarget,
): Promise<void> {
  await exportTo(desk, session, options, occupied.to === 'listed' ? { ...occupied, overwrite: true } : occupied);
}

async function exportTo(desk: Desk, session: Session, options: ExportOptions, target: SaveTarget): Promise<void> {
  const { bridge, exporting, ports } = desk;
  const job = ports.newId();
  const brought = desk.brought.get();
  const day = desk.lawDay.get();
  exporting.set({ step: 'running', options, job, done: 0, total: 0 });
  const stopListening = bridge.on('export.progress', (progress) => {
    if (progress.job !== job) return;
    exporting.set({ step: 'running', options, job, done: progress.done, total: progress.total });
  });
  const reply = await bridge.request('export.start', {
    job,
    draft: session.editor.draft(),
    options,
    target,
    ...(!isEmptyLaw(brought) && { brought }),
    ...(day !== undefined && { day }),
  });
  stopListening();
  if (reply.ok) exporting.set({ step: 'done', options, file: reply.value });
  else if (reply.error.code === 'cancelled') exporting.set({ step: 'choosing', options });
  else {
    const occupied = reply.error.code === 'already-exists' ? { occupied: target } : {};
    exporting.set({ step: 'choosing', options, failure: reply.error, ...occupied });
  }
}

export function cancelExport(desk: Desk): void {
  const state = desk.exporting.get();
  if (state.step === 'running') void desk.bridge.request('export.cancel', { job: state.job });
}
