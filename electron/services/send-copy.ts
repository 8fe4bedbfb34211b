import { basename, dirname } from 'node:path';
import { succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestOf } from '../../core/bridge/contract.ts';
import { barePoint } from '../../core/file/chain.ts';
import { trailPath } from '../../core/file/trail.ts';
import { withoutComments } from '../../core/review/bare.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import type { OpenDraft, SaveTask } from '../files/draft-session.ts';
import { failed, failedFile } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import { fileToSave } from '../files/file-to-save.ts';
import { sha256 } from '../files/hash.ts';
import { type DraftFile, packDraft } from '../files/package-file.ts';
import type { Stamp } from '../files/trail-keeper.ts';
import { withPoint } from '../files/travelling.ts';
import { chooseTarget } from './save-target.ts';
import type { Versions } from './versions.ts';
import type { World } from './world.ts';

interface Parts {
  readonly files: FileSystem;
  readonly world: World;
  readonly versions: Versions;
  /** What the copy takes along of the law, as a saved draft does. */
  readonly law: Pick<SaveTask, 'law' | 'texts'>;
  readonly stamp: Stamp;
}

/**
 * Writes the draft as it stands into a file for somebody who is to read and correct it. What is sent is kept here as a named version,
 * and stays a point of the draft's past however often it is saved: so the copy that comes back is merged by what both had in common.
 */
export async function sendCopy(
  parts: Parts,
  open: OpenDraft,
  { target, label, comments, versions: takesVersions, trail: takesTrail }: RequestOf<'draft.send'>,
): Promise<ReplyOf<'draft.send'>> {
  const { files, world, versions } = parts;
  if (target.to === 'same' || target.to === 'copy') return failed('bad-request');
  const chosen = await chooseTarget(files, world, target, 'draft');
  if (!chosen.ok) return chosen;
  const { path } = chosen.value;
  // The draft's own file is where the draft is: nobody's copy.
  if (path === open.target().path) return failedFile('already-exists', path);
  const named = takesVersions && comments ? await versions.named(open) : [];
  const kept = await versions.name(open, { handle: '', label });
  if (!kept.ok) return kept;
  const own = open.file();
  const carried = new Map(own.carried);
  if (!takesTrail) carried.delete(trailPath);
  const begun = comments ? wholeCopy(own) : bareCopy(own);
  const copy = { ...begun, carried, identity: { ...begun.identity, forkId: world.ports.newId() } };
  // That the copy was saved is entered in the copy alone.
  const along = { ...parts.law, versions: named, ...(takesTrail && { stamp: parts.stamp }) };
  const bytes = packDraft(fileToSave(copy, along, open.trail, undefined).file);
  const written = await writeAtomically(files, { ...chosen.value, bytes, temporary: `~$${world.ports.newId()}.tmp` });
  if (!written.ok) return written;
  open.absorb(own.identity, 'sent');
  // So that the copy, as long as nobody wrote in it, is known for one beside the draft.
  if (!comments) open.absorb(begun.identity, 'sent');
  return succeed({ name: basename(path), folder: dirname(path) });
}

/** The point from which it was sent stays one of its past, however often its reader saves it. */
function wholeCopy(own: DraftFile): DraftFile {
  const { sequence, chain, lineage } = own.identity;
  const sent = withPoint(lineage, { sequence, chain, label: '', kind: 'sent' });
  return { ...own, identity: { ...own.identity, lineage: sent } };
}

/**
 * The draft without its comments, as a state of its own. It knows no earlier point: by one of those, where the comments were already, a
 * merge would take their lack for a wish.
 */
function bareCopy(own: DraftFile): DraftFile {
  const point = barePoint(own.identity, sha256);
  const lineage = [{ ...point, label: '', kind: 'sent' as const }];
  return { ...own, draft: withoutComments(own.draft), identity: { ...own.identity, ...point, lineage } };
}
