import { expect } from '@playwright/test';
import { test } from './support/desk.ts';
import { begin, sheet } from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * Commands on the structure from the text: copies, kinds, numbers as adopted, repeal.
 */

test.use({ viewport: { width: 1366, height: 768 }, language: 'ru' });

const say = words('ru');

test('numbers are locked as adopted: an inserted article becomes 1-1, a repealed one keeps its place', async ({
  desk,
}) => {
  const { page } = desk;
  await begin(desk, 'ru', 'police-social-protection');
  const rows = page.getByRole('tree', { name: say('desk:panes.outline') }).getByRole('treeitem');
  await expect(rows.first()).toBeVisible();
  const menu = async (id: string) => {
    await page.getByRole('menuitem', { name: say('shell:menu.structure') }).click();
    await page.getByRole('menuitem', { name: say(`commands:${id}`), exact: true }).click();
  };
  await menu('lock-numbers');
  await expect(page.getByRole('img', { name: say('editor:numberLocked') }).first()).toBeVisible();
  await rows.nth(1).click();
  await expect(sheet(page, 'ru')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+3');
  await page.keyboard.type('Жаңы берене');
  await expect(rows.nth(2)).toContainText('1-1. Жаңы берене');
  await expect(rows.nth(3)).toContainText(/^2\./);

  await page.keyboard.press('ControlOrMeta+d');
  await expect(rows.nth(3)).toContainText('1-2. Жаңы берене');
  await page.keyboard.press('ControlOrMeta+Shift+KeyD');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: say('structure:number.label') })).toBeFocused();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText(say('structure:number.taken'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1-7');
  await page.keyboard.press('Enter');
  await expect(rows.nth(3)).toContainText('1-7. Жаңы берене');

  await rows.nth(4).click();
  await expect(sheet(page, 'ru')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+Backspace');
  await page.getByRole('button', { name: say('structure:remove.repeal') }).click();
  await expect(rows.nth(4)).toContainText('2. (күчүн жоготту)');
  await expect(rows.nth(5)).toContainText(/^3\./);
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect(rows.nth(3)).toContainText('1-2. Жаңы берене');
});
