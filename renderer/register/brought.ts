import { isEmptyLaw, lackingHere, noLaw } from '../../core/law/brought.ts';
import type { OwnLaw } from '../../core/law/library.ts';
import { changeBrought, type Desk } from '../state/desk.ts';
import { keepAct, verifyAct } from './deeds.ts';

/** Asks whether what a draft brings is to stay on this machine. Until then, and without an answer, it counts in this draft only. */
export function offerBrought(desk: Desk): void {
  const lacking = lackingHere(desk.brought.get(), desk.library.get(), desk.shipped);
  if (isEmptyLaw(lacking)) return;
  const params = { acts: lacking.acts.length, verifications: lacking.verifications.length };
  desk.banner.set({
    severity: 'question',
    message: { key: 'register:brought', params },
    ...(desk.banner.get()?.notices && { notices: desk.banner.get()?.notices ?? [] }),
    answers: [
      { key: 'register:broughtLeave', act: () => undefined },
      { key: 'register:broughtAdd', act: () => void addBrought(desk, lacking) },
    ],
  });
}

/** Acts first: a verification of an act that is not there would say nothing. */
async function addBrought(desk: Desk, { acts, verifications }: OwnLaw): Promise<void> {
  for (const act of acts) if (!(await keepAct(desk, act))) return;
  for (const verification of verifications) if (!(await verifyAct(desk, verification))) return;
  changeBrought(desk, noLaw);
}
