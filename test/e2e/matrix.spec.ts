import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { elementsOf, missingReaders, pandocBlocks } from '../word/readers.ts';
import { test } from './support/desk.ts';
import { breachesInDialog, exportAs } from './support/law.ts';
import { begin, plain, runNamed } from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * The matrix of guarantees: a cell filled from a provision of the text, its coverage, and the table that leaves the desk.
 */

const language = 'ru';
const say = words(language);
test.use({ language, settings: { author: 'А. Асанова' }, viewport: { width: 1366, height: 768 } });

test.skip(missingReaders('pandoc') !== undefined, missingReaders('pandoc'));

async function choose(page: Page, list: string, option: string): Promise<void> {
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: new RegExp(`${list}$`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function known(page: Page, service: string): Promise<number> {
  const head = page.getByRole('grid', { name: say('parity:title') }).getByRole('columnheader', { name: service });
  return Number(/(\d+)/.exec(plain(await head.textContent()))?.[1]);
}

test('a cell is filled from a provision of the text, raises the coverage and leaves the desk in Word', async ({
  desk,
}) => {
  const { page } = desk;
  const service = 'Противопожарная служба';
  await begin(desk, language);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(
    page
      .getByRole('dialog', { name: say('cite:title') })
      .getByRole('combobox')
      .first(),
  ).toBeFocused();
  await page.keyboard.type('статус военнослужащих 12');
  await page.keyboard.press('Enter');
  await expect(page.locator('.citation').first()).toBeVisible();
  await page.keyboard.press('Shift+F9');
  const grid = page.getByRole('grid', { name: say('parity:title') });
  await expect(grid).toBeVisible();
  const before = await known(page, service);
  await page.keyboard.press('Escape');
  await expect(grid).toHaveCount(0);

  await runNamed(page, language, 'fill-matrix');
  const form = page.getByRole('dialog', { name: say('parity:fill.title') });
  await expect(form.getByText(/стать\S+\s12\sЗакона/)).toBeVisible();
  await form.getByRole('button', { name: say('parity:fill.save'), exact: true }).click();
  await expect(form.getByRole('alert')).toContainText(say('parity:fill.source').toLowerCase());
  await choose(page, say('parity:fill.guarantee'), 'лекарственное обеспечение');
  await choose(page, say('parity:fill.service'), service);
  await form.getByRole('textbox', { name: say('parity:fill.amount') }).fill('30');
  await form.getByRole('textbox', { name: say('common:ownName.ru') }).fill('за счёт службы');
  await form.getByRole('textbox', { name: say('parity:fill.source') }).fill('текст закона');
  expect(await breachesInDialog(page)).toEqual([]);
  await form.getByRole('button', { name: say('parity:fill.save'), exact: true }).click();
  await expect(form).toHaveCount(0);

  await page.keyboard.press('Shift+F9');
  expect(await known(page, service)).toBe(before + 1);
  const row = grid.getByRole('row', { name: /лекарственное обеспечение/ });
  await expect(row).toContainText(/30\sкалендарных\sдней – за счёт службы/);
  await expect(row).toContainText('внесено: А. Асанова');

  // What the bill gives is set against it, and what was entered is removed only when asked twice.
  await row.getByRole('gridcell').last().click();
  await page.getByRole('button', { name: say('parity:fill.enterBill') }).click();
  await page.getByRole('textbox', { name: say('parity:fill.amount') }).fill('45');
  await page.getByRole('button', { name: say('parity:fill.save'), exact: true }).click();
  await expect(row.getByRole('gridcell').last()).toContainText(/меньше: 30\sкалендарных\sдней/);
  const details = page.getByRole('region', { name: say('parity:details') });
  await details.getByRole('button', { name: new RegExp(`^${say('parity:fill.remove')}`) }).click();
  await expect(details.getByRole('button', { name: say('parity:fill.removeNo') })).toBeFocused();
  await details.getByRole('button', { name: say('parity:fill.removeYes') }).click();
  await expect(row.getByRole('gridcell').last()).not.toContainText(/45\sкалендарных/);
  expect(await breachesInDialog(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const file = await exportAs(desk, language, 'matrix.docx', [
    'export:documents.parity',
    'export:languages.ru',
    'export:profiles.internal',
  ]);
  await expect(page.getByRole('dialog')).toContainText(/Не проверено \d+ ячеек из 90/);
  expect(desk.foreign).toEqual([]);
  const [table] = pandocBlocks(readFileSync(file)).filter(({ t }) => t === 'Table');
  const read = elementsOf(table).map(({ t, c }) => (t === 'Str' ? String(c) : ' '));
  const text = plain(read.join('')).replace(/\s+/g, ' ');
  expect(text).toContain('30 календарных дней – за счёт службы: статья 12 Закона Кыргызской Республики');
  expect(text).toContain('внесено: А. Асанова');
});
