import { act, render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isRun } from '../../../core/draft/text.ts';
import type { DraftEditor } from '../../../renderer/editor/contract.ts';
import { Run } from '../../../renderer/editor/leaf.tsx';
import { PartsContext, type ViewParts } from '../../../renderer/editor/view-context.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

function Words({ editor }: { readonly editor: DraftEditor }) {
  const runs = editor.state().units.flatMap(({ children }) => children.flatMap((cell) => cell.children.filter(isRun)));
  return (
    <PartsContext value={{ editor } as ViewParts}>
      {runs.map((run) => (
        <Run key={run.text} run={run}>
          {run.text}
        </Run>
      ))}
    </PartsContext>
  );
}

test('the words of a resolved comment are not highlighted until it is opened again, nor lead to it', async () => {
  const { editor, select } = openHand(aDraft().unit('part', { ky: 'Биринчи сөз.', ru: 'Первое слово.' }, 'p').build());
  select(['p', 0], ['p', 7], 'ky');
  const first = editor.addComment('?', 'А');
  select(['p', 0], ['p', 6], 'ru');
  const second = editor.addComment('?', 'А');
  const { container } = render(<Words editor={editor} />);
  const shown = () => [...container.querySelectorAll('.commented')].map((run) => run.textContent);
  const resolve = (id: string | undefined) =>
    act(async () => editor.changeComment(id ?? '', (thread) => ({ ...thread, resolved: true })));
  expect(shown()).toEqual(['Биринчи', 'Первое']);
  await resolve(first);
  expect(shown()).toEqual(['Первое']);
  await resolve(second);
  expect(shown()).toEqual([]);
  expect(container.querySelectorAll('[data-comments]')).toHaveLength(0);
  await act(async () => editor.undo());
  expect(shown()).toEqual(['Первое']);
});
