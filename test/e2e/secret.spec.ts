import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../core/base/language.ts';
import { axeOn } from './support/axe.ts';
import { type Desk, test } from './support/desk.ts';
import {
  begin,
  expectInSheet,
  expectSaving,
  plain,
  readSheet,
  runNamed,
  saveAs,
  sheet,
  speak,
  write,
} from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * A draft under a password, from the first word to a crash: set in the dialog, asked for at every opening, and nothing of the text
 * anywhere on the disk. Before that, most of the text goes in one step and comes back.
 */

const language: Language = 'ru';
const say = words(language);
test.use({ language });

const password = 'төрт башка сөз бар';

function dialog(page: Page, name: string, one = language): Locator {
  return page.getByRole('dialog', { name: words(one)(name) });
}

/** Files of the person and of the application in which a text can be read. */
function filesWith(desk: Desk, text: string): readonly string[] {
  return [desk.data, desk.documents].flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(text)),
  );
}

function journalBytes(desk: Desk): number {
  const names = readdirSync(desk.data, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.qj'));
  return names.reduce((sum, name) => sum + statSync(path.join(desk.data, name)).size, 0);
}

async function deleteAll(page: Page): Promise<void> {
  // A draft begins in its Kyrgyz column, and the column one is in is the one that "select all" takes.
  const own = sheet(page, language).locator('[lang="ky"]').filter({ hasText: 'милиция кызматкери' }).first();
  const middle = plain(await own.textContent()).slice(0, 60);
  // The whole column, however many steps "select all" takes to get there.
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  // Asked first: nothing has gone, and the way back is under the finger.
  const question = page.getByRole('alertdialog', { name: say('damage:deletion.title') });
  await expect(question.getByRole('button', { name: say('common:cancel') })).toBeFocused();
  await expectInSheet(page, language, middle);
  await page.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  await expect(sheet(page, language)).toBeFocused();
  await page.keyboard.press('Delete');
  await question.getByRole('button', { name: say('damage:deletion.do') }).click();
  await expect.poll(async () => (await readSheet(page, language)).includes(middle)).toBe(false);
  await expect(sheet(page, language)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expectInSheet(page, language, middle);
  await expect(page.getByRole('alert').getByRole('button')).toHaveCount(0);
}

/** What a person is told before a password is set, whichever language the interface speaks. */
async function expectWarned(page: Page, one: Language): Promise<void> {
  const tell = words(one);
  await speak(page, one);
  await runNamed(page, one, 'password');
  const set = dialog(page, 'secret:set.title', one);
  for (const sentence of ['noRecovery', 'reach', 'advice', 'set.text']) {
    await expect(set).toContainText(tell(`secret:${sentence}`));
  }
  await expect(set.getByLabel(tell('secret:new'))).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(set).toHaveCount(0);
}

async function protect(desk: Desk): Promise<void> {
  const { page } = desk;
  for (const one of ['ky', 'en', language] as const) await expectWarned(page, one);
  await runNamed(page, language, 'password');
  const set = dialog(page, 'secret:set.title');
  await expect(set).toContainText(say('secret:noRecovery'));
  await expect(set.getByLabel(say('secret:new'))).toBeFocused();
  await page.keyboard.type(password);
  await expect(set).toContainText(say('secret:strength.3'));
  await set.getByLabel(say('secret:again')).fill('башка');
  await page.keyboard.press('Enter');
  await expect(set).toContainText(say('secret:differs'));
  const { violations } = await (await axeOn(page, '[role="dialog"]')).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await set.getByLabel(say('secret:again')).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: say('secret:done.set') })).toBeVisible();
  await expect(page.getByText(say('secret:mark'), { exact: true })).toBeVisible();
}

async function unlock(page: Page, one: Language): Promise<void> {
  const tell = words(one);
  const asked = dialog(page, 'secret:unlock.title', one);
  await expect(asked.getByLabel(tell('secret:password'))).toBeFocused();
  await page.keyboard.type('башка');
  await page.keyboard.press('Enter');
  await expect(asked).toContainText(tell('secret:wrong'));
  await asked.getByLabel(tell('secret:password')).fill(password);
  await page.keyboard.press('Enter');
  await expect(asked).toHaveCount(0);
}

test('a protected draft opens and is recovered by its password alone', async ({ desk }) => {
  const canary = 'Канарейка Ω';
  await begin(desk, language, 'police-social-protection');
  await deleteAll(desk.page);
  await desk.page.keyboard.press('ControlOrMeta+Home');
  await write(desk, language, canary);
  await saveAs(desk, 'Купуя.dolboor', 'ControlOrMeta+s');
  await expectSaving(desk.page, language, 'saved');
  expect(filesWith(desk, 'Канарейка')).not.toEqual([]);
  await protect(desk);
  expect(filesWith(desk, 'Канарейка')).toEqual([]);
  await expect(sheet(desk.page, language)).toBeFocused();
  const written = journalBytes(desk);
  await desk.page.keyboard.type('Σ');
  // What the journal holds cannot be read here; that it holds more is all there is to see.
  await expect.poll(() => journalBytes(desk)).toBeGreaterThan(written);

  await speak(desk.page, 'ky');
  const page = await desk.restart({ kill: true });
  const offer = page.getByRole('region', { name: words('ky')('start:recover') });
  await expect(offer).toContainText('Купуя.dolboor');
  await expect(offer).not.toContainText('Канарейка');
  await offer.getByRole('button', { name: words('ky')('start:recoverIt') }).click();
  await unlock(page, 'ky');
  await expectInSheet(page, 'ky', 'Σ');
  await expectInSheet(page, 'ky', 'Канарейка');
  await page.keyboard.press('ControlOrMeta+s');
  await expectSaving(page, 'ky', 'saved');
  await speak(page, 'en');
  await page.keyboard.press('ControlOrMeta+w');
  await page
    .getByRole('button', { name: /Купуя\.dolboor/ })
    .first()
    .click();
  await unlock(page, 'en');
  await expectInSheet(page, 'en', 'Σ');
  expect([...filesWith(desk, 'Канарейка'), ...filesWith(desk, password)]).toEqual([]);
});
