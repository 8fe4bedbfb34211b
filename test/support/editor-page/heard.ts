import type { Page } from '@playwright/test';

/** A thing as a screen reader meets it. */
export interface Heard {
  readonly role: string;
  readonly name: string;
}

/** Chromium's accessibility tree of the page in the order in which it is read, without what it leaves out. */
export async function heardTree(page: Page): Promise<readonly Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const heard: Heard[] = [];
  const visit = (id: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const role = String(node.role?.value ?? '');
    if (!node.ignored && role !== 'InlineTextBox') heard.push({ role, name: String(node.name?.value ?? '') });
    for (const child of node.childIds ?? []) visit(child);
  };
  const [root] = nodes;
  if (root) visit(root.nodeId);
  return heard;
}

/** What is said by itself from now on, each change of a live region once. Call `heard` to have it. */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const observer = new MutationObserver((changes) => {
      const regions = new Set(
        changes.flatMap(({ target }) => {
          const element = target instanceof Element ? target : target.parentElement;
          return element?.closest('[aria-live], [role="status"], [role="alert"], output') ?? [];
        }),
      );
      for (const region of regions) {
        const words = region.textContent?.replaceAll('\u00a0', ' ').trim();
        if (words) said.push(words);
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () =>
    page.evaluate(() => {
      const { said } = window as unknown as { said: string[] };
      return said.splice(0);
    });
}
