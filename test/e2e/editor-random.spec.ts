import { expect } from '@playwright/test';
import { languages } from '../../core/base/language.ts';
import { random } from '../support/builder.ts';
import { test } from '../support/editor-page/fixture.ts';
import type { Sheet } from '../support/editor-page/sheet.ts';

/*
 * Random editing with real keys. After every step the screen shows what the draft says, rows are whole and ids unique; at the end, undoing
 * everything gives the start. A seed that failed stays in the list.
 */

const steps = 40;

const cite = (sheet: Sheet): Promise<void> =>
  sheet.page
    .evaluate(() => {
      window.editorPage.editor.insertCitation({ act: 'iab-1994', pinpoint: {}, languages: 'all' });
    })
    .then(() => sheet.settled());

async function randomStep(sheet: Sheet, next: (below: number) => number): Promise<string> {
  const language = languages[next(3)] ?? 'ky';
  const units = await sheet.units();
  const first = next(12);
  const from = { unit: units[first]?.id ?? '', language, offset: next(40) };
  const to = { unit: units[first + next(4)]?.id ?? '', language, offset: next(40) };
  const over = async (key: string) => {
    await sheet.select(from, to);
    await sheet.press(key);
  };
  const at = async (...keys: readonly string[]) => {
    await sheet.put(from.unit, language, from.offset);
    await sheet.press(...keys);
  };
  const actions: readonly (readonly [string, () => Promise<void>])[] = [
    ['type', async () => sheet.put(from.unit, language, from.offset).then(() => sheet.type('тон'))],
    ['enter', () => at('Enter')],
    ['soft break', () => at('Shift+Enter')],
    ['word back', () => at('Control+Backspace')],
    ['word on', () => at('Control+Delete')],
    ['enter over', () => over('Enter')],
    ['walk and type', async () => at('PageDown', 'Home', 'Shift+ArrowDown', 'End').then(() => sheet.type('о'))],
    ['cite', () => at('ArrowRight').then(() => cite(sheet))],
    [
      'type on a citation',
      async () =>
        cite(sheet)
          .then(() => sheet.press('ArrowLeft'))
          .then(() => sheet.type('а')),
    ],
    ['another column', async () => at('Alt+3', 'Enter', 'Alt+1', 'Backspace')],
    ['italics in an empty place', async () => at('Control+i').then(() => sheet.type('но'))],
    ['provision', () => at('Control+a', 'Delete')],
    ['two enters', () => at('Enter', 'Enter')],
    ['join', async () => sheet.put(from.unit, language, 0).then(() => sheet.press('Backspace'))],
    ['join next', async () => sheet.put(from.unit, language, 9999).then(() => sheet.press('Delete'))],
    ['delete over', () => over('Delete')],
    ['type over', async () => sheet.select(from, to).then(() => sheet.type('н'))],
    ['cut', () => over('Control+x')],
    ['cut and paste', async () => over('Control+x').then(() => sheet.press('ArrowRight', 'Control+v'))],
    ['copy and paste', async () => over('Control+c').then(() => sheet.press('ArrowRight', 'Control+v'))],
    ['bold', () => over('Control+b')],
    ['demote', () => at('Tab')],
    ['move', () => at('Alt+ArrowDown')],
    ['undo', () => sheet.press('Control+z')],
    ['redo', () => sheet.press('Control+y')],
    ['click', () => sheet.click(from.unit, language, Math.min(from.offset, 10))],
  ];
  const [name, run] = actions[next(actions.length)] ?? ['nothing', async () => {}];
  await run();
  return `${name} ${from.unit}:${language}:${from.offset} to ${to.unit}:${to.offset}`;
}

for (const seed of [1, 2, 3]) {
  test(`random keys leave the draft whole and the screen true, and can all be undone (seed ${seed})`, async ({
    sheet,
  }) => {
    await sheet.open({ articles: '12' });
    const next = random(seed);
    const start = await sheet.draft();
    const done: string[] = [];
    for (let step = 0; step < steps; step += 1) {
      done.push(await randomStep(sheet, next));
      await test.step(done.at(-1) ?? '', () => sheet.expectSound());
    }
    await sheet.page.evaluate(() => {
      const { editor } = window.editorPage;
      while (editor.state().canUndo) editor.undo();
    });
    await sheet.expectSound();
    expect(await sheet.draft()).toEqual(start);
  });
}
