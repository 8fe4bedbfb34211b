import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { type Language, languages } from '../../../core/base/language.ts';
import { fail, succeed } from '../../../core/base/result.ts';
import type { RequestOf } from '../../../core/bridge/contract.ts';
import type { OutsideState } from '../../../core/bridge/versions.ts';
import { ConflictDialog } from '../../../renderer/conflict/conflict-dialog.tsx';
import { createI18n } from '../../../renderer/i18n.ts';
import { createDesk, DeskContext } from '../../../renderer/state/desk.ts';
import type { OtherFile } from '../../../renderer/state/dialogs.ts';
import { createSession } from '../../../renderer/state/session.ts';
import { aDraft, fixedPorts } from '../../support/builder.ts';
import { createFakeBridge, fakeSettings } from '../../support/fake-bridge.ts';
import { openHand } from '../editor/harness.ts';

const withTerm = (days: string) =>
  aDraft('d')
    .unit('part', { ru: `Срок ${days} дней` }, 'p')
    .build();

interface Options {
  readonly shut?: boolean;
  readonly other?: OtherFile;
  readonly state?: 'saved' | 'recovered';
}

/** Both sides changed one term since a common state; `about`: what else is known of the file. */
async function openConflict(
  language: Language,
  about: Partial<OutsideState>,
  { shut = false, other = {}, state = 'saved' }: Options = {},
) {
  const mine = withTerm('семь');
  const theirs = { id: 'theirs', base: withTerm('пять'), draft: withTerm('десять'), isSameDraft: true, notices: [] };
  const saved: RequestOf<'draft.save'>[] = [];
  const bridge = createFakeBridge(
    {
      'outside.read': () => (shut ? fail({ code: 'password-needed' }) : succeed({ ...theirs, ...about })),
      'outside.merged': () => succeed(null),
      'draft.append': ({ edits }) => succeed({ acknowledged: edits.at(-1)?.sequence ?? 0, notices: [] }),
      'draft.save': (request) => {
        saved.push(request);
        return succeed({ name: 'a.dolboor', folder: '/', bytes: 1 });
      },
    },
    { ...fakeSettings, language },
  );
  const [info, read] = await Promise.all([bridge.request('app.info', {}), bridge.request('resources.read', {})]);
  if (!info.ok || !read.ok) throw new Error('the fake bridge has no resources');
  const settings = { ...fakeSettings, language };
  const desk = createDesk({ bridge, ports: fixedPorts(), info: info.value, settings, ...read.value });
  const opened = { handle: 'h', draft: mine, name: 'a.dolboor', sequence: 0, state, notices: [] } as const;
  const session = createSession(bridge, opened, openHand(mine).editor);
  desk.session.set(session);
  const i18n = createI18n(language);
  render(
    <I18nextProvider i18n={i18n}>
      <DeskContext value={desk}>
        <ConflictDialog session={session} other={other} onClose={() => undefined} />
      </DeskContext>
    </I18nextProvider>,
  );
  const press = async (key: string) => userEvent.click(await screen.findByRole('button', { name: i18n.t(key) }));
  return { desk, saved, press, say: (key: string) => i18n.t(key, { name: 'a.dolboor' }) };
}

test.each(languages)('a person decides whose words stay before two files become one, in %s', async (language) => {
  const { saved, press, say } = await openConflict(language, {});
  await press('conflict:merge');
  expect(screen.getByRole('dialog', { name: say('conflict:decide') })).toBeTruthy();
  expect(saved).toEqual([]);
  await userEvent.click(screen.getByRole('radio', { name: say('conflict:take.theirs') }));
  await press('conflict:mergeNow');
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]).toMatchObject({ target: { to: 'same', over: 'theirs' } });
  expect(JSON.stringify(saved[0]?.draft)).toContain('Срок десять дней');
  expect(JSON.stringify(saved[0]?.draft)).not.toContain('семь');
});

test.each([
  ['other', 'ky'],
  ['none', 'ru'],
  ['only', 'en'],
] as const)('whoever merges is told first under whose password the file will be: %s, in %s', async (seal, language) => {
  const { press, saved, say } = await openConflict(language, { seal });
  expect((await screen.findByText(say(`conflict:seal.${seal}`))).getAttribute('role')).toBe('status');
  await press('conflict:merge');
  expect(screen.queryByRole('button', { name: say('conflict:mergeNow') })).toBeNull();
  await press(`conflict:mergeAs.${seal}`);
  await waitFor(() => expect(saved).toHaveLength(1));
});

test('a file under another password is not compared before that is given, and can be asked for there', async () => {
  const { desk, press, say } = await openConflict('ky', {}, { shut: true });
  expect((await screen.findByRole('alert')).textContent).toContain(say('failures:password-needed'));
  await press('secret:unlock.version');
  expect(desk.dialog.get()).toMatchObject({ kind: 'unlock', name: 'a.dolboor' });
});

test.each([
  ['ky', 'same', { draft: withTerm('семь') }],
  ['ru', 'behind', { draft: withTerm('пять') }],
  ['en', 'same', { draft: withTerm('семь'), base: withTerm('семь') }],
] as const)(
  'a file with nothing new in it is no empty comparison but a way on, in %s: %s',
  async (language, standing, about) => {
    const { desk, saved, press, say } = await openConflict(language, about);
    expect(await screen.findByText(say(`conflict:${standing}`))).toBeTruthy();
    expect(screen.queryByText(say('compare:none'))).toBeNull();
    await press(`conflict:agree.${standing}`);
    await waitFor(() => expect(desk.banner.get()).toMatchObject({ message: { key: 'conflict:agreed' } }));
    expect(saved).toMatchObject([{ target: { to: 'same', over: 'theirs' } }]);
    expect(JSON.stringify(saved[0]?.draft)).toContain('семь');
  },
);

const returned = { picked: { id: 'p', name: 'a.dolboor' } };

test.each(languages)('a file that is no copy of this draft is refused with a sentence, in %s', async (language) => {
  const { saved, say } = await openConflict(language, { isSameDraft: false }, { other: returned });
  expect((await screen.findByRole('alert')).textContent).toBe(say('conflict:notACopy'));
  expect(screen.queryByRole('article')).toBeNull();
  expect(screen.queryByRole('button', { name: say('conflict:mergeNow') })).toBeNull();
  expect(saved).toEqual([]);
});

test('a copy that was picked is merged into the draft, and its own file stays as it is', async () => {
  const { saved, press, say } = await openConflict('ru', {}, { other: returned });
  expect(await screen.findByText(say('conflict:textBack'))).toBeTruthy();
  await press('conflict:merge');
  await press('conflict:mergeNow');
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.target).toEqual({ to: 'same' });
});

test.each([
  ['saved', true],
  ['recovered', false],
] as const)('the other file takes the place of mine only when mine is in a file: %s', async (state, isOffered) => {
  const { say } = await openConflict('ru', {}, { state });
  await screen.findByRole('button', { name: say('conflict:merge') });
  const names = screen.getAllByRole('button').map(({ textContent }) => textContent);
  expect(names.includes(say('conflict:openTheirs'))).toBe(isOffered);
  expect(names).toContain(say('conflict:keepBoth'));
});
