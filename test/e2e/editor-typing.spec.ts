import { expect } from '@playwright/test';
import { languages } from '../../core/base/language.ts';
import { test } from '../support/editor-page/fixture.ts';

test.afterEach(async ({ sheet }) => sheet.expectSound());

for (const language of languages) {
  test(`typing in the ${language} column changes that text alone`, async ({ sheet }) => {
    await sheet.open({ articles: '30' });
    const before = await sheet.unit('u3');
    await sheet.click('u3', language, 5);
    await sheet.type('тон');
    const text = before[language];
    expect(await sheet.unit('u3')).toEqual({ ...before, [language]: `${text.slice(0, 5)}тон${text.slice(5)}` });
    expect(await sheet.caret()).toEqual({ unit: 'u3', language, offset: 8 });
  });
}

test('Enter splits, Backspace joins again, and each is one step of undo', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  const start = await sheet.units();
  await sheet.put('u4', 'ru', 7);
  await sheet.press('Enter');
  const split = await sheet.units();
  expect(split[3]).toMatchObject({ id: 'u4', ru: start[3]?.ru.slice(0, 7), ky: start[3]?.ky });
  expect(split[4]).toMatchObject({ ru: start[3]?.ru.slice(7), ky: '', en: '' });
  expect(await sheet.caret()).toEqual({ unit: split[4]?.id, language: 'ru', offset: 0 });
  await sheet.press('Backspace');
  expect(await sheet.units()).toEqual(start);
  expect(await sheet.caret()).toEqual({ unit: 'u4', language: 'ru', offset: 7 });
  await sheet.press('Control+z');
  expect(await sheet.units()).toEqual(split);
  await sheet.press('Control+z');
  expect(await sheet.units()).toEqual(start);
  await sheet.press('Control+y', 'Control+y');
  expect(await sheet.units()).toEqual(start);
});

test('cut and paste move four units within a column', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  const draft = await sheet.draft();
  const start = await sheet.units();
  await sheet.select({ unit: 'u3', language: 'ru', offset: 5 }, { unit: 'u6', language: 'ru', offset: 9 });
  await sheet.press('Control+c');
  const clipboard = await sheet.page.evaluate(() => navigator.clipboard.readText());
  const labels = await sheet.page.evaluate(() => {
    const { derived } = window.editorPage.parts;
    return ['u4', 'u5', 'u6'].map((unit) => derived.labelOf(unit)?.label.ru);
  });
  const [second, third, last] = labels;
  expect(clipboard.split('\n')).toEqual([
    start[2]?.ru.slice(5),
    `${second} ${start[3]?.ru}`,
    `${third} ${start[4]?.ru}`,
    `${last} ${start[5]?.ru.slice(0, 9)}`,
  ]);
  await sheet.put('u8', 'ru', 6);
  await sheet.press('Control+v');
  const after = await sheet.units();
  expect(after.length).toBe(start.length + 3);
  expect(after[7]?.ru).toBe(`${start[7]?.ru.slice(0, 6)}${start[2]?.ru.slice(5)}`);
  expect(after[10]?.ru).toBe(`${start[5]?.ru.slice(0, 9)}${start[7]?.ru.slice(6)}`);
  await sheet.press('Control+z');
  expect(await sheet.draft()).toEqual(draft);
});

test('lines from elsewhere become units, and their typed numbers become structure', async ({ sheet }) => {
  await sheet.open();
  await sheet.page.evaluate(() => navigator.clipboard.writeText('хвост\n1) раз;\n2) два.'));
  await sheet.put('rent-1', 'ru', 999);
  await sheet.press('Control+v');
  const units = await sheet.units();
  const at = units.findIndex((unit) => unit.id === 'rent-1');
  expect(units.slice(at, at + 3).map(({ kind, ru, ky }) => [kind, ru, ky])).toEqual([
    ['part', 'Компенсация выплачивается.хвост', 'Компенсация төлөнөт.'],
    ['point', 'раз;', ''],
    ['point', 'два.', ''],
  ]);
});

test('a composition goes in as it was composed, over several units too', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  const start = await sheet.units();
  const session = await sheet.session();
  const compose = async (steps: readonly string[], text: string) => {
    for (const step of steps) {
      await session.send('Input.imeSetComposition', {
        text: step,
        selectionStart: step.length,
        selectionEnd: step.length,
      });
    }
    await session.send('Input.insertText', { text });
    await sheet.settled();
  };
  await sheet.put('u4', 'ky', 6);
  await compose(['ө', 'өң'], 'өңү');
  expect((await sheet.unit('u4')).ky).toBe(`${start[3]?.ky.slice(0, 6)}өңү${start[3]?.ky.slice(6)}`);
  await sheet.expectSound();
  await sheet.select({ unit: 'u3', language: 'ky', offset: 5 }, { unit: 'u5', language: 'ky', offset: 3 });
  await compose(['т'], 'те');
  expect((await sheet.unit('u3')).ky).toBe(`${start[2]?.ky.slice(0, 5)}те${start[4]?.ky.slice(3)}`);
  expect((await sheet.unit('u4')).en).toBe(start[3]?.en);
});

test('undo walks back over the columns, makes the earlier one live, and typing goes on there', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  const start = await sheet.draft();
  await sheet.put('u4', 'ru', 5);
  await sheet.type('тон');
  await sheet.click('u6', 'en', 8);
  await sheet.type('ао');
  await sheet.press('Control+z', 'Control+z');
  expect(await sheet.draft()).toEqual(start);
  expect(await sheet.caret()).toEqual({ unit: 'u4', language: 'ru', offset: 5 });
  await sheet.type('н');
  expect((await sheet.unit('u4')).ru[5]).toBe('н');
});

test('Ctrl+A takes the provision, again the live column alone, and deleting it leaves the other two', async ({
  sheet,
}) => {
  await sheet.open({ articles: '30' });
  const draft = await sheet.draft();
  const start = await sheet.units();
  await sheet.put('u5', 'ru', 3);
  await sheet.press('Control+a');
  expect(await sheet.selection()).toEqual([
    { unit: 'u5', language: 'ru', offset: 0 },
    { unit: 'u5', language: 'ru', offset: start[4]?.ru.length },
  ]);
  await sheet.press('Control+a');
  expect(await sheet.selection()).toEqual([
    { unit: 'u1', language: 'ru', offset: 0 },
    { unit: start.at(-1)?.id, language: 'ru', offset: start.at(-1)?.ru.length },
  ]);
  const whole = await sheet.selection();
  const onPage = (): Promise<{ readonly selected: number; readonly inSight: boolean }> =>
    sheet.page.evaluate(() => {
      const rows = [...document.querySelectorAll('.draft-text [data-unit]')];
      const selected = rows.filter((row) => getSelection()?.containsNode(row, true));
      const middle = document.elementFromPoint(700, 400)?.closest('[data-unit]');
      return { selected: selected.length, inSight: selected.some((row) => row === middle) };
    });
  // Were all of it selected on the page, the browser would lay out all of it.
  expect((await onPage()).selected).toBeLessThan(80);
  await sheet.page.mouse.move(700, 400);
  await sheet.page.mouse.wheel(0, 9000);
  await expect.poll(async () => (await onPage()).inSight).toBe(true);
  expect((await onPage()).selected).toBeLessThan(80);
  await expect(sheet.page.getByText(`: ${start.length} положений`)).toBeAttached();
  expect(await sheet.selection()).toEqual(whole);
  await sheet.press('Delete');
  expect(await sheet.units()).toEqual(start.map((unit) => ({ ...unit, ru: '' })));
  await sheet.expectSound();
  await sheet.press('Control+z');
  expect(await sheet.draft()).toEqual(draft);
  await sheet.expectSound();
  await sheet.put('u5', 'ru', 3);
  await sheet.press('Control+a', 'Control+a', 'ArrowLeft');
  expect(await sheet.caret()).toEqual({ unit: 'u1', language: 'ru', offset: 0 });
  await sheet.press('Control+Shift+End');
  await expect.poll(() => sheet.selection()).toEqual(whole);
  await sheet.type('я');
  expect((await sheet.units()).map(({ ru }) => ru).join('')).toBe('я');
});

test('empty units keep the height of a line and can be typed in', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  await sheet.put('u4', 'ru', 999);
  await sheet.press('Enter');
  await sheet.type('от');
  const added = (await sheet.units())[4];
  expect(added?.ru).toBe('от');
  const height = await sheet.cell(added?.id ?? '', 'ky').evaluate((element) => element.getBoundingClientRect().height);
  expect(height).toBeGreaterThan(20);
});
