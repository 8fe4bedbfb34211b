import { act, render } from '@testing-library/react';
import { useMemo } from 'react';
import { expect, test, vi } from 'vitest';
import { isRun } from '../../../core/draft/text.ts';
import type { DraftEditor } from '../../../renderer/editor/contract.ts';
import { runOf } from '../../../renderer/editor/leaf.tsx';
import { createRemarks } from '../../../renderer/editor/remarks.ts';
import { PartsContext, type ViewParts } from '../../../renderer/editor/view-context.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

function Words({ editor }: { readonly editor: DraftEditor }) {
  const runs = editor.state().units.flatMap(({ children }) => children.flatMap((cell) => cell.children.filter(isRun)));
  const remarks = useMemo(() => createRemarks(editor), [editor]);
  return (
    <PartsContext value={{ editor, remarks } as ViewParts}>
      {runs.map((run) => runOf({ run, attributes: { key: run.text }, children: run.text }))}
    </PartsContext>
  );
}

test('a change of the text asks no commented run, a change of the comments asks all', async () => {
  const { editor, select } = openHand(aDraft().unit('part', { ru: 'Первое слово.' }, 'p').build());
  select(['p', 0], ['p', 6], 'ru');
  const id = editor.addComment('?', 'А') ?? '';
  const remarks = createRemarks(editor);
  const asked = vi.fn();
  remarks.subscribe(asked);
  await act(async () => editor.toggleMark('bold'));
  expect(asked).not.toHaveBeenCalled();
  expect(remarks.isOpen(id)).toBe(true);
  await act(async () => editor.changeComment(id, (thread) => ({ ...thread, resolved: true })));
  expect(asked).toHaveBeenCalledOnce();
  expect(remarks.isOpen(id)).toBe(false);
});

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
