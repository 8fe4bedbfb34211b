import { expect, test } from 'vitest';
import type { Desk } from '../../../renderer/state/desk.ts';
import { watchDeletions } from '../../../renderer/state/large-deletion.ts';
import type { Session } from '../../../renderer/state/session.ts';
import { createStore } from '../../../renderer/state/store.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from '../editor/harness.ts';

/** A short draft into which much comes, or a long one from which it goes. */
function watched(words: string) {
  const { editor } = openHand(aDraft('d').unit('part', { ru: words }, 'p').build());
  const desk = { banner: createStore<unknown>(undefined) };
  watchDeletions(desk as unknown as Desk, { editor } as unknown as Session);
  const put = (text: string): void => {
    editor.apply(([unit]) => {
      const old = unit?.children[1].children[0];
      const before = old && 'text' in old ? old.text : '';
      return {
        operations: [
          { type: 'remove_text', path: [0, 1, 0], offset: 0, text: before },
          { type: 'insert_text', path: [0, 1, 0], offset: 0, text },
        ],
      };
    });
  };
  return { editor, put, asks: () => (desk.banner.get() as { severity?: string } | undefined)?.severity === 'question' };
}

const long = 'Сотрудник имеет право на жильё. '.repeat(200);

test('undoing a large paste does not ask whether the deletion was meant', () => {
  const { editor, put, asks } = watched('Срок');
  put(long);
  expect(asks()).toBe(false);
  editor.undo();
  expect(asks()).toBe(false);
  editor.redo();
  editor.undo();
  expect(asks()).toBe(false);
});

test('a large deletion asks once: undo withdraws the question, and redo does not ask again', () => {
  const { editor, put, asks } = watched(long);
  put('Срок');
  expect(asks()).toBe(true);
  editor.undo();
  expect(asks()).toBe(false);
  editor.redo();
  expect(asks()).toBe(false);
  editor.undo();
  put('День');
  expect(asks()).toBe(true);
});
