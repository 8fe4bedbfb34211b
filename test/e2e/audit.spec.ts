import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import { languages } from '../../core/base/language.ts';
import { axeOn } from './support/axe.ts';
import { test } from './support/desk.ts';
import { begin, expectSaving, saveAs, write } from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * The audit trail as a person meets it: not kept until it is switched on, then shown in words, written into the file and out of it.
 */

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('an audit trail is switched on, shown in words, saved as a table, and leaves the file when it is switched off', async ({
      desk,
    }) => {
      const { page } = desk;
      const say = words(language);
      const file = path.join(desk.documents, 'Мыйзам.dolboor');
      const isInFile = () => Object.keys(unzipSync(readFileSync(file))).some((name) => name.startsWith('package/'));
      await begin(desk, language);
      await write(desk, language, 'Канарейка Ω');
      await saveAs(desk, 'Мыйзам.dolboor', 'ControlOrMeta+s');
      await expectSaving(page, language, 'saved');
      expect(isInFile()).toBe(false);

      await page.keyboard.press('ControlOrMeta+Shift+p');
      await page.keyboard.type(say('commands:audit-trail'));
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: say('audit:title') });
      const keep = dialog.getByRole('checkbox', { name: say('audit:keep') });
      await expect(keep).toBeFocused();
      await expect(dialog).toContainText(say('audit:none'));
      await expect(dialog).toContainText(say('audit:provesNot'));
      await page.keyboard.press('Space');
      const table = dialog.getByRole('table', { name: say('audit:table') });
      // Newest first: the save that put the trail into the file stands above the switching on.
      await expect(table.getByRole('row').nth(1)).toContainText(say('audit:kinds.saved'));
      await expect(table.getByRole('row').nth(2)).toContainText(say('audit:kinds.switched-on'));
      await expect(dialog.getByRole('status').first()).toContainText(say('audit:holds'));
      expect(isInFile()).toBe(true);
      if (language === 'ru') {
        const { violations } = await (await axeOn(page, '[role="dialog"]')).analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
      }

      await dialog.getByRole('button', { name: say('audit:saveCsv') }).click();
      await expect(dialog).toContainText('Мыйзам-audit.csv');
      const csv = readFileSync(path.join(desk.documents, 'Мыйзам-audit.csv'), 'utf8');
      expect(csv).toContain(say('audit:kinds.switched-on'));
      expect(csv).not.toContain('Канарейка');

      await keep.focus();
      await page.keyboard.press('Space');
      await expect.poll(isInFile).toBe(false);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    });
  });
}
