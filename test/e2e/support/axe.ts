import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * axe, to look at what a selector finds. Its half megabyte is brought once to a page, not twice for every look, and of what is in order
 * nothing is carried back.
 */
export async function axeOn(page: Page, within = 'html'): Promise<AxeBuilder> {
  const isHere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(isHere && { axeSource: 'void 0' }) });
  // The usual mode opens a page of its own, which Electron has not.
  return axe
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .include(within);
}
