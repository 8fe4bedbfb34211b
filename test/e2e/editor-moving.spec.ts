import { expect } from '@playwright/test';
import { test } from '../support/editor-page/fixture.ts';

test.afterEach(async ({ sheet }) => sheet.expectSound());

test('the arrows walk the live column and skip the others', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  const units = await sheet.units();
  await sheet.put('u5', 'ru', 0);
  await sheet.press('ArrowLeft');
  expect(await sheet.caret()).toEqual({ unit: 'u4', language: 'ru', offset: units[3]?.ru.length });
  await sheet.press('ArrowRight');
  expect(await sheet.caret()).toEqual({ unit: 'u5', language: 'ru', offset: 0 });
  await sheet.press('Control+ArrowLeft');
  expect(await sheet.caret()).toMatchObject({ unit: 'u4', language: 'ru' });
  await sheet.put('u3', 'ru', 12);
  for (let line = 0; line < 12; line += 1) {
    await sheet.press('ArrowDown');
    expect((await sheet.caret()).language).toBe('ru');
  }
  expect((await sheet.caret()).unit).not.toBe('u3');
  for (let line = 0; line < 12; line += 1) await sheet.press('ArrowUp');
  expect(await sheet.caret()).toMatchObject({ unit: 'u3', language: 'ru' });
  await sheet.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
  const [anchor, focus] = await sheet.selection();
  expect([anchor?.unit, anchor?.language, focus?.language]).toEqual(['u3', 'ru', 'ru']);
  expect(focus?.unit).not.toBe('u3');
});

test('Home and End stay in the line of the cell, and nothing can be typed before a number', async ({ sheet }) => {
  await sheet.open();
  for (const unit of ['chapter-1', 'housing', 'housing-2', 'health']) {
    await sheet.put(unit, 'ru', 4);
    await sheet.press('Home');
    expect(await sheet.caret()).toEqual({ unit, language: 'ru', offset: 0 });
    await sheet.type('о');
    expect((await sheet.unit(unit)).ru.startsWith('о')).toBe(true);
    await sheet.press('End');
    expect((await sheet.caret()).unit).toBe(unit);
  }
});

test('Home and End keep to the visual line where a text was broken into lines, after a click behind its end too', async ({
  sheet,
}) => {
  await sheet.open({ articles: '30' });
  const { ru } = await sheet.unit('u3');
  const at = async (offset: number) => expect(await sheet.caret()).toEqual({ unit: 'u3', language: 'ru', offset });
  await sheet.put('u3', 'ru', 999);
  await sheet.press('Home');
  const { offset: second } = await sheet.caret();
  expect(second).toBeGreaterThan(0);
  expect(second).toBeLessThan(ru.length);
  await sheet.press('Home');
  await at(second);
  await sheet.press('End');
  await at(ru.length);
  await sheet.press('Home', 'ArrowUp');
  await at(0);
  await sheet.press('End', 'End');
  await at(second - 1);
  await sheet.press('Home');
  await at(0);
  const box = await sheet.cell('u3', 'ru').boundingBox();
  const line = await sheet.point('u3', 'ru', 3);
  await sheet.page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - 3, line.y);
  await sheet.settled();
  await at(second - 1);
  await sheet.press('Home');
  await at(0);
});

test('Ctrl+Home and Ctrl+End go to the edges of the live column, over what is not laid out', async ({ sheet }) => {
  await sheet.open({ articles: '60' });
  const units = await sheet.units();
  await sheet.put('u9', 'en', 3);
  await sheet.press('Control+End');
  expect(await sheet.caret()).toEqual({ unit: units.at(-1)?.id, language: 'en', offset: units.at(-1)?.en.length });
  await sheet.type('то');
  expect((await sheet.units()).at(-1)?.en.endsWith('то')).toBe(true);
  await sheet.press('Control+Home');
  expect(await sheet.caret()).toEqual({ unit: 'u1', language: 'en', offset: 0 });
});

test('Ctrl+Up and Ctrl+Down go by provisions, with Shift they select, and no key leaves the column', async ({
  sheet,
}) => {
  await sheet.open({ articles: '30' });
  const units = await sheet.units();
  const at = async (unit: string, offset: number) =>
    expect(await sheet.caret()).toEqual({ unit, language: 'en', offset });
  await sheet.put('u5', 'en', 3);
  await sheet.press('Control+ArrowUp');
  await at('u5', 0);
  await sheet.press('Control+ArrowUp', 'Control+ArrowUp');
  await at('u3', 0);
  await sheet.press('Control+ArrowDown', 'Control+Shift+ArrowDown', 'Control+Shift+ArrowDown');
  expect(await sheet.selection()).toEqual([
    { unit: 'u4', language: 'en', offset: 0 },
    { unit: 'u6', language: 'en', offset: 0 },
  ]);
  await sheet.press('Control+Home', 'Control+ArrowUp');
  await at('u1', 0);
  const last = units.at(-1);
  await sheet.press('Control+End', 'Control+ArrowUp', 'Control+ArrowDown');
  await at(last?.id ?? '', last?.en.length ?? 0);
  await sheet.put('u5', 'en', 999);
  for (let words = 0; words < 3; words += 1) await sheet.press('Control+Shift+ArrowRight');
  const [from, to] = await sheet.selection();
  expect([from?.unit, to?.unit, to?.language]).toEqual(['u5', 'u6', 'en']);
});

test('PageDown and PageUp go on by what is in sight, stay in the column and come back the same way', async ({
  sheet,
}) => {
  await sheet.open({ articles: '30' });
  const order = (await sheet.units()).map(({ id }) => id);
  await sheet.put('u3', 'en', 4);
  const way = [await sheet.caret()];
  for (let page = 0; page < 3; page += 1) {
    await sheet.press('PageDown');
    way.push(await sheet.caret());
  }
  const rows = way.map(({ unit }) => order.indexOf(unit));
  expect(rows.every((row, i) => i === 0 || row > (rows[i - 1] ?? 0) + 3)).toBe(true);
  expect(new Set(way.map(({ language }) => language))).toEqual(new Set(['en']));
  for (const place of way.slice(0, -1).toReversed()) {
    await sheet.press('PageUp');
    expect(order.indexOf((await sheet.caret()).unit) - order.indexOf(place.unit)).toBeLessThanOrEqual(1);
  }
  for (let page = 0; page < order.length / 3; page += 1) await sheet.page.keyboard.press('Shift+PageDown');
  await sheet.settled();
  const [from, to] = await sheet.selection();
  expect(from?.unit).not.toBe(order.at(-1));
  expect(to).toEqual({ unit: order.at(-1), language: 'en', offset: (await sheet.units()).at(-1)?.en.length });
  for (let page = 0; page < order.length / 3; page += 1) await sheet.page.keyboard.press('PageUp');
  await sheet.settled();
  expect(await sheet.caret()).toEqual({ unit: 'u1', language: 'en', offset: 0 });
});

test('a click in another column makes it live with the caret at the click', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  await sheet.click('u3', 'ru', 3);
  await sheet.click('u5', 'en', 8);
  expect(await sheet.caret()).toEqual({ unit: 'u5', language: 'en', offset: 8 });
  await sheet.click('u2', 'ky', 4);
  expect(await sheet.caret()).toEqual({ unit: 'u2', language: 'ky', offset: 4 });
});

test('Alt+1 to Alt+3 reach the columns without the mouse', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  await sheet.put('u4', 'ru', 5);
  await sheet.press('Alt+3');
  expect(await sheet.caret()).toMatchObject({ unit: 'u4', language: 'en' });
  await sheet.type('но');
  expect((await sheet.unit('u4')).en).toContain('но');
  await sheet.press('Alt+1');
  expect(await sheet.caret()).toMatchObject({ unit: 'u4', language: 'ky' });
});

test('dragging selects in the column where it began, wherever it ends', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  for (const ends of ['ru', 'en', 'ky'] as const) {
    await sheet.click('u2', 'ru', 1);
    await sheet.drag({ unit: 'u3', language: 'ru', offset: 5 }, { unit: 'u5', language: ends, offset: 9 });
    const [anchor, focus] = await sheet.selection();
    expect(anchor).toEqual({ unit: 'u3', language: 'ru', offset: 5 });
    expect(focus?.language).toBe('ru');
    expect(focus?.unit).not.toBe('u3');
  }
  await sheet.drag({ unit: 'u3', language: 'en', offset: 5 }, { unit: 'u5', language: 'en', offset: 9 });
  expect(await sheet.selection()).toEqual([
    { unit: 'u3', language: 'en', offset: 5 },
    { unit: 'u5', language: 'en', offset: 9 },
  ]);
});

test('double, triple and Shift clicks select a word, a text and a stretch', async ({ sheet }) => {
  await sheet.open({ articles: '30' });
  const draft = await sheet.draft();
  const start = await sheet.units();
  await sheet.click('u4', 'ru', 4, { clickCount: 2 });
  const [from, to] = await sheet.selection();
  expect([from?.unit, to?.unit]).toEqual(['u4', 'u4']);
  expect(from?.offset).not.toBe(to?.offset);
  await sheet.click('u4', 'ru', 4, { clickCount: 3 });
  await sheet.press('Backspace');
  expect(await sheet.units()).toEqual(start.map((unit) => (unit.id === 'u4' ? { ...unit, ru: '' } : unit)));
  await sheet.press('Control+z');
  expect(await sheet.draft()).toEqual(draft);
  await sheet.click('u3', 'ru', 4);
  await sheet.click('u5', 'ru', 7, { shift: true });
  expect(await sheet.selection()).toEqual([
    { unit: 'u3', language: 'ru', offset: 4 },
    { unit: 'u5', language: 'ru', offset: 7 },
  ]);
});

test('a drag goes on beyond the edge of the window, selected words stay out of other columns, and the browser finds far text', async ({
  sheet,
}) => {
  await sheet.open({ articles: '60' });
  const { page } = sheet;
  const [start, units] = [await sheet.draft(), await sheet.units()];
  const { x, y } = await sheet.point('u3', 'ru', 4);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, 600, { steps: 4 });
  await page.mouse.move(x, 830, { steps: 4 });
  const top = () => page.evaluate(() => document.querySelector('.draft-view')?.scrollTop ?? 0);
  await expect.poll(top).toBeGreaterThan(1500);
  await page.mouse.up();
  await sheet.settled();
  const [from, to] = await sheet.selection();
  expect(from).toEqual({ unit: 'u3', language: 'ru', offset: 4 });
  expect(to?.language).toBe('ru');
  expect(units.findIndex(({ id }) => id === to?.unit)).toBeGreaterThan(20);

  await sheet.put('u3', 'ru', 0);
  await sheet.press('Control+a');
  await sheet.drag({ unit: 'u3', language: 'ru', offset: 6 }, { unit: 'u5', language: 'en', offset: 9 });
  expect(await sheet.draft()).toEqual(start);

  const far = units.at(-2)?.ru.slice(0, 40) ?? '';
  const found = await page.evaluate((words) => {
    getSelection()?.removeAllRanges();
    return (window as unknown as { find: (text: string) => boolean }).find(words) && getSelection()?.toString();
  }, far);
  expect(found).toBe(far);
});

test('selected words are dragged to where the mouse lets go of them, with Ctrl copied, each in one step', async ({
  sheet,
}) => {
  await sheet.open({ articles: '30' });
  const [from, to] = [await sheet.unit('u3'), await sheet.unit('u5')];
  const select = () =>
    sheet.select({ unit: 'u3', language: 'ru', offset: 0 }, { unit: 'u3', language: 'ru', offset: 8 });
  const drag = () => sheet.drag({ unit: 'u3', language: 'ru', offset: 4 }, { unit: 'u5', language: 'ru', offset: 3 });
  const dropped = `${to.ru.slice(0, 3)}${from.ru.slice(0, 8)}${to.ru.slice(3)}`;
  await select();
  await drag();
  expect([(await sheet.unit('u3')).ru, (await sheet.unit('u5')).ru]).toEqual([from.ru.slice(8), dropped]);
  expect(await sheet.selection()).toEqual([
    { unit: 'u5', language: 'ru', offset: 3 },
    { unit: 'u5', language: 'ru', offset: 11 },
  ]);
  await sheet.expectSound();
  await sheet.press('Control+z');
  expect([await sheet.unit('u3'), await sheet.unit('u5')]).toEqual([from, to]);
  await select();
  await sheet.page.keyboard.down('Control');
  await drag();
  await sheet.page.keyboard.up('Control');
  expect([(await sheet.unit('u3')).ru, (await sheet.unit('u5')).ru]).toEqual([from.ru, dropped]);
  // After a drag the selection is followed as before.
  await sheet.press('ArrowRight');
  await sheet.type('о');
  expect((await sheet.unit('u5')).ru).toBe(`${dropped.slice(0, 11)}о${dropped.slice(11)}`);
  await sheet.click('u3', 'ru', 2, { clickCount: 2 });
  const [a, b] = await sheet.selection();
  expect([a?.unit, b?.unit, (b?.offset ?? 0) > (a?.offset ?? 0)]).toEqual(['u3', 'u3', true]);
});

test('a click beside the words puts the caret into their unit', async ({ sheet }) => {
  await sheet.open();
  await sheet.click('housing', 'ru', 1);
  const box = await sheet.cell('health', 'ru').boundingBox();
  if (!box) throw new Error('no cell');
  await sheet.page.mouse.click(box.x + box.width - 3, box.y + box.height - 2);
  await sheet.settled();
  expect(await sheet.caret()).toMatchObject({ unit: 'health', language: 'ru' });
  const label = await sheet.cell('housing-2', 'ru').locator('.label').boundingBox();
  if (!label) throw new Error('no label');
  await sheet.page.mouse.click(label.x + 3, label.y + label.height / 2);
  await sheet.settled();
  expect(await sheet.caret()).toMatchObject({ unit: 'housing-2', language: 'ru' });
  const number = await sheet.page.locator('[data-unit="housing-3"] > .unit-number').boundingBox();
  if (!number) throw new Error('no number');
  await sheet.page.mouse.click(number.x + number.width / 2, number.y + number.height / 2);
  await sheet.settled();
  expect(await sheet.caret()).toEqual({ unit: 'housing-3', language: 'ru', offset: 0 });
});

test('Tab and Shift+Tab step inward and outward, Alt+Up and Alt+Down move with all that is enclosed', async ({
  sheet,
}) => {
  await sheet.open();
  const start = await sheet.draft();
  await sheet.put('rent-1', 'ru', 4);
  await sheet.press('Tab');
  expect((await sheet.unit('rent-1')).kind).toBe('point');
  await sheet.press('Shift+Tab');
  expect((await sheet.unit('rent-1')).kind).toBe('part');
  await sheet.put('rent', 'ky', 2);
  await sheet.press('Alt+ArrowUp');
  expect((await sheet.units()).map((unit) => unit.id).slice(2, 5)).toEqual(['rent', 'rent-1', 'note-1']);
  expect(await sheet.caret()).toEqual({ unit: 'rent', language: 'ky', offset: 2 });
  await expect(sheet.cell('housing', 'ru').locator('.label')).toHaveText('Статья 2.');
  await sheet.press('Alt+ArrowDown');
  expect((await sheet.units()).map((unit) => unit.id)).toEqual([
    'title',
    'chapter-1',
    'housing',
    'housing-1',
    'housing-2',
    'housing-3',
    'health',
    'redundancy',
    'rent',
    'rent-1',
    'note-1',
  ]);
  await sheet.press('Control+z', 'Control+z', 'Control+z', 'Control+z');
  expect(await sheet.draft()).toEqual(start);
});

test('numbers are computed: an article put in renumbers those that follow, and references go with them', async ({
  sheet,
}) => {
  await sheet.open();
  await expect(sheet.cell('rent', 'ky').locator('.label')).toHaveText('2-берене.');
  await sheet.put('housing-1', 'ru', 0);
  await sheet.press('Enter');
  await expect(sheet.cell('housing-1', 'ru').locator('.label')).toHaveText('2.');
  await expect(sheet.cell('housing-3', 'ru').locator('.reference')).toContainText('частью 2');
});

test('every cell says its language, and only the live one can be edited', async ({ sheet }) => {
  await sheet.open();
  const cells = sheet.page.locator('[data-unit="housing-1"] > .cell');
  expect(
    await cells.evaluateAll((all: HTMLElement[]) => all.map((cell) => [cell.lang, cell.isContentEditable])),
  ).toEqual([
    ['ky', false],
    ['ru', true],
    ['en', false],
  ]);
  await expect(sheet.page.getByRole('textbox', { name: 'Текст законопроекта' })).toHaveAttribute(
    'aria-multiline',
    'true',
  );
});
