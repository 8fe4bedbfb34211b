import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type Desk, test } from './support/desk.ts';
import { begin, plain } from './support/steps.ts';
import { words } from './support/words.ts';

/*
 * What goes to the printer, or into a PDF: the pages of the preview.
 */

const title = 'Милиция кызматкерлерин жана алардын үй-бүлө мүчөлөрүн социалдык коргоо жөнүндө';

test.use({ language: 'ru' });
const say = words('ru');

async function openPreview(desk: Desk): Promise<void> {
  await begin(desk, 'ru', 'police-social-protection');
  await desk.page.keyboard.press('ControlOrMeta+p');
  await expect(desk.page.getByRole('dialog', { name: say('print:title') })).toBeVisible();
  await expect(sheets(desk.page).first()).toBeVisible();
}

function sheets(page: Page) {
  // Not by role: to look for one walks the whole bill behind the dialog, again and again, and leaves the pages no time to be made.
  return page.locator(`.print-pages[aria-label="${say('print:pages')}"] .paper`);
}

function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('what goes to the printer is what the preview shows, and not a word of the window', async ({ desk }) => {
  await openPreview(desk);
  const { page, app } = desk;
  const count = await sheets(page).count();
  const button = page.getByRole('button', { name: say('print:print') });
  if (desk.shell === 'electron') {
    await app?.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      Object.assign(contents ?? {}, {
        print: (options: object, done: (isSent: boolean, reason: string) => void) => {
          Object.assign(globalThis, { printedWith: options });
          done(true, '');
        },
      });
    });
    await button.click();
    const printed = () => app?.evaluate(() => (globalThis as { printedWith?: object }).printedWith);
    await expect.poll(printed).toMatchObject({ landscape: false, pageSize: 'A4', margins: { marginType: 'none' } });
    await desk.chooseToSave(path.join(desk.documents, 'bill.pdf'));
    await page.getByRole('button', { name: say('print:savePdf') }).click();
    await expect(page.getByText('bill.pdf')).toBeVisible();
    const pdf = readFileSync(path.join(desk.documents, 'bill.pdf'));
    expect(pagesIn(pdf)).toBe(count);
    expect(pdf.toString('latin1').match(/D:\d{14}/g)).toEqual(['D:19800101000000', 'D:19800101000000']);
    await expect(page.locator('.print-root')).toHaveCount(0);
    return;
  }
  await expect(page.getByText(say('print:pdfByBrowser'))).toBeVisible();
  await page.evaluate(() => Object.assign(window, { print: () => undefined }));
  await button.click();
  await expect(page.locator('.print-root .paper')).toHaveCount(count);
  await page.emulateMedia({ media: 'print' });
  const shown = plain(await page.locator('body').innerText());
  expect(shown).toContain(title);
  expect(shown).not.toContain(say('print:title'));
  expect(shown).not.toContain(say('desk:panes.outline'));
  expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(count);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.print-root')).toHaveCount(0);
});
