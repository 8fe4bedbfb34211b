import { copyFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Language } from '../../core/base/language.ts';
import { axeOn } from './support/axe.ts';
import { test } from './support/desk.ts';
import { startLoopback } from './support/loopback-shell.ts';
import { begin, expectInSheet, expectSaving, openFile, readSheet, runNamed, saveAs, write } from './support/steps.ts';
import { words } from './support/words.ts';

/* Two people, two machines, one file: nothing of either is lost. */

const language: Language = 'ru';
const say = words(language);
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
test.use({ language });

test('what somebody else saved into the file is noticed, compared and merged', async ({ desk }) => {
  const { page } = desk;
  await begin(desk, language);
  await write(desk, language, 'Сотрудник получает жильё');
  await saveAs(desk, 'Проект.dolboor');
  await expectSaving(page, language, 'saved');

  const data = path.join(path.dirname(desk.data), 'another-machine');
  const other = await startLoopback({ data, documents: desk.documents });
  try {
    await openFile({ ...desk, shell: 'loopback', page: other.page, app: undefined }, 'Проект.dolboor');
    const theirs = other.page.locator('[role="textbox"]').first();
    await expect(theirs).toBeFocused();
    await other.page.keyboard.press('ControlOrMeta+Home');
    await other.page.keyboard.type('Каждый ');
    await other.page.keyboard.press('End');
    await other.page.keyboard.type(' и землю');
    await other.page.keyboard.press('ControlOrMeta+s');
    await expect(other.page.getByText(words('ky')('desk:saving.saved'), { exact: true })).toBeVisible();
  } finally {
    await other.stop();
  }

  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText(say('conflict:notices.changed', { name: 'Проект.dolboor' }))).toBeVisible();
  await write(desk, language, ' и врача');
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: say('conflict:title') });
  await expect(dialog.locator('ins').first()).toContainText('Каждый');
  const axe = await (await axeOn(page, '[role="dialog"]')).withTags(wcag).analyze();
  expect(axe.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await dialog.getByRole('button', { name: say('conflict:mergeNow') }).click();
  await expect(page.getByText(say('conflict:merged'))).toBeVisible();
  await expectSaving(page, language, 'saved');
  for (const part of ['Каждый ', ' и землю', ' и врача']) await expectInSheet(page, language, part);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await readSheet(page, language)).includes('Каждый ')).toBe(false);
  await expectInSheet(page, language, ' и врача');
});

test('mine is kept beside a file that changed, and a copy beside the file is offered', async ({ desk }) => {
  const { page } = desk;
  await begin(desk, language);
  await write(desk, language, 'Первое слово');
  await saveAs(desk, 'Проект.dolboor');
  await expectSaving(page, language, 'saved');
  // A copy for a reviewer lies beside the draft and is no conflict of it.
  await runNamed(page, language, 'send-copy');
  const sending = page.getByRole('dialog', { name: say('send:title') });
  await expect(sending.getByRole('textbox', { name: say('send:reader') })).toBeFocused();
  await page.keyboard.type('Асанов');
  await sending.getByRole('checkbox', { name: say('send:trail') }).focus();
  await page.keyboard.press('Space');
  await expect(sending.getByRole('checkbox', { name: say('send:trail') })).toBeChecked();
  const seen = await (await axeOn(page, '[role="dialog"]')).withTags(wcag).analyze();
  expect(seen.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  const sent = `Проект (${say('send:labelFor', { name: 'Асанов' })}).dolboor`;
  if (desk.shell === 'electron') await desk.chooseToSave(path.join(desk.documents, sent));
  await sending.getByRole('button', { name: say('send:send') }).click();
  if (desk.shell === 'loopback') {
    const name = page.getByRole('dialog').getByRole('textbox');
    await expect(name).toHaveValue(sent);
    await expect(name).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(say('send:sent', { name: sent, folder: desk.documents }))).toBeVisible();
  expect(readdirSync(desk.documents)).toContain(sent);
  const [mine, old] = ['Проект.dolboor', 'старый'].map((name) => path.join(desk.documents, name)) as [string, string];
  copyFileSync(mine, old);
  await write(desk, language, ' и второе');
  await page.keyboard.press('ControlOrMeta+s');
  await expectSaving(page, language, 'saved');
  copyFileSync(mine, path.join(desk.documents, 'Проект-ПК2.dolboor'));
  copyFileSync(old, mine);
  await write(desk, language, ' и третье');
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: say('conflict:title') });
  await dialog.getByRole('button', { name: say('conflict:keepBoth') }).click();
  await expectSaving(page, language, 'saved');
  const names = readdirSync(desk.documents).filter((name) => /^Проект \(конфликт [0-9a-f]{8}\)\.dolboor$/.test(name));
  expect(names).toHaveLength(1);
  await expectInSheet(page, language, 'Первое слово и второе и третье');
  // The copy comes back as it went.
  if (desk.shell === 'electron') await desk.chooseToOpen(path.join(desk.documents, sent));
  await runNamed(page, language, 'merge-copy');
  if (desk.shell === 'loopback') {
    await expect(page.getByRole('dialog', { name: say('desk:browse.returned') }).getByRole('combobox')).toBeFocused();
    await page.keyboard.type(sent);
    await expect(page.getByRole('option', { name: sent })).toHaveCount(1);
    await page.keyboard.press('Enter');
  }
  const back = page.getByRole('dialog', { name: say('conflict:titleBack') });
  await expect(back.getByText(say('conflict:behindBack', { name: sent }))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(back).toHaveCount(0);
});
