import { expect } from '@playwright/test';
import { test } from './support/desk.ts';
import { begin, expectInSheet, sheet } from './support/steps.ts';
import { words } from './support/words.ts';

test.use({ viewport: { width: 1366, height: 768 }, language: 'ru', settings: { author: 'Айбек' } });

test('an act that a person finds repealed is warned of in the text and in the checks, and as of any day', async ({
  desk,
}) => {
  const { page } = desk;
  const say = words('ru');
  await begin(desk, 'ru');
  const text = sheet(page, 'ru');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('930-XII ст. 12');
  await page.keyboard.press('Enter');
  await expectInSheet(page, 'ru', 'статья 12 Закона Кыргызской Республики «О статусе военнослужащих»');
  const mark = text.locator('.cell[lang="ru"] .citation').last();
  await expect(mark).not.toHaveClass(/citation-dead/);

  // By keys alone: the command for the act at the caret, the status, its successor, the source.
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type(say('commands:verify-act'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: say('register:verify') });
  await dialog.getByRole('button', { name: new RegExp(say('law:fact.status')) }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: say('law:status.repealed') }).click();
  await dialog.getByRole('textbox', { name: say('register:since') }).fill('1 марта 2026');
  await expect(dialog).toContainText('1 марта 2026 года');
  await dialog.getByRole('combobox', { name: say('register:successor') }).fill('102');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: say('register:source') }).fill('cbd.minjust.gov.kg');
  await dialog.getByRole('button', { name: say('register:enter') }).click();
  await expect(dialog).toHaveCount(0);

  await expect(mark).toHaveClass(/citation-dead/);
  await page.keyboard.press('Shift+F8');
  const problem = page.getByRole('listitem').filter({ hasText: '№ 102 Мыйзамы' });
  await expect(problem.first()).toContainText('утратил силу');

  // A day before the end: the act stood then.
  await page.keyboard.press('ControlOrMeta+Shift+F9');
  const register = page.getByRole('dialog', { name: say('register:title') });
  await register.getByRole('textbox', { name: say('register:find') }).fill('военнослужащим статусом');
  const row = register.getByRole('row').filter({ hasText: '930-XII' });
  await expect(row).toContainText(say('law:status.repealed'));
  await expect(row).toContainText('Айбек');
  await register.getByRole('textbox', { name: say('register:asOf') }).fill('28.02.2026');
  await expect(row).not.toContainText(say('law:status.repealed'));
  await register.getByRole('textbox', { name: say('register:asOf') }).fill('');
  await row.getByRole('rowheader').click();
  await expect(register.getByRole('region', { name: say('register:card') })).toBeFocused();
  await page.keyboard.press('Escape');

  await expect(register).toHaveCount(0);
  expect(desk.foreign).toEqual([]);
});
