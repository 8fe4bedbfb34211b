import { random } from '../support/builder.ts';
import { Author } from '../support/kill/author.ts';
import { faultyFiles } from '../support/kill/faulty-files.ts';
import { type Findings, findStates, verdict } from '../support/kill/judge.ts';
import { memoryPlace } from '../support/kill/test-world.ts';
import { noOutcome, type Outcome, type Share, strideFor, violate } from './outcome.ts';

/*
 * Every call to the disk that a session makes fails once, eight times in a row, or from then on, with each of six errors. The
 * person goes on after every failure. Nothing acknowledged may be lost, and no state may be made up.
 */

const codes = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY', 'EACCES', 'EMFILE'] as const;
const shapes = [1, 8, Number.POSITIVE_INFINITY] as const;

/** All faults there are, or as many of them, spread evenly, as the share asks for. */
export async function failEverywhere(share: Share): Promise<Outcome> {
  const outcome = noOutcome();
  const free = await sessionWith(undefined, '/fault-free', new Map());
  const faults = Array.from({ length: free.calls }, (_, at) => at + 1).flatMap((at) =>
    codes.flatMap((code) => shapes.map((times) => ({ at, code, times }))),
  );
  const stride = strideFor(faults.length);
  const { from = 0 } = share;
  const known = new Map<string, Findings>();
  const end = Math.min(from + share.count, faults.length);
  for (let i = from; i < end && share.isTimeLeft(outcome.done); i += 1) {
    const fault = faults[(share.seed + i * stride) % faults.length];
    if (!fault) continue;
    const { wrong } = await sessionWith(fault, `/fault-${share.seed}`, known);
    outcome.done += 1;
    const name = `${fault.code} at call ${fault.at}, ${fault.times} times`;
    if (wrong !== undefined) violate(outcome, `${name}: ${wrong}`);
  }
  return outcome;
}

async function sessionWith(fault: Parameters<typeof faultyFiles>[0], root: string, known: Map<string, Findings>) {
  const { disk, world } = memoryPlace(root);
  const faulty = faultyFiles(fault, disk.files);
  const author = new Author(faulty.files, world, random(31));
  await workThrough(author);
  // As it stands while the session still runs: nothing has been closed in order.
  const left = [disk.afterPowerCut(() => 0, 'nothing'), disk.afterPowerCut(() => 0, 'everything')];
  const promised = { texts: author.texts, safe: author.safe };
  await author.quit();
  let wrong: string | undefined;
  // And as it stands once it was closed, to a process that starts anew.
  for (const image of [...left, disk]) {
    const print = image.fingerprint();
    const findings = known.get(print) ?? (await findStates(image.files, world));
    known.set(print, findings);
    wrong ??= verdict(findings, promised);
  }
  return { calls: faulty.calls(), wrong };
}

async function workThrough(author: Author): Promise<void> {
  if (!(await author.begin()) && !(await author.begin())) return;
  await author.edit(2);
  await author.save('a');
  await author.edit(1);
  await author.save('a');
  await author.edit(1);
}
