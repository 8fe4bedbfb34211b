import { basename } from 'node:path';
import type { Ports } from '../../core/base/ports.ts';
import { withDraft } from '../files/documents.ts';
import type { OpenDraft, Target } from '../files/draft-session.ts';
import { failedFile } from '../files/failures.ts';
import type { DraftFile } from '../files/package-file.ts';
import type { TrailKeeper } from '../files/trail-keeper.ts';
import { withPoint } from '../files/travelling.ts';

/*
 * The ways on for somebody who opens a draft that another window writes: one writer, whatever is chosen.
 */

/**
 * The draft as a draft of its own, with its past: it has another id, so that its journal, its lock and its history are its own, and a
 * point in common with the file that it came from, so that the two can be merged later.
 */
export function forkOf(file: DraftFile, ports: Ports): DraftFile {
  const { identity, draft } = file;
  const [draftId, forkId] = [ports.newId(), ports.newId()];
  const { sequence, chain } = identity;
  const lineage = withPoint(identity.lineage, { sequence, chain, label: '', kind: 'received' });
  const own = { ...file, identity: { ...identity, draftId, forkId, lineage } };
  return withDraft(own, { ...draft, meta: { ...draft.meta, id: draftId } });
}

/** A draft that is only read: no journal, no lock, and nothing is ever written for it. */
export function readOnlyDraft(file: DraftFile, target: Target, trail: TrailKeeper): OpenDraft {
  const refused = async () => failedFile('in-use', target.path);
  const { sequence, chain } = file.identity;
  return {
    isReadOnly: true,
    trail,
    file: () => file,
    target: () => target,
    common: () => ({ point: { sequence, chain }, draft: file.draft }),
    absorb: () => undefined,
    append: refused,
    save: refused,
    protect: refused,
    settled: async () => undefined,
    close: async () => undefined,
  };
}

/** What a line says of a copy that was just made. */
export function copyNotice(path: string) {
  return { code: 'second.copy', severity: 'note', params: { name: basename(path) } } as const;
}
