import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type Language, languages } from '../../core/base/language.ts';
import { formatMoment, formatNumber } from '../../core/languages/format.ts';
import { type Desk, test } from './support/desk.ts';
import {
  begin,
  counted,
  expectInSheet,
  expectSaving,
  plain,
  runNamed,
  saveAs,
  sheet,
  speak,
  write,
} from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * The interface changes its language at once and wholly: no word of another language stays, no key stands where a sentence should,
 * and the bill itself is not touched by it.
 */

const locales = path.join(import.meta.dirname, '..', '..', 'locales');

function sentencesIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  return Object.entries(node as object).flatMap(([key, inner]) => (key === '_note' ? [] : sentencesIn(inner)));
}

function areas(): readonly string[] {
  return readdirSync(path.join(locales, 'ru')).map((file) => file.replace('.json', ''));
}

/** Every sentence of a language that has no gap in it and would be recognised on the screen. */
function sentencesOf(language: Language): readonly string[] {
  const all = areas().flatMap((area) =>
    sentencesIn(JSON.parse(readFileSync(path.join(locales, language, `${area}.json`), 'utf8'))),
  );
  return all.filter((sentence) => sentence.length > 2 && !sentence.includes('{{'));
}

/**
 * Every word that the interface shows or tells a screen reader, one piece each; not what a person wrote, the names of acts and
 * templates in the language asked for, nor the names of the languages, which are the same in all.
 */
function shown(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pieces: string[] = [];
    const walk = (element: Element): void => {
      if (element.closest('[data-slate-editor], [lang]:not(html)')) return;
      for (const name of ['aria-label', 'title', 'placeholder', 'aria-description']) {
        pieces.push(...(element.getAttribute(name) ?? '').split('\n'));
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) pieces.push(node.textContent ?? '');
      }
      for (const child of element.children) walk(child);
    };
    walk(document.body);
    return pieces.map((piece) => piece.trim()).filter(Boolean);
  });
}

/** Nothing of another language, and no key in place of a sentence. */
async function expectOnly(page: Page, language: Language): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const own = new Set(sentencesOf(language));
  const foreign = new Set(
    languages.filter((one) => one !== language).flatMap((one) => sentencesOf(one).filter((text) => !own.has(text))),
  );
  const keys = new RegExp(`^(?:${areas().join('|')})[:.][\\w-]+(?:\\.[\\w-]+)*$|\\{\\{`);
  const pieces = await shown(page);
  expect(pieces.length).toBeGreaterThan(10);
  expect(pieces.filter((piece) => foreign.has(piece) || keys.test(piece))).toEqual([]);
}

/** Chooses a language on the start window by keys alone: Tab to the switch, the arrows within it. */
async function chooseByArrows(page: Page, from: Language, to: Language): Promise<void> {
  const option = (one: Language) => page.getByRole('radio', { name: words(one)(`common:ownName.${one}`) });
  for (let presses = 0; presses < 40; presses += 1) {
    if (await option(from).evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(option(from)).toBeFocused();
  for (let steps = languages.indexOf(to) - languages.indexOf(from); steps > 0; steps -= 1) {
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Space');
  await expect(option(to)).toBeChecked();
}

test.describe('the start window', () => {
  test.use({ language: 'ky' });

  test('changes every word at once when its language is chosen by keyboard', async ({ desk }) => {
    const { page } = desk;
    await expect(page.getByRole('article').first()).toBeVisible();
    await expectOnly(page, 'ky');
    await chooseByArrows(page, 'ky', 'ru');
    await expectOnly(page, 'ru');
    await chooseByArrows(page, 'ru', 'en');
    await expectOnly(page, 'en');
    await desk.restart();
    await expect(desk.page.getByText(words('en')('start:tagline'))).toBeVisible();
    await expectOnly(desk.page, 'en');
  });
});

test.describe('the desk', () => {
  test.use({ language: 'ru' });

  test('changes every word at once from the palette, and leaves the bill as it is', async ({ desk }) => {
    const { page } = desk;
    await begin(desk, 'ru');
    await write(desk, 'ru', 'Социальная защита ');
    const bill = () => page.locator('[data-slate-string]').allTextContents();
    const before = await bill();
    for (const [from, to] of [
      ['ru', 'ky'],
      ['ky', 'en'],
      ['en', 'ru'],
    ] as const) {
      await runNamed(page, from, `interface-${to}`);
      await expect(page.getByRole('tree', { name: words(to)('desk:panes.outline') })).toBeVisible();
      await expectOnly(page, to);
      await expect(sheet(page, to)).toBeFocused();
      expect(await bill()).toEqual(before);
      await expectSaving(page, to, 'new');
    }
    await keepAsTemplate(page, 'ru', 'Социальный закон');
    await page.keyboard.press('ControlOrMeta+w');
    await page.getByRole('button', { name: words('ru')('desk:unsaved.discard') }).click();
    const own = page.getByRole('article', { name: 'Социальный закон', exact: true });
    await expect(own).toBeVisible();
    await expectOnly(page, 'ru');
    // It is changed in the ordinary editor, which says what it is; then a bill begins with its words.
    await own.getByRole('button', { name: words('ru')('templates:change') }).click();
    await expect(page.getByText(words('ru')('templates:band', { title: 'Социальный закон' }))).toBeVisible();
    await expectSaving(page, 'ru', 'saved');
    await page.getByRole('button', { name: words('ru')('templates:done') }).click();
    await own.getByRole('button', { name: words('ru')('start:begin') }).click();
    await expectInSheet(page, 'ru', 'Социальная защита');
    await expectSaving(page, 'ru', 'new');
  });

  test('has every dialog and panel wholly in each language', async ({ desk }) => {
    const { page } = desk;
    await begin(desk, 'ru');
    for (const language of languages) {
      await speak(page, language);
      for (const keys of [
        'F9',
        'F8',
        'ControlOrMeta+k',
        'ControlOrMeta+Shift+l',
        'ControlOrMeta+e',
        'ControlOrMeta+Comma',
        'ControlOrMeta+Shift+p',
        'F1',
      ]) {
        const dialog = page.getByRole('dialog');
        const isPanel = /^F[89]$/.test(keys);
        await page.keyboard.press(keys);
        await expect(dialog).toHaveCount(isPanel ? 0 : 1);
        await expectOnly(page, language);
        if (!isPanel) await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
      }
    }
  });
});

test.describe('dates and numbers', () => {
  test.use({ language: 'ky' });

  test('come from our own tables: the browser has no Kyrgyz ones', async ({ desk }) => {
    const { page } = desk;
    await expectCounts(desk, 'ky');
    await begin(desk, 'ky');
    await saveAs(desk, 'Долбоор.dolboor', 'ControlOrMeta+s');
    await expectSaving(page, 'ky', 'saved');
    await page.keyboard.press('ControlOrMeta+w');
    const recent = page.getByRole('button', { name: /Долбоор\.dolboor/ }).first();
    await expect(recent).toBeVisible();
    const file = readFileSync(path.join(desk.data, 'recents.json'), 'utf8');
    const openedAt = /"openedAt":"([^"]+)"/.exec(file)?.[1] ?? '';
    for (const language of languages) {
      const moment = formatMoment(language, openedAt, openedAt, -new Date(openedAt).getTimezoneOffset());
      if (language !== 'ky') await speak(page, language);
      await expect(recent).toContainText(moment);
    }
  });
});

/** Makes the open draft a template, by keyboard alone, and waits until it is kept. */
async function keepAsTemplate(page: Page, language: Language, title: string): Promise<void> {
  const say = words(language);
  await runNamed(page, language, 'save-as-template');
  const dialog = page.getByRole('dialog', { name: say('templates:naming.keep') });
  const name = dialog.getByLabel(say('templates:titleIn', { language: say('common:ownName.ru') }));
  await expectOnly(page, language);
  await name.fill(title);
  await name.press('Enter');
  await expect(page.getByText(say('templates:kept', { title }))).toBeVisible();
}

/** The counts of the fullest template, with the numbers as the language writes them. */
async function expectCounts(desk: Desk, language: Language): Promise<void> {
  const text = plain(await desk.page.locator('.template-counts').first().textContent());
  const [chapters = 0, articles = 0] = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  expect(text).toBe(
    [counted(language, 'start:chapters', chapters), counted(language, 'start:articles', articles)].join(' · '),
  );
  expect(formatNumber(language, 1234.5)).toBe('1\u00a0234,5');
}
