import { expect } from '@playwright/test';
import { languages } from '../../core/base/language.ts';
import { test } from './support/desk.ts';
import { begin, counted, expectInSheet, plain, sheet } from './support/steps.ts';
import { words } from './support/words.ts';

test.use({ viewport: { width: 1366, height: 768 } });

for (const language of languages) {
  test.describe(`with the interface in ${language}`, () => {
    test.use({ language });

    test('a citation shows its card, and is changed, declined and turned into text by keys', async ({ desk }) => {
      const { page } = desk;
      const say = words(language);
      await begin(desk, language, 'police-social-protection');
      const text = sheet(page, language);
      const mark = text.locator('.citation').first();

      // The card under the pointer stays while the pointer is on it, and Escape puts it away without moving the pointer.
      await mark.hover();
      const card = page.getByRole('dialog', { name: say('inline:citation') });
      await expect(card).toContainText(say('law:status.in-force'));
      await expect(card).toContainText('№ 102');
      await card.hover();
      await expect(card).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(card).toHaveCount(0);

      // By keys: the menu key on the mark, then the first button, which is there already.
      await mark.click();
      await text.focus();
      await page.keyboard.press('Shift+F10');
      await expect(card.getByRole('button', { name: say('inline:change') })).toBeFocused();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: say('inline:changeCitation') });
      await expect(dialog.getByRole('textbox', { name: say('law:level.article') })).toHaveValue('1');
      await dialog.getByRole('textbox', { name: say('law:level.article') }).fill('7');
      await page.keyboard.press('Enter');
      await expect(text.locator('.cell[lang="ky"] .citation').first()).toContainText('7-беренесиндеги');
      await expect(text.locator('.cell[lang="ru"] .citation').first()).toContainText(/стать\S+\s7/);

      await page.keyboard.press('Shift+F10');
      await card.getByRole('combobox', { name: say('cite:case') }).selectOption('gen');
      await expect(text.locator('.cell[lang="ky"] .citation').first()).toContainText('7-беренесинин');
      await page.keyboard.press('Shift+F10');
      await card.getByRole('button', { name: say('inline:toText') }).click();
      await expect(text.locator('.cell[lang="ky"] .citation').first()).not.toContainText('7-беренесинин');
      await expectInSheet(page, language, 'Мыйзамынын 7-беренесинин');
      // What was made plain is offered as a live one again: one key.
      await page.keyboard.press('Alt+Enter');
      await expect(text.locator('.cell[lang="ky"] .citation').first()).toContainText('7-беренесинин');
      expect(desk.foreign).toEqual([]);
    });
  });
}

test.describe('in Kyrgyz', () => {
  test.use({ language: 'ky' });

  test('typed words become live references, of several targets too, from the list or by one key', async ({ desk }) => {
    const { page } = desk;
    const say = words('ky');
    await begin(desk, 'ky');
    const text = sheet(page, 'ky');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ушул Мыйзамдын 1-беренесинде жана өрт жөнүндө мыйзамдарда каралган ');
    const offered = () => page.evaluate(() => CSS.highlights.get('offer')?.size ?? 0);
    await expect.poll(offered).toBe(1);
    await page.keyboard.press('ControlOrMeta+Shift+KeyK');
    const list = page.getByRole('dialog', { name: say('recognise:title') });
    await expect(list.getByRole('listitem').filter({ hasText: 'Ушул Мыйзамдын 1-беренесинде' })).toBeVisible();
    await list.getByRole('button', { name: say('recognise:convert_one', { count: '1' }) }).click();
    await expect(text.locator('.cell[lang="ky"] .reference')).toHaveText(/ушул Мыйзамдын 1-беренесинде/i);
    await expect.poll(offered).toBe(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(text.locator('.reference')).toHaveCount(0);
    await expectInSheet(page, 'ky', 'Ушул Мыйзамдын 1-беренесинде жана өрт жөнүндө');

    // Several targets: each by Ctrl+Enter, the last by Enter; then one of them is taken out again.
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ControlOrMeta+Shift+KeyL');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('combobox').first()).toBeFocused();
    await page.keyboard.type('1-берене');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('2-берене');
    await page.keyboard.press('Enter');
    const reference = text.locator('.cell[lang="ky"] .reference');
    await expect(reference).toHaveText(/1 жана 2-беренелери/);
    await page.keyboard.press('Alt+Enter');
    await dialog
      .getByRole('list', { name: say('inline:targets') })
      .getByRole('button')
      .last()
      .click();
    await dialog.getByRole('button', { name: say('inline:apply'), exact: true }).click();
    await expect.poll(async () => plain(await reference.textContent())).toContain('ушул Мыйзамдын 1-беренеси');
  });

  test('a short name given once is used by later mentions, and renamed for all of them in one step', async ({
    desk,
  }) => {
    const { page } = desk;
    const say = words('ky');
    await begin(desk, 'ky');
    const text = sheet(page, 'ky');
    const mention = (at: number, language: string) =>
      text.locator(`.cell[lang="${language}"] .citation`).nth(at).textContent().then(plain);
    await page.keyboard.press('ControlOrMeta+Digit3');
    const cite = async (way: 'gives' | 'short', query: string): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+KeyK');
      const dialog = page.getByRole('dialog', { name: say('cite:title') });
      await dialog.getByRole('combobox').first().fill(query);
      await expect(dialog).toContainText('930-XII');
      await dialog.getByRole('radio', { name: say(`cite:mentions.${way}`), exact: true }).click();
      await dialog.getByRole('button', { name: say('cite:insert'), exact: true }).click();
      await expect(dialog).toHaveCount(0);
      await page.keyboard.type(' ');
    };
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await cite('gives', 'статус военнослужащих 3');
    await expect.poll(() => mention(0, 'ky')).toContain('(мындан ары – ');
    await expect.poll(() => mention(0, 'ru')).toContain('(далее – ');
    await expect.poll(() => mention(0, 'en')).toContain('(hereinafter ');
    await cite('short', 'статус военнослужащих 12');
    await expect.poll(() => mention(1, 'ky')).not.toContain('Аскер кызматчыларынын статусу');

    // The first mention is changed: its names are those of the second from then on, and one undo takes both back.
    const before = await Promise.all(['ky', 'ru', 'en'].map((language) => mention(1, language)));
    await text.locator('.cell[lang="ky"] .citation').first().click();
    await page.keyboard.press('Alt+Enter');
    const dialog = page.getByRole('dialog', { name: say('inline:changeCitation') });
    const given = { ky: 'Кызмат мыйзамы', ru: 'Служебный закон', en: 'the Service Law' } as const;
    for (const language of languages) {
      await dialog.getByRole('textbox', { name: say(`common:ownName.${language}`) }).fill(given[language]);
    }
    await expect(dialog.getByText(counted('ky', 'cite:renames', 3))).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect.poll(() => mention(1, 'ky')).toBe('Кызмат мыйзамынын 12-беренеси');
    await expect.poll(() => mention(1, 'ru')).toMatch(/^статья 12 Служебного закона$/);
    await expect.poll(() => mention(1, 'en')).toBe('Article 12 of the Service Law');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => Promise.all(['ky', 'ru', 'en'].map((one) => mention(1, one)))).toEqual(before);
  });
});
