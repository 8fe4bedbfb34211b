import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './support/desk.ts';
import { begin, counted, expectInSheet, sheet } from './support/steps.ts';
import { words } from './support/words.ts';

test.use({ language: 'ru' });

test('what Word puts into the clipboard becomes provisions on the desk, and one click takes it back', async ({
  desk,
}) => {
  const { page } = desk;
  const say = words('ru');
  const html = readFileSync(path.join(import.meta.dirname, '../fixtures/clipboard/word-list.html'), 'utf8');
  await page
    .getByRole('button', { name: say('start:begin'), exact: true })
    .first()
    .click();
  const text = page.getByRole('textbox', { name: say('editor:label') });
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+End');
  // The page's policy allows no markup from strings: it stands while this is read.
  await page.evaluate((markup) => {
    const write = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/html', markup);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', write, { capture: true, once: true });
  }, html);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(text).toContainText('Жильё получают на время службы:');
  await expect(text).not.toContainText('скрытое слово');
  const sentence = say('editor:notices.hidden-left-out_one', { count: '1' });
  const note = page.getByRole('status').filter({ hasText: sentence });
  await expect(note.getByText(sentence)).toBeVisible();
  await note.getByRole('button', { name: say('editor:paste.undo') }).click();
  await expect(text).not.toContainText('Жильё получают на время службы:');
  await expect(text).toBeFocused();
  expect(desk.foreign).toEqual([]);
});

test('a translation fills the texts that are missing, and by the keyboard becomes rows instead', async ({ desk }) => {
  const { page } = desk;
  const say = words('ru');
  await begin(desk, 'ru');
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Первая строка.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Вторая строка.');
  const rows = sheet(page, 'ru').locator('[data-unit]');
  const count = await rows.count();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+Digit1');
  await page.evaluate(() => {
    const write = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', 'Биринчи сап.\nЭкинчи сап.');
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', write, { capture: true, once: true });
  });
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expectInSheet(page, 'ru', 'Экинчи сап.');
  await expect(rows).toHaveCount(count);
  await expect(rows.nth(count - 1)).toContainText('Экинчи сап.');
  await expect(page.getByText(counted('ru', 'editor:notices.pasted-as-cells', 2))).toBeVisible();
  await page.keyboard.press('F6');
  await expect(page.getByRole('button', { name: say('editor:paste.asRows') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(count + 1);
  await expect(sheet(page, 'ru')).toBeFocused();
});
