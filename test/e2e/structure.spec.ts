import { expect, type Page } from '@playwright/test';
import { test } from './support/desk.ts';
import { begin, sheet } from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * Commands on the structure from the text: copies, kinds, numbers as adopted, repeal.
 */

test.use({ viewport: { width: 1366, height: 768 }, language: 'ru' });

const say = words('ru');

test('numbers are locked as adopted: an inserted article becomes 1-1, a repealed one keeps its place', async ({
  desk,
}) => {
  const { page } = desk;
  await begin(desk, 'ru', 'police-social-protection');
  const rows = page.getByRole('tree', { name: say('desk:panes.outline') }).getByRole('treeitem');
  await expect(rows.first()).toBeVisible();
  const menu = async (id: string) => {
    await page.getByRole('menuitem', { name: say('shell:menu.structure') }).click();
    await page.getByRole('menuitem', { name: say(`commands:${id}`), exact: true }).click();
  };
  await menu('lock-numbers');
  await expect(page.getByRole('img', { name: say('editor:numberLocked') }).first()).toBeVisible();
  await rows.nth(1).click();
  await expect(sheet(page, 'ru')).toBeFocused();
  await expect(page.locator('[aria-live]', { hasText: say('editor:told.locked') })).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Shift+3');
  await page.keyboard.type('Жаңы берене');
  await expect(rows.nth(2)).toContainText('1-1. Жаңы берене');
  await expect(rows.nth(3)).toContainText(/^2\./);

  await page.keyboard.press('ControlOrMeta+d');
  await expect(rows.nth(3)).toContainText('1-2. Жаңы берене');
  await page.keyboard.press('ControlOrMeta+Shift+KeyD');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: say('structure:number.label') })).toBeFocused();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText(say('structure:number.taken'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1-7');
  await page.keyboard.press('Enter');
  await expect(rows.nth(3)).toContainText('1-7. Жаңы берене');

  await rows.nth(4).click();
  await expect(sheet(page, 'ru')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+Backspace');
  await page.getByRole('button', { name: say('structure:remove.repeal') }).click();
  await expect(rows.nth(4)).toContainText('2. (күчүн жоготту)');
  await expect(rows.nth(5)).toContainText(/^3\./);
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('ControlOrMeta+z');
  await expect(rows.nth(3)).toContainText('1-2. Жаңы берене');
});

const kinds = ['section', 'chapter', 'article', 'part', 'point', 'subpoint', 'paragraph', 'note'] as const;

/** What the rows are called, and the one with the caret. Runs in the page. */
function rowsHere(): readonly [readonly string[], string | undefined] {
  const nameOf = (row: Element | null | undefined) => row?.getAttribute('aria-label')?.split('.')[0];
  const at = getSelection()?.anchorNode;
  const here = (at instanceof Element ? at : at?.parentElement)?.closest('[data-unit]');
  return [[...document.querySelectorAll('[data-unit]')].map((row) => nameOf(row) ?? ''), nameOf(here)];
}

async function runByName(page: Page, id: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type(say(`commands:${id}`));
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText(say(`commands:${id}`));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('every kind is put behind by its keys; one is put before or made by its name, and one undo takes that back', async ({
  desk,
}) => {
  const { page } = desk;
  await begin(desk, 'ru');
  const expectHere = async (kind: string) => {
    const word = say(`editor:units.${kind}`, { n: '' }).trim();
    await expect.poll(async () => (await page.evaluate(rowsHere))[1]?.startsWith(word), { message: kind }).toBe(true);
  };
  for (const [i, kind] of kinds.entries()) {
    await page.keyboard.press(`ControlOrMeta+Shift+Digit${i + 1}`);
    await expectHere(kind);
  }
  const [all] = await page.evaluate(rowsHere);
  const rows = async () => (await page.evaluate(rowsHere))[0];
  for (const kind of ['chapter', 'point'] as const) {
    await runByName(page, `insert-${kind}-before`);
    await expectHere(kind);
    await expect.poll(async () => (await rows()).length).toBe(all.length + 1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(rows).toEqual(all);
  }
  const [, note = ''] = await page.evaluate(rowsHere);
  await runByName(page, 'insert-same-before');
  await expectHere('note');
  await expect.poll(rows).toEqual(all.toSpliced(all.indexOf(note), 0, note));
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(rows).toEqual(all);
  for (const kind of ['article', 'subpoint'] as const) {
    await runByName(page, `make-${kind}`);
    await expectHere(kind);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(rows).toEqual(all);
  }
  // Back at the paragraph: one step outward makes a part of it, one inward a point.
  await page.keyboard.press('ControlOrMeta+z');
  await expectHere('paragraph');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expectHere('part');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expectHere('point');
});
