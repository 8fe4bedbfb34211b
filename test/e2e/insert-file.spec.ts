import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Language } from '../../core/base/language.ts';
import { axeOn } from './support/axe.ts';
import { type Desk, test } from './support/desk.ts';
import { counted, expectInSheet, readSheet, sheet } from './support/steps.ts';
import { words } from './support/words.ts';

test.use({ language: 'ru', viewport: { width: 1366, height: 768 }, settings: { columns: ['ky', 'ru', 'en'] } });

const say = words('ru');

/** A file of another program, in the documents folder. */
function putFile(desk: Desk, name: string): void {
  const from = path.join(import.meta.dirname, '../fixtures/foreign', name);
  copyFileSync(from, path.join(desk.documents, name));
}

/** Answers the question for a file, in whichever way the shell asks it. */
async function answerFile(desk: Desk, language: Language, name: string): Promise<void> {
  if (desk.shell === 'electron') return;
  const { page } = desk;
  await expect(page.getByRole('dialog', { name: words(language)('desk:browse.text') })).toBeVisible();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name })).toHaveCount(1);
  await page.keyboard.press('Enter');
}

test('a Word file of another program begins a bill, and another one comes into it in two languages, each as one step', async ({
  desk,
}) => {
  const { page } = desk;
  for (const name of ['pandoc.docx', 'libreoffice.docx']) putFile(desk, name);

  if (desk.shell === 'electron') await desk.chooseToOpen(path.join(desk.documents, 'pandoc.docx'));
  await page.getByRole('button', { name: say('start:fromFile') }).click();
  await answerFile(desk, 'ru', 'pandoc.docx');
  const first = page.getByRole('dialog', { name: say('insert:title.new', { file: 'pandoc.docx' }) });
  const list = first.getByRole('listbox', { name: say('insert:structure') });
  await expect(list).toBeFocused();
  const report = first.getByRole('region', { name: say('texts:review.report') });
  await expect(report).toContainText(say('import:notices.comments-came-along_one', { count: '1' }));
  await expect(report).toContainText('Асанов');
  await expect(list.getByRole('option', { name: 'Статья 5-1 Служебное жильё' })).toHaveCount(1);
  // What stands in the table is left out, and undo brings it back.
  const rows = list.getByRole('option');
  const count = await rows.count();
  await page.keyboard.press('End');
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(count - 1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rows).toHaveCount(count);
  await expect(first.getByRole('checkbox', { name: say('insert:live_one', { count: '1' }) })).toBeChecked();
  const axe = await axeOn(page, '[role="dialog"]');
  expect((await axe.withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations).toEqual([]);
  await first.getByRole('button', { name: say('insert:accept.new') }).click();

  await expectInSheet(page, 'ru', 'Статья 5-1');
  await expectInSheet(page, 'ru', 'Жильё дают в десять дней');
  // The reviewer’s remark came with its words.
  await expect(page.getByText('Петрова')).toBeVisible();
  await expect(sheet(page, 'ru').locator('[data-act]').first()).toContainText('О статусе военнослужащих');
  // Over the columns stands what is there now, not what the template had.
  await expect(
    page.getByRole('button', { name: `English, unofficial ${say('editor:written', { written: '0', total: '13' })}` }),
  ).toBeVisible();
  expect(await readSheet(page, 'ru')).not.toContain('Целью настоящего Закона');

  if (desk.shell === 'electron') await desk.chooseToOpen(path.join(desk.documents, 'libreoffice.docx'));
  await page.keyboard.press('ControlOrMeta+Shift+KeyP');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(say('commands:insert-file'));
  await page.keyboard.press('Enter');
  await answerFile(desk, 'ru', 'libreoffice.docx');
  const second = page.getByRole('dialog', { name: say('insert:title.draft', { file: 'libreoffice.docx' }) });
  await second.getByRole('button', { name: say('insert:accept.draft') }).click();
  await expectInSheet(page, 'ru', 'Кызматкер турак жайды бекер алат.');
  await expectInSheet(page, 'ru', 'Сотрудник получает жильё бесплатно и на время службы.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => readSheet(page, 'ru')).not.toContain('Кызматкер турак жайды бекер алат.');
  await expectInSheet(page, 'ru', 'Жильё дают в десять дней');
  await page.keyboard.press('ControlOrMeta+z');
  await expectInSheet(page, 'ru', 'Целью настоящего Закона');

  // What is pasted is offered in one step too, and not taken for the paste when it is undone.
  const live = sheet(page, 'ru').locator('[data-act]');
  await expect(live).toHaveCount(0);
  await sheet(page, 'ru').focus();
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('Control+End');
  await page.evaluate(() => {
    const write = (event: ClipboardEvent) => {
      event.clipboardData?.setData(
        'text/plain',
        'По статье 12 Закона Кыргызской Республики «О статусе военнослужащих».',
      );
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', write, { capture: true, once: true });
  });
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await page.getByRole('button', { name: say('editor:paste.makeLive') }).click();
  await expect(live).toHaveCount(1);
  await expect(page.getByText(counted('ru', 'editor:notices.citations-live', 1))).toBeVisible();
  expect(desk.foreign).toEqual([]);
});
