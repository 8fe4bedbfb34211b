import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftEditor } from '../editor/contract.ts';
import { sheetScroller } from '../find/sight.ts';
import { useStore } from '../state/store.ts';
import { CardActions } from './card-actions.tsx';
import { type CardState, cardStore } from './card-store.ts';
import { CitationFacts } from './citation-facts.tsx';
import { markOfLink } from './marks.ts';
import { markOffers } from './offer-marks.ts';
import { ReferenceFacts } from './reference-facts.tsx';
import { useCardOpeners } from './use-card-openers.ts';
import './inline.css';

/** What there is to know of a citation or reference, and what one can do with it, beside its words. */
export function InlineCard({ editor }: { readonly editor: DraftEditor }): ReactNode {
  const card = useStore(cardStore);
  useCardOpeners(editor);
  useEffect(() => {
    const scroller = sheetScroller();
    return scroller ? markOffers(editor, scroller) : undefined;
  }, [editor]);
  return card ? <Card key={JSON.stringify(card.placed)} editor={editor} card={card} /> : null;
}

function Card({ editor, card }: { readonly editor: DraftEditor; readonly card: CardState }): ReactNode {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const { placed, how } = card;
  const close = (): void => {
    cardStore.set(undefined);
    editor.focus();
  };
  usePlace(editor, card, element);
  useEndOfCard(editor, how, close);
  useEffect(() => {
    if (how === 'keys') element.current?.querySelector('button')?.focus();
  }, [how]);
  return (
    <div
      ref={element}
      className="inline-card"
      role="dialog"
      aria-label={t(placed.link.type === 'citation' ? 'inline:citation' : 'inline:reference')}
      onKeyDown={keepFocus}
    >
      {placed.link.type === 'citation' ? (
        <CitationFacts citation={placed.link} language={placed.language} />
      ) : (
        <ReferenceFacts editor={editor} reference={placed.link} />
      )}
      <CardActions editor={editor} placed={placed} onDone={close} />
    </div>
  );
}

const room = 8;

/** Below the first line of the words, above them where there is no room below. */
function usePlace(editor: DraftEditor, { placed }: CardState, element: React.RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const box = markOfLink(editor, placed)?.getClientRects()[0];
    const card = element.current;
    if (!box || !card) return;
    const { width, height } = card.getBoundingClientRect();
    const isBelow = box.bottom + room + height <= window.innerHeight || box.top < height + room;
    const top = isBelow ? Math.min(box.bottom + 4, window.innerHeight - height - room) : box.top - height - 4;
    card.style.left = `${Math.max(room, Math.min(box.left, window.innerWidth - width - room))}px`;
    card.style.top = `${Math.max(room, top)}px`;
  }, [editor, placed, element]);
}

/** Escape puts the card away whoever has the focus; so does scrolling, and a change of the text under it. */
function useEndOfCard(editor: DraftEditor, how: CardState['how'], close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const { version } = editor.state();
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (how === 'keys') latest.current();
      else cardStore.set(undefined);
    };
    const drop = (): void => cardStore.set(undefined);
    const scroller = document.querySelector('.draft-view');
    const unsubscribe = editor.subscribe(() => {
      if (editor.state().version !== version) drop();
    });
    document.addEventListener('keydown', onKeyDown, true);
    scroller?.addEventListener('scroll', drop, { passive: true });
    return () => {
      unsubscribe();
      document.removeEventListener('keydown', onKeyDown, true);
      scroller?.removeEventListener('scroll', drop);
    };
  }, [editor, how]);
}

/** Tab goes round within the card: behind it lies the whole desk. */
function keepFocus(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'Tab') return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('button, select, input')];
  const at = controls.indexOf(document.activeElement as HTMLElement);
  const next = controls[(at + (event.shiftKey ? -1 : 1) + controls.length) % controls.length];
  event.preventDefault();
  next?.focus();
}
