import { expect, type Locator, type Page } from '@playwright/test';
import { axeOn } from './support/axe.ts';
import { type Desk, test } from './support/desk.ts';
import { counted } from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * Finding, replacing and going to a place in the bill that the template makes, by the keyboard.
 */

test.use({ viewport: { width: 1366, height: 768 }, language: 'ru' });

const say = words('ru');

interface Parts {
  readonly page: Page;
  readonly text: Locator;
  readonly bar: Locator;
  readonly field: Locator;
  /** How many there are. */
  readonly status: Locator;
  /** What was done. */
  readonly told: Locator;
  /** What is heard of the match that the sheet went to. */
  readonly place: Locator;
}

async function begin(desk: Desk): Promise<Parts> {
  const { page } = desk;
  await page
    .getByRole('button', { name: say('start:begin'), exact: true })
    .first()
    .click();
  const text = page.getByRole('textbox', { name: say('editor:label') });
  await expect(text).toBeFocused();
  const bar = page.getByRole('search', { name: say('find:title') });
  return {
    page,
    text,
    bar,
    field: bar.getByRole('textbox', { name: say('find:what') }),
    status: bar.getByRole('status').first(),
    told: bar.getByRole('status').nth(1),
    place: bar.getByRole('status').nth(2),
  };
}

/** What the browser highlights: how many matches in sight, the words of the current one and whether it can be seen. */
function highlighted(page: Page): Promise<{ readonly count: number; readonly here: string; readonly isSeen: boolean }> {
  return page.evaluate(() => {
    const [here] = CSS.highlights.get('find-here') ?? [];
    const range = document.createRange();
    if (here) {
      range.setStart(here.startContainer, here.startOffset);
      range.setEnd(here.endContainer, here.endOffset);
    }
    const view = document.querySelector('.draft-view')?.getBoundingClientRect();
    const box = range.getBoundingClientRect();
    const isSeen = view !== undefined && box.height > 0 && box.top >= view.top && box.bottom <= view.bottom;
    return { count: CSS.highlights.get('find')?.size ?? 0, here: range.toString(), isSeen };
  });
}

async function total(status: Locator): Promise<number> {
  await expect(status).toHaveText(/^\d+ из \d+/);
  return Number(/из (\d+)/.exec((await status.textContent()) ?? '')?.[1]);
}

/** The words of the bill without those of its citations; as one string too long to be printed. */
const typed = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.draft-text [data-slate-string], .draft-text .cell-off')]
      .map((element) => {
        const copy = element.cloneNode(true) as Element;
        for (const citation of copy.querySelectorAll('.citation, .reference')) citation.remove();
        return copy.textContent;
      })
      .join('\n'),
  );

const selected = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? '');

test('Ctrl+F finds in all columns, Enter goes on, Escape returns to the text at the match', async ({ desk }) => {
  const { page, text, field, status, told, place, bar } = await begin(desk);
  await page.keyboard.press('ControlOrMeta+f');
  await expect(field).toBeFocused();
  await page.keyboard.type('кызматкер');
  const all = await total(status);
  expect(all).toBeGreaterThan(10);
  await expect(status).toHaveText(`1 из ${all}`);
  const title = `${say('editor:units.title')}, ${say('common:language.ky')}: `;
  await expect(place).toHaveText(new RegExp(`^${title}.*кызматкер`, 'i'));
  await expect.poll(async () => (await highlighted(page)).here.toLowerCase()).toBe('кызматкер');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(`2 из ${all}`);
  await expect(place).not.toHaveText(new RegExp(`^${title}`));
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(status).toHaveText(`${all} из ${all}`);
  await expect(told).toHaveText(say('find:told.fromEnd'));
  await expect(field).toBeFocused();
  // The last match is far below: it was drawn and scrolled to.
  await expect
    .poll(() => highlighted(page))
    .toMatchObject({ here: expect.stringMatching(/^кызматкер$/i), isSeen: true });
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(text).toBeFocused();
  expect((await selected(page)).toLowerCase()).toBe('кызматкер');
  await page.keyboard.press('F3');
  await expect.poll(() => selected(page)).toMatch(/^кызматкер$/i);
  expect((await highlighted(page)).count).toBe(0);
});

test('each option has its key, and the marks stand beside the scroll bar', async ({ desk }) => {
  const { page, status, told, bar } = await begin(desk);
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('кызматкер');
  const parts = await total(status);
  expect(await page.locator('.find-marks i').count()).toBeGreaterThan(5);
  expect((await (await axeOn(page, '.find')).analyze()).violations).toEqual([]);
  await page.keyboard.press('Alt+w');
  await expect(bar.getByRole('button', { name: say('find:option.word') })).toHaveAttribute('aria-pressed', 'true');
  const whole = await total(status);
  expect(whole).toBeLessThan(parts);
  await page.keyboard.press('Alt+w');
  await page.keyboard.press('Alt+f');
  await expect(bar.getByRole('button', { name: say('find:option.forms') })).toHaveAttribute('aria-pressed', 'true');
  const forms = await total(status);
  expect(forms).toBeGreaterThan(whole);
  await page.keyboard.press('Alt+c');
  expect(await total(status)).toBeLessThan(forms);
  await page.keyboard.press('Alt+r');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('кызматкер(ге|ден) ');
  await expect(told).toBeEmpty();
  await page.keyboard.type('(');
  await expect(told).toHaveText(say('find:problem.invalid-expression'));
});

test('the language narrows the search to one column', async ({ desk }) => {
  const { page, status, bar } = await begin(desk);
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('№');
  const all = await total(status);
  await bar.getByRole('radio', { name: say('find:scope.ky') }).click();
  const kyrgyz = await total(status);
  await bar.getByRole('radio', { name: say('find:scope.ru') }).click();
  const russian = await total(status);
  expect(kyrgyz).toBeLessThan(all);
  expect(kyrgyz + russian).toBe(all);
});

test('Ctrl+H replaces one, then all, in one step of undo', async ({ desk }) => {
  const { page, text, field, status, told, bar } = await begin(desk);
  await page.keyboard.press('ControlOrMeta+h');
  await expect(field).toBeFocused();
  await page.keyboard.type('кызматкер');
  await bar.getByRole('radio', { name: say('find:scope.ky') }).click();
  const all = await total(status);
  // From what to find Tab leads to what to put in its place, as everywhere.
  await field.focus();
  await page.keyboard.press('Tab');
  await expect(bar.getByRole('textbox', { name: say('find:by') })).toBeFocused();
  await page.keyboard.type('КЫЗМАТЧЫ');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(`1 из ${all - 1}`);
  expect((await typed(page)).includes('КЫЗМАТЧЫ')).toBe(true);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(told).toHaveText(/^Заменено \d+ \S+; оставлено \d+/);
  const [, replaced, kept] = /Заменено (\d+) \S+; оставлено (\d+)/.exec((await told.textContent()) ?? '') ?? [];
  expect(Number(replaced) + Number(kept)).toBe(all - 1);
  expect(await total(status)).toBe(Number(kept));
  // What is far from the place is drawn again a moment later.
  await expect.poll(async () => /кызматкер/i.test(await typed(page))).toBe(false);
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => /кызматкер/i.test(await typed(page))).toBe(true);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await typed(page)).includes('КЫЗМАТЧЫ')).toBe(false);
  await page.keyboard.press('ControlOrMeta+f');
  expect(await total(status)).toBe(all);
});

test('Ctrl+G goes to an article and a part by number', async ({ desk }) => {
  const { page, text } = await begin(desk);
  for (const [asked, place] of [
    ['12', /^статья 12/i],
    ['ст. 5 ч. 2', /^статья 5, часть 2/i],
    ['7-берене', /^статья 7/i],
    ['глава 3', /^глава 3/i],
    // Where one is already.
    ['гл. 3', /^глава 3/i],
  ] as const) {
    await page.keyboard.press('ControlOrMeta+g');
    const dialog = page.getByRole('dialog', { name: say('find:goTo.title') });
    await expect(dialog).toBeVisible();
    await page.keyboard.type(asked);
    await expect(dialog.getByRole('option').first()).toContainText(place);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(text).toBeFocused();
    await expect(page.locator('.foot-place')).toHaveText(place);
  }
});

test('the list shows every match with the words around it, and is walked by the arrows', async ({ desk }) => {
  const { page, text, field, status, bar } = await begin(desk);
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('закон');
  const all = await total(status);
  expect(all).toBeGreaterThan(150);
  await page.keyboard.press('ArrowDown');
  const list = bar.getByRole('listbox', { name: say('find:list.label') });
  await expect(list).toBeFocused();
  const chosen = list.getByRole('option', { selected: true });
  await expect(chosen).toContainText(/закон/i);
  await expect(list.getByRole('option')).toHaveCount(100);
  await expect(bar.getByText(counted('ru', 'find:list.more', all - 100))).toBeVisible();
  await expect(bar.getByText(new RegExp(`${say('common:language.ru')}: \\d+`))).toBeVisible();
  expect((await (await axeOn(page, '.find')).analyze()).violations).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect(status).toHaveText(`2 из ${all}`);
  await expect(list).toBeFocused();
  // The last stands on a page of the list that was not drawn, in a part of the bill that was not either.
  await page.keyboard.press('End');
  await expect(status).toHaveText(`${all} из ${all}`);
  await expect(chosen).toHaveAttribute('aria-posinset', String(all));
  await expect(chosen).toBeInViewport();
  await expect.poll(() => highlighted(page)).toMatchObject({ here: expect.stringMatching(/^закон$/i), isSeen: true });
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
  await page.keyboard.type('одательств');
  await expect(status).not.toHaveText(new RegExp(` ${all}$`));
  await expect(list.getByRole('option').first()).toContainText(/законодательств/i);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(text).toBeFocused();
  expect((await selected(page)).toLowerCase()).toBe('законодательств');
  await expect(bar).toBeVisible();
});
