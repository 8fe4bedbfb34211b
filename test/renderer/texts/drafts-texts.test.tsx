import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { type Language, languages } from '../../../core/base/language.ts';
import { fail, succeed } from '../../../core/base/result.ts';
import { emptyLibrary, type StoredText, type TextSummary } from '../../../core/law/library.ts';
import { createI18n } from '../../../renderer/i18n.ts';
import { createDesk, DeskContext } from '../../../renderer/state/desk.ts';
import { createSession } from '../../../renderer/state/session.ts';
import { ActTexts } from '../../../renderer/texts/act-texts.tsx';
import { aDraft, fixedPorts } from '../../support/builder.ts';
import { createFakeBridge, fakeSettings } from '../../support/fake-bridge.ts';
import { openHand } from '../editor/harness.ts';

const act = 'military-status-1992';

/** A text in Russian of articles 1, 2 …, each of these words. */
function aText(file: string, articles: readonly string[]): StoredText {
  const text = {
    ...({ language: 'ru', type: 'law', date: null, number: null, title: null } as const),
    ...{ amendments: [], banners: [], header: [], report: [] },
    units: articles.map((words, i) => ({
      ...({ id: `u${i}`, kind: 'article', text: words } as const),
      ...{ number: String(i + 1), label: `Статья ${i + 1}.` },
    })),
  };
  return { act, origin: { on: '2026-11-20', by: 'А', file, sha256: file.padEnd(64, '0') }, text };
}

function summaryOf({ origin, text }: StoredText): TextSummary {
  return { act, language: 'ru', origin, articles: text.units.length, units: text.units.length };
}

/** The card of an act beside a draft that brings a text of it. */
async function openCard(language: Language, mine: StoredText | undefined, drafts: StoredText) {
  let [own, travels] = [mine, false];
  const state = () => succeed({ library: emptyLibrary, texts: own ? [summaryOf(own)] : [] });
  const travelling = { texts: 1, bytes: 2_500_000, left: 0 };
  const bridge = createFakeBridge(
    {
      'library.read': state,
      'text.read': ({ handle }) => {
        const text = handle === undefined ? own : drafts;
        return text ? succeed(text) : fail({ code: 'not-found' });
      },
      'texts.brought': () => succeed([summaryOf(drafts)]),
      'texts.keep': () => {
        own = drafts;
        return state();
      },
      'texts.travel': ({ on }) => {
        travels = on ?? travels;
        return succeed({ on: travels, ...travelling });
      },
    },
    { ...fakeSettings, language },
  );
  const [info, read] = await Promise.all([bridge.request('app.info', {}), bridge.request('resources.read', {})]);
  const settings = await bridge.request('settings.read', {});
  if (!info.ok || !read.ok || !settings.ok) throw new Error('the fake bridge has no resources');
  const parts = { bridge, ports: fixedPorts(), info: info.value, settings: settings.value };
  const desk = createDesk({ ...parts, ...read.value });
  const draft = aDraft().unit('part', { ru: 'Текст' }, 'p').build();
  const opened = { handle: 'h', draft, name: '', sequence: 0, state: 'new', notices: [] } as const;
  desk.session.set(createSession(bridge, opened, openHand(draft).editor));
  desk.shelf.bring('h');
  const [cited] = desk.acts.acts.filter(({ id }) => id === act);
  if (!cited) throw new Error('no act');
  const i18n = createI18n(language);
  render(
    <I18nextProvider i18n={i18n}>
      <DeskContext value={desk}>
        <ActTexts act={cited} />
      </DeskContext>
    </I18nextProvider>,
  );
  const say = (key: string, params = {}) => i18n.t(key, params);
  const deed = (key: string) => screen.findByRole('button', { name: `${say(key)}: ${say('common:ownName.ru')}` });
  return { user: userEvent.setup(), desk, bridge, say, deed };
}

test.each(languages)(
  'in %s a text that the draft brings is told from one’s own by its articles, and is taken in its place',
  async (language) => {
    const mine = aText('mine.html', ['Один.', 'Два.', 'Три.']);
    const { user, desk, say, deed } = await openCard(language, mine, aText('theirs.html', ['Один.', 'Иное.']));
    const replaces = (name: string, numbers: string) => say(`texts:replaces.${name}`, { count: 1, numbers });
    await screen.findByText(replaces('reworded', '2'));
    screen.getByText(replaces('removed', '3'));
    expect(screen.queryByText(say('texts:replaces.nothing'))).toBeNull();
    await user.click(await deed('texts:card.takeDrafts'));
    await waitFor(() => expect(desk.shelf.get().summaries.map(({ origin }) => origin.file)).toEqual(['theirs.html']));
    // What is now one's own is no other text any more.
    await waitFor(() => expect(screen.queryByText(replaces('reworded', '2'))).toBeNull());
  },
);

test('a text that this machine lacks is kept by one button', async () => {
  const { user, desk, deed, bridge } = await openCard('ru', undefined, aText('theirs.html', ['Один.']));
  await user.click(await deed('texts:card.keep'));
  await waitFor(() => expect(desk.shelf.get().summaries).toHaveLength(1));
  expect(bridge.requests).toContainEqual({ name: 'texts.keep', request: { handle: 'h', act, language: 'ru' } });
});

test('the box that sends the texts along says how many and how large, and is off until it is ticked', async () => {
  const { user, say, bridge } = await openCard('ru', aText('mine.html', ['Один.']), aText('mine.html', ['Один.']));
  const box = await screen.findByRole<HTMLInputElement>('checkbox', { name: new RegExp(say('texts:card.travels')) });
  expect(box.checked).toBe(false);
  screen.getByText(say('texts:card.travelsHint', { texts: 1, size: '2,4' }));
  await user.click(box);
  await waitFor(() => expect(box.checked).toBe(true));
  expect(bridge.requests).toContainEqual({ name: 'texts.travel', request: { handle: 'h', on: true } });
  await user.click(box);
  await waitFor(() => expect(box.checked).toBe(false));
});
