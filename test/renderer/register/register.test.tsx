import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { succeed } from '../../../core/base/result.ts';
import { emptyLibrary, type Library } from '../../../core/law/library.ts';
import type { ActVerification } from '../../../core/law/types.ts';
import { Dialogs } from '../../../renderer/dialogs/dialogs.tsx';
import { createI18n } from '../../../renderer/i18n.ts';
import { LawPanel } from '../../../renderer/panels/law-panel.tsx';
import { changeLibrary, createDesk, DeskContext } from '../../../renderer/state/desk.ts';
import { createSession } from '../../../renderer/state/session.ts';
import { aDraft, fixedPorts } from '../../support/builder.ts';
import { createFakeBridge, fakeSettings } from '../../support/fake-bridge.ts';
import { openHand } from '../editor/harness.ts';

/** A bridge that keeps a library as the services do. */
function keepingBridge(language: (typeof languages)[number]) {
  let library: Library = emptyLibrary;
  const kept = (next: Library) => {
    library = next;
    return succeed({ library, texts: [] });
  };
  const without = (id: string): Library => ({
    ...library,
    verifications: library.verifications.filter((one) => one.act !== id),
  });
  return createFakeBridge(
    {
      'library.read': () => kept(library),
      'library.verify': ({ verification }) =>
        kept({ ...library, verifications: [...without(verification.act).verifications, verification] }),
      'library.unverify': ({ act: id }) => kept(without(id)),
      'library.write-act': ({ act: own }) =>
        kept({ ...library, acts: [...library.acts.filter(({ id }) => id !== own.id), own] }),
      'library.remove-act': ({ act: id }) =>
        kept({ ...without(id), acts: library.acts.filter((own) => own.id !== id) }),
    },
    { ...fakeSettings, language, author: 'Айбек' },
  );
}

async function openPanel(language: (typeof languages)[number]) {
  const bridge = keepingBridge(language);
  const [info, read] = await Promise.all([bridge.request('app.info', {}), bridge.request('resources.read', {})]);
  const settings = await bridge.request('settings.read', {});
  if (!info.ok || !read.ok || !settings.ok) throw new Error('the fake bridge has no resources');
  const parts = { bridge, ports: fixedPorts(), info: info.value, settings: settings.value };
  const desk = createDesk({ ...parts, ...read.value });
  const draft = aDraft().unit('part', { ru: 'Текст' }, 'p').build();
  const { editor } = openHand(draft);
  const opened = { handle: 'h', draft, name: '', sequence: 0, state: 'new', notices: [] } as const;
  desk.session.set(createSession(bridge, opened, editor));
  const i18n = createI18n(language);
  render(
    <I18nextProvider i18n={i18n}>
      <DeskContext value={desk}>
        <LawPanel editor={editor} />
        <Dialogs />
      </DeskContext>
    </I18nextProvider>,
  );
  const say = (key: string, params = {}) => i18n.t(key, params);
  const button = (key: string) => screen.findByRole('button', { name: say(key) });
  const field = (key: string) => screen.findByRole('textbox', { name: new RegExp(`^${say(key)}`) });
  return { user: userEvent.setup(), desk, bridge, say, button, field };
}

const id = 'law-enforcement-service-2019';

describe.each(languages)('in %s', (language) => {
  test('what a person verified is entered on the card, counts at once and can be taken back', async () => {
    const { user, desk, say, button, field } = await openPanel(language);
    act(() => desk.act.set(id));
    await user.click(await button('register:verifyOpen'));
    await user.click(await button('register:enter'));
    // Without a source nothing is verified.
    expect(await screen.findByText(say('register:sourceNeeded'))).toBeDefined();
    await user.type(await field('register:source'), 'cbd.minjust.gov.kg');
    await user.type(await field('register:since'), '1 марта 2025');
    await user.click(await button('register:enter'));
    await waitFor(() => expect(desk.dialog.get()).toBeUndefined());
    expect(desk.library.get().verifications).toEqual([
      {
        act: id,
        on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        by: 'Айбек',
        source: 'cbd.minjust.gov.kg',
        status: 'in-force',
        since: '2025-03-01',
        shipped: expect.objectContaining({ status: 'in-force' }),
      },
    ]);
    const facts = screen.getByRole('region', { name: say('register:verification') });
    expect(facts.textContent).toContain('Айбек');
    expect(desk.acts.byId.get(id)?.verification).toBeDefined();
    await user.click(await button('register:takeBack'));
    await waitFor(() => expect(desk.library.get()).toEqual(emptyLibrary));
    expect(desk.acts.byId.get(id)?.verification).toBeUndefined();
  });

  test('an act that a search does not find is added with what was typed, and is found from then on', async () => {
    const { user, desk, say, button, field } = await openPanel(language);
    const search = await screen.findByRole('combobox', { name: say('desk:law.search') });
    await user.type(search, 'О телебашнях от 03.03.2031 № 77');
    await user.click(await button('register:addFromQuery'));
    expect(((await field('law:fact.number')) as HTMLInputElement).value).toBe('77');
    await user.type(await field('register:source'), 'газета');
    await user.click(await button('register:addAct'));
    await waitFor(() => expect(desk.library.get().acts).toHaveLength(1));
    const [own] = desk.library.get().acts;
    expect(own).toMatchObject({ type: 'law', date: '2031-03-03', number: '77', source: 'газета', addedBy: 'Айбек' });
    expect(own?.title.ru).toBe('О телебашнях');
    expect(desk.acts.byId.get(own?.id ?? '')?.status).toBe('unknown');
    const card = await screen.findByRole('article');
    expect(within(card).getAllByText(say('law:status.unknown')).length).toBeGreaterThan(0);
    await user.click(await button('register:remove'));
    const question = await screen.findByRole('alertdialog');
    expect(question.textContent).toContain(say('register:removeUncited'));
    await user.click(within(question).getByRole('button', { name: say('register:remove') }));
    await waitFor(() => expect(desk.library.get().acts).toEqual([]));
  });
});

test('an order of a ministry is added with the name of who gave it, the constitution with its own title', async () => {
  const { user, desk, button, field, say } = await openPanel('ru');
  for (const query of ['Приказ № 555', 'Конституция']) {
    act(() => desk.dialog.set({ kind: 'own-act', query }));
    if (query.startsWith('Приказ'))
      await user.type(
        await screen.findByRole('textbox', {
          name: say('register:issuerIn', { language: 'Русский', example: 'Министерства …' }),
        }),
        'Министерства дел',
      );
    else expect(screen.queryByRole('textbox', { name: /^Название/ })).toBeNull();
    await user.type(await field('register:source'), 'газета');
    await user.click(await button('register:addAct'));
    await waitFor(() => expect(desk.dialog.get()).toBeUndefined());
  }
  const [order, constitution] = desk.library.get().acts;
  expect(order).toMatchObject({ type: 'agency-order', number: '555', issuer: { ru: 'Министерства дел', ky: null } });
  expect(constitution).toMatchObject({ type: 'constitution', title: { ru: 'Конституция Кыргызской Республики' } });
});

test('where a newer register differs, both are shown and a person decides; nothing is overwritten before', async () => {
  const { user, desk, bridge, button, say } = await openPanel('ru');
  const verification: ActVerification = {
    act: id,
    on: '2026-01-01',
    by: '',
    source: 'cbd',
    status: 'repealed',
    shipped: { status: 'unknown', statusDetail: 'then', successor: null },
  };
  await bridge.request('library.verify', { verification });
  act(() => changeLibrary(desk, { ...emptyLibrary, verifications: [verification] }));
  expect(desk.acts.byId.get(id)?.status).toBe('repealed');
  await user.click(await screen.findByRole('button', { name: say('register:differences', { count: 1 }) }));
  expect(await screen.findByRole('grid')).toBeDefined();
  await user.keyboard('{Escape}');
  act(() => desk.act.set(id));
  await user.click(await button('register:keepMine'));
  await waitFor(() => expect(desk.library.get().verifications[0]?.shipped?.status).toBe('in-force'));
  expect([desk.acts.byId.get(id)?.status, screen.queryByText(say('register:keepMine'))]).toEqual(['repealed', null]);
});

test('a chosen day marks the cards and the lists for that day, and says how that is known', async () => {
  const { user, desk, say, field } = await openPanel('ru');
  await user.click(await screen.findByRole('button', { expanded: false, name: /^На \d/ }));
  await user.type(await field('register:asOf'), '14.01.2023');
  expect(desk.lawDay.get()).toBe('2023-01-14');
  act(() => desk.act.set('fire-safety-1996'));
  const card = await screen.findByRole('article');
  expect(card.textContent).toContain(say('register:onDay.in-force', { date: '14 января 2023 года' }));
  expect(card.textContent).toContain(say('register:basis.assumed'));
  expect(card.textContent).toContain('№ 118');
  act(() => desk.lawDay.set(undefined));
  expect(card.textContent).toContain(say('law:status.repealed'));
});
