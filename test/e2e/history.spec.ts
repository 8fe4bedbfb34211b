import { expect } from '@playwright/test';
import type { Language } from '../../core/base/language.ts';
import { axeOn } from './support/axe.ts';
import { test } from './support/desk.ts';
import { begin, expectInSheet, expectSaving, readSheet, saveAs, speak, write } from './support/steps.ts';
import { words } from './support/words.ts';

/* Earlier states: named, compared, brought back; by the keyboard alone. */

const language: Language = 'ky';
const say = words(language);
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
test.use({ language });

test('a version is named, compared with now and brought back in one step that undo takes back', async ({ desk }) => {
  const { page } = desk;
  await begin(desk, language);
  await write(desk, language, 'Биринчи');
  await saveAs(desk, 'Долбоор.dolboor');
  await expectSaving(page, language, 'saved');
  await page.keyboard.press('ControlOrMeta+Shift+h');
  const dialog = page.getByRole('dialog', { name: say('history:title') });
  await expect(dialog.getByRole('textbox', { name: say('history:nameNow') })).toBeFocused();
  await page.keyboard.type('Окууга чейин');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('option', { name: 'Окууга чейин' })).toBeVisible();
  await expect(dialog.getByRole('status').getByText(say('history:kept', { name: 'Окууга чейин' }))).toBeAttached();
  await page.keyboard.press('Escape');
  await write(desk, language, ' жана экинчи');

  await page.keyboard.press('ControlOrMeta+Shift+h');
  await dialog.getByRole('option', { name: 'Окууга чейин' }).click();
  await page.keyboard.press('F7');
  const change = dialog.getByRole('article');
  await expect(change).toHaveAttribute('aria-current', 'true');
  await expect(change.locator('ins')).toContainText('жана экинчи');
  const axe = await (await axeOn(page, '[role="dialog"]')).withTags(wcag).analyze();
  expect(axe.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await dialog.getByRole('radio', { name: say('history:text') }).click();
  await expect(dialog.getByRole('region', { name: say('history:reading', { name: 'Окууга чейин' }) })).toContainText(
    'Биринчи',
  );
  // Beside the draft, which is written on meanwhile; the version stays what it was.
  await dialog.getByRole('button', { name: say('history:beside.open') }).click();
  const beside = page.getByRole('region', { name: say('history:beside.region', { name: 'Окууга чейин' }) });
  const old = beside.getByRole('listbox', { name: say('history:reading', { name: 'Окууга чейин' }) });
  await expect(old).toBeFocused();
  await expect(old.getByRole('option', { selected: true })).toContainText('Биринчи');
  const seen = await (await axeOn(page, '.inspector')).withTags(wcag).analyze();
  expect(seen.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('Escape');
  await page.keyboard.type(' анан ');
  await page.keyboard.press('ControlOrMeta+v');
  await expectInSheet(page, language, ' анан Биринчи');
  await expect(old).not.toContainText('экинчи');
  await beside.getByRole('button', { name: say('history:beside.compare') }).click();
  await expect(dialog.getByRole('option', { name: 'Окууга чейин' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await beside.getByRole('button', { name: say('history:beside.all') }).click();
  await expect(page.getByText(say('history:restored'))).toBeVisible();
  await expect.poll(() => readSheet(page, language)).not.toContain('экинчи');
  await page.keyboard.press('ControlOrMeta+z');
  await expectInSheet(page, language, 'Биринчи жана экинчи');
  await beside.getByRole('button', { name: say('history:beside.close') }).click();
  await expect(beside).toHaveCount(0);
  await expect(page.locator('[role="textbox"]:focus')).toHaveCount(1);
  for (const one of ['ru', 'en'] as const) {
    await speak(page, one);
    await page.keyboard.press('ControlOrMeta+Shift+h');
    await expect(page.getByRole('dialog', { name: words(one)('history:title') })).toContainText(
      words(one)('history:travels'),
    );
    await page.keyboard.press('Escape');
  }
});
