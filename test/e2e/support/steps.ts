import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../../core/base/language.ts';
import type { Desk } from './desk.ts';
import { words } from './words.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** What is read on the screen, without the characters that nobody sees. */
export function plain(text: string | null): string {
  return (text ?? '').replaceAll('\u00a0', ' ').replaceAll('\ufeff', '');
}

/** The text of the bill. */
export function sheet(page: Page, language: Language): Locator {
  return page.getByRole('textbox', { name: words(language)('editor:label') });
}

/** Every word of the bill on the screen. */
export async function readSheet(page: Page, language: Language): Promise<string> {
  return plain(await sheet(page, language).textContent());
}

/** Whether the bill reads so somewhere; a yes or no, since the whole bill makes no readable report. */
export async function expectInSheet(page: Page, language: Language, sentence: string): Promise<void> {
  await expect.poll(async () => (await readSheet(page, language)).includes(sentence), { message: sentence }).toBe(true);
}

/** A sentence with a number in it, in the form that the number asks for. */
export function counted(language: Language, key: string, count: number): string {
  const form = new Intl.PluralRules(language).select(count);
  return words(language)(`${key}_${form}`, { count: String(count), n: String(count) });
}

/** Begins a draft from the template of this id and waits until one can write. */
export async function begin(desk: Desk, language: Language, template = 'empty-law'): Promise<void> {
  const { page } = desk;
  const file = path.join(root, 'resources', 'templates', template, 'template.json');
  const { title } = JSON.parse(readFileSync(file, 'utf8')) as { title: Record<Language, string> };
  const card = page.getByRole('article', { name: title[language], exact: true });
  await card.getByRole('button', { name: words(language)('start:begin') }).click();
  await expect(sheet(page, language)).toBeFocused();
}

/** Types letter by letter and waits until the text shows it. */
export async function write(desk: Desk, language: Language, sentence: string): Promise<void> {
  await desk.page.keyboard.type(sentence);
  await expectInSheet(desk.page, language, sentence);
}

/** Runs a command by its name, as anyone would who does not know its keys. */
export async function runNamed(page: Page, language: Language, command: string): Promise<void> {
  const say = words(language);
  await page.keyboard.press('ControlOrMeta+Shift+KeyP');
  await expect(page.getByRole('dialog', { name: say('commands:palette') }).getByRole('combobox')).toBeFocused();
  await page.keyboard.type(say(`commands:${command}`));
  await page.keyboard.press('Enter');
}

/** What the title bar says of where the words are. */
export async function expectSaving(page: Page, language: Language, state: string): Promise<void> {
  await expect(page.getByText(words(language)(`desk:saving.${state}`), { exact: true })).toBeVisible();
}

/** Saves under a name in the documents folder, in whichever way the shell asks for it. */
export async function saveAs(desk: Desk, file: string, keys = 'ControlOrMeta+Shift+s'): Promise<void> {
  if (desk.shell === 'electron') await desk.chooseToSave(path.join(desk.documents, file));
  await desk.page.keyboard.press(keys);
  if (desk.shell === 'loopback') await nameFile(desk.page, file);
}

/** Answers the page's own file dialog by typing a name, which takes the place of the one that was proposed. */
export async function nameFile(page: Page, file: string): Promise<void> {
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type(file);
  await page.keyboard.press('Enter');
}

/** Asks to open a file of the documents folder, in whichever way the shell has. A folder of it may stand before a slash. */
export async function openFile(desk: Desk, file: string): Promise<void> {
  const { page } = desk;
  if (desk.shell === 'electron') await desk.chooseToOpen(path.join(desk.documents, file));
  // Keys are heard once there is something to read.
  await expect(page.getByRole('main').locator('article, [role="textbox"]').first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+o');
  if (desk.shell === 'electron') return;
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  for (const name of file.split('/')) {
    await page.keyboard.type(name);
    await expect(page.getByRole('option', { name })).toHaveCount(1);
    await page.keyboard.press('Enter');
  }
}

/** Changes the language of the interface by the settings. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Comma');
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: words(language)(`common:ownName.${language}`) })
    .click();
  await expect(page.getByRole('dialog', { name: words(language)('settings:title') })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Waits until the journal on the disk holds this word: what a power cut can no longer take. */
export async function expectInJournal(desk: Desk, word: string): Promise<void> {
  await expect.poll(() => readJournals(desk.data).includes(word), { message: `journal holds ${word}` }).toBe(true);
}

function readJournals(data: string): string {
  const names = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.qj'));
  return names.map((name) => readFileSync(path.join(data, name), 'utf8')).join('\n');
}
