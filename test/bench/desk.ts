import { mkdir, writeFile } from 'node:fs/promises';
import { deeds } from './desk/deeds.ts';
import { openScene } from './desk/scene.ts';
import { type Cost, costOf } from './desk/trace.ts';

/*
 * npm run bench -- desk [articles]: the whole desk with a bill of 500 and of 2,000 articles (or of so many as are named), each thing that
 * a person does by real keys and presses, and the longest task that each leaves the window without an answer for. Needs `npm run build`
 * before. docs/benchmarks.md tells how to read it.
 */
export async function benchDesk(options: ReadonlySet<string>): Promise<void> {
  const asked = [...options].map(Number).filter((size) => size > 0);
  const results: Record<string, Readonly<Record<string, Cost>>> = {};
  for (const articles of asked.length > 0 ? asked : [500, 2000]) {
    results[articles] = await measure(articles);
    console.log(`${articles} articles, milliseconds`);
    console.table(Object.fromEntries(Object.entries(results[articles]).map(([name, cost]) => [name, rounded(cost)])));
  }
  const out = new URL('../../out/', import.meta.url);
  await mkdir(out, { recursive: true });
  await writeFile(new URL('bench-desk.json', out), `${JSON.stringify(results, undefined, 2)}\n`);
}

async function measure(articles: number): Promise<Readonly<Record<string, Cost>>> {
  const scene = await openScene(articles);
  const costs: Record<string, Cost> = {};
  try {
    for (const { name, before, does, after } of deeds) {
      await before?.(scene);
      costs[name] = await costOf(scene.browser, scene.page, () => does(scene));
      console.error(articles, name, JSON.stringify(rounded(costs[name])));
      await after?.(scene);
    }
  } finally {
    await scene.stop();
  }
  return costs;
}

function rounded({ longest, longestCpu, cpu, toPaint }: Cost): Readonly<Record<string, number>> {
  return {
    'longest task': Math.round(longest),
    'its CPU': Math.round(longestCpu),
    'CPU in all': Math.round(cpu),
    'key to paint': Math.round(toPaint),
  };
}
