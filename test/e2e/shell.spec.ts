import { expect } from '@playwright/test';
import { test, testTogether } from './support/desk.ts';
import { begin, expectInJournal, expectInSheet, write } from './support/steps.ts';
import { words } from './support/words.ts';

testTogether('the page comes under a policy that forbids everything inline and foreign', async ({ desk }) => {
  const policy = await desk.page.evaluate(async () => {
    const answer = await fetch('index.html');
    return { csp: answer.headers.get('content-security-policy'), type: answer.headers.get('x-content-type-options') };
  });
  expect(policy.csp).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(policy.csp).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  expect(policy.csp).not.toContain('unsafe');
  expect(policy.type).toBe('nosniff');
});

testTogether('the page breaks no rule of the policy while it starts', async ({ desk }) => {
  const broken: string[] = [];
  desk.page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) broken.push(message.text());
  });
  await desk.page.reload();
  await expect(desk.page.locator('#root > *').first()).toBeVisible();
  expect(broken).toEqual([]);
});

testTogether('a script that somebody writes into the page does not run', async ({ desk }) => {
  const ran = await desk.page.evaluate(() => {
    const script = document.createElement('script');
    const refused = (act: () => void): boolean => {
      try {
        act();
        return false;
      } catch {
        return true;
      }
    };
    const byText = refused(() => {
      script.textContent = 'window.stranger = 1';
    });
    const byMarkup = refused(() => {
      document.createElement('div').innerHTML = '<img src=x onerror="window.stranger = 1">';
    });
    document.body.append(script);
    return { byText, byMarkup, stranger: 'stranger' in window };
  });
  expect(ran).toEqual({ byText: true, byMarkup: true, stranger: false });
});

testTogether('the page has no way to Node', async ({ desk }) => {
  const kinds = await desk.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].map((name) => name in window),
  );
  expect(kinds).toEqual([false, false, false, false]);
});

testTogether('the page cannot leave, nor fetch anything from outside', async ({ desk }) => {
  const { page } = desk;
  const before = page.url();
  const fetched = await page.evaluate(() => fetch('https://example.com/').then(() => 'fetched', String));
  expect(fetched).toContain('Failed to fetch');
  // The form is refused by the policy, the frame has no source to load from.
  const framed = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
        const frame = document.createElement('iframe');
        frame.src = 'https://example.com/';
        document.body.append(frame);
      }),
  );
  expect(framed).toBe('frame-src');
  expect(page.url()).toBe(before);
  expect(desk.foreign.filter((address) => !address.startsWith('https://example.com'))).toEqual([]);
});

testTogether('starting asks for nothing outside the machine', async ({ desk }) => {
  const before = desk.foreign.length;
  await desk.page.reload();
  await expect(desk.page.locator('#root > *').first()).toBeVisible();
  expect(desk.foreign.slice(before)).toEqual([]);
});

test('a draft that was open when the page was loaded again is offered back, and opens', async ({ desk }) => {
  const say = words('ky');
  await begin(desk, 'ky');
  await write(desk, 'ky', 'Барак жаңырды Ω');
  await expectInJournal(desk, 'Ω');
  await desk.page.reload();
  const offer = desk.page.getByRole('region', { name: say('start:recover') });
  await offer.getByRole('button', { name: say('start:recoverIt') }).click();
  await expectInSheet(desk.page, 'ky', 'Барак жаңырды Ω');
});
