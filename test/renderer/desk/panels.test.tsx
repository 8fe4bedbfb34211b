import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import { createI18n } from '../../../renderer/i18n.ts';
import { Inspector } from '../../../renderer/panels/inspector.tsx';
import { createDesk, DeskContext } from '../../../renderer/state/desk.ts';
import { createSession, type Session } from '../../../renderer/state/session.ts';
import { useOverviewStore } from '../../../renderer/state/use-editor.ts';
import { aDraft, fixedPorts } from '../../support/builder.ts';
import { createFakeBridge, fakeSettings } from '../../support/fake-bridge.ts';
import { openHand } from '../editor/harness.ts';

function Stand({ session }: { readonly session: Session }) {
  return <Inspector session={session} overview={useOverviewStore(session.editor)} />;
}

async function openInspector(language: (typeof languages)[number]) {
  const settings = { ...fakeSettings, language, author: 'А' };
  const bridge = createFakeBridge({}, settings);
  const [info, read] = await Promise.all([bridge.request('app.info', {}), bridge.request('resources.read', {})]);
  if (!info.ok || !read.ok) throw new Error('the fake bridge has no resources');
  const desk = createDesk({ bridge, ports: fixedPorts(), info: info.value, settings, ...read.value });
  const draft = aDraft().unit('part', { ky: 'Биринчи экинчи үчүнчү' }, 'p').build();
  const hand = openHand(draft);
  const opened = { handle: 'h', draft, name: '', sequence: 0, state: 'new', notices: [] } as const;
  const i18n = createI18n(language);
  const comment = (from: number, to: number) => {
    hand.select(['p', from], ['p', to], 'ky');
    return hand.editor.addComment('?', 'А');
  };
  comment(0, 7);
  comment(8, 14);
  render(
    <I18nextProvider i18n={i18n}>
      <DeskContext value={desk}>
        <Stand session={createSession(bridge, opened, hand.editor)} />
      </DeskContext>
    </I18nextProvider>,
  );
  return { user: userEvent.setup(), desk, hand, say: (key: string) => i18n.t(key) };
}

describe.each(languages)('the focus stays in the panel in %s', (language) => {
  test('after a reply it is on the button that began it', async () => {
    const { user, say } = await openInspector(language);
    const [card] = screen.getAllByRole('article');
    if (!card) throw new Error('no thread');
    await user.click(within(card).getByRole('button', { name: say('comments:reply') }));
    await user.keyboard('ооба{Control>}{Enter}{/Control}');
    await screen.findByText('ооба');
    expect(document.activeElement).toBe(within(card).getByRole('button', { name: say('comments:reply') }));
  });

  test('after a thread is resolved it is on the next one, and after the last on the tab', async () => {
    const { user, say } = await openInspector(language);
    const resolve = () => screen.getAllByRole('button', { name: say('comments:resolve') })[0] as HTMLElement;
    const [, second] = screen.getAllByRole('article');
    await user.click(resolve());
    await waitFor(() => expect(screen.getAllByRole('article')).toEqual([second]));
    expect(second?.contains(document.activeElement)).toBe(true);
    await user.click(resolve());
    await waitFor(() => expect(screen.queryAllByRole('article')).toEqual([]));
    expect(document.activeElement?.getAttribute('role')).toBe('tab');
  });

  test('after an act is chosen it is on the way back, and then in the search', async () => {
    const { user, say, desk } = await openInspector(language);
    act(() => desk.tab.set('law'));
    await user.click(await screen.findByRole('combobox', { name: say('desk:law.search') }));
    await user.keyboard('{Enter}');
    const back = await screen.findByRole('button', { name: say('desk:law.back') });
    expect(document.activeElement).toBe(back);
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(await screen.findByRole('combobox', { name: say('desk:law.search') }));
  });

  test('a comment is written under the words that it is on', async () => {
    const { hand, desk } = await openInspector(language);
    act(() => {
      hand.select(['p', 15], ['p', 21], 'ky');
      desk.composing.set(true);
    });
    const quote = await screen.findByText('үчүнчү');
    expect(quote.tagName).toBe('BLOCKQUOTE');
    expect(quote.lang).toBe('ky');
  });
});
