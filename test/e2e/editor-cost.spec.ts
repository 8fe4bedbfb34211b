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

test('rows far below are drawn in time, and found by their words', async ({ sheet }) => {
  await sheet.open({ articles: '60' });
  const units = await sheet.units();
  expect(await sheet.page.locator('.unit').count()).toBe(units.length);
  const far = units.at(-5)?.en.slice(0, 30) ?? '';
  await expect(sheet.page.locator('.unit', { hasText: far }).last()).toBeAttached();
});
