import type { Subject } from './subject.ts';
import { cpuOf, press, pressPaste, rested } from './subject.ts';

/** What was measured of one editor at one size, by name: lists of single measurements. */
export class Measured {
  readonly #lists = new Map<string, number[]>();

  add(name: string, ...values: readonly number[]): void {
    const list = this.#lists.get(name) ?? [];
    list.push(...values);
    this.#lists.set(name, list);
  }

  /** The value below which such a part of the measurements lies; undefined when there are none. */
  quantile(name: string, part: number): number | undefined {
    const list = this.#lists.get(name)?.toSorted((a, b) => a - b) ?? [];
    return list[Math.min(list.length - 1, Math.floor(list.length * part))];
  }

  median(name: string): number | undefined {
    return this.quantile(name, 0.5);
  }
}

export type Place = 'start' | 'middle' | 'end';

export interface Contestant extends Subject {
  readonly measured: Measured;
}

const letters = [...'атоне нота '];
const keysPerGroup = 5;

async function putCaret(subject: Subject, place: Place, offset: number): Promise<number> {
  const index = await subject.page.evaluate(
    ([where, at]) => {
      const { editor } = window.bench;
      const count = editor.count();
      const unit = where === 'start' ? 2 : where === 'middle' ? count >> 1 : count - 2;
      editor.put(unit, at);
      return unit;
    },
    [place, offset] as const,
  );
  await rested(subject);
  return index;
}

const lengthOf = ({ page }: Subject, index: number): Promise<number> =>
  page.evaluate((at) => window.bench.editor.text(at).length, index);
const countOf = ({ page }: Subject): Promise<number> => page.evaluate(() => window.bench.editor.count());

function expectEqual(found: number, wanted: number, what: string): void {
  if (found !== wanted) throw new Error(`${what}: ${wanted} wanted, ${found} found`);
}

/**
 * Types in each of the contestants by turns, a few keys at a time, so that what else the machine does falls on all alike. A group is the
 * unit of measurement, because a collection of garbage falls into one of them.
 */
export async function typeAt(contestants: readonly Contestant[], place: Place, keys: number): Promise<void> {
  const spots = new Map<Contestant, { index: number; length: number }>();
  for (const one of contestants) {
    const index = await putCaret(one, place, 20);
    for (const letter of letters.slice(0, 4)) await press(one, letter);
    spots.set(one, { index, length: await lengthOf(one, index) });
    await one.page.evaluate(() => window.bench.probe.reset());
  }
  for (let done = 0; done < keys; done += keysPerGroup) {
    for (const one of contestants) {
      const cpu = await cpuOf(one, async () => {
        for (let i = 0; i < keysPerGroup; i += 1) await press(one, letters[(done + i) % letters.length] ?? 'а');
      });
      one.measured.add(`key ${place}`, cpu / keysPerGroup);
      one.measured.add('key', cpu / keysPerGroup);
    }
  }
  for (const one of contestants) {
    const spot = spots.get(one);
    if (spot) expectEqual(await lengthOf(one, spot.index), spot.length + keys, 'letters typed');
    one.measured.add('key to paint', ...(await one.page.evaluate(() => window.bench.probe.take())));
  }
}

/** Enter in the middle of a text, and the Backspaces that take it back; by turns, as the letters. */
export async function splitAndJoin(contestants: readonly Contestant[], times: number): Promise<void> {
  const counts = new Map<Contestant, number>();
  for (const one of contestants) {
    await putCaret(one, 'middle', 10);
    counts.set(one, await countOf(one));
    await press(one, 'Enter');
    await press(one, 'Backspace');
  }
  for (const [name, key] of [
    ['enter', 'Enter'],
    ['join', 'Backspace'],
  ] as const) {
    for (let i = 0; i < times; i += 1)
      for (const one of contestants) one.measured.add(name, await cpuOf(one, () => press(one, key)));
    for (const [one, count] of counts)
      expectEqual(await countOf(one), key === 'Enter' ? count + times : count, `units after ${name}`);
  }
}

const burst = 4;

/** Enter and Backspace in bursts, and all that follows in the moments after them: what an editor puts off is counted here. */
export async function splitAndJoinInBursts(contestants: readonly Contestant[], times: number): Promise<void> {
  for (const one of contestants) await putCaret(one, 'middle', 10);
  for (let i = 0; i < times; i += 1) {
    for (const [name, key] of [
      ['enter in a burst', 'Enter'],
      ['join in a burst', 'Backspace'],
    ] as const) {
      for (const one of contestants) {
        const cpu = await cpuOf(one, async () => {
          for (let pressed = 0; pressed < burst; pressed += 1) await press(one, key);
          await one.page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
          await rested(one);
        });
        one.measured.add(name, cpu / burst);
      }
    }
  }
}

const pastedLines = 200;
const pastedLine = 'сотрудник милиции и члены его семьи имеют право на получение в порядке установленном законом';

export async function pasteAndUndo(contestants: readonly Contestant[]): Promise<void> {
  for (const one of contestants) {
    const text = Array.from({ length: pastedLines }, () => pastedLine).join('\n');
    await one.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await putCaret(one, 'middle', 10);
    const count = await countOf(one);
    await one.page.evaluate(() => window.bench.probe.reset());
    one.measured.add('paste', await cpuOf(one, () => pressPaste(one)));
    one.measured.add('paste to paint', ...(await one.page.evaluate(() => window.bench.probe.take())));
    const added = (await countOf(one)) - count;
    if (added < pastedLines - 1) throw new Error(`pasted ${added} units`);
    await rested(one);
    const undo = () =>
      one.page.evaluate(() => {
        window.bench.editor.undo();
        return window.bench.probe.painted();
      });
    one.measured.add('undo paste', await cpuOf(one, undo));
    expectEqual(await countOf(one), count, 'units after undo');
    await rested(one);
  }
}

/** Until the other column can be typed in where one looks; what is out of sight follows later. */
export async function switchColumns(contestants: readonly Contestant[]): Promise<void> {
  for (const one of contestants) {
    await putCaret(one, 'middle', 10);
    for (const language of ['ky', 'ru'] as const) {
      const elapsed = await one.page.evaluate(async (other) => {
        const { editor, probe } = window.bench;
        const began = performance.now();
        editor.switchTo?.(other);
        await probe.painted();
        return editor.switchTo ? performance.now() - began : -1;
      }, language);
      if (elapsed >= 0) one.measured.add('switch', elapsed);
      await rested(one);
    }
  }
}

const longFrame = 34;

export async function scrollThrough(contestants: readonly Contestant[], frames: number): Promise<void> {
  for (const one of contestants) {
    await putCaret(one, 'start', 0);
    let lengths: readonly number[] = [];
    const cpu = await cpuOf(one, async () => {
      lengths = await one.page.evaluate((count) => window.bench.probe.scroll(300, count), frames);
    });
    one.measured.add('scroll frame', cpu / frames);
    one.measured.add('long frames', (lengths.filter((length) => length > longFrame).length * 100) / frames);
  }
}
