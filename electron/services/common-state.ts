import type { Draft } from '../../core/draft/types.ts';
import { barePoint, type ChainPoint } from '../../core/file/chain.ts';
import type { OpenDraft } from '../files/draft-session.ts';
import type { FileSystem } from '../files/file-system.ts';
import { sha256 } from '../files/hash.ts';
import { isStateOf, listHistory, readHistory } from '../files/history.ts';
import type { Keyring } from '../files/keyring.ts';
import type { DraftFile } from '../files/package-file.ts';

/** Where states of the past are looked for, and by which keys they open. */
interface Place {
  readonly files: FileSystem;
  readonly data: string;
  readonly keys: Keyring;
}

/** What two files last had in common. */
interface Common {
  readonly base: Draft;
  /** Theirs began as a state of mine without its comments: that it has none of them is nobody's wish. */
  readonly isBare: boolean;
}

function pastOf({ chain, lineage }: DraftFile['identity']): ReadonlySet<string> {
  return new Set([chain, ...lineage.map((entry) => entry.chain)]);
}

/** Whether two files hold one draft, or one of them began as a copy of the other: then they have a state of the past in common. */
export function isRelated(mine: DraftFile['identity'], theirs: DraftFile['identity']): boolean {
  if (mine.draftId === theirs.draftId) return true;
  const past = new Set([theirs.chain, ...theirs.lineage.map(({ chain }) => chain)]);
  return past.has(mine.chain) || mine.lineage.some(({ chain }) => past.has(chain));
}

/**
 * The last state that is in the past of both. Only what the files say themselves counts: a state that the other side never had would
 * make its lack of my words look like a wish to delete them.
 */
export async function commonState(place: Place, draft: OpenDraft, theirs: DraftFile): Promise<Common | undefined> {
  const own = [draft.file().identity, draft.common().point, ...draft.file().identity.lineage];
  own.sort((a, b) => b.sequence - a.sequence);
  const past = pastOf(theirs.identity);
  // The copy has the point of the state without comments, and I have the point of the state that was made bare.
  const sentBare = own.filter((point) => past.has(barePoint(point, sha256).chain));
  const shared = own.filter(({ chain }) => past.has(chain));
  for (const point of [...shared, ...sentBare]) {
    const base = await stateAt(place, draft, theirs, point);
    if (base) return { base, isBare: sentBare.length > 0 };
  }
  return undefined;
}

async function stateAt(
  { files, data, keys }: Place,
  draft: OpenDraft,
  theirs: DraftFile,
  { chain }: ChainPoint,
): Promise<Draft | undefined> {
  const common = draft.common();
  const file = draft.file();
  if (chain === file.identity.chain) return file.draft;
  if (chain === theirs.identity.chain) return theirs.draft;
  if (chain === common.point.chain && common.draft) return common.draft;
  const { draftId } = file.identity;
  const sealed = { identity: { chain }, ...(file.protection && { protection: file.protection }) };
  const kept = (await listHistory(files, data, draftId)).find(({ id }) => isStateOf(id, sealed));
  const state = kept && (await readHistory(files, data, draftId, kept.id, { keys }));
  return state?.ok && state.value.notices.length === 0 ? state.value.draft : undefined;
}
