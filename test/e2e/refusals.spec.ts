import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Language } from '../../core/base/language.ts';
import { type Desk, test } from './support/desk.ts';
import { standBeforeSaves, toldOfSaves } from './support/failing-saves.ts';
import { damagedPackage, foreignZip, newerPackage, soundPackage, truncatedPackage } from './support/refused-files.ts';
import {
  begin,
  expectInSheet,
  expectSaving,
  nameFile,
  openFile,
  saveAs,
  sheet,
  speak,
  write,
} from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * Files that cannot be opened and places that cannot be written to: each is told in one sentence, in whichever language the
 * interface speaks; the window goes on working, the file stays as it was, and the words on the screen stay there.
 */

const language: Language = 'ky';
const say = words(language);
const sentence = 'Бул сөз жоголбойт Ω';
test.use({ language });

/** The failure is told, word for word, in each language; it is put away afterwards. */
async function expectRefusal(page: Page, code: string): Promise<void> {
  const told = (one: Language) => page.getByRole('alert').getByText(words(one)(`failures:${code}`), { exact: true });
  await expect(told(language)).toBeVisible();
  for (const one of ['ru', 'en', language] as const) {
    await speak(page, one);
    await expect(told(one)).toBeVisible();
  }
}

async function putAway(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('common:dismiss') }).click();
  await expect(page.getByRole('alert').locator('p')).toHaveCount(0);
}

function bytesOf(file: string): string {
  return readFileSync(file).toString('base64');
}

/** Puts a whole draft into the documents and opens it. */
async function openSound(desk: Desk, file: string): Promise<string> {
  const place = path.join(desk.documents, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, await soundPackage());
  await openFile(desk, file);
  await expect(sheet(desk.page, language)).toBeFocused();
  return place;
}

async function saveElsewhere(desk: Desk, file: string): Promise<void> {
  if (desk.shell === 'electron') await desk.chooseToSave(path.join(desk.documents, file));
  await desk.page.getByRole('button', { name: say('desk:saveElsewhere') }).click();
  if (desk.shell === 'loopback') await nameFile(desk.page, file);
  await expectSaving(desk.page, language, 'saved');
  await expect(desk.page.getByRole('alert').locator('p')).toHaveCount(0);
}

test('files that cannot be opened are refused on the start window, each by its reason', async ({ desk }) => {
  const { page } = desk;
  const sound = await soundPackage();
  const refused: readonly (readonly [file: string, code: string, bytes: Uint8Array | string])[] = [
    ['текст.dolboor', 'not-a-draft', 'Бул жөн гана текст.\n'],
    ['ворд.dolboor', 'not-a-draft', foreignZip()],
    ['жаңы.dolboor', 'newer-version', newerPackage(sound)],
    ['кесик.dolboor', 'damaged', truncatedPackage(sound)],
    ['бузук.dolboor', 'damaged', damagedPackage(sound)],
    ['бош.dolboor', 'empty', ''],
  ];
  for (const [file, , bytes] of refused) writeFileSync(path.join(desk.documents, file), bytes);
  for (const [file, code, bytes] of refused) {
    await openFile(desk, file);
    await expectRefusal(page, code);
    await putAway(page);
    expect(bytesOf(path.join(desk.documents, file))).toBe(Buffer.from(bytes).toString('base64'));
  }
  await begin(desk, language);
  await write(desk, language, sentence);
});

test('a file that cannot be opened leaves the draft on the screen with all its words', async ({ desk }) => {
  const { page } = desk;
  writeFileSync(path.join(desk.documents, 'ворд.dolboor'), foreignZip());
  await openSound(desk, 'Долбоор.dolboor');
  await write(desk, language, sentence);
  await openFile(desk, 'ворд.dolboor');
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('desk:unsaved.discard') })
    .click();
  await expectRefusal(page, 'not-a-draft');
  await putAway(page);
  await expectInSheet(page, language, sentence);
  await expectSaving(page, language, 'changed');
  await page.keyboard.press('ControlOrMeta+s');
  await expectSaving(page, language, 'saved');
});

test('a draft whose file is gone says so, and can be taken off the list', async ({ desk }) => {
  await begin(desk, language);
  await saveAs(desk, 'Долбоор.dolboor', 'ControlOrMeta+s');
  await expectSaving(desk.page, language, 'saved');
  await desk.page.keyboard.press('ControlOrMeta+w');
  const recent = desk.page.getByRole('button', { name: /Долбоор\.dolboor/ }).first();
  await expect(recent).toBeEnabled();
  rmSync(path.join(desk.documents, 'Долбоор.dolboor'));
  await recent.click();
  await expectRefusal(desk.page, 'not-found');

  const page = await desk.restart();
  await expect(page.getByText(say('start:gone', { name: 'Долбоор.dolboor' }))).toBeVisible();
  await page.getByRole('button', { name: say('start:forget', { name: 'Долбоор.dolboor' }) }).click();
  await expect(page.getByText(say('start:noRecent'))).toBeVisible();
});

/** The draft's own line under the text, as a keyboard comes to it: the next parts of the window until it is there. */
async function goToBanner(page: Page): Promise<void> {
  const isThere = () => page.locator('[data-pane="banner"]').evaluate((line) => line.contains(document.activeElement));
  await expect(async () => {
    await page.keyboard.press('F6');
    expect(await isThere()).toBe(true);
  }).toPass({ intervals: [50] });
}

/** Every failure of a save that the page on places that misbehave names: its sentence, where the words are, and the ways on. */
async function expectToldAndWaysOn(page: Page, one: Language): Promise<void> {
  const tell = words(one);
  for (const code of toldOfSaves()) {
    await page.evaluate((failing) => {
      window.savesFail = { code: failing, waits: failing === 'busy' };
    }, code);
    await page.keyboard.press('ControlOrMeta+s');
    if (code === 'busy') {
      await expectSaving(page, one, 'waiting');
      await page.evaluate(() => window.giveUp?.());
    }
    const alert = page.getByRole('alert').filter({ hasText: tell(`failures:${code}`) });
    await expect(alert).toBeVisible();
    await expectSaving(page, one, 'changed');
    const ways = [tell('conflict:retry'), tell('desk:saveElsewhere')];
    if (code === 'busy' || code === 'not-writable') ways.push(tell('conflict:inPlace.offer'));
    await goToBanner(page);
    for (const way of ways) {
      await expect(alert.getByRole('button', { name: way, exact: true })).toBeFocused();
      await page.keyboard.press('Tab');
    }
    await expect(alert.getByRole('button', { name: tell('common:dismiss') })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert').locator('p')).toHaveCount(0);
    await expect(sheet(page, one)).toBeFocused();
  }
}

/** The last way by which a save came to nothing, and the first way on: the same again, when nothing stands there any more. */
async function expectRetry(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.savesFail = { code: 'no-space', waits: false };
  });
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('alert').getByText(say('failures:no-space'))).toBeVisible();
  await page.evaluate(() => {
    window.savesFail = undefined;
  });
  await goToBanner(page);
  await page.keyboard.press('Enter');
  await expectSaving(page, language, 'saved');
  await expect(page.getByRole('alert').locator('p')).toHaveCount(0);
}

test('each place that misbehaves is told in each language with ways on by the keyboard, and the draft goes elsewhere', async ({
  desk,
}) => {
  const { page } = desk;
  const place = await openSound(desk, 'иш/Долбоор.dolboor');
  await write(desk, language, sentence);
  if (desk.shell === 'loopback') {
    await standBeforeSaves(page);
    for (const one of ['ru', 'en', language] as const) {
      await speak(page, one);
      await sheet(page, one).focus();
      await expectToldAndWaysOn(page, one);
    }
    await expectInSheet(page, language, sentence);
    await expectRetry(page);
    await write(desk, language, 'Ψ');
  }
  // And for real: the folder vanished, and a file now stands where it was.
  rmSync(path.dirname(place), { recursive: true });
  writeFileSync(path.dirname(place), 'башка нерсе');
  await desk.page.keyboard.press('ControlOrMeta+s');
  await expectRefusal(desk.page, 'not-found');
  await expectSaving(desk.page, language, 'changed');
  await expectInSheet(desk.page, language, sentence);
  await saveElsewhere(desk, 'Башка.dolboor');
  await expectInSheet(desk.page, language, sentence);
});

/** Makes a folder read-only, for root by mounting it over itself; gives back the way out, undefined where neither can be done. */
function forbidWriting(folder: string): (() => void) | undefined {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555);
    return () => chmodSync(folder, 0o755);
  }
  const mount = (...args: readonly string[]): boolean => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
  const release = (): void => void spawnSync('umount', [folder], { stdio: 'ignore' });
  if (!mount('--bind', folder, folder)) return undefined;
  if (mount('-o', 'remount,bind,ro', folder)) return release;
  release();
  return undefined;
}

test('a folder that may not be written to is told when saving', async ({ desk }) => {
  const place = await openSound(desk, 'иш/Долбоор.dolboor');
  await write(desk, language, sentence);
  const release = forbidWriting(path.dirname(place));
  test.skip(release === undefined, 'needs a user who is not root, or a root who may mount');
  try {
    await desk.page.keyboard.press('ControlOrMeta+s');
    await expectRefusal(desk.page, 'not-writable');
    await saveElsewhere(desk, 'Башка.dolboor');
  } finally {
    release?.();
  }
});

test('a file that somebody else changed is not written over, and both are kept', async ({ desk }) => {
  const place = await openSound(desk, 'Долбоор.dolboor');
  await write(desk, language, sentence);
  writeFileSync(place, 'башка бирөөнүн иши');
  const theirs = bytesOf(place);
  await desk.page.keyboard.press('ControlOrMeta+s');
  const dialog = desk.page.getByRole('dialog', { name: say('conflict:title') });
  await expect(dialog.getByRole('alert')).toHaveText(say('failures:not-a-draft'));
  await expect(dialog.getByRole('button', { name: say('conflict:mergeNow') })).toBeDisabled();
  expect(bytesOf(place)).toBe(theirs);
  await saveElsewhere(desk, 'Меники.dolboor');
  expect(bytesOf(place)).toBe(theirs);
  await expectInSheet(desk.page, language, sentence);
  expect(existsSync(path.join(desk.documents, 'Меники.dolboor'))).toBe(true);
  await write(desk, language, 'Ψ');
  await desk.page.keyboard.press('ControlOrMeta+s');
  await expectSaving(desk.page, language, 'saved');
});
