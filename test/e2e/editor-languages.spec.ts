import { expect } from '@playwright/test';
import { languages } from '../../core/base/language.ts';
import { test } from '../support/editor-page/fixture.ts';
import type { Sheet } from '../support/editor-page/sheet.ts';

/*
 * Everything that is typed, in each of the three columns. One page a column: each step is taken back, and what was there before is
 * there again.
 */

test.afterEach(async ({ sheet }) => sheet.expectSound());

/** What a key does, and that undo takes it back whole, caret and column included. */
async function taken(sheet: Sheet, name: string, act: () => Promise<void>): Promise<void> {
  await test.step(name, async () => {
    const [draft, selection] = [await sheet.draft(), await sheet.selection()];
    await act();
    await sheet.expectSound();
    let presses = 0;
    for (; presses < 12 && JSON.stringify(await sheet.draft()) !== JSON.stringify(draft); presses += 1)
      await sheet.press('Control+z');
    expect(await sheet.draft()).toEqual(draft);
    if (presses > 0) expect(await sheet.selection()).toEqual(selection);
  });
}

/** A letter with a dead key: as Windows sends it, and as an input method composes it. */
async function typeDead(sheet: Sheet, how: 'key' | 'composed'): Promise<void> {
  const session = await sheet.session();
  if (how === 'key') {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Dead', code: 'Quote' });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Dead', code: 'Quote' });
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'é', code: 'KeyE', text: 'é' });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'é', code: 'KeyE' });
  } else {
    await session.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: 'é' });
  }
  await sheet.settled();
}

for (const language of languages) {
  test(`splitting, joining and deleting by letters, words and selections (${language})`, async ({ sheet }) => {
    await sheet.open({ articles: '20' });
    const all = await sheet.units();
    const [, , first, second, third, fourth] = all;
    if (!first || !second || !third || !fourth) throw new Error('too few units');
    const text = (unit: typeof first) => unit[language];
    const now = async (id: string) => (await sheet.unit(id))[language];
    const others = languages.filter((one) => one !== language);

    await sheet.put(first.id, language, 7);
    await taken(sheet, 'Enter splits, and the other languages begin the new unit empty', async () => {
      await sheet.press('Enter');
      const after = await sheet.units();
      expect([after[2]?.[language], after[3]?.[language]]).toEqual([text(first).slice(0, 7), text(first).slice(7)]);
      for (const one of others) expect([after[2]?.[one], after[3]?.[one]]).toEqual([first[one], '']);
      const split = await sheet.draft();
      await sheet.press('Control+z', 'Control+y');
      expect(await sheet.draft(), 'redo brings the same ids').toEqual(split);
    });
    await taken(sheet, 'Shift+Enter goes on in a paragraph', async () => {
      await sheet.press('Shift+Enter');
      expect((await sheet.units())[3]?.kind).toBe('paragraph');
    });

    const expectJoined = async () => {
      for (const one of languages) expect((await sheet.unit(first.id))[one]).toBe(first[one] + second[one]);
      expect((await sheet.units()).length).toBe(all.length - 1);
      expect(await sheet.caret()).toEqual({ unit: first.id, language, offset: text(first).length });
    };
    for (const key of ['Backspace', 'Control+Backspace']) {
      await sheet.put(second.id, language, 0);
      await taken(sheet, `${key} at the start joins in every language`, async () => {
        await sheet.press(key);
        await expectJoined();
      });
    }
    for (const key of ['Delete', 'Control+Delete']) {
      await sheet.put(first.id, language, 999);
      await taken(sheet, `${key} at the end joins in every language`, async () => {
        await sheet.press(key);
        await expectJoined();
        await sheet.type('о');
        expect(await now(first.id)).toBe(`${text(first)}о${text(second)}`);
      });
    }
    const words = text(first).split(' ');
    const behindTwo = words.slice(0, 2).join(' ').length;
    await sheet.put(first.id, language, behindTwo);
    await taken(sheet, 'Ctrl+Backspace takes the word before', async () => {
      await sheet.press('Control+Backspace');
      expect(await now(first.id)).toBe(`${words[0]} ${text(first).slice(behindTwo)}`);
    });
    await taken(sheet, 'Ctrl+Delete takes the word behind', async () => {
      await sheet.press('Control+Delete');
      expect((await now(first.id)).replace(/ {2}/u, ' ')).toBe(words.toSpliced(2, 1).join(' '));
    });

    await sheet.put(first.id, language, 999);
    await sheet.press('Control+ArrowRight');
    expect(await sheet.caret()).toMatchObject({ unit: second.id, language });
    await sheet.put(second.id, language, 0);
    await sheet.press('Control+ArrowLeft');
    expect(await sheet.caret()).toMatchObject({ unit: first.id, language });

    const from = { unit: first.id, language, offset: 5 };
    const to = { unit: fourth.id, language, offset: 9 };
    const left = [text(first).slice(0, 5), text(fourth).slice(9)] as const;
    const over: readonly (readonly [string, string, () => Promise<void>])[] = [
      ['Delete', '', () => sheet.press('Delete')],
      ['Backspace', '', () => sheet.press('Backspace')],
      ['Control+Backspace', '', () => sheet.press('Control+Backspace')],
      ['cut', '', () => sheet.press('Control+x')],
      ['a letter', 'т', () => sheet.type('т')],
      ['several letters', 'тон', () => sheet.type('тон')],
      ['a dead key', 'é', () => typeDead(sheet, 'key')],
      ['a composed letter', 'é', () => typeDead(sheet, 'composed')],
    ];
    for (const [name, typed, act] of over) {
      await sheet.select(from, to);
      await taken(sheet, `${name} over four units leaves the other languages alone`, async () => {
        await act();
        const after = await sheet.units();
        expect(after[2]?.[language]).toBe(left.join(typed));
        expect(after.map((unit) => others.map((one) => unit[one]))).toEqual(
          all.map((unit) => others.map((one) => unit[one])),
        );
        expect(await sheet.caret()).toEqual({ unit: first.id, language, offset: 5 + typed.length });
      });
    }
    await sheet.select(to, from);
    await taken(sheet, 'Enter over a selection that was drawn upward parts what is left', async () => {
      await sheet.press('Enter');
      const after = await sheet.units();
      expect([after[2]?.[language], after[3]?.[language]]).toEqual([left[0], left[1]]);
    });
  });
}

const nested = {
  ky: ['"Мыйзам "А" жана" ', '«Мыйзам „А“ жана» '],
  ru: ['"Закон "А" и" ', '«Закон „А“ и» '],
  en: ['"Law "A" and" ', '“Law ‘A’ and” '],
} as const;

const parted = {
  ky: ['№ 5, 1 500 000 сом, 25 июлда ', '№~5, 1~500~000~сом, 25~июлда '],
  ru: ['№ 5, 1 500 000 сомов, 25 июля ', '№~5, 1~500~000~сомов, 25~июля '],
  en: ['№ 5, 1 500 000 soms, 25 July ', '№~5, 1~500~000~soms, 25~July '],
} as const;

for (const language of languages) {
  test(`quotes, no-break spaces, marks and what stands beside citations (${language})`, async ({ sheet }) => {
    await sheet.open();
    const now = async (id: string) => (await sheet.unit(id))[language];
    const runs = (id: string) =>
      sheet.page.evaluate(
        ([unit, one]) =>
          window.editorPage.editor
            .state()
            .units.find((each) => each.id === unit)
            ?.children.find((cell) => cell.lang === one)
            ?.children.map((inline) => {
              if (!('text' in inline)) return `{${inline.type}}`;
              return `${inline.bold ? 'b:' : ''}${inline.italic ? 'i:' : ''}${inline.superscript ? 's:' : ''}${inline.text}`;
            }),
        [id, language] as const,
      );

    for (const [typed, made] of [nested[language], parted[language]]) {
      await sheet.put('health', language, 0);
      const before = await now('health');
      await test.step(`${typed} becomes ${made}`, async () => {
        await sheet.type(typed);
        expect(await now('health')).toBe(`${made.replaceAll('~', '\u00a0')}${before}`);
        while ((await now('health')) !== before) await sheet.press('Control+z');
      });
    }

    const start = await sheet.draft();
    const health = await now('health');
    await sheet.put('health', language, 4);
    await taken(sheet, 'bold begins at the caret, ends there, and what is typed behind goes on in it', async () => {
      await sheet.press('Control+b');
      await sheet.type('он');
      await sheet.press('Control+b');
      await sheet.type('но');
      expect(await runs('health')).toEqual([health.slice(0, 4), 'b:он', `но${health.slice(4)}`]);
      await sheet.press('ArrowLeft', 'ArrowLeft');
      await sheet.type('т');
      expect(await runs('health')).toEqual([health.slice(0, 4), 'b:онт', `но${health.slice(4)}`]);
    });
    await sheet.select({ unit: 'housing-3', language, offset: 2 }, { unit: 'health', language, offset: 4 });
    await taken(sheet, 'italics over two units, and off again', async () => {
      const [before, after] = [await runs('housing-3'), await runs('health')];
      await sheet.press('Control+i');
      expect(await runs('health')).toEqual([`i:${health.slice(0, 4)}`, health.slice(4)]);
      expect((await runs('housing-3'))?.[0]).toBe(before?.[0]?.slice(0, 2));
      await sheet.press('Control+i');
      expect([await runs('housing-3'), await runs('health')]).toEqual([before, after]);
    });
    await sheet.select({ unit: 'health', language, offset: 1 }, { unit: 'health', language, offset: 3 });
    await taken(sheet, 'a superscript keeps its letters to itself', async () => {
      await sheet.page.evaluate(() => window.editorPage.editor.toggleMark('superscript'));
      expect(await runs('health')).toEqual([health.slice(0, 1), `s:${health.slice(1, 3)}`, health.slice(3)]);
    });

    const [before = '', , after = ''] = (await runs('housing-1')) ?? [];
    await sheet.put('housing-1', language, before.length);
    await taken(sheet, 'typing before, behind and between citations', async () => {
      await sheet.type('о');
      expect(await runs('housing-1')).toEqual([`${before}о`, '{citation}', after]);
      await sheet.press('ArrowRight');
      await sheet.type('т');
      expect(await runs('housing-1')).toEqual([`${before}о`, '{citation}', `т${after}`]);
      await sheet.press('Backspace');
      await sheet.page.evaluate(() =>
        window.editorPage.editor.insertCitation({ act: 'iab-1994', pinpoint: {}, languages: 'active' }),
      );
      await sheet.settled();
      await sheet.press('ArrowLeft', 'ArrowLeft');
      await sheet.type('н');
      expect(await runs('housing-1')).toEqual([`${before}о`, '{citation}', 'н', '{citation}', after]);
      await sheet.press('Backspace', 'Backspace');
      expect(await runs('housing-1')).toEqual([`${before}о`, '{citation}', after]);
      await sheet.press('Delete');
      expect(await runs('housing-1')).toEqual([`${before}о${after}`]);
    });
    expect(await sheet.draft()).toEqual(start);
  });
}
