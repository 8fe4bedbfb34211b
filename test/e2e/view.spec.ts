import { expect, type Page } from '@playwright/test';
import type { Language } from '../../core/base/language.ts';
import { axeOn } from './support/axe.ts';
import { type Desk, test } from './support/desk.ts';
import { begin, expectSaving, openFile, saveAs } from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * How the window and its parts look: the preview of the pages.
 */

const title: Readonly<Record<Language, string>> = {
  ky: 'Милиция кызматкерлерин жана алардын үй-бүлө мүчөлөрүн социалдык коргоо жөнүндө',
  ru: 'О социальной защите сотрудников милиции и членов их семей',
  en: 'On the social protection of police officers and members of their families',
};

test.use({ language: 'ru' });
const say = words('ru');

async function openPreview(desk: Desk): Promise<void> {
  await begin(desk, 'ru', 'police-social-protection');
  await desk.page.keyboard.press('ControlOrMeta+p');
  await expect(desk.page.getByRole('dialog', { name: say('print:title') })).toBeVisible();
  await expect(sheets(desk.page).first()).toBeVisible();
}

function sheets(page: Page) {
  // Not by role: to look for one walks the whole bill behind the dialog, again and again, and leaves the pages no time to be made.
  return page.locator(`.print-pages[aria-label="${say('print:pages')}"] .paper`);
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: say(name) }).focus();
  await page.keyboard.press('Space');
  // They are made beside other work, a little at a time: on a busy machine for long.
  await expect(sheets(page).first()).toBeVisible({ timeout: 120_000 });
}

/** The menu says of what a command switches whether it is on. */
async function expectSwitchTold(page: Page, command: string, keys: string): Promise<void> {
  const view = page.getByRole('menuitem', { name: say('shell:menu.view'), exact: true });
  const item = page.getByRole('menuitemcheckbox', { name: say(`commands:${command}`) });
  for (const isOn of [true, false]) {
    await view.click();
    await expect(item).toBeChecked({ checked: isOn });
    await page.keyboard.press('Escape');
    await page.keyboard.press(keys);
  }
}

/** How many sheets hold text that reaches below their margin by more than a line's rounding. */
function overfull(page: Page): Promise<number> {
  return page.evaluate(() => {
    const isOver = (sheet: HTMLElement): boolean => {
      const scale = sheet.getBoundingClientRect().height / sheet.offsetHeight;
      const foot = sheet.offsetHeight - Number.parseFloat(getComputedStyle(sheet).paddingBottom);
      const texts = [...sheet.querySelectorAll('.paper-text')];
      const lowest = Math.max(...texts.map((text) => text.getBoundingClientRect().bottom));
      return (lowest - sheet.getBoundingClientRect().top) / scale > foot + 6;
    };
    // What is out of sight is not laid out.
    for (const holder of document.querySelectorAll<HTMLElement>('.paper-holder'))
      holder.style.contentVisibility = 'visible';
    return [...document.querySelectorAll<HTMLElement>('.print-pages .paper')].filter(isOver).length;
  });
}

test('the preview shows the bill in each language and side by side, page by page', async ({ desk }) => {
  await openPreview(desk);
  const { page } = desk;
  for (const language of ['ru', 'ky', 'en'] as const) {
    await choose(page, `export:languages.${language}`);
    await expect(sheets(page).first()).toContainText(title[language]);
    await expect(sheets(page).nth(1).locator('.paper-number')).toHaveText('2');
    await expect(sheets(page).first().locator('.paper-number')).toHaveCount(0);
    expect(await overfull(page)).toBe(0);
  }
  const alone = await sheets(page).count();
  await choose(page, 'export:languages.parallel');
  for (const language of ['ky', 'ru', 'en'] as const) await expect(sheets(page).first()).toContainText(title[language]);
  await expect.poll(() => sheets(page).count()).toBeGreaterThan(alone);
  expect(await overfull(page)).toBe(0);
  await choose(page, 'export:languages.ru');
  await choose(page, 'export:profiles.internal');
  await expect(sheets(page).nth(1)).toContainText(say('word:document.runningHead.internal'));
  const { violations } = await (await axeOn(page, '.dialog')).exclude('.paper').analyze();
  expect(violations).toEqual([]);
  const region = page.getByRole('region', { name: say('print:pages') });
  await region.focus();
  await page.keyboard.press('PageDown');
  await expect(page.locator('.print-count')).toHaveText(new RegExp(say('print:pageOf', { page: '2', total: '\\d+' })));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: say('editor:label') })).toBeFocused();
});

test('borders move by keys, marks are no text, and Escape brings the window back', async ({ desk }) => {
  await begin(desk, 'ru', 'police-social-protection');
  const { page } = desk;
  const text = page.getByRole('textbox', { name: say('editor:label') });
  const border = page.getByRole('separator', { name: say('view:border.outline') });
  await border.focus();
  await page.keyboard.press('End');
  await expect(border).toHaveAttribute('aria-valuenow', '480');
  await page.keyboard.press('Enter');
  await expect(border).toHaveAttribute('aria-valuenow', '260');
  const first = text.locator('[data-unit]').first();
  const before = await first.textContent();
  await page.keyboard.press('ControlOrMeta+Shift+Digit9');
  await expect(page.locator('.shows-marks')).toHaveCount(1);
  expect(await first.textContent()).toBe(before);
  await page.keyboard.press('ControlOrMeta+Shift+KeyG');
  const counts = page.getByRole('dialog', { name: say('counts:title') });
  await expect(counts.getByRole('rowheader', { name: 'Русский' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await text.locator('.cell:not(.cell-off)').nth(5).click();
  const crumbs = page.getByRole('navigation', { name: say('view:crumbs') }).getByRole('button');
  await crumbs.first().click();
  await expect(crumbs).toHaveCount(1);
  await expect(text).toBeFocused();
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('ControlOrMeta+Shift+Equal');
  await expect(text.locator('.superscript')).not.toHaveCount(0);
  const bold = page.getByRole('button', { name: say('commands:bold'), exact: true });
  for (const pressed of ['true', 'false']) {
    await page.keyboard.press('ControlOrMeta+b');
    await expect(bold).toHaveAttribute('aria-pressed', pressed);
  }
  await expectSwitchTold(page, 'show-marks', 'ControlOrMeta+Shift+Digit9');
  await page.keyboard.press('Shift+F11');
  await expect(page.getByRole('menubar')).toBeHidden();
  await expect(page.getByText(say('view:focusOn'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menubar')).toBeVisible();
  await expect(page.locator('[aria-live]').getByText(say('view:focusOff'))).toBeAttached();
  await expect(text).toBeFocused();
});

test('a draft is opened again where the caret was left, in its column', async ({ desk }) => {
  await begin(desk, 'ru', 'police-social-protection');
  let { page } = desk;
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('ControlOrMeta+g');
  await expect(page.getByRole('dialog', { name: say('find:goTo.title') }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('ст. 40 ч. 1');
  await page.keyboard.press('Enter');
  const place = /^статья 40, часть 1 · русский/i;
  await expect(page.locator('.foot-place')).toHaveText(place);
  for (let steps = 0; steps < 12; steps += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  const letter = await page.evaluate(() => getSelection()?.toString());
  await saveAs(desk, 'проект');
  await expectSaving(page, 'ru', 'saved');
  // In the quiet window there is one pane to go to.
  await page.keyboard.press('Shift+F11');
  await page.keyboard.press('F6');
  await expect(page.getByRole('textbox', { name: say('editor:label') })).toBeFocused();
  page = await desk.restart();
  await openFile(desk, 'проект.dolboor');
  await expect(page.locator('.foot-place')).toHaveText(place);
  await expect(page.getByRole('textbox', { name: say('editor:label') })).toBeFocused();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(letter);
  await expect.poll(() => page.evaluate(caretIsSeen)).toBe(true);
});

/** Whether what is selected stands within the sheet on the screen. Runs in the page. */
function caretIsSeen(): boolean {
  const view = document.querySelector('.draft-view')?.getBoundingClientRect();
  const caret = getSelection()?.getRangeAt(0).getBoundingClientRect();
  return Boolean(view && caret && caret.height > 0 && caret.top > view.top && caret.bottom < view.bottom);
}
