import { join } from 'node:path';
import type { OpenedDraft, ReplyOf } from '../../../core/bridge/contract.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { canonicalJson } from '../../../core/file/canonical.ts';
import { readDraftFile } from '../../../electron/files/documents.ts';
import type { FileSystem } from '../../../electron/files/file-system.ts';
import { createServicesOn } from '../../../electron/services/services.ts';
import type { Services, World } from '../../../electron/services/world.ts';
import { random } from '../builder.ts';
import { afterEdits, someEdits } from './some-edits.ts';

/** Edits of one session. */
export const sessionEdits = 12;

/** What a page knows of a session in which something may fail at any moment. */
export interface Page {
  readonly services: Services | undefined;
  readonly opened: OpenedDraft | undefined;
  /** The last edit that was acknowledged. */
  readonly acknowledged: number;
  /** The last edit that a save which reported success holds. */
  readonly saved: number;
}

/** The edits that the page makes: the same in every session. */
function editsOf(opened: OpenedDraft): readonly Edit[] {
  return someEdits(opened.draft, sessionEdits, random(31));
}

/** Creates a draft, types, saves, types, saves again and types, and goes on after every failure as a person does. */
export async function workAsPage(
  files: FileSystem,
  world: World,
  watch: (acknowledged: number, opened: OpenedDraft) => void = () => undefined,
): Promise<Page> {
  const services = await createServicesOn(files, world, async () => 'cancelled').catch(() => undefined);
  const created = (await services?.call('draft.create', { template: 'small' })) as ReplyOf<'draft.create'> | undefined;
  if (!services || !created?.ok) return { services, opened: undefined, acknowledged: 0, saved: 0 };
  const opened = created.value;
  const edits = editsOf(opened);
  let [acknowledged, saved] = [0, 0];
  for (let at = 2; at <= sessionEdits; at += 2) {
    // Everything that was not acknowledged is sent again with what is new.
    const waiting = edits.slice(acknowledged, at).map((edit, i) => ({ sequence: acknowledged + i + 1, edit }));
    const reply = await services.call('draft.append', { handle: opened.handle, edits: waiting });
    if (reply.ok) acknowledged = (reply.value as { acknowledged: number }).acknowledged;
    watch(acknowledged, opened);
    if (at !== 6 && at !== 10) continue;
    const draft = afterEdits(opened.draft, edits.slice(0, at));
    const target = { to: 'listed', folder: world.folders.documents, name: 'a', overwrite: true };
    const reached = await services.call('draft.save', { handle: opened.handle, draft, sequence: at, target });
    if (reached.ok) saved = at;
  }
  return { services, opened, acknowledged, saved };
}

/** The furthest state that a disk gives to a process that knows nothing of the one before, from the file or the recovery. */
export async function furthestState(
  files: FileSystem,
  world: World,
): Promise<{ readonly sequence: number; readonly draft: string; readonly inFile: number }> {
  const services = await createServicesOn(files, world, async () => 'cancelled');
  const found = await readDraftFile(join(world.folders.documents, 'a.dolboor'), files);
  const inFile = found.ok ? found.value.file.identity.sequence : 0;
  let best = found.ok ? { sequence: inFile, draft: canonicalJson(found.value.file.draft) } : { sequence: 0, draft: '' };
  const list = (await services.call('recovery.list', {})) as ReplyOf<'recovery.list'>;
  for (const { id } of list.ok ? list.value : []) {
    const reply = (await services.call('draft.open', { from: 'recovery', id })) as ReplyOf<'draft.open'>;
    if (reply.ok && reply.value.sequence > best.sequence) {
      best = { sequence: reply.value.sequence, draft: canonicalJson(reply.value.draft) };
    }
  }
  await services.dispose();
  return { ...best, inFile };
}

/** The text of the draft after the first `count` edits of the session. */
export function textAfter(opened: OpenedDraft, count: number): string {
  return canonicalJson(afterEdits(opened.draft, editsOf(opened).slice(0, count)));
}
