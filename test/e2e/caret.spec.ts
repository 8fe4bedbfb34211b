import { expect, type Page } from '@playwright/test';
import { test } from './support/desk.ts';
import { words } from './support/words.ts';

/*
 * A line that lies wholly inside a citation holds no place for the caret. The browser, asked to go there, ran forty provisions on.
 */

test.use({ viewport: { width: 1366, height: 768 }, language: 'ru' });

/** Index of the provision in which the caret stands, among those drawn, and how much is selected. */
async function caret(page: Page): Promise<{ unit: string; selected: number }> {
  return page.evaluate(() => {
    const selection = getSelection();
    const element = selection?.focusNode instanceof Element ? selection.focusNode : selection?.focusNode?.parentElement;
    const unit = element?.closest<HTMLElement>('[data-unit]')?.dataset.unit ?? '';
    return { unit, selected: selection?.toString().length ?? 0 };
  });
}

async function begin(page: Page): Promise<readonly string[]> {
  const say = words('ru');
  await page
    .getByRole('button', { name: say('start:begin'), exact: true })
    .first()
    .click();
  await expect(page.getByRole('textbox', { name: say('editor:label') })).toBeFocused();
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Home');
  const drawn = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-unit]')].map((row) => row.dataset.unit ?? ''),
    );
  await expect.poll(async () => (await drawn()).length).toBeGreaterThan(400);
  return drawn();
}

test('the arrow down walks the bill and never passes a provision', async ({ desk }) => {
  const { page } = desk;
  const order = await begin(page);
  let last = 0;
  while (last < 60) {
    await page.keyboard.press('ArrowDown');
    const { unit } = await caret(page);
    const at = order.indexOf(unit);
    expect([0, 1], `from ${order[last]} to ${unit}`).toContain(at - last);
    last = at;
  }
});

test('the arrow up comes back the way that the arrow down went', async ({ desk }) => {
  const { page } = desk;
  const order = await begin(page);
  for (let presses = 0; presses < 60; presses += 1) await page.keyboard.press('ArrowDown');
  let last = order.indexOf((await caret(page)).unit);
  expect(last).toBeGreaterThan(3);
  for (let presses = 0; presses < 200 && last > 0; presses += 1) {
    await page.keyboard.press('ArrowUp');
    const at = order.indexOf((await caret(page)).unit);
    expect(last - at).toBeLessThanOrEqual(1);
    last = at;
  }
  expect(last).toBe(0);
});

test('Shift with the arrow down selects a line at a time', async ({ desk }) => {
  const { page } = desk;
  await begin(page);
  for (let presses = 0; presses < 8; presses += 1) await page.keyboard.press('ArrowDown');
  let before = 0;
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Shift+ArrowDown');
    const { selected } = await caret(page);
    expect(selected - before).toBeLessThan(400);
    before = selected;
  }
  expect(before).toBeGreaterThan(100);
});
