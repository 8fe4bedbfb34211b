import { expect, type Locator, type Page } from '@playwright/test';
import { axeOn } from './support/axe.ts';
import { type Desk, test } from './support/desk.ts';
import { begin, sheet } from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * Everything can be seen and reached: axe finds no breach of WCAG 2.2 AA on any screen, light or dark; what has the focus shows it;
 * dialogs give it back; and nothing needs a pointer.
 */

const language = 'ru';
const say = words(language);
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
test.use({ language, settings: { author: 'А. Асанова', theme: 'system' } });

/** What axe finds wrong, as lines that name the colours, the rule and the element. In the dark only the colours are others. */
async function breaches(page: Page, within = 'html'): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    // Colours that are still on their way to others are no colours to judge.
    await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
    const axe = await axeOn(page, within);
    const { violations } = await (theme === 'light' ? axe.withTags(tags) : axe.withRules('color-contrast')).analyze();
    for (const { id, nodes } of violations) {
      for (const node of nodes) found.push(`${theme} ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`);
    }
  }
  return found;
}

/** The screens that open over the desk: the keys, and what is there then. */
const dialogs: readonly (readonly [keys: string, name: string])[] = [
  ['ControlOrMeta+k', 'cite:title'],
  ['ControlOrMeta+Shift+l', 'cite:referenceTitle'],
  ['ControlOrMeta+e', 'export:title'],
  ['ControlOrMeta+Comma', 'settings:title'],
  ['ControlOrMeta+Shift+p', 'commands:palette'],
  ['F1', 'help:title'],
  ['F5', 'find:goTo.title'],
  ['ControlOrMeta+Shift+g', 'counts:title'],
  ['ControlOrMeta+Shift+h', 'history:title'],
];

function dialog(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name: say(name) });
}

/** A draft with a thread of comments on its first words; the thread is in sight. */
async function beginWithThread(desk: Desk): Promise<void> {
  const { page } = desk;
  await begin(desk, language);
  await page.keyboard.press('Shift+End');
  await comment(page, 'Почему именно так?');
  await expect(page.getByRole('article', { name: say('comments:threadOf', { author: 'А. Асанова' }) })).toBeVisible();
}

async function comment(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+m');
  await expect(page.locator('[data-pane="inspector"] :is(input, textarea):focus')).toBeVisible();
  await page.keyboard.type(text);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(sheet(page, language)).toBeFocused();
}

/** The list of keys is text for whoever hears it, Word's own keys behind ours. */
async function expectKeysRead(page: Page): Promise<void> {
  const line = page.getByRole('dialog').getByRole('definition');
  await expect(line.filter({ hasText: /Ctrl Shift S\s*F12/ })).toMatchAriaSnapshot('- definition: Ctrl Shift S F12');
}

/** A second thread, in another provision: the keys go from one to the other, around, and each is read aloud where it stands. */
async function expectThreadsWalked(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('Сказано');
  await page.keyboard.press('Shift+Home');
  await comment(page, 'А где срок?');
  for (const [keys, text] of [
    ['Alt+PageUp', 'Почему именно так?'],
    ['Alt+PageUp', 'А где срок?'],
    ['Alt+PageDown', 'Почему именно так?'],
    ['Alt+PageDown', 'А где срок?'],
  ] as const) {
    await page.keyboard.press(keys);
    const told = say('editor:told.comment', { author: 'А. Асанова', text });
    await expect(page.locator('[aria-live]').getByText(told, { exact: true }), keys).toBeAttached();
    await expect(sheet(page, language)).toBeFocused();
  }
}

test('axe finds nothing wrong on the start window', async ({ desk }) => {
  await expect(desk.page.getByRole('article').first()).toBeVisible();
  expect(await breaches(desk.page)).toEqual([]);
});

/** The keys of a side's panels lead to the panel that they show; a side that goes gives the focus back; what is done is said, also twice. */
async function expectSidesHeard(page: Page): Promise<void> {
  for (const [keys, tab] of [
    ['F8', 'comments:title'],
    ['Shift+F8', 'check:title'],
    ['F9', 'desk:law.title'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('tab', { name: say(tab), selected: true })).toBeFocused();
  }
  const told = page.locator('[data-told]');
  for (const [keys, sentence] of [
    ['ControlOrMeta+Shift+Backslash', 'sideHidden.inspector'],
    ['ControlOrMeta+Shift+Backslash', 'sideShown.inspector'],
    ['ControlOrMeta+Digit3', 'columnShown.en'],
    ['ControlOrMeta+Digit3', 'columnHidden.en'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(told).toHaveText(say(`view:told.${sentence}`));
    await expect(sheet(page, language), keys).toBeFocused();
  }
  await page.keyboard.press('F8');
  await page.keyboard.press('Escape');
  await expect(sheet(page, language), 'Escape leads back into the text').toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  const banner = page.locator('[data-pane="banner"]');
  const heard = new Set<string | null>();
  for (let time = 0; time < 2; time += 1) {
    await page.keyboard.press('ControlOrMeta+d');
    await expect.poll(async () => heard.has(await banner.textContent())).toBe(false);
    await expect(banner).toContainText(say('structure:refused.duplicate'));
    heard.add(await banner.textContent());
  }
}

test('axe finds nothing wrong on the desk and over it, and every dialog gives the focus back', async ({ desk }) => {
  const { page } = desk;
  await beginWithThread(desk);
  expect(await breaches(page), 'desk with a thread').toEqual([]);
  for (const [keys, name] of dialogs) {
    await page.keyboard.press(keys);
    await expect(dialog(page, name)).toBeVisible();
    expect(await breaches(page, '[role="dialog"]'), name).toEqual([]);
    if (keys === 'F1') await expectKeysRead(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(sheet(page, language), `${name} gives the focus back`).toBeFocused();
  }
  await expectThreadsWalked(page);
  await expectSidesHeard(page);
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await expect(page.locator('[data-pane="inspector"] input:focus')).toBeVisible();
  await page.keyboard.type('военнослужащих');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: say('desk:law.back') })).toBeVisible();
  expect(await breaches(page), 'card of an act').toEqual([]);
});

test('what has the focus shows it, and Tab comes to every control of the start window', async ({ desk }) => {
  const { page } = desk;
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('button, input')) button.setAttribute('data-unreached', '');
  });
  const controls = await page.locator('[data-unreached]').count();
  for (let presses = 0; presses < controls + 5; presses += 1) {
    await page.keyboard.press('Tab');
    expect(await focusShows(page)).toBe(true);
    // Of joined switches Tab comes to one; the arrows go to the others.
    await page.evaluate(() => {
      const group = document.activeElement?.closest('[role="radiogroup"]') ?? document.activeElement;
      for (const one of [group, ...(group?.querySelectorAll('*') ?? [])]) one?.removeAttribute('data-unreached');
    });
  }
  await expect(page.locator('[data-unreached]:not([disabled])')).toHaveCount(0);
});

/** Whether a ring or a mark is drawn around or within what has the focus. Nothing focused needs no ring. */
function focusShows(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return true;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  });
}

/** The pane that has the focus. */
function paneWithFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane);
}

const panes = ['inspector', 'status', 'menu', 'tools', 'outline', 'crumbs', 'text'];

/** Each way to its end, with one press more than it takes, and back. */
async function expectZoomEnds(page: Page): Promise<void> {
  const height = () =>
    sheet(page, language)
      .locator('.cell')
      .first()
      .evaluate((cell) => Number.parseFloat(getComputedStyle(cell).fontSize));
  const usual = await height();
  for (const [keys, presses, percent] of [
    ['ControlOrMeta+Minus', 6, 50],
    ['ControlOrMeta+Equal', 26, 300],
    ['ControlOrMeta+Digit0', 1, 100],
  ] as const) {
    for (let press = 0; press < presses; press += 1) await page.keyboard.press(keys);
    await expect(page.getByRole('button', { name: `${say('desk:zoom')} ${percent} %` })).toBeVisible();
    expect(await height()).toBeCloseTo((usual * percent) / 100);
  }
}

test('F6 walks the panes of the desk and comes back to the text; each shows the focus; zoom has its ends', async ({
  desk,
}) => {
  const { page } = desk;
  await begin(desk, language);
  for (const pane of panes) {
    await page.keyboard.press('F6');
    await expect.poll(() => paneWithFocus(page)).toBe(pane);
    if (pane !== 'text') expect(await focusShows(page), pane).toBe(true);
  }
  for (const pane of [...panes.slice(0, -1).reverse(), 'text']) {
    await page.keyboard.press('Shift+F6');
    await expect.poll(() => paneWithFocus(page)).toBe(pane);
  }
  await expectZoomEnds(page);
});

test('every control of the desk is reached by Tab or by the arrows of its group', async ({ desk }) => {
  const { page } = desk;
  await beginWithThread(desk);
  for (const pane of panes.slice(0, 4)) {
    await expect(async () => {
      await page.keyboard.press('F6');
      expect(await paneWithFocus(page)).toBe(pane);
    }).toPass();
    expect(await unreached(page, pane), pane).toEqual([]);
  }
});

/** Goes through a pane by Tab and the arrow keys; names the controls that it did not come to. */
async function unreached(page: Page, pane: string): Promise<readonly string[]> {
  const within = `[data-pane="${pane}"]`;
  const controls = page.locator(`${within} :is(button, input, [role="tab"]):not([disabled])`);
  await controls.evaluateAll((all) => {
    for (const one of all) one.setAttribute('data-unreached', '');
  });
  const rounds = (await controls.count()) + 2;
  for (const key of ['ArrowRight', 'Tab']) {
    for (let presses = 0; presses < rounds; presses += 1) {
      const isInside = await page.evaluate((selector) => {
        document.activeElement?.removeAttribute('data-unreached');
        return document.activeElement?.closest(selector) !== null;
      }, within);
      if (!isInside) break;
      await page.keyboard.press(key);
    }
  }
  return page.locator(`${within} [data-unreached]`).evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 120)));
}
