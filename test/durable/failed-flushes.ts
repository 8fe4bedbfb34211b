import { join } from 'node:path';
import { applyEdit } from '../../core/draft/apply.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { editPayload } from '../../core/file/chain.ts';
import { beginTimeline, extendTimeline, type Moment } from '../../core/file/timeline.ts';
import { newDraftFile } from '../../electron/files/documents.ts';
import type { FileSystem } from '../../electron/files/file-system.ts';
import { sha256 } from '../../electron/files/hash.ts';
import type { Journal } from '../../electron/files/journal.ts';
import { packDraft } from '../../electron/files/package-file.ts';
import { recoverSession } from '../../electron/files/recovery.ts';
import { beginSession, type SessionFolder } from '../../electron/files/session-folder.ts';
import { subfolders } from '../../electron/files/sessions.ts';
import { aDraft, fixedPorts, random } from '../support/builder.ts';
import { type Findings, type Found, found } from '../support/kill/judge.ts';
import { MemoryDisk } from '../support/kill/memory-disk.ts';
import { someEdits } from '../support/kill/some-edits.ts';
import { noOutcome, type Outcome, type Share } from './outcome.ts';
import { type Ground, grounds, type Image, judgeImages } from './power-cuts.ts';

/*
 * Histories in which flushes fail: the edits are given up, though they may be on the disk all the same, and something else is
 * typed in their place under the same numbers. What was given up must not come back and win over what came after.
 */

const recovery = '/data/recovery';

export async function failFlushesAtRandom(share: Share): Promise<Outcome> {
  const outcome = noOutcome();
  for (let session = 0; outcome.done < share.count && share.isTimeLeft(outcome.done); session += 1) {
    await failFlushes(share.seed + session, grounds[session % grounds.length] as Ground, outcome, share, findRecovered);
  }
  return outcome;
}

/** One history; `find` reads the images. */
export async function failFlushes(
  seed: number,
  ground: Ground,
  outcome: Outcome,
  share: Pick<Share, 'count'>,
  find: (files: FileSystem, recovery: string) => Promise<Findings>,
): Promise<void> {
  const next = random(seed);
  const images: Image[] = [];
  const told = { texts: new Map<number, string>(), doubtful: new Map<number, string>(), safe: -1 };
  let armed = false;
  const disk: MemoryDisk = new MemoryDisk({
    ...ground,
    beforeChange: (call, path) => {
      if (!armed) return;
      for (let i = 0; i < 6; i += 1) {
        const { texts, doubtful, safe } = told;
        images.push({ disk: disk.afterPowerCut(next), texts: new Map(texts), doubtful: new Map(doubtful), safe });
      }
      if (call === 'sync' && path.endsWith('.qj') && next(3) === 0)
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
    },
  });
  await disk.files.makeFolder(recovery);
  await disk.files.syncFolder('/');
  const start = newDraftFile(aDraft('d').unit('title', 'Мыйзам').unit('article', 'Статья').build(), fixedPorts());
  const session = await beginSession(disk.files, recovery, 'd', fixedPorts());
  const tell = ({ draft, point }: Moment) => told.texts.set(point.sequence, canonicalJson(draft));
  let head: Moment = { draft: start.draft, point: start.identity };
  tell(head);
  let journal: Journal | undefined = await advance(session, start, head);
  told.safe = 0;
  armed = true;
  for (let step = 0; step < 8; step += 1) {
    const typed = type(head, 1 + next(3), next);
    try {
      journal ??= await advance(session, start, head);
      // From here on what was given up is superseded.
      told.doubtful.clear();
      for (const { moment, payload } of typed) {
        told.doubtful.set(moment.point.sequence, canonicalJson(moment.draft));
        journal.add({ sequence: moment.point.sequence, payload });
      }
      await journal.flush();
      for (const { moment } of typed) tell(moment);
      head = typed.at(-1)?.moment ?? head;
      told.safe = head.point.sequence;
      told.doubtful.clear();
    } catch {
      await journal?.close().catch(() => undefined);
      journal = undefined;
    }
  }
  armed = false;
  const where = `failed flushes, seed ${seed}, ${ground.system}, sectors of ${ground.sector}`;
  await judgeImages(images, (image) => find(image.files, recovery), where, outcome, share);
}

function advance(
  session: SessionFolder,
  file: ReturnType<typeof newDraftFile>,
  { draft, point }: Moment,
): Promise<Journal> {
  const now = { ...file, draft, identity: { ...file.identity, ...point } };
  return session.advance(now, packDraft(now));
}

function type(head: Moment, count: number, next: (below: number) => number) {
  let timeline = beginTimeline(head);
  return someEdits(head.draft, count, next).map((edit) => {
    if (!applyEdit(timeline.head.draft, edit)) throw new Error('The edit does not fit');
    timeline = extendTimeline(timeline, edit, sha256) ?? timeline;
    return { moment: timeline.head, payload: editPayload(edit) };
  });
}

async function findRecovered(files: FileSystem, folder: string): Promise<Findings> {
  const states: Found[] = [];
  for (const draft of await subfolders(files, folder)) {
    for (const session of await subfolders(files, draft)) {
      const state = await recoverSession(files, join(session));
      if (state) states.push(found(session, state.file));
    }
  }
  return { states, broken: [] };
}
