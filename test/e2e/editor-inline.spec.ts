import { expect } from '@playwright/test';
import { test } from '../support/editor-page/fixture.ts';

test.afterEach(async ({ sheet }) => sheet.expectSound());

test('@ at the beginning of a word asks for a citation and is not typed; within a word it is a letter', async ({
  sheet,
}) => {
  await sheet.open();
  await sheet.put('rent-1', 'ru', 11);
  await sheet.page.keyboard.type(' @');
  expect(await sheet.calls()).toEqual(['cite']);
  expect((await sheet.unit('rent-1')).ru).toBe('Компенсация  выплачивается.');
  await sheet.put('rent-1', 'ru', 5);
  await sheet.page.keyboard.type('@');
  await sheet.press('Control+k');
  expect(await sheet.calls()).toEqual(['cite', 'cite']);
  expect((await sheet.unit('rent-1')).ru).toContain('@');
});

test('a citation goes into all three languages in their own words, and typing goes on behind it', async ({ sheet }) => {
  await sheet.open();
  await sheet.put('rent-1', 'ru', 25);
  await sheet.page.evaluate(() =>
    window.editorPage.editor.insertCitation({
      act: 'military-status-1992',
      pinpoint: { article: ['12'] },
      case: 'gen',
      languages: 'all',
    }),
  );
  await sheet.type('но');
  expect(await sheet.unit('rent-1')).toMatchObject({
    ky: 'Компенсация төлөнөт {citation}.',
    ru: 'Компенсация выплачивается {citation}но.',
    en: 'Compensation is paid {citation}.',
  });
  await expect(sheet.cell('rent-1', 'ru').locator('.citation')).toContainText('статьи 12 Закона');
});

test('a citation of a dead act is marked by more than its colour and says so', async ({ sheet }) => {
  await sheet.open();
  const dead = sheet.cell('redundancy', 'ru').locator('.citation');
  await expect(dead).toHaveCSS('text-decoration-style', 'wavy');
  await expect(dead).toContainText('Акт не действует');
  await expect(sheet.cell('housing-1', 'ru').locator('.citation')).toHaveCSS('text-decoration-style', 'solid');
});

test('a click on a citation of a column that is not live makes the column live with the caret at the citation', async ({
  sheet,
}) => {
  await sheet.open();
  await sheet.put('rent-1', 'ru', 3);
  await sheet.cell('housing-1', 'ky').locator('.citation').click();
  await sheet.settled();
  const length = 'Милиция кызматкери турак жай менен камсыз болууга '.length;
  expect(await sheet.caret()).toEqual({ unit: 'housing-1', language: 'ky', offset: length });
  await sheet.press('ArrowRight');
  await sheet.type('а');
  expect((await sheet.unit('housing-1')).ky).toContain('болууга {citation}а каралган');
});

test('Enter on a reference goes to the provision that it names', async ({ sheet }) => {
  await sheet.open();
  await sheet.put('housing-3', 'ru', 'Право, установленное '.length);
  await sheet.press('ArrowRight', 'Enter');
  expect(await sheet.caret()).toEqual({ unit: 'housing-1', language: 'ru', offset: 0 });
});

test('a reference to what was deleted is marked as broken in every language, and undo mends it', async ({ sheet }) => {
  await sheet.open();
  await sheet.put('housing-1', 'ru', 3);
  await sheet.page.evaluate(() => window.editorPage.editor.removeUnit());
  const broken = sheet.cell('housing-3', 'ru').locator('.reference-broken');
  await expect(broken).toHaveText(/\[оборванная ссылка\]/);
  await expect(broken).toHaveCSS('text-decoration-style', 'wavy');
  await sheet.press('Control+z');
  await expect(sheet.cell('housing-3', 'ru').locator('.reference')).toContainText('частью 1');
});

test('the caret steps over a citation, Backspace takes it whole, and undo brings it back', async ({ sheet }) => {
  await sheet.open();
  const start = await sheet.draft();
  await sheet.put('housing-1', 'ru', 9999);
  await sheet.press('ArrowLeft', 'Backspace');
  expect((await sheet.unit('housing-1')).ru).toBe(
    'Сотрудник милиции имеет право на обеспечение жильём на уровне не ниже гарантий, предусмотренных .',
  );
  expect((await sheet.unit('housing-1')).ky).toContain('{citation}');
  await sheet.press('Control+z');
  expect(await sheet.draft()).toEqual(start);
});

test('clicking a citation or a commented word tells the desk', async ({ sheet }) => {
  await sheet.open();
  await sheet.cell('redundancy', 'ru').locator('.citation').click();
  await sheet.cell('housing-2', 'ru').locator('.commented').click();
  expect(await sheet.calls()).toEqual(['citation penal-service-2006', 'comment comment-1']);
  await expect(sheet.cell('housing-2', 'ru').locator('.commented')).toHaveAttribute('data-here', '');
});

test('a comment lies on a citation alone, in a column that is live or not, and the citation still answers', async ({
  sheet,
}) => {
  await sheet.open();
  const mark = sheet.cell('housing-1', 'ru').locator('.citation');
  await mark.click();
  await sheet.page.evaluate(() => window.editorPage.editor.addComment('Какой статьи?', 'Минфин'));
  await sheet.settled();
  await expect(mark).toHaveClass(/commented/);
  await expect(mark).toHaveAttribute('data-here', '');
  await sheet.press('Alt+3');
  await mark.click();
  expect((await sheet.calls()).at(-1)).toMatch(/^comment /);
  await sheet.press('Control+z');
  await expect(mark).not.toHaveClass(/commented/);
});

test('a comment stays on its words through typing, splitting, joining and undo', async ({ sheet }) => {
  await sheet.open();
  const words = () => sheet.page.locator('[data-comments~="comment-1"]').allTextContents();
  await sheet.put('housing-2', 'ru', 3);
  await sheet.type('но');
  await sheet.put('housing-2', 'ru', 10);
  await sheet.press('Enter');
  expect((await words()).join('')).toBe('приобрести служебное жильё');
  await sheet.press('Backspace');
  expect((await words()).join('')).toBe('приобрести служебное жильё');
  await sheet.press('Control+z', 'Control+z', 'Control+z');
  expect((await words()).join('')).toBe('приобрести служебное жильё');
});

test('the state of each text shows at its edge and in words', async ({ sheet }) => {
  await sheet.open();
  const edges = (unit: string) =>
    sheet.page
      .locator(`[data-unit="${unit}"] > .edge`)
      .evaluateAll((all: HTMLElement[]) => all.map((edge) => edge.title));
  expect(await edges('rent-1')).toEqual([]);
  await sheet.put('rent-1', 'ru', 3);
  await sheet.type('о');
  expect(await edges('rent-1')).toEqual([
    'кыргызский: с тех пор изменён другой язык',
    'английский: с тех пор изменён другой язык',
  ]);
  expect(await edges('rent')).toEqual(['английский: текста пока нет']);
  await expect(sheet.cell('rent', 'en').locator('.placeholder')).toHaveText('Английского текста пока нет');
});

test('Ctrl+B makes the selected words bold in this language, on any keyboard layout', async ({ sheet }) => {
  await sheet.open();
  await sheet.select({ unit: 'rent-1', language: 'ru', offset: 0 }, { unit: 'rent-1', language: 'ru', offset: 11 });
  const session = await sheet.session();
  const key = { key: 'и', code: 'KeyB', modifiers: 2, windowsVirtualKeyCode: 66 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await sheet.settled();
  await expect(sheet.cell('rent-1', 'ru').locator('.bold')).toHaveText('Компенсация');
  await expect(sheet.cell('rent-1', 'ky').locator('.bold')).toHaveCount(0);
});
