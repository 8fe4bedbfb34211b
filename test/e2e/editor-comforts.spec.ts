import { expect } from '@playwright/test';
import { test } from '../support/editor-page/fixture.ts';
import type { Sheet } from '../support/editor-page/sheet.ts';

test.afterEach(async ({ sheet }) => sheet.expectSound());

/** A key of a real keyboard with AltGr, which Windows reports as Ctrl+Alt. */
async function typeByAltGr(sheet: Sheet, letter: string, code: string): Promise<void> {
  const session = await sheet.session();
  const key = { key: letter, code, modifiers: 1 + 2 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  // The letter comes by itself, as Windows sends it, unless somebody took the key.
  await session.send('Input.dispatchKeyEvent', { type: 'char', key: letter, code, text: letter });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await sheet.settled();
}

test('Kyrgyz letters by AltGr arrive, whatever commands their keys carry with Ctrl', async ({ sheet }) => {
  await sheet.open();
  await sheet.put('rent-1', 'ky', 0);
  const { ky } = await sheet.unit('rent-1');
  for (const [letter, code] of [
    ['ң', 'KeyY'],
    ['ө', 'KeyJ'],
    ['ү', 'KeyE'],
    ['Ң', 'KeyZ'],
    ['Ө', 'KeyB'],
    ['Ү', 'KeyK'],
  ] as const) {
    await typeByAltGr(sheet, letter, code);
  }
  expect((await sheet.unit('rent-1')).ky).toBe(`ңөүҢӨҮ${ky}`);
  expect(await sheet.calls()).toEqual([]);
});

test('quotes of each language come by themselves, and Ctrl+Z gives the straight one back', async ({ sheet }) => {
  await sheet.open();
  for (const [language, open] of [
    ['ky', '«'],
    ['ru', '«'],
    ['en', '“'],
  ] as const) {
    await sheet.put('rent-1', language, 0);
    const text = (await sheet.unit('rent-1'))[language];
    await sheet.page.keyboard.press('"');
    await sheet.settled();
    expect((await sheet.unit('rent-1'))[language]).toBe(`${open}${text}`);
    await sheet.press('Control+z');
    expect((await sheet.unit('rent-1'))[language]).toBe(`"${text}`);
    expect(await sheet.caret()).toEqual({ unit: 'rent-1', language, offset: 1 });
    await sheet.press('Control+z');
    expect((await sheet.unit('rent-1'))[language]).toBe(text);
  }
});

test('a sum and a dash get their no-break space and their length as they are typed', async ({ sheet }) => {
  await sheet.open();
  await sheet.put('rent-1', 'ru', 0);
  const { ru } = await sheet.unit('rent-1');
  await sheet.type('500 сомов -- ');
  expect((await sheet.unit('rent-1')).ru).toBe(`500\u00a0сомов – ${ru}`);
  await sheet.expectSound();
});

test('Shift+End and Shift+Home select to the edges of the line and stay in the provision', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  await sheet.put('u3', 'ru', 4);
  await sheet.press('Shift+Home');
  expect(await sheet.selection()).toMatchObject([
    { unit: 'u3', offset: 4 },
    { unit: 'u3', offset: 0 },
  ]);
  await sheet.press('Shift+End');
  const [, focus] = await sheet.selection();
  expect([focus?.unit, (focus?.offset ?? 0) > 4]).toEqual(['u3', true]);
});
