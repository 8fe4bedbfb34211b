import { type Result, succeed } from '../../core/base/result.ts';
import type { RequestOf } from '../../core/bridge/contract.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { OpenDraft } from '../files/draft-session.ts';
import { failed } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { Keyring } from '../files/keyring.ts';
import { resealDraft } from '../files/reseal.ts';
import { createProtection, openSlot, type Protection } from '../files/seal-key.ts';

/** Where a draft and what is kept of it lie. */
export interface ProtectedPlace {
  readonly files: FileSystem;
  readonly data: string;
  readonly recovery: string;
  /** Folder of the session that is under way. */
  readonly current: string;
  readonly keys: Keyring;
  /** See `World.passwordCost`. */
  readonly cost: number | undefined;
}

/**
 * Sets, changes or removes the password of an open draft. A change makes a new key and not only a new wrapping: whoever knew the
 * old password and has an old copy would have the key of everything written later. The draft's own file follows at the next save.
 */
export async function protectDraft(
  draft: OpenDraft,
  place: ProtectedPlace,
  { password, current }: RequestOf<'draft.protect'>,
): Promise<Result<{ readonly left: number }, Failure>> {
  const { protection: before, identity } = draft.file();
  if (!before && password === undefined) return succeed({ left: 0 });
  const refused = before && (await whyRefused(before, current));
  if (refused) return refused;
  const protection = password === undefined ? undefined : await createProtection(password, place.cost);
  if (protection) place.keys.add(protection);
  const reseal = (): Promise<number> => resealDraft({ ...place, draftId: identity.draftId, protection });
  const done = await draft.protect(protection, reseal);
  return done.ok ? succeed({ left: done.value }) : done;
}

async function whyRefused(before: Protection, current: string | undefined) {
  if (current === undefined) return failed('password-needed');
  return (await openSlot(before.slot, current)) ? undefined : failed('wrong-password');
}
