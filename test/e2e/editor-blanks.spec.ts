import { expect } from '@playwright/test';
import { test } from '../support/editor-page/fixture.ts';

test.afterEach(async ({ sheet }) => sheet.expectSound());

const start = 'Сотрудник, прослуживший более '.length;

test('a click into a blank selects its gap, in a column that was not live too; typed over, it is ordinary text', async ({
  sheet,
}) => {
  await sheet.open();
  await sheet.put('rent-1', 'ky', 3);
  await sheet.click('housing-2', 'ru', start + 4);
  const spot = (offset: number) => ({ unit: 'housing-2', language: 'ru', offset });
  expect(await sheet.selection()).toEqual([spot(start), spot(start + 1)]);
  await sheet.page.keyboard.type('50');
  await sheet.settled();
  expect((await sheet.unit('housing-2')).ru).toContain('прослуживший более 50 лет, вправе');
  await expect(sheet.cell('housing-2', 'ru').locator('.blank')).toHaveCount(0);
  await sheet.press('Control+z', 'Control+z');
  await expect(sheet.cell('housing-2', 'ru').locator('.blank')).toHaveText('… лет');
});

test('a second click into the blank puts the caret where it was clicked', async ({ sheet }) => {
  await sheet.open();
  await sheet.click('housing-2', 'ru', start + 4);
  await sheet.page.waitForFunction(() => document.getSelection()?.toString() === '…');
  await sheet.click('housing-2', 'ru', start + 3);
  const [anchor, focus] = await sheet.selection();
  expect(anchor).toEqual(focus);
  expect(focus).toEqual({ unit: 'housing-2', language: 'ru', offset: start + 3 });
});

test('a click on a commented word of another column tells the desk and puts the caret there', async ({ sheet }) => {
  await sheet.open();
  await sheet.put('rent-1', 'ky', 3);
  const offset = start + '… лет, вправе при'.length;
  await sheet.click('housing-2', 'ru', offset);
  expect(await sheet.calls()).toEqual(['comment comment-1']);
  expect(await sheet.caret()).toEqual({ unit: 'housing-2', language: 'ru', offset });
});
