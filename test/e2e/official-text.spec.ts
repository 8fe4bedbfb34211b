import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import matrix from '../../resources/parity/matrix.json' with { type: 'json' };
import { elementsOf, missingReaders, pandocBlocks } from '../word/readers.ts';
import { test } from './support/desk.ts';
import { beginImport, breachesInDialog, exportAs, madeUp, markRepealed } from './support/law.ts';
import { begin, expectInSheet, plain, sheet } from './support/steps.ts';
import { words } from './support/words.ts';

test.use({
  viewport: { width: 1366, height: 768 },
  settings: { columns: ['ky', 'ru', 'en'], author: 'Айгүл Асанова' },
});
test.skip(missingReaders('pandoc') !== undefined, missingReaders('pandoc'));

/** As the Kyrgyz interface calls it. */
function nameOf(of: readonly { readonly id: string; readonly name: { readonly ky: string } }[], id: string): string {
  return of.find((one) => one.id === id)?.name.ky ?? '';
}

test.describe('in Kyrgyz', () => {
  test.use({ language: 'ky' });

  test('an act is imported, mended, cited beside the draft by keys and by dragging, put into the matrix, and found repealed in all that goes out', async ({
    desk,
  }) => {
    // The whole way of an act, from its import to two documents.
    test.slow();
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
    await page.keyboard.press('Alt+ArrowUp');
    await expect(structure.getByRole('option').last()).not.toHaveAttribute('aria-selected', 'true');
    await expect(junk).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Delete');
    await expect(junk).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(structure.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
    await expect(junk).toHaveCount(1);
    await page.keyboard.press('Delete');
    expect(await breachesInDialog(page)).toEqual([]);
    await expect(review.getByRole('region', { name: say('texts:review.act') })).toContainText('№ 930-XII');
    await review.getByRole('button', { name: say('texts:review.accept') }).click();

    const list = page.getByRole('listbox', { name: say('texts:panel.text') });
    await expect(list).toBeFocused();
    await expect(page.getByRole('region', { name: say('texts:panel.text') })).toContainText('ky.txt');
    await expect(list.getByRole('option')).toHaveCount(42);

    // Another language of the act that is being read is there at once, though nothing cites it yet.
    await beginImport(desk, 'ky', 'ru.txt');
    await page.getByRole('button', { name: say('texts:review.accept') }).click();
    const panel = page.getByRole('region', { name: say('texts:panel.text') });
    const russian = panel.getByRole('button', { name: 'Русский' });
    await expect(russian).toBeVisible();
    await expect(list).toBeFocused();

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

    // Dragged, a provision is cited where it is let go: what Enter does at the caret.
    const dragged = list.getByRole('option').filter({ hasText: '13-үлгүнү кечинде' });
    await dragged.dragTo(text.locator('.cell[lang="ky"] .citation').last());
    await expectInSheet(page, 'ky', 'Мыйзамынын 13-беренесинин 2-бөлүгү');
    await expectInSheet(page, 'ky', 'часть 2 статьи 13 Закона');

    // A second language beside the first, in rows that say the same.
    await russian.click();
    const both = list.getByRole('option').filter({ hasText: '14-үлгүнү кечинде' });
    await expect(both).toContainText('Образец 14 возвращают вечером.');

    // An article that the text has not got.
    await text.focus();
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('combobox', { name: say('cite:search') })).toBeFocused();
    await page.keyboard.type('аскер кызматчыларынын статусу 40-берене');
    await page.keyboard.press('Enter');
    await expectInSheet(page, 'ky', '40-беренеси');
    await page.keyboard.press('Shift+F8');
    const rule = page.getByRole('region', { name: say('check:rule.place-not-in-text') });
    await expect(rule).toContainText('40-берене жок');
    await expect(rule).not.toContainText('12-берене');

    // Setting it aside shows with the focus, asks why, and is taken back from the list of what was set aside.
    const setAside = rule.getByRole('button', { name: say('check:aside.set') }).first();
    await expect(setAside).toHaveCSS('opacity', '0');
    await setAside.focus();
    await expect(setAside).toHaveCSS('opacity', '1');
    await setAside.press('Enter');
    await page.getByRole('textbox', { name: say('check:aside.reason') }).fill('үлгү гана');
    await page.keyboard.press('Enter');
    const aside = page.locator('details.set-aside');
    await aside.locator('summary').press('Enter');
    await expect(aside).toContainText('үлгү гана');
    await aside.getByRole('button', { name: say('check:aside.takeBack') }).press('Enter');
    await expect(aside).toHaveCount(0);
    await expect(rule).toContainText('40-берене жок');

    // What was chosen in the panel goes into a cell of the matrix.
    await page.keyboard.press('ControlOrMeta+F9');
    await expect(list).toBeFocused();
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await expect(list.locator('[aria-selected="true"]')).toContainText('12-берене');
    await page.getByRole('button', { name: say('commands:fill-matrix') }).press('Enter');
    const form = page.getByRole('dialog', { name: say('parity:fill.title') });
    await expect(form).toContainText(/Мыйзамынын\s12-беренеси/);
    for (const [field, option] of [
      ['guarantee', nameOf(matrix.guarantees, 'medicines')],
      ['service', nameOf(matrix.services, 'military')],
    ] as const) {
      await form.getByRole('button', { name: new RegExp(`${say(`parity:fill.${field}`)}$`) }).press('Enter');
      await page.getByRole('option', { name: option, exact: true }).press('Enter');
    }
    await form.getByRole('textbox', { name: say('common:ownName.ky') }).fill('үлгү боюнча');
    await form.getByRole('textbox', { name: say('parity:fill.source') }).fill('расмий текст');
    await form.getByRole('button', { name: say('parity:fill.save'), exact: true }).press('Enter');
    await expect(form).toHaveCount(0);
    const cited =
      '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын 1992-жылдын 1-июлундагы № 930-XII Мыйзамынын 12-беренеси';
    const table = await exportAs(desk, 'ky', 'matrix.docx', ['export:documents.parity', 'export:languages.ky']);
    const read = elementsOf(pandocBlocks(readFileSync(table)).find(({ t }) => t === 'Table'));
    const cells = read.map(({ t, c }) => (t === 'Str' ? String(c) : ' ')).join('');
    expect(plain(cells).replace(/\s+/g, ' ').includes(`үлгү боюнча: ${cited}`)).toBe(true);
    await page.keyboard.press('Escape');

    // The act is found repealed: in the text, in the list of problems and in what is said of the Word file.
    await text.focus();
    await page.keyboard.press('ControlOrMeta+End');
    const mark = text.locator('.cell[lang="ky"] .citation').last();
    await expect(mark).not.toHaveClass(/citation-dead/);
    await markRepealed(page, 'ky', '2026-03-01', '102');
    await expect(mark).toHaveClass(/citation-dead/);
    await page.keyboard.press('Shift+F8');
    await expect(page.getByRole('region', { name: say('check:rule.dead-act') })).toContainText('№ 102 Мыйзамы');
    await exportAs(desk, 'ky', 'bill.docx', ['export:documents.bill']);
    await expect(page.getByRole('dialog')).toContainText('күчүн жоготкон же алмаштырылган');
    await page.keyboard.press('Escape');

    // It outlives the window, and the text opens again by its key where the caret is on a citation.
    await page.keyboard.press('ControlOrMeta+F9');
    await expect(list).toBeFocused();
    expect(plain(await list.locator('[aria-selected="true"]').textContent())).not.toBe('');
    expect(desk.foreign).toEqual([]);
  });
});
