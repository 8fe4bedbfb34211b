import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../core/base/language.ts';
import { formatDate } from '../../../core/languages/format.ts';
import { axeOn } from './axe.ts';
import type { Desk } from './desk.ts';
import { nameFile, plain, runNamed } from './steps.ts';
import { words } from './words.ts';

/*
 * What a person does with acts, as steps for the specs of the register, of the official texts and of the matrix.
 */

/** Filler in the form of an act, made for tests: the header is that of an act of the register, the words are of no law. */
export function madeUp(language: 'ky' | 'ru'): string {
  const articles = Array.from({ length: 14 }, (_, i) => i + 1);
  const line = {
    ky: (n: number) => `${n}-берене. ${n}-үлгү\n1. Үлгүнү эртең менен алышат.\n2. ${n}-үлгүнү кечинде кайтарышат.`,
    ru: (n: number) => `Статья ${n}. Образец ${n}\n1. Образец берут утром.\n2. Образец ${n} возвращают вечером.`,
  }[language];
  const header = {
    ky: 'КЫРГЫЗ РЕСПУБЛИКАСЫНЫН МЫЙЗАМЫ\n1992-жылдын 1-июлу № 930-XII\nҮлгүлөр жөнүндө',
    ru: 'ЗАКОН КЫРГЫЗСКОЙ РЕСПУБЛИКИ\nот 1 июля 1992 года № 930-XII\nОб образцах',
  }[language];
  return `${header}\n${articles.map(line).join('\n')}\nЖогору кайтуу\n`;
}

/** Imports a file of the documents folder by the palette, up to the review. */
export async function beginImport(desk: Desk, language: Language, file: string): Promise<void> {
  const { page } = desk;
  if (desk.shell === 'electron') await desk.chooseToOpen(path.join(desk.documents, file));
  await runNamed(page, language, 'import-act');
  if (desk.shell === 'electron') return;
  await expect(page.getByRole('dialog', { name: words(language)('desk:browse.text') })).toBeVisible();
  await page.keyboard.type(file);
  await expect(page.getByRole('option', { name: file })).toHaveCount(1);
  await page.keyboard.press('Enter');
}

/** Enters, by keys alone, that the act at the caret lost force on a day (ISO), and what took its place: words of its search. */
export async function markRepealed(page: Page, language: Language, day: string, successor: string): Promise<void> {
  const say = words(language);
  const written = formatDate(language, day);
  await runNamed(page, language, 'verify-act');
  const dialog = page.getByRole('dialog', { name: say('register:verify') });
  await dialog.getByRole('button', { name: new RegExp(say('law:fact.status')) }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: say('law:status.repealed') }).click();
  await dialog.getByRole('textbox', { name: say('register:since') }).fill(written);
  await expect.poll(async () => plain(await dialog.textContent())).toContain(plain(written));
  await dialog.getByRole('combobox', { name: say('register:successor') }).fill(successor);
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: say('register:source') }).fill('cbd.minjust.gov.kg');
  expect(await breachesInDialog(page)).toEqual([]);
  await dialog.getByRole('button', { name: say('register:enter') }).click();
  await expect(dialog).toHaveCount(0);
}

/** Writes a document under a name in the documents folder; `choices` are pressed first, in their order. The result stays on the screen. */
export async function exportAs(
  desk: Desk,
  language: Language,
  file: string,
  choices: readonly string[],
): Promise<string> {
  const { page } = desk;
  const say = words(language);
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: say('export:title') });
  for (const choice of choices) await dialog.getByText(say(choice), { exact: true }).click();
  if (desk.shell === 'electron') await desk.chooseToSave(path.join(desk.documents, file));
  await dialog.getByRole('button', { name: say('export:start') }).click();
  if (desk.shell === 'loopback') await nameFile(page, file);
  const done = page.getByRole('dialog', { name: say('export:done') });
  await expect(done).toBeVisible();
  // Heard without looking for it: what was written, and where.
  await expect(done).toHaveAccessibleDescription(new RegExp(file.replaceAll('.', '\\.')));
  return path.join(desk.documents, file);
}

/** What axe finds in the open dialog. */
export async function breachesInDialog(page: Page): Promise<readonly string[]> {
  const axe = await axeOn(page, '[role="dialog"]');
  const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
