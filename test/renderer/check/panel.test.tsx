import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { readTemplateUnits } from '../../../core/draft/markup.ts';
import { cellOf } from '../../../core/draft/state.ts';
import { runsText } from '../../../core/draft/text.ts';
import { CheckPanel } from '../../../renderer/check/check-panel.tsx';
import { ProblemCount } from '../../../renderer/check/problem-count.tsx';
import { useProblemStore } from '../../../renderer/check/problem-store.ts';
import { ProblemsHere } from '../../../renderer/check/problems-here.tsx';
import { createI18n } from '../../../renderer/i18n.ts';
import { createDesk, DeskContext } from '../../../renderer/state/desk.ts';
import { createSession, type Session } from '../../../renderer/state/session.ts';
import { useOverviewStore } from '../../../renderer/state/use-editor.ts';
import { fixedPorts } from '../../support/builder.ts';
import { createFakeBridge, fakeSettings } from '../../support/fake-bridge.ts';
import { flatLocale } from '../../support/locales.ts';
import { openHand } from '../editor/harness.ts';

type Language = (typeof languages)[number];

function Stand({ session }: { readonly session: Session }) {
  const problems = useProblemStore(session.editor);
  const overview = useOverviewStore(session.editor);
  return (
    <>
      <p data-testid="count">
        <ProblemCount problems={problems} />
      </p>
      <div data-testid="here">
        <ProblemsHere editor={session.editor} problems={problems} />
      </div>
      <CheckPanel session={session} overview={overview} problems={problems} />
    </>
  );
}

const spoilt = [
  { id: 'a', kind: 'article', ky: 'Берене', ru: 'Статья', en: 'Article' },
  { id: 'p', kind: 'part', ky: 'Кењеш  укуктуу.', ru: '', en: 'The council {blank:… days}.' },
];

/** The panel on a draft, as the inspector shows it. */
async function openPanel(language: Language, json: unknown = spoilt) {
  const read = readTemplateUnits(json);
  if (!read.ok) throw new Error(read.error.piece);
  const draft = { meta: { id: 'd' }, units: read.value, comments: [] };
  const settings = { ...fakeSettings, language };
  const bridge = createFakeBridge({}, settings);
  const [info, resources] = await Promise.all([bridge.request('app.info', {}), bridge.request('resources.read', {})]);
  if (!info.ok || !resources.ok) throw new Error('the fake bridge has no resources');
  const desk = createDesk({ bridge, ports: fixedPorts(), info: info.value, settings, ...resources.value });
  const { editor } = openHand(draft);
  const opened = { handle: 'h', draft, name: '', sequence: 0, state: 'new', notices: [] } as const;
  render(
    <I18nextProvider i18n={createI18n(language)}>
      <DeskContext value={desk}>
        <Stand session={createSession(bridge, opened, editor)} />
      </DeskContext>
    </I18nextProvider>,
  );
  const words = flatLocale(language, 'check');
  const say = (key: string): string => words.get(key) ?? key;
  await waitFor(() => expect(document.querySelector('.check')?.getAttribute('aria-busy')).toBe('false'));
  return { editor, user: userEvent.setup(), say };
}

const kyrgyz = (editor: { state: () => { units: readonly Parameters<typeof cellOf>[0][] } }): string => {
  const unit = editor.state().units.at(-1);
  return unit ? runsText(cellOf(unit, 'ky')) : '';
};

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});

describe.each(languages)('the list of problems in %s', (language) => {
  test('names each rule, and says what stands in the way', async () => {
    const { say } = await openPanel(language);
    for (const rule of ['missing-language', 'old-letters', 'double-space', 'blank-left']) {
      expect(screen.getByRole('heading', { name: new RegExp(say(`rule.${rule}`)) })).toBeTruthy();
    }
    const gate = screen.getByRole('region', { name: say('gate') });
    expect(within(gate).getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getByTestId('count').textContent).toBe('3');
  });

  test('says that a right bill is ready', async () => {
    const { say } = await openPanel(language, [spoilt[0]]);
    expect(screen.getByText(say('clean'))).toBeTruthy();
    expect(screen.getByTestId('count').textContent).toBe('');
  });
});

test('a problem leads to its place', async () => {
  const { editor, user } = await openPanel('en');
  const goTo = vi.spyOn(editor, 'goTo');
  await user.click(screen.getByRole('button', { name: /Кењеш/ }));
  expect(goTo).toHaveBeenCalledWith({ unit: 'p', language: 'ky', start: 0 });
});

test('one press repairs, and the problem goes once the text is looked at again', async () => {
  const { editor, user, say } = await openPanel('en');
  const [repair] = within(screen.getByRole('region', { name: /Old letters/ })).getAllByRole('button', {
    name: say('repair'),
  });
  if (!repair) throw new Error('there is no repair');
  await user.click(repair);
  expect(kyrgyz(editor)).toBe('Кеңеш  укуктуу.');
  expect(screen.getByRole('status').textContent).toBe(say('repaired'));
  await waitFor(() => expect(screen.queryByRole('region', { name: /Old letters/ })).toBeNull());
  act(() => editor.undo());
  expect(kyrgyz(editor)).toBe('Кењеш  укуктуу.');
  await waitFor(() => expect(screen.queryByRole('region', { name: /Old letters/ })).toBeTruthy());
});

test('all that can be repaired is repaired by one press and taken back by one undo', async () => {
  const { editor, user } = await openPanel('en');
  await user.click(screen.getByRole('button', { name: 'Repair all (2)' }));
  expect(kyrgyz(editor)).toBe('Кеңеш укуктуу.');
  act(() => editor.undo());
  expect(kyrgyz(editor)).toBe('Кењеш  укуктуу.');
});

test('the list is filtered by gravity, language and by what stands in the way', async () => {
  const { user, say } = await openPanel('en');
  await user.click(screen.getByRole('button', { name: new RegExp(`^${say('severity.error')}: \\d`) }));
  expect(screen.queryByRole('region', { name: /Old letters/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: new RegExp(`^${say('severity.error')}: \\d`) }));
  await user.click(screen.getByRole('button', { name: 'Kyrgyz' }));
  expect(screen.queryByRole('region', { name: /Old letters/ })).toBeNull();
  expect(screen.getByRole('region', { name: /Blank left/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Kyrgyz' }));
  await user.click(screen.getByRole('button', { name: say('showInTheWay') }));
  expect(screen.queryByRole('region', { name: /Double space/ })).toBeNull();
  expect(screen.getByRole('region', { name: /Missing language/ })).toBeTruthy();
});

test('who comes to a text hears how many problems were found in it, and nothing where none was', async () => {
  const { editor } = await openPanel('ru');
  const heard = async (unit: string, language: Language): Promise<string> => {
    await act(async () => editor.goTo({ unit, language }));
    return screen.getByTestId('here').textContent ?? '';
  };
  expect(await heard('p', 'en')).toMatch(/^Проверка нашла здесь проблем: \d/);
  expect(await heard('p', 'ky')).toMatch(/^Проверка нашла здесь проблем: \d/);
  expect(await heard('a', 'en')).toBe('');
});

test.each(languages)(
  'in %s a problem is set aside with a reason, stands apart with it, and is shown again',
  async (language) => {
    const { user, say } = await openPanel(language);
    const rule = new RegExp(say('rule.double-space'));
    const list = screen.getByRole('region', { name: rule });
    await user.click(within(list).getByRole('button', { name: say('aside.set') }));
    const field = within(list).getByLabelText(say('aside.reason'));
    expect(document.activeElement).toBe(field);
    await user.keyboard('{Escape}');
    expect(within(list).queryByLabelText(say('aside.reason'))).toBeNull();
    await user.click(within(list).getByRole('button', { name: say('aside.set') }));
    await user.keyboard('Табелде ушундай{Enter}');
    expect(screen.getByRole('status').textContent).toBe(say('aside.told'));
    expect(document.activeElement).toBe(screen.getByRole('status'));
    await waitFor(() => expect(screen.queryByRole('region', { name: rule })).toBeNull());
    const group = screen.getByText('Табелде ушундай').closest('details');
    if (!group) throw new Error('it does not stand apart');
    await user.click(within(group).getByRole('button', { name: say('aside.takeBack'), hidden: true }));
    await waitFor(() => expect(screen.getByRole('region', { name: rule })).toBeTruthy());
    expect(document.querySelector('details')).toBeNull();
  },
);
