import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftEditor } from '../editor/contract.ts';
import { sheetScroller } from '../find/sight.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';

/** The line that is written stands within this part of the height, and is brought to `at` when it leaves it. */
const band = { from: 0.25, to: 0.65, at: 0.42 } as const;

function caretBox(scroller: HTMLElement): DOMRect | undefined {
  const selection = window.getSelection();
  const node = selection?.focusNode;
  if (!selection || !node || !scroller.contains(node)) return undefined;
  const range = document.createRange();
  range.setStart(node, selection.focusOffset);
  const box = range.getBoundingClientRect();
  return box.height > 0 ? box : (node instanceof Element ? node : node.parentElement)?.getBoundingClientRect();
}

function keepAtHeight(scroller: HTMLElement): void {
  const caret = caretBox(scroller);
  if (!caret) return;
  const view = scroller.getBoundingClientRect();
  const part = (caret.top - view.top) / view.height;
  if (part < band.from || part > band.to) scroller.scrollTop += caret.top - view.top - view.height * band.at;
}

/** Marks the row of the caret by an attribute that React knows nothing of: no row draws anew for it. */
function markCurrent(scroller: HTMLElement, unit: string | undefined): void {
  const row = unit === undefined ? null : scroller.querySelector(`[data-unit="${CSS.escape(unit)}"]`);
  const before = scroller.querySelector('[data-current]');
  if (before === row) return;
  before?.removeAttribute('data-current');
  row?.setAttribute('data-current', '');
}

function followCaret(editor: DraftEditor): () => void {
  let frame = 0;
  const follow = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      const scroller = sheetScroller();
      if (!scroller) return;
      markCurrent(scroller, editor.state().whereabouts?.unit);
      keepAtHeight(scroller);
    });
  };
  follow();
  const stop = editor.subscribe(follow);
  return () => {
    cancelAnimationFrame(frame);
    stop();
    const scroller = sheetScroller();
    if (scroller) markCurrent(scroller, undefined);
  };
}

/** While only the text is on the screen: the provision that is written stands out, Escape brings the window back. */
export function FocusMode({ editor }: { readonly editor: DraftEditor }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const isOn = useStore(desk.focusMode);
  const [wasOn, setWasOn] = useState(isOn);
  if (isOn && !wasOn) setWasOn(true);
  useEffect(() => {
    if (!isOn) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || desk.dialog.get()) return;
      desk.focusMode.set(false);
      editor.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    const stop = followCaret(editor);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      stop();
    };
  }, [desk, editor, isOn]);
  return (
    <output className={isOn ? 'focus-told' : 'visually-hidden'} aria-live="polite">
      {isOn ? t('view:focusOn') : wasOn && t('view:focusOff')}
    </output>
  );
}
