import { readFile, writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { languages } from '../../../core/base/language.ts';
import { cellOf } from '../../../core/draft/state.ts';
import type { Unit } from '../../../core/draft/types.ts';
import { withDraft } from '../../../electron/files/documents.ts';
import { packDraft, unpackDraft } from '../../../electron/files/package-file.ts';
import { words } from '../../e2e/support/words.ts';
import type { Scene } from './scene.ts';

/** One thing that a person does at the desk. `does` ends when the person sees that it is done. */
export interface Deed {
  readonly name: string;
  /** What must stand before, unmeasured. */
  readonly before?: (scene: Scene) => Promise<unknown>;
  readonly does: (scene: Scene) => Promise<unknown>;
  /** Back to the sheet, unmeasured. */
  readonly after?: (scene: Scene) => Promise<unknown>;
}

const say = words('en');
const typed = 'атоне нота ';
const pastedParagraphs = 5000;
const pastedLine = 'сотрудник милиции и члены его семьи имеют право на получение в порядке установленном законом';
/** Stands in every third provision of the Kyrgyz text. */
const common = 'турак жай';

// Not by role: to look for one, the whole bill is walked, which would be counted as the desk's own work.
const sheet = (page: Page): Locator => page.locator('.draft-text');
const dialog = (page: Page, title: string): Locator => page.locator(`[role="dialog"][aria-label="${say(title)}"]`);
const question = (page: Page): Locator => page.locator('[role="alertdialog"]');
const press = (page: Page, ...keys: readonly string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const leave = ({ page }: Scene): Promise<void> => press(page, 'Escape');
const undo = ({ page }: Scene): Promise<void> => press(page, 'Control+z');

/** Opens a dialog by its keys and waits until `settled` is to be seen in it. */
async function openDialog(page: Page, keys: string, title: string): Promise<Locator> {
  await press(page, keys);
  const opened = dialog(page, title);
  await opened.waitFor();
  return opened;
}

/** Waits for words within a place. A search of the whole page would walk through the bill and be counted as the desk's own work. */
const within = (page: Page, place: string, words: string | RegExp): Promise<void> =>
  page.locator(place).filter({ hasText: words }).waitFor();
const saved = (page: Page): Promise<void> => within(page, '.save-state', new RegExp(`^${say('desk:saving.saved')}$`));
const replaced = (page: Page): Promise<void> => within(page, '.find-told', /replaced\.$/);

/** A radio button by its key: what takes a press of the pointer is drawn around it. */
async function choose(radio: Locator): Promise<void> {
  await radio.focus();
  await radio.press('Space');
}

/** Does something that changes how many provisions there are, until the sheet has counted them. */
async function untilCounted({ page }: Scene, does: () => Promise<unknown>): Promise<void> {
  const counted = page.locator('.draft-count').first();
  const before = await counted.textContent();
  await does();
  await page.waitForFunction((old) => document.querySelector('.draft-count')?.textContent !== old, before);
}

/** What was deleted in one step was meant; until that is said, the file is not written over. */
async function confirmDeletion({ page }: Scene): Promise<void> {
  const meant = page
    .locator('[data-pane="banner"]')
    .getByRole('button', { name: say('damage:deletion.keep'), exact: true });
  if (await meant.isVisible()) await meant.click();
  await sheet(page).focus();
}

async function toMiddle({ page, articles }: Scene): Promise<void> {
  await openDialog(page, 'Control+g', 'find:goTo.title');
  await page.keyboard.type(String(articles / 2));
  await press(page, 'Enter');
  await page.locator('[role="textbox"]:focus').waitFor();
}

/** In order: one goes on where the last has left the draft. */
export const deeds: readonly Deed[] = [
  {
    name: 'open a draft',
    before: async ({ page }) => {
      await press(page, 'Control+o');
      await page.locator('[role="dialog"] [role="combobox"]').waitFor();
    },
    does: async ({ page, name }) => {
      await page.keyboard.type(name);
      await press(page, 'Enter');
      await sheet(page).waitFor();
    },
  },
  {
    name: 'go to an article by its number',
    does: async ({ page, articles }) => {
      await openDialog(page, 'Control+g', 'find:goTo.title');
      await page.keyboard.type(String(articles / 2), { delay: 60 });
      await page.locator('[role="dialog"] [role="option"]').first().waitFor();
      await press(page, 'Enter');
      await page.locator('[role="textbox"]:focus').waitFor();
    },
  },
  {
    name: 'go to a place by its words',
    does: async ({ page }) => {
      await openDialog(page, 'Control+g', 'find:goTo.title');
      await page.keyboard.type('турак', { delay: 60 });
      await page.locator('[role="dialog"] [role="option"]').first().waitFor();
    },
    after: leave,
  },
  { name: 'type a word', does: ({ page }) => page.keyboard.type(typed, { delay: 60 }) },
  { name: 'Enter', does: ({ page }) => press(page, 'Enter'), after: undo },
  { name: 'insert an article', does: ({ page }) => press(page, 'Control+Shift+Digit3'), after: undo },
  { name: 'move a unit', does: ({ page }) => press(page, 'Alt+ArrowDown'), after: undo },
  { name: 'write in another column', does: ({ page }) => press(page, 'Alt+Digit2') },
  {
    name: 'write in the first column again',
    does: ({ page }) => press(page, 'Alt+Digit1'),
  },
  { name: 'hide a column', does: ({ page }) => press(page, 'Control+Digit3') },
  { name: 'show a column', does: ({ page }) => press(page, 'Control+Digit3') },
  { name: 'to the end', does: ({ page }) => press(page, 'Control+End') },
  { name: 'to the beginning', does: ({ page }) => press(page, 'Control+Home') },
  {
    name: 'turn the wheel through it',
    before: ({ page }) => page.mouse.move(700, 400),
    does: async ({ page }) => {
      for (let i = 0; i < 40; i += 1) await page.mouse.wheel(0, 1500);
    },
    after: toMiddle,
  },
  {
    name: 'find a common word',
    does: async ({ page }) => {
      await press(page, 'Control+f');
      await page.keyboard.type(common, { delay: 60 });
      await within(page, '.find-count', /^\d+ of [\d ,\u00a0]+$/);
    },
  },
  { name: 'the next match, five times', does: ({ page }) => press(page, 'F3', 'F3', 'F3', 'F3', 'F3') },
  { name: 'the list of matches', does: ({ page }) => press(page, 'Alt+l') },
  {
    name: 'a search by word forms',
    does: async ({ page }) => {
      await page
        .locator('.find')
        .getByRole('button', { name: say('find:option.forms') })
        .click();
    },
    after: async ({ page }) => {
      await page
        .locator('.find')
        .getByRole('button', { name: say('find:option.forms') })
        .click();
      await press(page, 'Escape');
    },
  },
  {
    name: 'replace all',
    before: async ({ page }) => {
      await press(page, 'Control+h');
      await page
        .locator('.find')
        .getByRole('textbox', { name: say('find:by') })
        .fill('үй-жай');
    },
    does: async ({ page }) => {
      await press(page, 'Control+Enter');
      await replaced(page);
    },
    after: async ({ page }) => press(page, 'Escape'),
  },
  { name: 'undo replace all', does: undo },
  { name: 'redo replace all', does: ({ page }) => press(page, 'Control+y'), after: undo },
  { name: 'select the whole column', does: ({ page }) => press(page, 'Control+a', 'Control+a') },
  { name: 'copy the whole column', does: ({ page }) => press(page, 'Control+c') },
  {
    name: 'delete the whole column',
    before: async ({ page }) => {
      await press(page, 'Delete');
      await question(page).waitFor();
    },
    does: async ({ page }) => {
      await press(page, 'Tab', 'Enter');
      await question(page).waitFor({ state: 'hidden' });
    },
  },
  { name: 'undo the deletion', does: undo, after: toMiddle },
  {
    name: 'paste 5,000 paragraphs',
    before: async ({ page }) => {
      const text = Array.from({ length: pastedParagraphs }, () => pastedLine).join('\n');
      await page.evaluate((all) => navigator.clipboard.writeText(all), text);
    },
    does: (scene) => untilCounted(scene, () => press(scene.page, 'Control+v')),
  },
  { name: 'undo the paste', does: (scene) => untilCounted(scene, () => undo(scene)) },
  {
    name: 'redo the paste',
    does: (scene) => untilCounted(scene, () => press(scene.page, 'Control+y')),
    after: (scene) => untilCounted(scene, () => undo(scene)),
  },
  {
    name: 'search the outline',
    does: async ({ page }) => {
      await page.locator('[data-pane="outline"] input[type="search"]').click();
      await page.keyboard.type('турак', { delay: 60 });
    },
    after: async (scene) => {
      await press(scene.page, 'Escape');
      await sheet(scene.page).focus();
      await toMiddle(scene);
    },
  },
  {
    name: 'count words and pages',
    does: async ({ page }) => {
      const opened = await openDialog(page, 'Control+Shift+KeyG', 'counts:title');
      await opened.getByText('≈').first().waitFor();
    },
    after: leave,
  },
  {
    name: 'the list of problems',
    does: ({ page }) => press(page, 'Shift+F8'),
    after: ({ page }) => sheet(page).focus(),
  },
  {
    name: 'look for plain citations',
    does: async ({ page }) => {
      await press(page, 'Control+Shift+KeyK');
      await page.locator('[role="dialog"]').waitFor();
    },
    after: leave,
  },
  {
    name: 'insert a reference',
    does: async ({ page }) => {
      await press(page, 'Control+Shift+KeyL');
      await page.locator('[role="dialog"] [role="option"]').first().waitFor();
      await page.keyboard.type('30', { delay: 60 });
    },
    after: leave,
  },
  {
    name: 'lock all numbers',
    does: async ({ page }) => {
      await press(page, 'Control+Shift+KeyP');
      await page.keyboard.type(say('commands:lock-numbers'), { delay: 20 });
      await press(page, 'Enter');
    },
    after: undo,
  },
  {
    name: 'save',
    before: async (scene) => {
      await confirmDeletion(scene);
      await scene.page.keyboard.type('а');
    },
    does: async ({ page }) => {
      await press(page, 'Control+s');
      await saved(page);
    },
  },
  {
    name: 'print preview',
    does: async ({ page }) => {
      await openDialog(page, 'Control+p', 'print:title');
      await page.locator('.paper').first().waitFor();
    },
  },
  {
    name: 'print preview, three columns',
    does: async ({ page }) => {
      await choose(dialog(page, 'print:title').getByRole('radio', { name: say('export:languages.parallel') }));
      await page.locator('.paper-wide').first().waitFor();
    },
    after: leave,
  },
  {
    name: 'name a version, then replace all',
    does: async ({ page }) => {
      await openDialog(page, 'Control+Shift+KeyH', 'history:title');
      await page.keyboard.type('Bench');
      await press(page, 'Enter');
      await dialog(page, 'history:title').locator('.version.named').waitFor();
      await press(page, 'Escape', 'Control+h');
      await press(page, 'Tab', 'Control+Enter');
      await replaced(page);
      await press(page, 'Escape');
    },
  },
  {
    name: 'compare with the version',
    before: ({ page }) => openDialog(page, 'Control+Shift+KeyH', 'history:title'),
    does: async ({ page }) => {
      await dialog(page, 'history:title').locator('.version.named').click();
      await dialog(page, 'history:title').getByRole('article').first().waitFor();
    },
  },
  {
    name: 'read the version',
    does: async ({ page }) => {
      await choose(dialog(page, 'history:title').getByRole('radio', { name: say('history:text') }));
      await dialog(page, 'history:title').getByRole('region', { name: /Bench/ }).waitFor();
    },
    after: leave,
  },
  {
    name: 'look through a file that comes in',
    before: async ({ page }) => {
      await press(page, 'Control+Shift+KeyP');
      await page.keyboard.type(say('commands:insert-file'), { delay: 20 });
      await press(page, 'Enter');
      await dialog(page, 'desk:browse.text').waitFor();
    },
    does: async ({ page, incoming }) => {
      await page.keyboard.type(incoming);
      await press(page, 'Enter');
      await page.locator('[role="dialog"] .review-list [role="option"]').first().waitFor();
    },
  },
  {
    name: 'put it into the draft',
    does: (scene) =>
      untilCounted(scene, () =>
        scene.page.locator('[role="dialog"] button', { hasText: say('insert:accept.draft') }).click(),
      ),
    after: undo,
  },
  {
    name: 'compare with a file that changed',
    before: async (scene) => {
      await press(scene.page, 'Control+s');
      await saved(scene.page);
      await changeOutside(scene.file);
      await scene.page.keyboard.type('мы');
    },
    does: async ({ page }) => {
      await press(page, 'Control+s');
      await dialog(page, 'conflict:title').locator('ins').first().waitFor();
    },
  },
  {
    name: 'merge with it',
    does: async ({ page }) => {
      await dialog(page, 'conflict:title')
        .getByRole('button', { name: say('conflict:mergeNow') })
        .click();
      await within(page, '[data-pane="banner"]', say('conflict:merged'));
    },
  },
  {
    name: 'close the draft',
    does: async ({ page }) => {
      await press(page, 'Control+w');
      await page.getByRole('article').first().waitFor();
    },
  },
];

/** What somebody else does to the file meanwhile: a word in every tenth provision. */
async function changeOutside(file: string): Promise<void> {
  const read = await unpackDraft(new Uint8Array(await readFile(file)));
  if (!read.ok) throw new Error(read.error.reason);
  const { draft, identity } = read.value.file;
  const units = draft.units.map((unit, index) => (index % 10 === 0 ? withWord(unit) : unit));
  const past = { sequence: identity.sequence, chain: identity.chain, label: '', kind: 'saved' } as const;
  const next = withDraft(read.value.file, { ...draft, units });
  await writeFile(file, packDraft({ ...next, identity: { ...next.identity, lineage: [...identity.lineage, past] } }));
}

function withWord(unit: Unit): Unit {
  const cells = languages.map((language) => {
    const cell = cellOf(unit, language);
    return language === 'ru' ? { ...cell, children: [...cell.children, { text: ' Добавлено.' }] } : cell;
  });
  return { ...unit, children: cells as unknown as Unit['children'] };
}
