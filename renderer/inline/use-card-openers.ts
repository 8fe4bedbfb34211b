import { useEffect } from 'react';
import type { DraftEditor } from '../editor/contract.ts';
import { type CardState, cardStore } from './card-store.ts';
import { linkOfMark, markAround } from './marks.ts';

/** Long enough that a pointer on its way across the sheet opens nothing. */
const restBeforeOpening = 450;
/** Long enough to go from the words to the card. */
const graceBeforeClosing = 350;

/** Opens the card where the pointer rests on a mark, by a right click on it, and by the menu key with the caret on it. */
export function useCardOpeners(editor: DraftEditor): void {
  useEffect(() => {
    const hover = createHover(editor);
    const onMenu = (event: MouseEvent): void => {
      const mark = markAround(event.target);
      if (mark && open(editor, mark, 'keys')) event.preventDefault();
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const isMenuKey = event.code === 'ContextMenu' || (event.code === 'F10' && event.shiftKey);
      if (!isMenuKey || !(event.target instanceof Element) || !event.target.closest('.draft-text')) return;
      const placed = editor.linkAtCaret();
      if (!placed) return;
      event.preventDefault();
      event.stopPropagation();
      cardStore.set({ placed, how: 'keys' });
    };
    document.addEventListener('pointerover', hover.over);
    document.addEventListener('pointermove', hover.move);
    document.addEventListener('pointerdown', hover.press);
    document.addEventListener('contextmenu', onMenu);
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      hover.stop();
      document.removeEventListener('pointerover', hover.over);
      document.removeEventListener('pointermove', hover.move);
      document.removeEventListener('pointerdown', hover.press);
      document.removeEventListener('contextmenu', onMenu);
      document.removeEventListener('keydown', onKeyDown, true);
      cardStore.set(undefined);
    };
  }, [editor]);
}

function open(editor: DraftEditor, mark: HTMLElement, how: CardState['how']): boolean {
  const placed = linkOfMark(editor, mark);
  if (placed) cardStore.set({ placed, how });
  return placed !== undefined;
}

/**
 * A pointer that only rests comes over a mark too when the text is scrolled or typed under it, and then nobody asked for a card: the
 * browser tells `pointermove` of a real movement alone, so that opens. Closing needs none.
 */
function createHover(editor: DraftEditor) {
  let timer: number | undefined;
  let entered: HTMLElement | undefined;
  const after = (delay: number, action: () => void): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      // Asked for by a key meanwhile: what the pointer did before says nothing of that one.
      if (cardStore.get()?.how !== 'keys') action();
    }, delay);
  };
  return {
    over: ({ target, pointerType }: PointerEvent): void => {
      const card = cardStore.get();
      if (card?.how === 'keys' || pointerType === 'touch') return;
      entered = markAround(target);
      if (entered) return;
      if (target instanceof Element && target.closest('.inline-card')) window.clearTimeout(timer);
      // The list of a select lies outside the page, and whoever has the focus in the card is at work there.
      else if (!document.activeElement?.closest('.inline-card'))
        after(graceBeforeClosing, () => cardStore.set(undefined));
    },
    move: (): void => {
      const mark = entered;
      entered = undefined;
      if (mark) after(cardStore.get() ? graceBeforeClosing : restBeforeOpening, () => open(editor, mark, 'pointer'));
    },
    press: ({ target }: PointerEvent): void => {
      window.clearTimeout(timer);
      if (!(target instanceof Element && target.closest('.inline-card'))) cardStore.set(undefined);
    },
    stop: (): void => window.clearTimeout(timer),
  };
}
