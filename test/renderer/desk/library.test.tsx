import { act, render, screen, waitFor } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { expect, test, vi } from 'vitest';
import { readTemplateUnits } from '../../../core/draft/markup.ts';
import { emptyLibrary } from '../../../core/law/library.ts';
import type { ActVerification } from '../../../core/law/types.ts';
import { useProblemStore } from '../../../renderer/check/problem-store.ts';
import { citationMark } from '../../../renderer/editor/citation-mark.ts';
import type { DraftEditor } from '../../../renderer/editor/contract.ts';
import { createI18n } from '../../../renderer/i18n.ts';
import { changeLibrary, createDesk, DeskContext } from '../../../renderer/state/desk.ts';
import { createSession } from '../../../renderer/state/session.ts';
import { useStore } from '../../../renderer/state/store.ts';
import { fixedPorts } from '../../support/builder.ts';
import { createFakeBridge, fakeSettings } from '../../support/fake-bridge.ts';
import { openHand } from '../editor/harness.ts';

const verification: ActVerification = {
  act: 'military-status-1992',
  on: '2026-11-22',
  by: '',
  source: 'cbd',
  status: 'repealed',
};

function Problems({ editor }: { readonly editor: DraftEditor }) {
  const { found } = useStore(useProblemStore(editor));
  return <p data-testid="codes">{found.map(({ code }) => code).join(' ')}</p>;
}

test('an act that a person finds repealed is marked in the text and in the list of problems at once', async () => {
  const cites = '{cite:military-status-1992 article=12}';
  const read = readTemplateUnits([{ id: 'a', kind: 'article', ky: '', ru: `Льготы по ${cites}`, en: '' }]);
  if (!read.ok) throw new Error(read.error.piece);
  const draft = { meta: { id: 'd' }, units: read.value, comments: [] };
  const { editor, parts } = openHand(draft);
  const bridge = createFakeBridge();
  const [info, resources] = [await bridge.request('app.info', {}), await bridge.request('resources.read', {})];
  if (!info.ok || !resources.ok) throw new Error('the bridge does not answer');
  const desk = createDesk({
    bridge,
    ports: fixedPorts(),
    info: info.value,
    settings: fakeSettings,
    ...resources.value,
  });
  const opened = { handle: 'h', draft, name: '', sequence: 0, state: 'new', notices: [] } as const;
  desk.session.set(createSession(bridge, opened, editor));
  render(
    <I18nextProvider i18n={createI18n('ru')}>
      <DeskContext value={desk}>
        <Problems editor={editor} />
      </DeskContext>
    </I18nextProvider>,
  );
  const drawn = vi.fn();
  parts.derived.subscribe(drawn);
  const citation = { type: 'citation', act: verification.act, pinpoint: {}, children: [{ text: '' }] } as const;
  const mark = () => citationMark(citation, parts.derived.acts());
  await waitFor(() => expect(screen.getByTestId('codes').textContent).not.toBe(''));
  expect([mark(), screen.getByTestId('codes').textContent]).toEqual(['living', expect.not.stringContaining('dead')]);
  act(() => changeLibrary(desk, { ...emptyLibrary, verifications: [verification] }));
  expect([mark(), drawn.mock.calls.length]).toEqual(['dead', 1]);
  await waitFor(() => expect(screen.getByTestId('codes').textContent).toContain('dead'));
  act(() => changeLibrary(desk, emptyLibrary));
  expect(mark()).toBe('living');
});
