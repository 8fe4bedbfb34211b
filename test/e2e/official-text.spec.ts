import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Language } from '../../core/base/language.ts';
import { type Desk, test } from './support/desk.ts';
import { begin, expectInSheet, plain, sheet } from './support/steps.ts';
import { words } from './support/words.ts';

test.use({ viewport: { width: 1366, height: 768 }, settings: { columns: ['ky', 'ru', 'en'] } });

/** Filler in the form of an act, made for this test: the header is that of an act of the register, the words are of no law. */
function madeUp(language: 'ky' | 'ru'): string {
  const articles = Array.from({ length: 14 }, (_, i) => i + 1);
  const line = {
    ky: (n: number) => `${n}-берене. ${n}-үлгү\n1. Үлгүнү эртең менен алышат.\n2. ${n}-үлгүнү кечинде кайтарышат.`,
    ru: (n: number) => `Статья ${n}. Образец ${n}\n1. Образец берут утром.\n2. Образец ${n} возвращают вечером.`,
  }[language];
  const header = {
    ky: 'КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\n1992-жылдын 1-июлу № 930-XII\nҮлгүлөр жөнүндө',
    ru: 'ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nот 1 июля 1992 года № 930-XII\nОб образцах',
  }[language];
  return `${header}\n${articles.map(line).join('\n')}\nЖогору кайтуу\n`;
}

/** Imports a file of the documents folder by the palette, up to the review. */
async function beginImport(desk: Desk, language: Language, file: string): Promise<void> {
  const { page } = desk;
  if (desk.shell === 'electron') await desk.chooseToOpen(path.join(desk.documents, file));
  await page.keyboard.press('ControlOrMeta+Shift+KeyP');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words(language)('commands:import-act'));
  await page.keyboard.press('Enter');
  if (desk.shell === 'electron') return;
  await expect(page.getByRole('dialog', { name: words(language)('desk:browse.text') })).toBeVisible();
  await page.keyboard.type(file);
  await expect(page.getByRole('option', { name: file })).toHaveCount(1);
  await page.keyboard.press('Enter');
}

test.describe('in Kyrgyz', () => {
  test.use({ language: 'ky' });

  test('an act is imported, mended, read beside the draft and cited by keys; a place that it lacks is reported', async ({
    desk,
  }) => {
    const { page } = desk;
    const say = words('ky');
    for (const one of ['ky', 'ru'] as const) writeFileSync(path.join(desk.documents, `${one}.txt`), madeUp(one));
    await begin(desk, 'ky');
    const text = sheet(page, 'ky');
    await page.keyboard.press('Control+End');

    // The line of the page is left out, and undo brings it back.
    await beginImport(desk, 'ky', 'ky.txt');
    const review = page.getByRole('dialog', { name: say('texts:review.title', { file: 'ky.txt' }) });
    const structure = review.getByRole('listbox', { name: say('texts:review.structure') });
    await expect(structure).toBeFocused();
    await page.keyboard.press('End');
    const junk = structure.getByRole('option', { name: 'Жогору кайтуу' });
    await expect(junk).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Delete');
    await expect(junk).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(junk).toHaveCount(1);
    await page.keyboard.press('Delete');
    await expect(review.getByRole('region', { name: say('texts:review.act') })).toContainText('№ 930-XII');
    await review.getByRole('button', { name: say('texts:review.accept') }).click();

    const list = page.getByRole('listbox', { name: say('texts:panel.text') });
    await expect(list).toBeFocused();
    await expect(page.getByRole('region', { name: say('texts:panel.text') })).toContainText('ky.txt');
    await expect(list.getByRole('option')).toHaveCount(42);

    // A number typed in the text leads to the article, Enter cites it in all three languages.
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await expect(list).toBeFocused();
    await expect(list.locator('[aria-selected="true"]')).toContainText('12-берене');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectInSheet(page, 'ky', 'Мыйзамынын 12-беренесинин 2-бөлүгү');
    await expectInSheet(page, 'ky', 'часть 2 статьи 12 Закона Кыргызской Республики «О статусе военнослужащих»');
    await expectInSheet(page, 'ky', 'part 2 of Article 12 of the Law');
    await page.keyboard.press('Shift+Enter');
    await expectInSheet(page, 'ky', '«12-үлгүнү кечинде кайтарышат.» (');

    // A second language beside the first, in rows that say the same.
    await beginImport(desk, 'ky', 'ru.txt');
    await page.getByRole('button', { name: say('texts:review.accept') }).click();
    await page
      .getByRole('region', { name: say('texts:panel.text') })
      .getByRole('button', { name: 'Русский' })
      .click();
    const both = list.getByRole('option').filter({ hasText: '14-үлгүнү кечинде' });
    await expect(both).toContainText('Образец 14 возвращают вечером.');

    // An article that the text has not got.
    await text.focus();
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('аскер кызматчыларынын статусу 40-берене');
    await page.keyboard.press('Enter');
    await expectInSheet(page, 'ky', '40-беренеси');
    await page.keyboard.press('Shift+F8');
    const rule = page.getByRole('region', { name: say('check:rule.place-not-in-text') });
    await expect(rule).toContainText('40-берене жок');
    await expect(rule).not.toContainText('12-берене');

    // It outlives the window, and the text opens again by its key where the caret is on a citation.
    await page.keyboard.press('ControlOrMeta+F9');
    await expect(list).toBeFocused();
    expect(plain(await list.locator('[aria-selected="true"]').textContent())).not.toBe('');
    expect(desk.foreign).toEqual([]);
  });
});
