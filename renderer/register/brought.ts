import { isSameJson } from '../../core/base/same-json.ts';
import type { OpenedDraft } from '../../core/bridge/drafts.ts';
import { isEmptyLaw, lackingHere } from '../../core/law/brought.ts';
import type { Library, TextKey } from '../../core/law/library.ts';
import type { OwnFact } from '../../core/law/own-facts.ts';
import { changeBrought, type Desk } from '../state/desk.ts';
import { keepAct, verifyAct, writeFact } from './deeds.ts';

/** Puts in force what a draft brings. Facts that this machine entered just so are its own. */
export function takeBrought(desk: Desk, brought: Library): void {
  const entered = new Map(desk.library.get().facts.map((fact) => [fact.id, fact]));
  const facts = brought.facts.filter((fact) => !isSameJson(fact, entered.get(fact.id)));
  changeBrought(desk, { ...brought, facts });
}

/** Asks whether what a draft brings is to stay on this machine. Until then, and without an answer, it counts in this draft only. */
export async function offerBrought(desk: Desk, { handle, broughtTexts }: OpenedDraft): Promise<void> {
  const lacking = lackingHere(desk.brought.get(), desk.library.get(), desk.shipped);
  if (broughtTexts) await desk.shelf.open();
  const texts = desk.shelf.get().summaries.filter((one) => desk.shelf.get().brought.includes(one));
  if (desk.session.get()?.handle !== handle || (isEmptyLaw(lacking) && texts.length === 0)) return;
  const { acts, verifications, facts } = lacking;
  const params = { acts: acts.length, verifications: verifications.length, facts: facts.length, texts: texts.length };
  desk.banner.set({
    severity: 'question',
    message: { key: 'register:brought', params },
    ...(desk.banner.get()?.notices && { notices: desk.banner.get()?.notices ?? [] }),
    answers: [
      { key: 'register:broughtLeave', act: () => undefined },
      { key: 'register:broughtAdd', act: () => void addBrought(desk, lacking, texts) },
    ],
  });
}

/** Acts first: a verification of an act that is not there would say nothing. What the draft says otherwise stays for the person to see. */
async function addBrought(
  desk: Desk,
  { acts, verifications, facts }: Library,
  texts: readonly TextKey[],
): Promise<void> {
  for (const act of acts) if (!(await keepAct(desk, act))) return;
  for (const verification of verifications) if (!(await verifyAct(desk, verification))) return;
  for (const fact of facts) if (!(await keepFact(desk, fact))) return;
  for (const text of texts) if (!(await keepText(desk, text))) return;
  changeBrought(desk, { acts: [], verifications: [], facts: desk.brought.get().facts });
}

/** Keeps on this machine a fact of the matrix that the draft brings. */
export async function keepFact(desk: Desk, fact: OwnFact): Promise<boolean> {
  if (!(await writeFact(desk, fact))) return false;
  forgetBrought(desk, fact.id);
  return true;
}

/** Keeps on this machine an official text that the draft brings, in place of its own of that act and language. */
export async function keepText(desk: Desk, { act, language }: TextKey): Promise<boolean> {
  const handle = desk.session.get()?.handle;
  if (handle === undefined) return false;
  const reply = await desk.bridge.request('texts.keep', { handle, act, language });
  if (reply.ok) desk.shelf.take(reply.value, { act, language });
  else desk.banner.set({ severity: 'error', failure: reply.error });
  return reply.ok;
}

/** The draft brings this fact no more: it is kept here, or was taken out. */
export function forgetBrought(desk: Desk, id: string): void {
  const brought = desk.brought.get();
  if (!brought.facts.some((fact) => fact.id === id)) return;
  changeBrought(desk, { ...brought, facts: brought.facts.filter((fact) => fact.id !== id) });
}
