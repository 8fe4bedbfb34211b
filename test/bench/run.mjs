/*
 * npm run bench: what a key costs at the start, in the middle and at the end of a small and a large trilingual bill, in Chromium.
 *
 * The cost is the main thread's CPU time (thread ticks), everything that the key causes included, so that another program on the
 * machine does not count. Only the ratio large to small is a target (at most 1.3): milliseconds differ from machine to machine.
 */

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { buildEditorPage, serve } from '../support/editor-page/build.ts';

const sizes = { small: 30, large: 500 };
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

function findBrowser() {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  return process.env.CHROMIUM ?? known;
}

async function measuresOf(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

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
  await page.waitForTimeout(500);
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
  await page.waitForTimeout(500);
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
  await page.waitForTimeout(500);
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize } = await measuresOf(session);
  const units = await page.evaluate(() => window.editorPage.editor.state().units.length);
  const cost = {};
  for (const place of ['start', 'middle', 'end']) cost[place] = await costAt(page, session, place);
  const splitting = await costOfSplitting(page, session);
  await page.close();
  return { units, load, heap: JSHeapUsedSize / 1048576, ...cost, ...splitting };
}

function medians(runs) {
  return Object.fromEntries(Object.keys(runs[0]).map((name) => [name, rounded(median(runs.map((run) => run[name])))]));
}

/** How long an export takes, if the application is built and brings its own measurement. */
async function exportTimes() {
  const hook = new URL('./export.mjs', import.meta.url);
  if (!existsSync(hook) || !existsSync(new URL('../../out/', import.meta.url))) return undefined;
  const { measureExport } = await import(hook.href);
  return measureExport(sizes);
}

async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'editor-bench-'));
  await buildEditorPage(folder);
  const { url, server } = await serve(folder);
  const executablePath = findBrowser();
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
  const key = (size) => median([size.start, size.middle, size.end]);
  const result = {
    keysPerPlace,
    rounds,
    small,
    large,
    ratio,
    keyRatio: Math.round((key(large) / key(small)) * 100) / 100,
    export: await exportTimes(),
  };
  console.table({ small, large, ratio });
  console.log(
    `Key, CPU ms, median of start, middle and end: ${key(small)} and ${key(large)}, ratio ${result.keyRatio} (target: at most 1.3)`,
  );
  if (result.export) console.table(result.export);
  const out = fileURLToPath(new URL('../../out/', import.meta.url));
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'bench.json'), `${JSON.stringify(result, undefined, 2)}\n`);
}

await main();
