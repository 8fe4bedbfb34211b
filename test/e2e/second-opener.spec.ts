import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Language } from '../../core/base/language.ts';
import { axeOn } from './support/axe.ts';
import { type Desk, test } from './support/desk.ts';
import { startLoopback } from './support/loopback-shell.ts';
import { soundPackage } from './support/refused-files.ts';
import { expectInSheet, expectSaving, nameFile, openFile, readSheet, sheet, speak, write } from './support/steps.ts';
import { words } from './support/words.ts';

/* Two windows of two processes and one draft: one writes; the other reads, or works on a copy. */

const language: Language = 'ky';
const say = words(language);
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
test.use({ language });

const name = 'Долбоор.dolboor';

/** The draft on the first desk, and a second one in a process of its own with the same data. */
async function withSecond(desk: Desk, work: (there: Desk) => Promise<void>): Promise<void> {
  writeFileSync(path.join(desk.documents, name), await soundPackage());
  await openFile(desk, name);
  await expect(sheet(desk.page, language)).toBeFocused();
  const other = await startLoopback({ data: desk.data, documents: desk.documents });
  try {
    await work({ ...desk, shell: 'loopback', page: other.page, app: undefined });
  } finally {
    await other.stop();
  }
}

test('a draft that another window writes is read here, and nothing of it changes, until it is closed there', async ({
  desk,
}) => {
  await openFileTwiceHere(desk);
  await withSecond(desk, async (there) => {
    const { page } = there;
    await openFile(there, name);
    const dialog = page.getByRole('alertdialog', { name: say('second:title') });
    await expect(dialog).toContainText(name);
    await expect(dialog.getByRole('button', { name: say('second:openReading') })).toBeFocused();
    await page.keyboard.press('Enter');
    const text = sheet(page, language);
    await expect(text).toBeFocused();
    await expect(text).toHaveAttribute('aria-readonly', 'true');
    await expectSaving(page, language, 'reading');
    for (const one of ['ru', 'en', language] as const) {
      await speak(page, one);
      await expect(page.getByText(words(one)('second:reading', { name }))).toBeVisible();
    }
    const axe = await (await axeOn(page)).withTags(wcag).analyze();
    expect(axe.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    const before = await readSheet(page, language);
    const sessions = readdirSync(path.join(desk.data, 'recovery'), { recursive: true }).length;
    await text.focus();
    await page.keyboard.type('жок');
    for (const keys of ['Enter', 'Backspace', 'Delete', 'Tab', 'ControlOrMeta+b', 'ControlOrMeta+s'])
      await page.keyboard.press(keys);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+x');
    await page.keyboard.press('ControlOrMeta+v');
    expect(await readSheet(page, language)).toBe(before);
    await expectSaving(page, language, 'reading');
    await page.keyboard.press('ControlOrMeta+f');
    await expect(page.getByRole('search').getByRole('textbox').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+e');
    await expect(page.getByRole('dialog', { name: say('export:title') })).toBeVisible();
    await page.keyboard.press('Escape');
    expect(readdirSync(path.join(desk.data, 'recovery'), { recursive: true })).toHaveLength(sessions);

    await write(desk, language, 'кошумча ');
    await desk.page.keyboard.press('ControlOrMeta+s');
    await expectSaving(desk.page, language, 'saved');
    await desk.page.keyboard.press('ControlOrMeta+w');
    await expect(sheet(desk.page, language)).toHaveCount(0);
    await page.getByRole('button', { name: say('second:write') }).click();
    await expectSaving(page, language, 'saved');
    await expectInSheet(page, language, 'кошумча ');
    await expect(sheet(page, language)).toBeFocused();
    await write(there, language, 'эми мен ');
  });
});

async function openFileTwiceHere(desk: Desk): Promise<void> {
  writeFileSync(path.join(desk.documents, name), await soundPackage());
  await openFile(desk, name);
  await expect(sheet(desk.page, language)).toBeFocused();
  await openFile(desk, name);
  await expect(desk.page.getByText(say('desk:alreadyOpen'))).toBeVisible();
}

test('a copy of a draft that another window writes is a draft of its own, and is merged later', async ({ desk }) => {
  await withSecond(desk, async (there) => {
    const { page } = there;
    await openFile(there, name);
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: say('second:openCopy') })
      .click();
    await expect(page.getByText(say('second:notices.copy', { name }))).toBeVisible();
    await expectSaving(page, language, 'new');
    await write(there, language, 'көчүрмөдө ');
    await page.keyboard.press('ControlOrMeta+s');
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('Долбоор (2).dolboor');
    await nameFile(page, 'Долбоор (2).dolboor');
    await expectSaving(page, language, 'saved');
  });
  expect(existsSync(path.join(desk.documents, 'Долбоор (2).dolboor'))).toBe(true);
  await desk.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await desk.page.getByRole('button', { name: say('conflict:compare') }).click();
  const dialog = desk.page.getByRole('dialog', { name: say('conflict:titleCopy') });
  await expect(dialog.locator('ins').first()).toContainText('көчүрмөдө');
  await dialog.getByRole('button', { name: say('conflict:mergeNow') }).click();
  await expectInSheet(desk.page, language, 'көчүрмөдө ');
  await expectSaving(desk.page, language, 'saved');
});
