import { expect } from '@playwright/test';
import { test } from './support/desk.ts';
import { words } from './support/words.ts';

/*
 * Going to a place shows it, however far the rows between are from being drawn.
 */

test.use({ viewport: { width: 1366, height: 768 }, language: 'ru' });

const say = words('ru');

test('an article that one goes to right after opening is in sight, and stays there', async ({ desk }) => {
  const { page } = desk;
  await page
    .getByRole('button', { name: say('start:begin'), exact: true })
    .first()
    .click();
  await expect(page.getByRole('textbox', { name: say('editor:label') })).toBeFocused();
  for (const number of ['12', '45', '5']) {
    await page.keyboard.press('ControlOrMeta+KeyG');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const row = page.locator('.draft-text [data-unit]', { hasText: `Статья ${number}. ` }).first();
    await expect(row).toBeInViewport();
    // Until the browser has nothing left to draw: then it is in sight for good.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await expect(page.locator('.draft-waiting')).toHaveCount(0);
    await expect(row).toBeInViewport();
  }
});
