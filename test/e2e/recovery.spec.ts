import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { type Language, languages } from '../../core/base/language.ts';
import { type Desk, test } from './support/desk.ts';
import {
  begin,
  counted,
  expectInJournal,
  expectInSheet,
  expectSaving,
  readSheet,
  saveAs,
  write,
} from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * The power goes while somebody writes. What had reached the journal comes back, nothing is put into a file unasked, and what was
 * offered is offered until it is saved or given up. A last letter that stands nowhere else tells that the journal has it all.
 */

const sentence = 'Кызматкер ар дайым корголот Ω';

function offer(page: Page, language: Language): Locator {
  return page.getByRole('region', { name: words(language)('start:recover') });
}

async function recover(page: Page, language: Language): Promise<void> {
  await offer(page, language)
    .getByRole('button', { name: words(language)('start:recoverIt') })
    .click();
}

/** The number of edits that the start window names, checked to be written in the form that it asks for. */
async function offeredEdits(page: Page, language: Language): Promise<number> {
  const text = (await offer(page, language).getByRole('listitem').textContent()) ?? '';
  const count = Number(/(\d+) \p{L}/u.exec(text.slice(text.indexOf('Ω') + 1))?.[1]);
  expect(text).toContain(counted(language, 'start:edits', count));
  return count;
}

function bytesOf(desk: Desk, file: string): string {
  return readFileSync(path.join(desk.documents, file)).toString('base64');
}

/** Begins a draft, and writes a sentence into its title in the language of the interface. */
async function writeTitle(desk: Desk, language: Language): Promise<void> {
  await begin(desk, language);
  await desk.page.keyboard.press(`Alt+${languages.indexOf(language) + 1}`);
  await write(desk, language, sentence);
}

test.describe('a draft that was never saved', () => {
  const language = 'ky';
  test.use({ language });

  test('comes back after a power cut under its name, with every word', async ({ desk }) => {
    const say = words(language);
    await writeTitle(desk, language);
    await expectSaving(desk.page, language, 'new');
    await expectInJournal(desk, 'Ω');
    const before = await readSheet(desk.page, language);

    const page = await desk.restart({ kill: true });
    await expect(offer(page, language)).toContainText(say('start:recoverText'));
    await expect(offer(page, language)).toContainText(sentence);
    expect(await offeredEdits(page, language)).toBeGreaterThan(0);
    await recover(page, language);
    await expectInSheet(page, language, sentence);
    await expect.poll(() => readSheet(page, language)).toBe(before);
    await expectSaving(page, language, 'recovered');

    await saveAs(desk, 'Долбоор.dolboor', 'ControlOrMeta+s');
    await expectSaving(page, language, 'saved');
    await page.keyboard.press('ControlOrMeta+w');
    await expect(page.getByRole('button', { name: /Долбоор\.dolboor/ }).first()).toBeVisible();
    await expect(offer(page, language)).toHaveCount(0);
  });
});

test.describe('what was written after a save', () => {
  const language = 'ru';
  test.use({ language });

  test('comes back, and the file waits untouched until it is saved', async ({ desk }) => {
    await begin(desk, language);
    await saveAs(desk, 'Долбоор.dolboor', 'ControlOrMeta+s');
    await expectSaving(desk.page, language, 'saved');
    const original = bytesOf(desk, 'Долбоор.dolboor');
    await write(desk, language, sentence);
    await expectSaving(desk.page, language, 'changed');
    await expectInJournal(desk, 'Ω');

    let page = await desk.restart({ kill: true });
    await recover(page, language);
    await expectInSheet(page, language, sentence);
    await expectSaving(page, language, 'recovered');
    expect(bytesOf(desk, 'Долбоор.dolboor')).toBe(original);

    // Undo knows nothing of the time before the failure: it does nothing then, and undoes what comes after.
    await page.keyboard.press('ControlOrMeta+z');
    await expectInSheet(page, language, sentence);
    await page.keyboard.type('Ψ');
    await expectInSheet(page, language, 'Ψ');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => readSheet(page, language)).not.toContain('Ψ');
    await expectInSheet(page, language, sentence);

    await page.keyboard.press('ControlOrMeta+s');
    await expectSaving(page, language, 'saved');
    expect(bytesOf(desk, 'Долбоор.dolboor')).not.toBe(original);
    page = await desk.restart({ kill: true });
    await expect(page.getByRole('button', { name: /Долбоор\.dolboor/ }).first()).toBeVisible();
    await expect(offer(page, language)).toHaveCount(0);
  });
});

test.describe('recovered edits', () => {
  const language = 'en';
  test.use({ language });

  test('are given up only when asked twice, and then for good', async ({ desk }) => {
    const say = words(language);
    await writeTitle(desk, language);
    await expectInJournal(desk, 'Ω');
    let page = await desk.restart({ kill: true });
    await offer(page, language)
      .getByRole('button', { name: say('start:discard') })
      .click();
    const surely = offer(page, language).getByRole('button', { name: say('start:discardSurely') });
    await expect(surely).toBeVisible();
    await expect(offer(page, language)).toContainText(sentence);
    await surely.click();
    await expect(offer(page, language)).toHaveCount(0);
    page = await desk.restart();
    await expect(page.getByText(say('start:noRecent'))).toBeVisible();
    await expect(offer(page, language)).toHaveCount(0);
  });
});

test('a power cut in the middle of typing takes only the end of it, and leaves no hole', async ({ desk }) => {
  const language = 'ky';
  const hasty = ' экинчи сүйлөм жазылып жатканда ток өчтү';
  await begin(desk, language);
  await write(desk, language, sentence);
  await expectInJournal(desk, 'Ω');
  await desk.page.keyboard.type(hasty);
  const written = await readSheet(desk.page, language);
  const [before = '', after = ''] = written.split(sentence + hasty);

  const page = await desk.restart({ kill: true });
  await recover(page, language);
  await expectInSheet(page, language, sentence);
  const found = await readSheet(page, language);
  const kept = found.slice(before.length, found.length - after.length);
  expect(found).toBe(before + kept + after);
  expect(sentence + hasty).toContain(kept);
  expect(kept.startsWith(sentence)).toBe(true);
});
