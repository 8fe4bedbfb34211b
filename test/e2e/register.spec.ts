import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './support/desk.ts';
import { beginImport, breachesInDialog, madeUp, markRepealed } from './support/law.ts';
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
  await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeFocused();
  await page.keyboard.type('930-XII ст. 12');
  await page.keyboard.press('Enter');
  await expectInSheet(page, 'ru', 'статья 12 Закона Кыргызской Республики «О статусе военнослужащих»');
  const mark = text.locator('.cell[lang="ru"] .citation').last();
  await expect(mark).not.toHaveClass(/citation-dead/);

  await markRepealed(page, 'ru', '2026-03-01', '102');
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
  await expect(mark).not.toHaveClass(/citation-dead/);
  expect(await breachesInDialog(page)).toEqual([]);
  await register.getByRole('textbox', { name: say('register:asOf') }).fill('');
  await row.getByRole('rowheader').click();
  await expect(register.getByRole('region', { name: say('register:card') })).toBeFocused();
  await page.keyboard.press('Escape');

  await expect(register).toHaveCount(0);
  // A text of an act that the register lacks: its own header makes the act.
  writeFileSync(path.join(desk.documents, 'own.txt'), madeUp('ru').replace('930-XII', '9977').replace('1992', '2004'));
  await beginImport(desk, 'ru', 'own.txt');
  const review = page.getByRole('dialog', { name: say('texts:review.title', { file: 'own.txt' }) });
  await review.getByRole('button', { name: say('texts:review.addAct') }).press('Enter');
  await expect(review.getByRole('region', { name: say('texts:review.act') })).toContainText('№ 9977');
  await review.getByRole('button', { name: say('texts:review.accept') }).press('Enter');
  const panel = page.getByRole('region', { name: say('texts:panel.text') });
  await expect(panel).toContainText('Об образцах');
  expect(desk.foreign).toEqual([]);
});
