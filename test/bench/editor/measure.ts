import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { buildPage, serve } from '../../support/editor-page/build.ts';
import { type Contestant, Measured, type Place, typeAt } from './steps.ts';
import { closeSubject, heapOf, launch, openSubject, rested, type SubjectOptions } from './subject.ts';

/** One editor at one size: `name` is how the results call it. */
export interface Entry extends SubjectOptions {
  readonly name: string;
}

export type Results = ReadonlyMap<string, Measured>;

/** What is done with the contestants of a round besides loading and typing. */
export type Exercise = (contestants: readonly Contestant[]) => Promise<void>;

export interface Plan {
  readonly rounds: number;
  /** Those of one group are open at the same time and take turns. */
  readonly groups: readonly (readonly Entry[])[];
  readonly places: readonly Place[];
  readonly keys: number;
  readonly exercises: readonly Exercise[];
}

/** Everything in one run of one browser, by turns. */
export async function measure(plan: Plan): Promise<Results> {
  const folder = await mkdtemp(join(tmpdir(), 'editor-bench-'));
  await buildPage(new URL('../page/vite.config.ts', import.meta.url), folder);
  const { url, server } = await serve(folder);
  const browser = await launch();
  const results = new Map<string, Measured>();
  try {
    for (let round = 0; round < plan.rounds; round += 1) {
      for (const group of plan.groups)
        await compete(browser, url, plan, round % 2 ? group.toReversed() : group, results);
    }
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true });
  }
  return results;
}

async function compete(
  browser: Browser,
  url: string,
  plan: Plan,
  group: readonly Entry[],
  results: Map<string, Measured>,
): Promise<void> {
  const contestants: Contestant[] = [];
  for (const entry of group) {
    const measured = results.get(entry.name) ?? new Measured();
    results.set(entry.name, measured);
    contestants.push(await enter(browser, url, entry, measured));
  }
  for (const place of plan.places) await typeAt(contestants, place, plan.keys);
  for (const exercise of plan.exercises) await exercise(contestants);
  for (const one of contestants) await closeSubject(one);
}

async function enter(browser: Browser, url: string, entry: Entry, measured: Measured): Promise<Contestant> {
  const subject = await openSubject(browser, url, entry);
  const empty = await heapOf(subject);
  measured.add('load', await subject.page.evaluate(() => window.bench.mount()));
  await rested(subject);
  const heap = await heapOf(subject);
  measured.add('heap', heap);
  // The bill itself, which all hold alike, is part of the page before the editor stands.
  measured.add('heap of the editor', heap - empty);
  measured.add('units', await subject.page.evaluate(() => window.bench.editor.count()));
  measured.add('elements', await subject.page.evaluate(() => document.getElementsByTagName('*').length));
  return { ...subject, measured };
}
