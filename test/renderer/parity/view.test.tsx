import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, test, vi } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { succeed } from '../../../core/base/result.ts';
import { readTemplateUnits } from '../../../core/draft/markup.ts';
import { emptyLibrary } from '../../../core/law/library.ts';
import type { OwnFact } from '../../../core/law/own-facts.ts';
import { createI18n } from '../../../renderer/i18n.ts';
import { ParityView } from '../../../renderer/parity/parity-view.tsx';
import { walk } from '../../../renderer/parity/walk.ts';
import { takeBrought } from '../../../renderer/register/brought.ts';
import { createDesk, DeskContext } from '../../../renderer/state/desk.ts';
import { createSession, type Session } from '../../../renderer/state/session.ts';
import { useOverviewStore } from '../../../renderer/state/use-editor.ts';
import { matrix } from '../../core/law/parity/support.ts';
import { fixedPorts } from '../../support/builder.ts';
import { createFakeBridge, fakeSettings } from '../../support/fake-bridge.ts';
import { openHand } from '../editor/harness.ts';

type Language = (typeof languages)[number];
const resources = { matrix, links: { police: { housing: ['a2'], seniority: ['a1'] } } };

function Stand({ session, onGoTo }: { readonly session: Session; readonly onGoTo: (unit: string) => void }) {
  const overview = useOverviewStore(session.editor);
  return <ParityView session={session} overview={overview} resources={resources} onGoTo={onGoTo} />;
}

async function openView(language: Language, facts: { own?: OwnFact[]; brought?: OwnFact[] } = {}) {
  const read = readTemplateUnits(['a1', 'a2'].map((id) => ({ id, kind: 'article', ky: 'Б', ru: 'С', en: 'A' })));
  if (!read.ok) throw new Error(read.error.piece);
  const draft = { meta: { id: 'd', template: 'police' }, units: read.value, comments: [] };
  const settings = { ...fakeSettings, language };
  const library = { acts: [], verifications: [], facts: facts.own ?? [] };
  const answers = {
    'library.write-fact': ({ fact }: { fact: OwnFact }) =>
      succeed({ library: { ...library, facts: [fact] }, texts: [] }),
  };
  const bridge = createFakeBridge(answers, settings);
  const [info, read2] = await Promise.all([bridge.request('app.info', {}), bridge.request('resources.read', {})]);
  if (!info.ok || !read2.ok) throw new Error('the fake bridge has no resources');
  const desk = createDesk({ bridge, ports: fixedPorts(), info: info.value, settings, ...read2.value, library });
  takeBrought(desk, { ...emptyLibrary, facts: facts.brought ?? [] });
  const { editor } = openHand(draft);
  const opened = { handle: 'h', draft, name: '', sequence: 0, state: 'new', notices: [] } as const;
  const onGoTo = vi.fn();
  const i18n = createI18n(language);
  render(
    <I18nextProvider i18n={i18n}>
      <DeskContext value={desk}>
        <Stand session={createSession(bridge, opened, editor)} onGoTo={onGoTo} />
      </DeskContext>
    </I18nextProvider>,
  );
  return { user: userEvent.setup(), desk, editor, onGoTo, say: (key: string) => i18n.t(`parity:${key}`) };
}

const cellText = (element: Element | null): string => (element?.textContent ?? '').replaceAll('\u00a0', ' ');

describe.each(languages)('the matrix in %s', (language) => {
  test('is a grid with names of rows and columns', async () => {
    const { say } = await openView(language);
    const grid = screen.getByRole('grid', { name: say('title') });
    expect(within(grid).getAllByRole('columnheader')).toHaveLength(matrix.services.length + 2);
    const rows = within(grid).getAllByRole('rowheader');
    expect(rows).toHaveLength(matrix.guarantees.length);
    for (const [i, { name }] of matrix.guarantees.entries()) expect(rows[i]?.textContent).toContain(name[language]);
  });

  test('says of an empty cell that it is not verified', async () => {
    const { say } = await openView(language);
    expect(screen.getAllByText(say('table.notVerified')).length).toBeGreaterThan(44);
  });

  test('cites acts in the language of the interface', async () => {
    await openView(language);
    const words = {
      ky: '«Аскер кызматчыларынын статусу жөнүндө»',
      ru: 'статья 12 Закона Кыргызской Республики «О статусе военнослужащих»',
      en: 'Article 12 of the Law',
    };
    expect(cellText(screen.getByRole('grid'))).toContain(words[language]);
  });
});

test('one cell takes the focus; arrows walk, Enter opens all that is known of it', async () => {
  const { user, say } = await openView('en');
  const grid = screen.getByRole('grid');
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  const [first] = within(grid).getAllByRole('rowheader');
  first?.focus();
  await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}{Enter}');
  const details = screen.getByRole('region', { name: say('details') });
  expect(within(details).getByText('seniority supplement – Military service')).toBe(document.activeElement);
  expect(details.textContent).toContain('https://mil.gov.kg/');
});

test('an opened cell of the bill leads to its provision', async () => {
  const { user, onGoTo } = await openView('en');
  const [first] = within(screen.getByRole('grid')).getAllByRole('rowheader');
  first?.focus();
  await user.keyboard('{ArrowDown}{End}{Enter}');
  await user.click(screen.getByRole('button', { name: 'Go to Article 1' }));
  expect(onGoTo).toHaveBeenCalledWith('a1');
});

test('the provision at the caret fills a cell, and undo empties it again', async () => {
  const { user, editor } = await openView('en');
  editor.goTo({ unit: 'a2' });
  const row = () => screen.getByRole('rowheader', { name: /pension/ }).closest('tr');
  expect(row()?.textContent).toContain('not provided for');
  screen.getByRole('rowheader', { name: /pension/ }).focus();
  await user.keyboard('{End}{Enter}');
  await user.click(screen.getByRole('button', { name: 'Link Article 2' }));
  expect(cellText(row()?.lastElementChild ?? null)).toBe('Article 2 of this Law');
  act(() => editor.undo());
  await waitFor(() => expect(row()?.textContent).toContain('not provided for'));
});

test('a link of the template can be taken away', async () => {
  const { user, editor } = await openView('en');
  screen.getByRole('rowheader', { name: /housing/ }).focus();
  await user.keyboard('{End}{Enter}');
  await user.click(screen.getByRole('button', { name: 'Unlink Article 2' }));
  expect(screen.getByRole('rowheader', { name: /housing/ }).closest('tr')?.textContent).toContain('not provided for');
  expect(editor.state().units[1]?.guarantees).toEqual([]);
});

test('rows are filtered by gap, by what the bill lacks and by name, and sorted by gap', async () => {
  const { user, say } = await openView('en');
  const names = (): readonly (string | null)[] => screen.queryAllByRole('rowheader').map((row) => row.textContent);
  await user.click(screen.getByRole('button', { name: new RegExp(say('order')) }));
  await user.click(screen.getByRole('option', { name: say('orderGap') }));
  expect(names()[0]).toBe('seniority supplementfilled by the bill');
  await user.click(screen.getByRole('radio', { name: say('filterGaps') }));
  for (const name of names()) expect(name).toMatch(/open|filled by the bill/);
  await user.click(screen.getByRole('radio', { name: say('filterMissing') }));
  expect(names()).toHaveLength(matrix.guarantees.length - 2);
  await user.click(screen.getByRole('radio', { name: say('filterAll') }));
  await user.type(screen.getByRole('textbox', { name: say('find') }), 'housing');
  expect(names().length).toBeLessThan(matrix.guarantees.length);
  for (const row of screen.getAllByRole('rowheader')) expect(row.closest('tr')?.textContent).toMatch(/housing/i);
});

test('walking never leaves the grid', () => {
  const size = { rows: 2, columns: 3 };
  const press = (key: string, ctrlKey = false) => walk({ row: 1, column: 1 }, { key, ctrlKey }, size);
  expect(press('ArrowDown')).toEqual({ row: 1, column: 1 });
  expect(press('ArrowUp')).toEqual({ row: 0, column: 1 });
  expect(press('Home', true)).toEqual({ row: 0, column: 0 });
  expect(press('End')).toEqual({ row: 1, column: 2 });
  expect(walk({ row: 0, column: 0 }, { key: 'ArrowLeft', ctrlKey: false }, size)).toEqual({ row: 0, column: 0 });
  expect(press('a')).toBeUndefined();
});

describe('a fact that the open draft brings', () => {
  const fact: OwnFact = {
    id: 'own-1',
    guarantee: matrix.guarantees[0]?.id ?? '',
    service: matrix.services[0]?.id ?? '',
    given: true,
    words: { en: 'brought words' },
    citations: [],
    source: 'a letter',
    by: 'Asel',
    on: '2026-11-22',
    confidence: 'verified',
  };
  const openFirst = async (user: ReturnType<typeof userEvent.setup>, say: (key: string) => string) => {
    screen.getAllByRole('rowheader')[0]?.focus();
    await user.keyboard('{ArrowRight}{Enter}');
    return within(screen.getByRole('region', { name: say('details') }));
  };

  test('stands in its cell with who verified it and when, says where it comes from, and is kept when one asks', async () => {
    const { user, desk, say } = await openView('en', { brought: [fact] });
    const details = await openFirst(user, say);
    expect(details.getByText('entered by Asel, 22/11/2026')).toBeTruthy();
    expect(details.getByText(/The open draft brought this/)).toBeTruthy();
    await user.click(details.getByRole('button', { name: new RegExp(`^${say('brought.keep')}`) }));
    expect(desk.library.get().facts).toEqual([fact]);
    expect(details.queryByText(/The open draft brought this/)).toBeNull();
  });

  test('that differs from what was entered here does not count, and both are shown until a person decides', async () => {
    const mine = { ...fact, words: { en: 'my words' } };
    const { user, desk, say } = await openView('en', { own: [mine], brought: [fact] });
    expect(screen.getByRole('grid').textContent).not.toContain('brought words');
    const details = await openFirst(user, say);
    expect(details.getByText(/brought words \(entered by Asel/)).toBeTruthy();
    await user.click(details.getByRole('button', { name: new RegExp(`^${say('brought.take')}`) }));
    expect(desk.library.get().facts).toEqual([fact]);
    expect(screen.getByRole('grid').textContent).toContain('brought words');
  });

  test('that is the same here is nothing to speak of', async () => {
    const { user, say } = await openView('en', { own: [fact], brought: [fact] });
    const details = await openFirst(user, say);
    expect(details.queryByRole('button', { name: new RegExp(say('brought.take')) })).toBeNull();
  });
});
