import { expect } from '@playwright/test';
import { test } from './support/desk.ts';
import { begin, readSheet, sheet } from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * Keys that hands have known from Word for twenty years, in the whole application.
 */

test.use({ language: 'ru' });
const say = words('ru');

test('the keys of Word change letters, repeat a command, put in what does not break, and move words by Insert and Delete', async ({
  desk,
}) => {
  const { page } = desk;
  await begin(desk, 'ru');
  const text = () => readSheet(page, 'ru');
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('Control+End', 'Enter');
  await page.keyboard.type('альфа бета');
  await press('Shift+F3');
  await expect.poll(text).toContain('альфа Бета');
  await press('Control+ArrowLeft', 'Control+ArrowLeft', 'F4');
  await expect.poll(text).toContain('Альфа Бета');
  await press('Control+z');
  await expect.poll(text).toContain('альфа Бета');
  await press('F4');
  await expect.poll(text).toContain('Альфа Бета');
  await expect(page.locator('[aria-live]').getByText(say('editor:told.redone'), { exact: true })).toBeAttached();
  await press('End', 'Control+Shift+Space');
  await page.keyboard.type('гамма');
  await press('Control+Shift+Minus');
  await page.keyboard.type('дельта');
  await expect
    .poll(async () => (await sheet(page, 'ru').textContent())?.includes('Бета\u00a0гамма\u2011дельта'))
    .toBe(true);
  await press('Control+Shift+ArrowLeft', 'Shift+Delete');
  await expect.poll(text).not.toContain('дельта');
  await press('Home', 'Shift+Insert');
  await expect.poll(text).toContain('дельтаАльфа');
  await press('Shift+Home', 'Control+Insert', 'End', 'Shift+Insert');
  await expect.poll(text).toContain('гамма\u2011дельта');
  // In the find bar the keys of the case are those of every find bar.
  await press('Control+f');
  await page.keyboard.type('дельта');
  await expect(page.getByRole('search').getByRole('status').first()).toHaveText(
    say('find:count', { at: '1', total: '2' }),
  );
  await press('Shift+F3');
  await expect(page.getByRole('search').getByRole('status').first()).toHaveText(
    say('find:count', { at: '2', total: '2' }),
  );
  await expect.poll(text).toContain('дельтаАльфа');
});
