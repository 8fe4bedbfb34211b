import type { ReplyOf } from '../../core/bridge/contract.ts';
import type { ActId } from '../../core/draft/types.ts';
import type { LocalAct } from '../../core/law/library.ts';
import type { OwnFact } from '../../core/law/own-facts.ts';
import type { ActVerification } from '../../core/law/types.ts';
import { changeLibrary, type Desk } from '../state/desk.ts';

/** Puts a kept change in force. True when it was kept: what is not on the disk does not count. */
async function take(desk: Desk, asked: Promise<ReplyOf<'library.read'>>): Promise<boolean> {
  const reply = await asked;
  if (!reply.ok) {
    desk.banner.set({ severity: 'error', failure: reply.error });
    return false;
  }
  changeLibrary(desk, reply.value.library);
  return true;
}

/** Enters what a person verified, with what the shipped register says today, so that a later difference is seen. */
export function verifyAct(desk: Desk, verification: Omit<ActVerification, 'shipped'>): Promise<boolean> {
  const act = desk.shipped.acts.find(({ id }) => id === verification.act);
  const shipped = act && { status: act.status, statusDetail: act.statusDetail, successor: act.successor };
  return take(
    desk,
    desk.bridge.request('library.verify', { verification: { ...verification, ...(shipped && { shipped }) } }),
  );
}

export function takeBackVerification(desk: Desk, act: ActId): Promise<boolean> {
  return take(desk, desk.bridge.request('library.unverify', { act }));
}

export function keepAct(desk: Desk, act: LocalAct): Promise<boolean> {
  return take(desk, desk.bridge.request('library.write-act', { act }));
}

export function writeFact(desk: Desk, fact: OwnFact): Promise<boolean> {
  return take(desk, desk.bridge.request('library.write-fact', { fact }));
}

export function removeAct(desk: Desk, act: ActId): Promise<boolean> {
  return take(desk, desk.bridge.request('library.remove-act', { act }));
}
