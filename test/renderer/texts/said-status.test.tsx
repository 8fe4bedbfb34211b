import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { expect, test, vi } from 'vitest';
import { languages } from '../../../core/base/language.ts';
import type { StoredText } from '../../../core/law/library.ts';
import { createI18n } from '../../../renderer/i18n.ts';
import { type Desk, DeskContext } from '../../../renderer/state/desk.ts';
import { createStore } from '../../../renderer/state/store.ts';
import { TextOrigin } from '../../../renderer/texts/text-origin.tsx';
import { index } from '../../core/law/register.ts';
import { fakeSettings } from '../../support/fake-bridge.ts';

const act = 'military-status-1992';

function show(language: (typeof languages)[number], banner: string) {
  const stored = { act, origin: { on: '2026-11-20', by: 'А', file: 'a.html' }, text: { banners: [banner] } };
  const set = vi.fn();
  const desk = {
    settings: createStore({ ...fakeSettings, language }),
    law: createStore({ acts: index }),
    shelf: createStore({ texts: new Map([[`${act} ru`, stored as unknown as StoredText]]) }),
    dialog: { set },
  } as unknown as Desk;
  const i18n = createI18n(language);
  render(
    <I18nextProvider i18n={i18n}>
      <DeskContext value={desk}>
        <TextOrigin act={act} shown={['ru']} />
      </DeskContext>
    </I18nextProvider>,
  );
  return { set, say: (key: string, params = {}) => i18n.t(key, params) };
}

test.each(languages)(
  'a text that calls a living act dead says so, and leads to what a person verifies, in %s',
  async (language) => {
    const { set, say } = show(language, 'Утратил силу');
    const status = say('law:status.in-force');
    expect(screen.getByRole('alert').textContent).toBe(say('texts:said.repealed', { status }));
    await userEvent.click(screen.getByRole('button', { name: say('register:verifyOpen') }));
    expect(set).toHaveBeenCalledExactlyOnceWith({ kind: 'verify-act', act });
  },
);

test('a text that says what the register says warns of nothing', () => {
  show('ru', 'Действует');
  expect([screen.queryByRole('alert'), screen.queryByRole('button')]).toEqual([null, null]);
});
