import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { type Language, languages } from '../../core/base/language.ts';
import { type Desk, test } from './support/desk.ts';
import { words } from './support/words.ts';

/*
 * The main job, from the start window to the Word file, with the keyboard alone and in each language of the interface: a bill is
 * begun from the template, written in two columns, given a citation and a comment, saved, closed, opened again and exported.
 */

test.use({ viewport: { width: 1366, height: 768 }, settings: { author: 'А. Асанова' } });

const cited: Readonly<Record<Language, string>> = {
  ky: '«Аскер кызматчыларынын статусу жөнүндө» Кыргыз Республикасынын Мыйзамынын 12-беренесинин 2-бөлүгүнүн 3-пункту',
  ru: 'пункт 3 части 2 статьи 12 Закона Кыргызской Республики «О статусе военнослужащих»',
  en: 'point 3 of part 2 of Article 12 of the Law of the Kyrgyz Republic “On the status of military servicemen”',
};

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ').replaceAll('\ufeff', '');

/** Whether a place reads so; a yes or no, since the whole bill makes no readable report. */
async function expectToRead(place: Locator, sentence: string): Promise<void> {
  await expect.poll(async () => plain(await place.textContent()).includes(sentence), { message: sentence }).toBe(true);
}

function sheet(page: Page, language: Language): Locator {
  return page.getByRole('textbox', { name: words(language)('editor:label') });
}

/** Saves under the suggested name, in whichever way the shell asks for it. */
async function saveAs(desk: Desk, file: string, keys: string): Promise<void> {
  const { page } = desk;
  if (desk.shell === 'electron') {
    await desk.chooseToSave(path.join(desk.documents, file));
    await page.keyboard.press(keys);
    return;
  }
  await page.keyboard.press(keys);
  await expect(page.getByRole('dialog').locator('input:focus')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(file);
  await page.keyboard.press('Enter');
}

for (const language of languages) {
  test.describe(`with the interface in ${language}`, () => {
    test.use({ language });

    test('a bill goes from the template to Word with the keyboard alone', async ({ desk }) => {
      const say = words(language);
      const { page } = desk;

      await tabTo(page, page.getByRole('button', { name: say('start:begin'), exact: true }).first());
      await page.keyboard.press('Enter');
      const text = sheet(page, language);
      await expect(text).toBeFocused();

      // Into the first article, in Kyrgyz, then the same provision in Russian.
      const outline = page.getByRole('tree', { name: say('desk:panes.outline') });
      await expect(outline.getByRole('treeitem').first()).toBeVisible();
      await page.keyboard.press('F7');
      await expect(outline.locator(':focus')).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(text).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      await page.keyboard.type(' Ушул жерге жазылды ');
      await expectToRead(text, 'Ушул жерге жазылды');
      await page.keyboard.type('@');
      const dialog = page.getByRole('dialog', { name: say('cite:title') });
      await expect(dialog).toBeVisible();
      await page.keyboard.type('статус военнослужащих 12.2.3');
      await expect(dialog).toContainText('930-XII');
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      await expectToRead(text, `Ушул жерге жазылды ${cited.ky}`);
      await expectToRead(text, cited.ru);

      await page.keyboard.press('Alt+2');
      await page.keyboard.press('End');
      await page.keyboard.type(' Написано здесь');
      await expectToRead(text, 'Написано здесь');

      // A comment on the words just written.
      for (let letter = 0; letter < 'здесь'.length; letter += 1) await page.keyboard.press('Shift+ArrowLeft');
      await page.keyboard.press('ControlOrMeta+Shift+m');
      const inspector = page.getByRole('complementary', { name: say('desk:panes.inspector') });
      await expect(inspector.locator(':is(input, textarea):focus')).toBeVisible();
      await page.keyboard.type('Почему именно здесь?');
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(inspector).toContainText('Почему именно здесь?');

      await saveAs(desk, 'Долбоор.dolboor', 'ControlOrMeta+s');
      await expect(page.getByText(say('desk:saving.saved'), { exact: false })).toBeVisible();
      expect(readdirSync(desk.documents)).toEqual(['Долбоор.dolboor']);

      await page.keyboard.press('ControlOrMeta+w');
      const recent = page.getByRole('button', { name: /Долбоор\.dolboor/ }).first();
      await expect(recent).toBeVisible();
      await tabTo(page, recent);
      await page.keyboard.press('Enter');
      await expectToRead(sheet(page, language), cited.ky);
      await expectToRead(sheet(page, language), 'Написано здесь');
      await expect(inspector).toContainText('Почему именно здесь?');

      // Word, in Kyrgyz: the draft opened where it was left, in the Russian column.
      await expect(sheet(page, language)).toBeFocused();
      await page.keyboard.press('Alt+1');
      if (desk.shell === 'electron') await desk.chooseToSave(path.join(desk.documents, 'долбоор.docx'));
      await page.keyboard.press('ControlOrMeta+e');
      const exporting = page.getByRole('dialog', { name: say('export:title') });
      await expect(exporting).toBeVisible();
      await tabTo(page, exporting.getByRole('button', { name: say('export:start') }));
      await page.keyboard.press('Enter');
      if (desk.shell === 'loopback') {
        await expect(page.getByRole('dialog').locator('input:focus')).toHaveValue(/\.docx$/);
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type('долбоор.docx');
        await page.keyboard.press('Enter');
      }
      await expect(page.getByText(say('export:done'))).toBeVisible({ timeout: 30_000 });
      const parts = unzipSync(readFileSync(path.join(desk.documents, 'долбоор.docx')));
      const document = plain(strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, ''));
      const written = document.indexOf('Ушул жерге жазылды');
      expect(document.slice(written, written + 140)).toContain(`Ушул жерге жазылды ${cited.ky}`);
      expect(desk.foreign).toEqual([]);
    });
  });
}
