import { expect } from '@playwright/test';
import { test } from '../support/editor-page/fixture.ts';
import { heardTree, listen } from '../support/editor-page/heard.ts';

/*
 * What a screen reader finds in the sheet, and what it is told while somebody writes.
 */

test.afterEach(async ({ sheet }) => sheet.expectSound());

const rows = {
  ky: [
    'Аталышы. кыргызча: жазылган; орусча: жазылган; англисче: жазылган',
    '1-берене. кыргызча: жазылган; орусча: жазылган; англисче: жазылган',
    '2-пункт. кыргызча: азырынча текст жок; орусча: жазылган; англисче: жазылган',
  ],
  ru: [
    'Название. кыргызский: написан; русский: написан; английский: написан',
    'Статья 1. кыргызский: написан; русский: написан; английский: написан',
    'Пункт 2. кыргызский: текста пока нет; русский: написан; английский: написан',
  ],
  en: [
    'Title. Kyrgyz: written; Russian: written; English: written',
    'Article 1. Kyrgyz: written; Russian: written; English: written',
    'Point 2. Kyrgyz: no text yet; Russian: written; English: written',
  ],
} as const;

const told = {
  ky: ['1-берене, 1-бөлүк, кыргызча: жазылган', '1-берене, 1-бөлүк, орусча: бекитилген', 'Жокко чыгарылды'],
  ru: ['Статья 1, часть 1, кыргызский: написан', 'Статья 1, часть 1, русский: утверждён', 'Отменено'],
  en: ['Article 1, part 1, Kyrgyz: written', 'Article 1, part 1, Russian: approved', 'Undone'],
} as const;

for (const language of ['ky', 'ru', 'en'] as const) {
  test(`every provision says its label, its languages and how far each has come (${language})`, async ({ sheet }) => {
    await sheet.open({ interface: language });
    const heard = await heardTree(sheet.page);
    const groups = heard.filter(({ role }) => role === 'group').map(({ name }) => name);
    expect(groups).toHaveLength((await sheet.units()).length);
    expect(groups).toEqual(expect.arrayContaining([...rows[language]]));
    const cells = sheet.page.locator('.unit > .cell');
    expect(await cells.evaluateAll((all) => all.every((cell) => cell.closest('[lang]')?.getAttribute('lang')))).toBe(
      true,
    );

    await sheet.put('housing', 'ru', 0);
    const said = await listen(sheet.page);
    await sheet.press('ArrowDown');
    await sheet.page.evaluate(() => window.editorPage.editor.approve());
    await sheet.settled();
    await sheet.press('Alt+1');
    await sheet.press('Alt+2', 'Control+z');
    const all = await said();
    for (const words of told[language]) expect(all).toContain(words);
  });
}

test('a drafter who does not see hears where each key leads', async ({ sheet }) => {
  await sheet.open();
  await sheet.put('housing-3', 'ru', 999);
  const said = await listen(sheet.page);
  const hears = async (...words: readonly string[]) => {
    expect(await said()).toEqual(words);
  };
  // Within a provision nothing is said: the reader reads the words themselves.
  await sheet.press('ArrowLeft', 'Home', 'End');
  await hears();
  await sheet.press('ArrowDown');
  await hears('Статья 1, часть 3, пункт 1, русский: написан');
  await sheet.press('Shift+Tab');
  await hears('Статья 1, часть 4, русский: написан');
  await sheet.press('Tab');
  await hears('Статья 1, часть 3, пункт 1, русский: написан');
  await sheet.press('End', 'Enter');
  await hears('Статья 1, часть 3, пункт 2, русский: текста пока нет');
  await sheet.type('о');
  await hears();
  await sheet.press('Control+b');
  await hears('Полужирный включён');
  await sheet.press('Control+b');
  await hears('Полужирный выключен');
  await sheet.press('Alt+3');
  await hears('Статья 1, часть 3, пункт 2, английский: текста пока нет');
  await sheet.press('Alt+2');
  await hears('Статья 1, часть 3, пункт 2, русский: написан');
  await sheet.press('Control+z');
  await hears('Отменено');
  await sheet.press('Control+y');
  await hears('Возвращено');
  await sheet.put('rent', 'ru', 0);
  await hears('Статья 2, русский: написан');
  await sheet.press('Alt+ArrowUp');
  await hears('Статья 1, русский: написан');
  await sheet.page.evaluate(() => window.editorPage.editor.insertUnit('article', 'after'));
  await sheet.settled();
  await hears('Статья 2, русский: без заголовка');
  await sheet.press('Control+z');
  await hears('Статья 1, русский: написан', 'Отменено');
  await sheet.put('title', 'ru', 0);
  await hears('Название, русский: написан');
  await sheet.press('Tab');
  await hears('Здесь это невозможно');
  await sheet.put('housing-2', 'ru', 'Сотрудник, прослуживший более … лет, вправе при'.length);
  await hears('Статья 2, часть 2, русский: написан, замечаний: 1', 'Замечание, Минфин: Нужен расчёт.');
});

test('of provisions that are called alike each is heard when the caret comes to it', async ({ sheet }) => {
  await sheet.open();
  await sheet.put('housing-1', 'ru', 0);
  await sheet.page.evaluate(() => {
    for (let i = 0; i < 3; i += 1) window.editorPage.editor.insertUnit('note', 'after');
  });
  await sheet.settled();
  const said = await listen(sheet.page);
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
    await sheet.press(key);
    expect(await said(), key).toEqual([expect.stringMatching(/^.*русский: текста пока нет$/)]);
  }
});

test('rows far from the caret that still read as before say that they are busy, the nearest for the shortest time', async ({
  sheet,
}) => {
  await sheet.open({ articles: '60' });
  await sheet.put('u240', 'ru', 0);
  await sheet.press('Control+a', 'Control+a', 'Delete');
  await sheet.settled();
  await sheet.put('u240', 'ru', 0);
  await sheet.settled();
  const seen = await sheet.page.evaluate(async () => {
    const { editor } = window.editorPage;
    const rows = [...document.querySelectorAll<HTMLElement>('.draft-text [data-unit]')];
    const written = new Map<string | undefined, string>();
    const isStale = (row: HTMLElement) =>
      !row.querySelector(':scope > .cell[lang="ru"]')?.textContent?.includes(written.get(row.dataset.unit) ?? '');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const found = { late: 0, unsaid: 0, drawn: [] as number[] };
    new MutationObserver((changes) => {
      const chunks = [...document.querySelectorAll('.draft-chunk')];
      const here = chunks.findIndex((chunk) => chunk.querySelector('[data-unit="u240"]'));
      for (const { target, oldValue } of changes)
        if (oldValue?.includes('waiting')) found.drawn.push(Math.abs(chunks.indexOf(target as Element) - here));
    }).observe(document.body, { subtree: true, attributeFilter: ['class'], attributeOldValue: true });
    editor.undo();
    for (const { id, children } of editor.state().units) {
      const words = children[1].children.map((inline) => ('text' in inline ? inline.text : '')).join('');
      if (children[1].children.length === 1) written.set(id, words);
    }
    const here = rows.findIndex((row) => row.dataset.unit === 'u240');
    // The page draws the step as a whole: from then on, what is not drawn was held back.
    while (rows[here] && isStale(rows[here])) await frame();
    for (let stale = rows.filter(isStale); stale.length > 0; stale = rows.filter(isStale)) {
      found.late = Math.max(found.late, stale.length);
      found.unsaid += stale.filter((row) => !row.closest('[aria-busy="true"]')).length;
      await frame();
    }
    return found;
  });
  expect(seen.late).toBeGreaterThan(0);
  expect(seen.unsaid).toBe(0);
  // Outward from the caret.
  const half = seen.drawn.length / 2;
  const sum = (distances: readonly number[]): number => distances.reduce((all, one) => all + one, 0);
  expect(sum(seen.drawn.slice(0, half))).toBeLessThan(sum(seen.drawn.slice(-half)) / 2);
});
