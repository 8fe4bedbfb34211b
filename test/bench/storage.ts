import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { OpenedDraft } from '../../core/bridge/drafts.ts';
import { applyEdit } from '../../core/draft/apply.ts';
import type { Edit } from '../../core/draft/operation.ts';
import type { Draft } from '../../core/draft/types.ts';
import { newDraftFile, writeDraftFile } from '../../electron/files/documents.ts';
import { createServices } from '../../electron/services/services.ts';
import type { Services, World } from '../../electron/services/world.ts';
import { fixedPorts, generateBill } from '../support/builder.ts';
import { ask, fillPlace, worldIn } from '../support/kill/test-world.ts';

/*
 * npm run bench -- storage [--quick] [--json]: what saving, opening, recovering and the journal cost for bills of three sizes, on the
 * real disk by the real services, and the memory over a day of eight hours: two edits a second, saved every five minutes.
 */

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Milliseconds: of the processor, and by the clock, which the disk and other programs take part in. */
interface Cost {
  readonly cpu: number;
  readonly elapsed: number;
}

async function costOf(rounds: number, work: () => Promise<unknown>): Promise<Cost> {
  const [cpu, elapsed]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const [before, began] = [process.cpuUsage(), performance.now()];
    await work();
    elapsed.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  return { cpu: rounded(median(cpu)), elapsed: rounded(median(elapsed)) };
}

/** A person at a page: the draft as it is there, and the number of its last edit. */
class Person {
  readonly #services: Services;
  readonly #opened: OpenedDraft;
  #draft: Draft;
  #sequence: number;

  constructor(services: Services, opened: OpenedDraft) {
    this.#services = services;
    this.#opened = opened;
    this.#draft = opened.draft;
    this.#sequence = opened.sequence;
  }

  /** A letter, and at the next turn it is taken back: a day of them leaves the draft as long as it was. */
  async type(): Promise<void> {
    const unit = (this.#sequence >> 1) % this.#draft.units.length;
    const type = this.#sequence % 2 === 0 ? 'insert_text' : 'remove_text';
    const edit: Edit = { operations: [{ type, path: [unit, 1, 0], offset: 0, text: 'ү' }] };
    this.#draft = applyEdit(this.#draft, edit) ?? this.#draft;
    this.#sequence += 1;
    const { handle } = this.#opened;
    await ask(this.#services, 'draft.append', { handle, edits: [{ sequence: this.#sequence, edit }] });
  }

  async save(): Promise<void> {
    const { handle } = this.#opened;
    const request = { handle, draft: this.#draft, sequence: this.#sequence, target: { to: 'same' } } as const;
    await ask(this.#services, 'draft.save', request);
  }

  async close(): Promise<void> {
    await ask(this.#services, 'draft.close', { handle: this.#opened.handle, discard: false });
  }
}

const name = 'bench.dolboor';
const recovered = 200;

async function inPlace<T>(articles: number, work: (world: World, open: () => Promise<Person>) => Promise<T>) {
  const root = await mkdtemp(join(tmpdir(), 'dolboor-bench-'));
  await fillPlace(root);
  const world = worldIn(root);
  const { documents } = world.folders;
  await writeDraftFile(join(documents, name), newDraftFile(generateBill({ articles }), fixedPorts()));
  const services = await createServices(world);
  const open = async (): Promise<Person> =>
    new Person(services, await ask(services, 'draft.open', { from: 'listed', folder: documents, name }));
  try {
    return await work(world, open);
  } finally {
    await services.dispose();
    await rm(root, { recursive: true, force: true });
  }
}

function measureSize(articles: number): Promise<Readonly<Record<'save' | 'open' | 'journal' | 'recover', Cost>>> {
  return inPlace(articles, async (world, open) => {
    const opening = await costOf(5, async () => (await open()).close());
    const person = await open();
    const journal = await costOf(recovered, () => person.type());
    const save = await costOf(5, async () => {
      await person.type();
      await person.save();
    });
    for (let i = 0; i < recovered; i += 1) await person.type();
    // Closed without saving: the edits are in no file, and a program that starts anew finds them.
    await person.close();
    const recover = await costOf(3, async () => {
      const later = await createServices(world);
      const [unsaved] = await ask(later, 'recovery.list', {});
      const back = await ask(later, 'draft.open', { from: 'recovery', id: unsaved?.id ?? '' });
      await ask(later, 'draft.close', { handle: back.handle, discard: false });
      await later.dispose();
    });
    return { save, open: opening, journal, recover };
  });
}

function heapMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return rounded(process.memoryUsage().heapUsed / 2 ** 20);
}

/** The heap after a first hour, when every cache is filled, and after the day. */
function measureDay(articles: number, edits: number) {
  return inPlace(articles, async (_world, open) => {
    const person = await open();
    const heap: number[] = [];
    for (let i = 1; i <= edits; i += 1) {
      await person.type();
      if (i % 600 === 0) await person.save();
      if (i === Math.floor(edits / 8) || i === edits) heap.push(heapMegabytes());
    }
    const [first = 0, last = 0] = heap;
    return { edits, afterOneHour: first, afterTheDay: last, growthPercent: rounded((last / first - 1) * 100) };
  });
}

/** npm run bench -- storage */
export async function benchStorage(options: ReadonlySet<string>): Promise<void> {
  const isQuick = options.has('--quick');
  const sizes: Record<string, Awaited<ReturnType<typeof measureSize>>> = {};
  for (const articles of isQuick ? [30] : [30, 500, 2_000]) sizes[articles] = await measureSize(articles);
  const day = await measureDay(isQuick ? 30 : 500, isQuick ? 2_400 : 57_600);
  if (options.has('--json')) console.log(JSON.stringify({ sizes, day }, null, 2));
  else {
    console.log('Storage by the number of articles, milliseconds of CPU (and by the clock):');
    const shown = Object.entries(sizes).map(([articles, costs]) => [
      articles,
      Object.fromEntries(Object.entries(costs).map(([what, { cpu, elapsed }]) => [what, `${cpu} (${elapsed})`])),
    ]);
    console.table(Object.fromEntries(shown));
    console.log('Memory over a day, MB of heap after collection; growth must stay under 10 %:');
    console.table(day);
  }
  if (day.growthPercent >= 10) process.exitCode = 1;
}
