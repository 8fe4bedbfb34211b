import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/editor-page/fixture.ts';

test.afterEach(async ({ sheet }) => sheet.expectSound());

const fixture = (name: string) =>
  readFileSync(path.join(import.meta.dirname, `../fixtures/clipboard/${name}.html`), 'utf8');

/** Puts into the system's clipboard what another program would: by a copy of which the page writes the data. */
async function copyElsewhere(page: Page, html: string, text = 'x'): Promise<void> {
  await page.evaluate(
    ([markup, plain]) =>
      document.addEventListener(
        'copy',
        (event) => {
          event.clipboardData?.setData('text/html', markup);
          event.clipboardData?.setData('text/plain', plain);
          event.preventDefault();
          event.stopImmediatePropagation();
        },
        { capture: true, once: true },
      ),
    [html, text] as const,
  );
  await page.keyboard.press('Control+c');
}

test('a paste from Word is one step, tells calmly what was left out, and its button takes it back', async ({
  sheet,
}) => {
  await sheet.open();
  const start = await sheet.draft();
  await sheet.put('rent-1', 'ru', 999);
  await copyElsewhere(sheet.page, fixture('word-list'));
  await sheet.press('Control+v');
  const units = await sheet.units();
  const at = units.findIndex(({ id }) => id === 'rent-1') + 1;
  expect(units.slice(at, at + 4).map(({ kind, ru, ky }) => [kind, ru, ky])).toEqual([
    ['chapter', 'Жильё', ''],
    ['article', 'Служебное жильё', ''],
    ['part', 'Жильё получают на время службы:', ''],
    ['point', 'сотрудник;', ''],
  ]);
  expect((await sheet.caret()).unit).toBe(units[at + 7]?.id);
  await expect(sheet.page.locator('.paste-note')).toContainText('Не вставлена 1 картинка');
  await sheet.expectSound();
  await sheet.page.getByRole('button', { name: 'Отменить вставку' }).click();
  await sheet.settled();
  expect(await sheet.draft()).toEqual(start);
  await expect(sheet.page.locator('.paste-note')).toHaveCount(0);
  await sheet.type('о');
  expect((await sheet.unit('rent-1')).ru.endsWith('о')).toBe(true);
});

test('old letters are repaired in the Kyrgyz column with a note, which goes when one writes on', async ({ sheet }) => {
  await sheet.open();
  await sheet.put('rent-1', 'ky', 999);
  await copyElsewhere(sheet.page, fixture('old-letters'));
  await sheet.press('Control+v');
  const note = sheet.page.locator('.paste-note');
  await expect(note).toContainText('исправлено 10 букв');
  await sheet.type('о');
  await expect(note).toHaveCount(0);
});

test('a trilingual table becomes rows of three texts', async ({ sheet }) => {
  await sheet.open();
  await sheet.put('rent-1', 'ru', 999);
  await copyElsewhere(sheet.page, fixture('trilingual-table'));
  await sheet.press('Control+v');
  const units = await sheet.units();
  const at = units.findIndex(({ id }) => id === 'rent-1') + 1;
  expect(units.slice(at, at + 3)).toMatchObject([
    { kind: 'article', ky: 'Турак жай жана аны алуу тартиби', en: 'Housing and the way to receive it' },
    { kind: 'part', ru: 'Жильё дают на срок и по договору:' },
    { kind: 'point', ky: 'кызматкер менен;', ru: 'с сотрудником;', en: 'with the officer;' },
  ]);
});

test('nothing in a hostile page is loaded or run by pasting it', async ({ sheet }) => {
  await sheet.open();
  const asked: string[] = [];
  sheet.page.on('request', (request) => asked.push(request.url()));
  await sheet.put('rent-1', 'ru', 999);
  await copyElsewhere(sheet.page, fixture('junk'));
  await sheet.press('Control+v');
  expect((await sheet.unit('rent-1')).ru).toContain('слово');
  expect(await sheet.page.evaluate(() => 'harmed' in globalThis)).toBe(false);
  expect(asked).toEqual([]);
});

test('what is copied here reads in another program with numbers, in the live language', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  const units = await sheet.units();
  await sheet.select({ unit: 'u2', language: 'en', offset: 0 }, { unit: 'u3', language: 'en', offset: 9 });
  await sheet.press('Control+c');
  const html = await sheet.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('text/html'))?.text() ?? '';
  });
  expect(html).toContain(`Article 1. ${units[1]?.en}</h3>`);
  expect(html).toContain(`1. ${units[2]?.en.slice(0, 9)}</p>`);
});

test('five thousand pasted paragraphs are one step, drawn piece by piece, and undo and redo hold', async ({
  sheet,
}) => {
  await sheet.open({ articles: '500' });
  const before = await sheet.units();
  const paragraphs = Array.from(
    { length: 5_000 },
    (_, i) => `<p class=MsoNormal><span lang=RU>${i + 1}) ${'слова пункта '.repeat(8)}<b>и жирные</b>;</span></p>`,
  );
  await sheet.put('u2000', 'ru', 999);
  await copyElsewhere(sheet.page, paragraphs.join('\n'));
  await sheet.page.evaluate(() => {
    const { slate } = window.editorPage.parts;
    const { insertData } = slate;
    slate.insertData = (data) => {
      insertData(data);
      // Read piece by piece: nothing has changed yet.
      document.documentElement.dataset.units = String(slate.children.length);
    };
    const { screen } = window.editorPage.parts.session;
    const { drawAtCaret } = screen;
    Object.assign(screen, {
      drawAtCaret: () => {
        drawAtCaret();
        document.documentElement.dataset.drawn = String(document.querySelectorAll('.unit').length);
        document.documentElement.dataset.dialog = document.querySelector('[role=alertdialog]')?.textContent ?? '';
      },
    });
  });
  await sheet.page.keyboard.press('Control+v');
  // An expectation that polls the page costs more here than the paste itself.
  await sheet.page.waitForFunction(() => document.documentElement.dataset.drawn !== undefined, undefined, {
    polling: 500,
  });
  await expect(sheet.page.getByRole('alertdialog')).toHaveCount(0);
  await sheet.settled();
  await expect(sheet.page.locator('html')).toHaveAttribute('data-units', String(before.length));
  await expect(sheet.page.locator('html')).toHaveAttribute('data-dialog', /Вставляем в законопроект/u);
  const drawn = Number(await sheet.page.locator('html').getAttribute('data-drawn'));
  expect(drawn).toBeGreaterThan(before.length);
  expect(drawn).toBeLessThan(before.length + 1_000);
  const after = await sheet.units();
  expect(after.length).toBe(before.length + 5_000);
  expect(await sheet.caret()).toEqual({ unit: after[6_999]?.id, language: 'ru', offset: after[6_999]?.ru.length });
  await sheet.press('Control+z');
  expect(await sheet.units()).toEqual(before);
  await sheet.press('Control+y');
  expect(await sheet.units()).toEqual(after);
});
