import { expect, type Locator, type Page } from '@playwright/test';
import { axeOn } from './support/axe.ts';
import { type Desk, test } from './support/desk.ts';
import { begin, runNamed } from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * The outline: several units at once, by the keyboard and by the pointer.
 */

test.use({ viewport: { width: 1366, height: 768 }, language: 'ru' });

const say = words('ru');

interface Parts {
  readonly page: Page;
  readonly tree: Locator;
  readonly rows: Locator;
  readonly told: Locator;
}

async function open(desk: Desk): Promise<Parts> {
  const { page } = desk;
  await begin(desk, 'ru', 'police-social-protection');
  const tree = page.getByRole('tree', { name: say('desk:panes.outline') });
  await expect(tree.getByRole('treeitem').first()).toBeVisible();
  return { page, tree, rows: tree.getByRole('treeitem'), told: page.locator('[data-told]') };
}

/** The first rows without their language states. */
function lines(page: Page, count: number): Promise<readonly string[]> {
  return page.evaluate(
    (most) =>
      [...document.querySelectorAll('.outline-row .outline-text')].slice(0, most).map((one) => one.textContent ?? ''),
    count,
  );
}

/** `1. Предмет` without the number. */
const heading = (line = ''): string => line.replace(/^\S+ /, '');

test('several units are chosen, copied, pasted, moved, deleted and brought back by the keyboard', async ({ desk }) => {
  const { page, tree, rows, told } = await open(desk);
  const before = await lines(page, 8);
  await page.keyboard.press('F7');
  await expect(rows.first()).toBeFocused();
  for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await expect(tree).toHaveAttribute('aria-multiselectable', 'true');
  await expect(tree.getByRole('treeitem', { selected: true })).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+c');
  await expect(told).toHaveText(/2/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ControlOrMeta+v');
  await expect
    .poll(async () => (await lines(page, 8)).slice(5, 7).map(heading))
    .toEqual(before.slice(2, 4).map(heading));
  await expect(rows.nth(5)).toBeFocused();
  await expect(tree.getByRole('treeitem', { selected: true })).toHaveCount(2);

  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => heading((await lines(page, 8))[5])).toBe(heading(before[5]));
  await expect(rows.nth(6)).toBeFocused();
  await page.keyboard.press('Delete');
  const question = page.getByRole('alertdialog', { name: say('structure:remove.title') });
  await expect(question).toContainText('Понятия, используемые в настоящем Законе');
  await expect(question.getByRole('button', { name: say('structure:remove.delete') })).toBeFocused();
  expect((await (await axeOn(page, '[role="alertdialog"]')).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(rows.nth(6)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(question.getByRole('button', { name: say('structure:remove.delete') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => lines(page, 8)).toEqual(before);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => lines(page, 8)).toEqual(before);

  // Cut and paste moves.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ControlOrMeta+x');
  await expect.poll(async () => heading((await lines(page, 8))[1])).toBe(heading(before[2]));
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(async () => heading((await lines(page, 8))[2])).toBe(heading(before[1]));
});

test('the outline is searched, jumped in by typing, and named in the language of one’s choice', async ({ desk }) => {
  const { page, tree, rows } = await open(desk);
  const all = await rows.count();
  await page.getByRole('searchbox', { name: say('outline:search') }).fill('жил');
  await expect(rows).toHaveCount(5);
  await page.keyboard.press('ArrowDown');
  await expect(tree.locator(':focus')).toBeVisible();
  await page.getByRole('searchbox', { name: say('outline:search') }).focus();
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(all);
  await page.keyboard.press('Escape');
  await page.keyboard.type('12');
  await expect(tree.locator(':focus')).toContainText(/^12\./);
  await page.getByRole('combobox', { name: say('outline:language') }).selectOption('ru');
  await expect(rows.first()).toContainText('Глава 1.');
  expect((await (await axeOn(page, '.outline')).analyze()).violations).toEqual([]);
});

test('a row dragged between others moves there, and back home it is refused with a reason', async ({ desk }) => {
  const { page, rows } = await open(desk);
  const before = await lines(page, 8);
  const middle = async (row: Locator, part: number) => {
    const box = await row.boundingBox();
    if (!box) throw new Error('the row is not on the screen');
    return [box.x + 70, box.y + box.height * part] as const;
  };
  await page.mouse.move(...(await middle(rows.nth(1), 0.5)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(rows.nth(3), 0.4)), { steps: 4 });
  await page.mouse.move(...(await middle(rows.nth(3), 0.9)), { steps: 2 });
  await expect(page.locator('.drop-mark')).toHaveText(say('outline:dragged_one', { count: '1' }));
  await page.mouse.up();
  await expect(page.locator('.drop-mark')).toHaveCount(0);
  await expect.poll(async () => heading((await lines(page, 8))[3])).toBe(heading(before[1]));

  // A chapter does not go in among the articles of another one: it would take them over.
  const chapter = before.findIndex((line, i) => i > 0 && /-глава|Глава/.test(line));
  await page.mouse.move(...(await middle(rows.nth(chapter), 0.5)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(rows.nth(2), 0.6)), { steps: 4 });
  await page.mouse.move(...(await middle(rows.nth(2), 0.9)), { steps: 2 });
  await expect(page.locator('.drop-mark')).toHaveText(say('outline:notHere'));
  await page.mouse.up();
  await expect(page.getByText(say('structure:refused.takes-over'))).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => lines(page, 8)).toEqual(before);
});

test('the menu of the rows, the menu bar and the palette act on the rows that are chosen', async ({ desk }) => {
  const { page, rows, told } = await open(desk);
  const before = await lines(page, 8);
  await page.keyboard.press('F7');
  await expect(rows.first()).toBeFocused();
  for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: say('shell:menu.structure') });
  await expect(menu.getByRole('menuitem', { name: `${say('commands:remove-unit')} (2)` })).toBeVisible();
  expect((await (await axeOn(page, '.menu-popup')).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(rows.nth(3)).toBeFocused();
  await rows.nth(2).click({ button: 'right' });
  await menu.getByRole('menuitem', { name: `${say('commands:move-down')} (2)` }).click();
  await expect
    .poll(async () => (await lines(page, 8)).slice(3, 5).map(heading))
    .toEqual(before.slice(2, 4).map(heading));
  await expect(told).toHaveText(/2/);
  await expect(rows.nth(4)).toBeFocused();

  await page.getByRole('menuitem', { name: say('shell:menu.structure'), exact: true }).click();
  await menu.getByRole('menuitem', { name: `${say('commands:move-up')} (2)` }).click();
  await expect.poll(() => lines(page, 8)).toEqual(before);
  await runNamed(page, 'ru', 'move-down');
  await expect
    .poll(async () => (await lines(page, 8)).slice(3, 5).map(heading))
    .toEqual(before.slice(2, 4).map(heading));

  // Their numbers alone are locked, and set free again.
  const locked = page.getByRole('img', { name: say('editor:numberLocked') });
  await expect(locked).toHaveCount(0);
  await runNamed(page, 'ru', 'lock-chosen');
  const lockedRow = page.locator('[data-unit]').filter({ has: locked });
  for (const line of before.slice(2, 4)) await expect(lockedRow.filter({ hasText: heading(line) })).not.toHaveCount(0);
  await expect(lockedRow.filter({ hasText: heading(before[1]) })).toHaveCount(0);
  await expect(told).toHaveText(say('structure:told.locked'));
  await runNamed(page, 'ru', 'unlock-chosen');
  await expect(locked).toHaveCount(0);

  // The text again: Enter goes there, and what is typed at once is text.
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ъ');
  await expect(page.getByRole('textbox', { name: say('editor:label') })).toContainText('Ъ');
  await page.getByRole('menuitem', { name: say('shell:menu.structure'), exact: true }).click();
  await expect(menu.getByRole('menuitem', { name: /\(\d+\)/ })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // With the outline out of sight it is said all the same.
  await page.keyboard.press('ControlOrMeta+Backslash');
  await expect(rows).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+d');
  await expect(told).toHaveText(/^Копия/);
});
