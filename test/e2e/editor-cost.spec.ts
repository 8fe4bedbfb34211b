import { expect } from '@playwright/test';
import { test } from '../support/editor-page/fixture.ts';

/*
 * What makes a key cheap, counted and not timed: if one of these breaks, a key costs what the document is long.
 */

test('a key does not make React walk the document to save the selection', async ({ sheet }) => {
  await sheet.open({ articles: '60' });
  await sheet.put('u9', 'ru', 5);
  const reads = await sheet.page.evaluate(() => {
    const own = Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild');
    const counter = { reads: 0, nodes: document.querySelectorAll('.draft-text *').length };
    Object.defineProperty(Node.prototype, 'firstChild', {
      ...own,
      get() {
        counter.reads += 1;
        return own?.get?.call(this);
      },
    });
    Object.assign(window, { counter });
    return counter;
  });
  await sheet.type('т');
  const after = await sheet.page.evaluate(() => (window as unknown as { counter: typeof reads }).counter);
  expect(after.nodes).toBeGreaterThan(3000);
  expect(after.reads).toBeLessThan(300);
});

test('a key draws its own row again and no other', async ({ sheet }) => {
  await sheet.open({ articles: '60' });
  await sheet.put('u9', 'ru', 5);
  await sheet.type('т');
  await sheet.page.evaluate(() => {
    const touched = new Set<string>();
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        touched.add(element?.closest<HTMLElement>('[data-unit]')?.dataset.unit ?? 'outside');
      }
    }).observe(document.querySelector('.draft-text') ?? document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    Object.assign(window, { touched });
  });
  await sheet.type('он');
  expect(await sheet.page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched])).toEqual(['u9']);
});

test('a typed letter is drawn by the browser: one text changes, nobody sets the selection anew or makes a range', async ({
  sheet,
}) => {
  await sheet.open({ articles: '60' });
  await sheet.put('u9', 'ru', 5);
  await sheet.type('т');
  await sheet.page.evaluate(() => {
    const work = { selections: 0, ranges: 0, labels: 0, changes: [] as string[] };
    const createRange = document.createRange.bind(document);
    document.createRange = () => {
      work.ranges += 1;
      return createRange();
    };
    const { setBaseAndExtent } = Selection.prototype;
    Selection.prototype.setBaseAndExtent = function (...places) {
      work.selections += 1;
      setBaseAndExtent.apply(this, places);
    };
    const derived = window.editorPage.parts.derived as { labelOf: (unit: string) => unknown };
    const { labelOf } = derived;
    derived.labelOf = (unit) => {
      work.labels += 1;
      return labelOf(unit);
    };
    new MutationObserver((records) => work.changes.push(...records.map(({ type }) => type))).observe(
      document.querySelector('.draft-text') ?? document.body,
      { subtree: true, childList: true, characterData: true, attributes: true },
    );
    Object.assign(window, { work });
  });
  await sheet.type('она');
  const work = await sheet.page.evaluate(() => (window as unknown as { work: object }).work);
  expect(work).toEqual({ selections: 0, ranges: 0, labels: 0, changes: Array(3).fill('characterData') });
  expect((await sheet.unit('u9')).ru.slice(5, 9)).toBe('тона');
  await sheet.press('Backspace');
  await sheet.expectSound();
  expect((await sheet.unit('u9')).ru.slice(5, 8)).toBe('тон');
});

test('what was typed stays when its column is put down', async ({ sheet }) => {
  await sheet.open({ articles: '60' });
  await sheet.put('u9', 'ru', 5);
  await sheet.type('она');
  await sheet.click('u9', 'ky', 3);
  await sheet.expectSound();
  expect(await sheet.cell('u9', 'ru').textContent()).toContain((await sheet.unit('u9')).ru);
});

test('a column that becomes live is drawn in the same breath where it is seen', async ({ sheet }) => {
  await sheet.open({ articles: '60' });
  await sheet.put('u9', 'ru', 5);
  const isEditable = await sheet.page.evaluate(() => {
    window.editorPage.editor.setActiveLanguage('ky');
    return document.querySelector<HTMLElement>('[data-unit="u9"] > .cell[lang="ky"]')?.isContentEditable;
  });
  expect(isEditable).toBe(true);
});

test('chunks out of sight lie in branches that the browser skips', async ({ sheet }) => {
  await sheet.open({ articles: '60' });
  const far = await sheet.page.evaluate(() => {
    const chunks = [...document.querySelectorAll('.draft-chunk')];
    const seen = chunks.filter((chunk) => chunk.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }));
    return { chunks: chunks.length, seen: seen.length };
  });
  expect(far.chunks).toBeGreaterThan(40);
  expect(far.seen).toBeLessThan(12);
});

test('what Enter puts into a full chunk is skipped with that chunk and not by itself', async ({ sheet }) => {
  await sheet.open({ articles: '60' });
  await sheet.put('u9', 'ru', 5);
  const skipping = (): Promise<readonly string[]> =>
    sheet.page.evaluate(() =>
      [...document.querySelectorAll('.draft-chunk .draft-chunk')].map(
        (chunk) => getComputedStyle(chunk).contentVisibility,
      ),
    );
  expect(await skipping()).toEqual([]);
  await sheet.press('Enter');
  expect(await skipping()).toEqual(['visible']);
  await sheet.press('Backspace');
  expect(await skipping()).toEqual([]);
  await sheet.expectSound();
});

test('rows far below are drawn in time, and found by their words', async ({ sheet }) => {
  await sheet.open({ articles: '60' });
  const units = await sheet.units();
  expect(await sheet.page.locator('.unit').count()).toBe(units.length);
  const far = units.at(-5)?.en.slice(0, 30) ?? '';
  await expect(sheet.page.locator('.unit', { hasText: far }).last()).toBeAttached();
});

test('a place that one goes to at once is in sight when all rows are drawn', async ({ sheet }) => {
  await sheet.open({ articles: '120' });
  const { page } = sheet;
  await page.evaluate(() => {
    const { editor } = window.editorPage;
    const far = editor.state().units.filter(({ kind }) => kind === 'article')[60];
    if (far) editor.goTo({ unit: far.id });
  });
  const rows = (): Promise<number> => page.locator('.draft-text [data-unit]').count();
  const all = await page.evaluate(() => window.editorPage.editor.state().units.length);
  await expect.poll(rows).toBe(all);
  const place = (): Promise<string> =>
    page.evaluate(() => {
      const { units, whereabouts } = window.editorPage.editor.state();
      const sheetBox = document.querySelector('.draft-text')?.parentElement?.getBoundingClientRect();
      const box = document.querySelector(`[data-unit="${whereabouts?.unit}"]`)?.getBoundingClientRect();
      if (!box || !sheetBox) return 'nowhere';
      const at = units.findIndex(({ id }) => id === whereabouts?.unit);
      return box.top > 0 && box.bottom < window.innerHeight
        ? `in sight, ${units[at]?.kind}`
        : `at ${Math.round(box.top)}`;
    });
  await expect.poll(place).toBe('in sight, article');
});
