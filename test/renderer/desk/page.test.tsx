import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { succeed } from '../../../core/base/result.ts';
import type { Requests } from '../../../core/bridge/contract.ts';
import { App } from '../../../renderer/app/app.tsx';
import { createI18n } from '../../../renderer/i18n.ts';
import { createDesk } from '../../../renderer/state/desk.ts';
import { createFakeBridge, fakeSettings } from '../../support/fake-bridge.ts';
import { flatLocale } from '../../support/locales.ts';

type Language = (typeof languages)[number];

/** Opens the page as `main.tsx` does, over the fake bridge. */
async function openPage(language: Language, answers: Parameters<typeof createFakeBridge>[0] = {}) {
  const settings = { ...fakeSettings, language };
  const bridge = createFakeBridge(answers, settings);
  const [info, resources] = await Promise.all([bridge.request('app.info', {}), bridge.request('resources.read', {})]);
  if (!info.ok || !resources.ok) throw new Error('the fake bridge has no resources');
  const ports = { now: () => '2026-01-02T03:04:05.000Z', newId: () => 'id-00000000' };
  const desk = createDesk({ bridge, ports, info: info.value, settings, ...resources.value });
  render(
    <I18nextProvider i18n={createI18n(language)}>
      <App desk={desk} />
    </I18nextProvider>,
  );
  return {
    desk,
    bridge,
    user: userEvent.setup(),
    say: (area: string, key: string) => flatLocale(language, area).get(key) ?? key,
  };
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});

describe.each(languages)('the start window in %s', (language) => {
  test('shows each template by its title with the acts it leans on and their status', async () => {
    const { say } = await openPage(language);
    const cards = await screen.findAllByRole('article');
    expect(cards.length).toBeGreaterThanOrEqual(4);
    expect(screen.getAllByText(say('law', 'status.in-force')).length).toBeGreaterThan(0);
    expect(screen.getAllByRole('button', { name: say('start', 'begin') })).toHaveLength(cards.length);
  });

  test('has the focus on the way to begin, so that Enter begins', async () => {
    const { say } = await openPage(language);
    const [chief] = await screen.findAllByRole('button', { name: say('start', 'begin') });
    const primary = screen
      .getAllByRole('button', { name: say('start', 'begin') })
      .find((button) => button.classList.contains('primary'));
    expect(chief).toBe(primary);
    expect(document.activeElement).toBe(primary);
  });

  test('marks the page with its language', async () => {
    await openPage(language);
    await waitFor(() => expect(document.documentElement.lang).toBe(language));
  });

  test('opens the palette, finds a command by its beginning and runs it by Enter', async () => {
    const { user, say, desk } = await openPage(language);
    await user.keyboard('{Control>}{Shift>}[KeyP]{/Shift}{/Control}');
    const field = await screen.findByRole('combobox', { name: say('commands', 'palette') });
    await user.type(field, say('commands', 'about').slice(0, 6));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(desk.dialog.get()?.kind).toBe('about'));
  });

  test('tells in the palette what a command lacks, and does not run it', async () => {
    const { user, say } = await openPage(language);
    await user.keyboard('{Control>}{Shift>}[KeyP]{/Shift}{/Control}');
    await user.type(
      await screen.findByRole('combobox', { name: say('commands', 'palette') }),
      say('commands', 'add-comment'),
    );
    const option = screen.getByRole('option', { name: new RegExp(say('desk', 'lacking.draft')) });
    expect(option.getAttribute('aria-disabled')).toBe('true');
    await user.keyboard('{Enter}');
    await user.click(option);
    expect(screen.getByRole('dialog', { name: say('commands', 'palette') })).toBeTruthy();
  });
});

test('the interface changes its language at once', async () => {
  const { user, bridge } = await openPage('ru');
  await screen.findByText(flatLocale('ru', 'start').get('tagline') ?? '');
  await user.click(screen.getByRole('radio', { name: 'Кыргызча' }));
  await screen.findByText(flatLocale('ky', 'start').get('tagline') ?? '');
  expect(bridge.requests.at(-1)).toEqual({ name: 'settings.write', request: { language: 'ky' } });
});

test('what a crash left is offered first and given up only when asked twice', async () => {
  const lost = {
    id: 'r1',
    title: { ky: 'Т', ru: 'Проект', en: 'T' },
    name: '',
    edits: 5,
    lastEditAt: '2026-01-02T03:00:00.000Z',
  };
  const { user, say, bridge } = await openPage('ru', {
    'recovery.list': () => succeed([lost]),
    'recovery.discard': () => succeed(null),
  });
  const region = await screen.findByRole('region', { name: say('start', 'recover') });
  expect(within(region).getByText(/5 правок/)).toBeDefined();
  await user.click(within(region).getByRole('button', { name: say('start', 'discard') }));
  expect(bridge.requests.some(({ name }) => name === 'recovery.discard')).toBe(false);
  await user.click(within(region).getByRole('button', { name: say('start', 'discardSurely') }));
  await waitFor(() => expect(screen.queryByRole('region', { name: say('start', 'recover') })).toBeNull());
});

test('a failure is told in the interface language and can be put away', async () => {
  const { user, say } = await openPage('ky', { 'draft.create': () => ({ ok: false, error: { code: 'no-space' } }) });
  const [begin] = await screen.findAllByRole('button', { name: say('start', 'begin') });
  if (begin) await user.click(begin);
  expect((await screen.findByRole('alert')).textContent).toContain(say('failures', 'no-space'));
  await user.click(screen.getByRole('button', { name: say('common', 'dismiss') }));
  expect(screen.queryByText(say('failures', 'no-space'))).toBeNull();
});

test('the file browser goes into folders and opens a file, by keys alone', async () => {
  const listings: Readonly<Record<string, Requests['files.browse']['reply']>> = {
    '/d': { folder: '/d', folders: ['Иштер'], files: [] },
    '/d/Иштер': {
      folder: '/d/Иштер',
      parent: '/d',
      folders: [],
      files: [{ name: 'мыйзам.dolboor', size: 2048, modifiedAt: '2026-01-01T00:00:00.000Z' }],
    },
  };
  const { user, say, bridge } = await openPage('ru', {
    'files.browse': ({ folder = '/d' }) => succeed(listings[folder] ?? { folder, folders: [], files: [] }),
    'draft.open': () => ({ ok: false, error: { code: 'damaged' } }),
  });
  await user.keyboard('{Control>}[KeyO]{/Control}');
  await screen.findByRole('option', { name: /Иштер/ });
  await user.keyboard('{Enter}');
  await screen.findByRole('option', { name: /мыйзам/ });
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() =>
    expect(bridge.requests.at(-1)).toEqual({
      name: 'draft.open',
      request: { from: 'listed', folder: '/d/Иштер', name: 'мыйзам.dolboor' },
    }),
  );
  expect((await screen.findByRole('alert')).textContent).toContain(say('failures', 'damaged'));
});

test('the name to save under is typed before its extension, which is written once', async () => {
  const { desk, user, say } = await openPage('ru', {
    'files.browse': () => succeed({ folder: '/d', folders: [], files: [] }),
  });
  const answers: unknown[] = [];
  const answer = (chosen: unknown): void => void answers.push(chosen);
  act(() => desk.dialog.set({ kind: 'browse', purpose: 'save', suggestedName: 'Закон.dolboor', answer }));
  const field = await screen.findByLabelText<HTMLInputElement>(say('desk', 'browse.name'));
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe('Закон');
  await user.keyboard('Иш.dolboor{Enter}');
  await user.clear(field);
  await user.type(field, 'Иш{Enter}');
  const target = { to: 'listed', folder: '/d', name: 'Иш.dolboor', overwrite: false };
  expect(answers).toEqual([target, target]);
});

test('a name that is typed and sent before the folder has been read is taken when it has, unless it changed', async () => {
  const read = Promise.withResolvers<void>();
  const { desk, user, say } = await openPage('ru', {
    'files.browse': () => read.promise.then(() => succeed({ folder: '/d', folders: [], files: [] })),
  });
  const answers: unknown[] = [];
  const answer = (chosen: unknown): void => void answers.push(chosen);
  act(() => desk.dialog.set({ kind: 'browse', purpose: 'save', suggestedName: 'Закон.dolboor', answer }));
  const field = await screen.findByLabelText<HTMLInputElement>(say('desk', 'browse.name'));
  await waitFor(() => expect(document.activeElement).toBe(field));
  // The second name is what is meant.
  await user.keyboard('Жаз{Enter}ы{Enter}');
  expect(answers).toEqual([]);
  read.resolve();
  await waitFor(() => expect(answers).not.toEqual([]));
  expect(answers).toEqual([{ to: 'listed', folder: '/d', name: 'Жазы.dolboor', overwrite: false }]);
});
