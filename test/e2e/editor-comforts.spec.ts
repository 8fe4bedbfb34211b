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

test('Ctrl+Backspace and Ctrl+Delete take a word each, and undo gives it back', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  const { ru } = await sheet.unit('u3');
  const words = ru.split(' ');
  const start = words.slice(0, 2).join(' ').length + 1;
  await sheet.put('u3', 'ru', start);
  await sheet.press('Control+Backspace');
  expect((await sheet.unit('u3')).ru).toBe([words[0], ...words.slice(2)].join(' '));
  await sheet.press('Control+z');
  await sheet.put('u3', 'ru', start);
  await sheet.press('Control+Delete');
  expect((await sheet.unit('u3')).ru.replace(/ {2}/u, ' ')).toBe([...words.slice(0, 2), ...words.slice(3)].join(' '));
  await sheet.press('Control+z');
  expect((await sheet.unit('u3')).ru).toBe(ru);
});

test('Shift+Enter goes on in a paragraph without a number', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  const { ru } = await sheet.unit('u3');
  await sheet.put('u3', 'ru', ru.length);
  await sheet.press('Shift+Enter');
  await sheet.type('о');
  const units = await sheet.units();
  expect([units[2]?.ru, units[3]?.kind, units[3]?.ru]).toEqual([ru, 'paragraph', 'о']);
});

test('a double click selects the word, a triple click the provision, in its column', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  const { ru } = await sheet.unit('u3');
  const [first = ''] = ru.split(' ');
  await sheet.click('u3', 'ru', 2, { clickCount: 2 });
  const [anchor, focus] = await sheet.selection();
  expect([anchor?.offset, ru.slice(0, focus?.offset).trimEnd()]).toEqual([0, first]);
  await sheet.click('u3', 'ru', 2, { clickCount: 3 });
  await sheet.type('о');
  expect((await sheet.unit('u3')).ru).toBe('о');
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
