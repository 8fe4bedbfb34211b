/*
 * npm run bench: what a key costs at the start, in the middle and at the end of a small and a large trilingual bill, in Chromium.
 *
 * The cost is the main thread's CPU time (thread ticks), everything that the key causes included, so that another program on the
 * machine does not count. Only the ratio large to small is a target (at most 1.3, at each place): milliseconds differ from machine to machine.
 */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { installedBrowser } from '../../.ci/browsers.js';
import { buildEditorPage, serve } from '../support/editor-page/build.ts';
import { measureExport } from './export.mjs';

const sizes = { small: 30, large: 500 };
const places = ['start', 'middle', 'end'];
const target = 1.3;
const keysPerPlace = 60;
const keysPerGroup = 5;
const rounds = 3;
const letters = [...'атоне нота '];
const codes = { а: 'KeyF', т: 'KeyN', о: 'KeyJ', н: 'KeyY', е: 'KeyT', ' ': 'Space' };
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--enable-precise-memory-info',
  '--js-flags=--expose-gc',
];

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const rounded = (value) => Math.round(value * 10) / 10;

async function measuresOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

/** The caret is where it was sent and the page has nothing left to do. */
async function settled(page) {
  await page.waitForFunction(() => document.activeElement?.isContentEditable && getSelection()?.rangeCount === 1);
  await rested(page);
}

/** Painted, and twice idle: what one idle moment puts off is done in the next. */
async function rested(page) {
  await painted(page);
  const idle = () => page.evaluate(() => new Promise((done) => requestIdleCallback(() => done())));
  await idle();
  await idle();
}

async function pressed(page, session, letter) {
  const key = { key: letter, code: codes[letter] ?? 'KeyF', text: letter, unmodifiedText: letter };
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter, code: key.code });
  await painted(page);
}

async function costAt(page, session, place) {
  await page.evaluate((where) => {
    const { editor } = window.editorPage;
    const { units } = editor.state();
    const index = { start: 2, middle: units.length >> 1, end: units.length - 2 }[where];
    editor.goTo({ unit: units[index].id, language: 'ru', start: 20 });
  }, place);
  await settled(page);
  for (const letter of letters.slice(0, 4)) await pressed(page, session, letter);
  const version = await page.evaluate(() => window.editorPage.edits.length);
  const groups = [];
  for (let i = 0; i < keysPerPlace; i += keysPerGroup) {
    const before = await measuresOf(session);
    for (let k = 0; k < keysPerGroup; k += 1) await pressed(page, session, letters[(i + k) % letters.length]);
    groups.push((((await measuresOf(session)).TaskDuration - before.TaskDuration) * 1000) / keysPerGroup);
  }
  const typed = (await page.evaluate(() => window.editorPage.edits.length)) - version;
  if (typed !== keysPerPlace) throw new Error(`typed ${keysPerPlace} keys, the editor took ${typed}`);
  // The median of small groups: a collection of garbage falls into one of them.
  return median(groups);
}

/** Enter and the Backspace that takes it back, in the middle. */
async function costOfSplitting(page, session) {
  const cost = async (key, count) => {
    const before = await measuresOf(session);
    for (let i = 0; i < count; i += 1) {
      await page.keyboard.press(key);
      await painted(page);
    }
    return (((await measuresOf(session)).TaskDuration - before.TaskDuration) * 1000) / count;
  };
  await page.evaluate(() => {
    const { editor } = window.editorPage;
    editor.goTo({ unit: editor.state().units[editor.state().units.length >> 1].id, language: 'ru', start: 10 });
  });
  await settled(page);
  await cost('Enter', 2);
  const enter = await cost('Enter', 8);
  return { enter, join: await cost('Backspace', 8) };
}

async function measure(browser, url, articles) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${url}?articles=${articles}`);
  await page.locator('html[data-ready]').waitFor();
  const load = await page.evaluate(() => window.editorPage.mountedAt);
  await page.waitForFunction(() => !document.querySelector('.draft-chunk-waiting'), undefined, { timeout: 120_000 });
  await rested(page);
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize } = await measuresOf(session);
  const units = await page.evaluate(() => window.editorPage.editor.state().units.length);
  const cost = {};
  for (const place of places) cost[place] = await costAt(page, session, place);
  const splitting = await costOfSplitting(page, session);
  await page.close();
  return { units, load, heap: JSHeapUsedSize / 1048576, ...cost, ...splitting };
}

function medians(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((name) => [name, rounded(median(runs.map((run) => run[name])))]));
}

async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'editor-bench-'));
  await buildEditorPage(folder);
  const { url, server } = await serve(folder);
  const executablePath = installedBrowser();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: flags });
  const runs = { small: [], large: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, articles] of Object.entries(sizes)) runs[name].push(await measure(browser, url, articles));
    }
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true });
  }
  const small = medians(runs.small);
  const large = medians(runs.large);
  const ratio = Object.fromEntries(
    Object.keys(small).map((name) => [name, Math.round((large[name] / small[name]) * 100) / 100]),
  );
  const [worst] = places.toSorted((a, b) => ratio[b] - ratio[a]);
  const result = {
    keysPerPlace,
    rounds,
    small,
    large,
    ratio,
    worst: { place: worst, ratio: ratio[worst] },
    export: await measureExport(sizes),
  };
  console.table({ small, large, ratio });
  console.log(
    `A key, CPU ms, ${sizes.small} and ${sizes.large} articles; the target for the ratio is at most ${target} at every place:`,
  );
  for (const place of places) console.log(`  ${place}: ${small[place]} and ${large[place]}, ratio ${ratio[place]}`);
  console.log(`  worst: ${worst}, ratio ${ratio[worst]}${ratio[worst] > target ? ', ABOVE THE TARGET' : ''}`);
  console.log('Export of the Word file, seconds and kilobytes:');
  console.table(result.export);
  const out = fileURLToPath(new URL('../../out/', import.meta.url));
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'bench.json'), `${JSON.stringify(result, undefined, 2)}\n`);
}

await main();
