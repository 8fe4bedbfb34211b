import { Range as SlateRange, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { keepOnClickedLine } from './caret-places.ts';
import { noScreen } from './session.ts';
import type { ViewParts } from './view-context.ts';
import { drawWideSelections } from './wide-selection.ts';

/**
 * Before every commit React saves the selection of the focused contenteditable by walking every DOM node inside it: half of
 * the cost of a key at 4,000 units. It does so only if `element.contentEditable === 'true'`. Slate keeps the selection itself, the browser
 * goes by the attribute, so for this element the property says something else. Look again at each new React.
 */
export function switchOffSelectionWalk(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get: () => 'slate',
    set(this: HTMLElement, value: string) {
      this.setAttribute('contenteditable', value);
    },
  });
}

/** Lets the rules act on the screen; the returned function takes it from them. */
export function attachScreen(parts: ViewParts, scroller: HTMLElement): () => void {
  const { session, slate, scheduler, typing } = parts;
  const endWideSelections = drawWideSelections(parts, scroller);
  let letGo = (): void => undefined;
  session.screen = {
    showLanguage: (live) => scheduler.show({ ...scheduler.columns, live }),
    reveal: (unit) => {
      scheduler.reveal(unit);
      letGo();
      letGo = holdInMiddle(scroller, rowFinder(scroller, unit), () => scheduler.isBehind);
    },
    drawFirst: () => scheduler.drawFirst(),
    drawAtCaret: () => scheduler.drawAtCaret(),
    holdBack: () => scheduler.holdBack(),
    focus: () => focusNow(slate, () => scheduler.catchUp()),
    settle: () => settleSelection(slate, scroller),
    shows: typing.shows,
  };
  scroller.addEventListener('click', keepOnClickedLine);
  return () => {
    scroller.removeEventListener('click', keepOnClickedLine);
    letGo();
    endWideSelections();
    session.screen = noScreen;
  };
}

/** Finds a unit's row: a search through a whole bill in every frame would cost more than the frame. */
function rowFinder(scroller: HTMLElement, unit: string): () => Element | null {
  const selector = `[data-unit="${CSS.escape(unit)}"]`;
  let row: Element | null = null;
  return () => {
    if (!row?.isConnected || !row.matches(selector)) row = scroller.querySelector(selector);
    return row;
  };
}

/** What is not drawn by then is far away and moves little. */
const mostMilliseconds = 5_000;
/** Branches of rows come into sight one in another, a few frames apart; on a busy machine frames are few. */
const calmMilliseconds = 700;
const actsOfPersons = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Brings an element to the middle and keeps it there while the rows around it get their heights: the first scroll lands by estimates,
 * and rows above that are drawn a moment later would push it away. Whatever the person does next ends it.
 */
function holdInMiddle(scroller: HTMLElement, find: () => Element | null, isBehind: () => boolean): () => void {
  const began = performance.now();
  let frame = 0;
  let moved = began;
  const letGo = (): void => {
    cancelAnimationFrame(frame);
    for (const act of actsOfPersons) window.removeEventListener(act, letGo, true);
  };
  const hold = (): void => {
    const before = scroller.scrollTop;
    scrollToMiddle(scroller, find());
    const now = performance.now();
    if (Math.abs(scroller.scrollTop - before) >= 1 || isBehind()) moved = now;
    if (now - moved > calmMilliseconds || now - began > mostMilliseconds) letGo();
    else frame = requestAnimationFrame(hold);
  };
  hold();
  for (const act of actsOfPersons) window.addEventListener(act, letGo, { capture: true, passive: true });
  return letGo;
}

/**
 * While a change waits to be announced Slate puts the focus off by a hundredth of a second, and a key pressed meanwhile would be the one of
 * the outline or of the dialog from which one came. And a dialog that closes takes the focus back from the sheet without Slate's hearing
 * of it: then Slate believes that nothing is to be done.
 */
function focusNow(slate: ReactEditor, catchUp: () => void): void {
  const element = ReactEditor.toDOMNode(slate, slate);
  const isBelievedOnly = ReactEditor.isFocused(slate) && element.ownerDocument.activeElement !== element;
  if (slate.operations.length > 0 || isBelievedOnly) {
    catchUp();
    const range = drawnRange(slate);
    if (range)
      getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    element.focus({ preventScroll: true });
  }
  ReactEditor.focus(slate);
}

/** The selection on the screen; undefined when its text is not drawn yet, as when a draft has just been opened: Slate throws then. */
function drawnRange(slate: ReactEditor): Range | undefined {
  try {
    return slate.selection ? ReactEditor.toDOMRange(slate, slate.selection) : undefined;
  } catch {
    return undefined;
  }
}

/** Slate hears of a selection through a throttle; a key with a modifier may come sooner. */
function settleSelection(slate: ReactEditor, scroller: HTMLElement): void {
  const selected = window.getSelection();
  if (!selected?.anchorNode || !scroller.contains(selected.anchorNode) || !ReactEditor.isFocused(slate)) return;
  const range = ReactEditor.toSlateRange(slate, selected, { exactMatch: false, suppressThrow: true });
  if (range && !(slate.selection && SlateRange.equals(range, slate.selection))) Transforms.select(slate, range);
}

/** Moves the sheet alone: `scrollIntoView` would move the window around it as well. */
function scrollToMiddle(scroller: HTMLElement, element: Element | null): void {
  if (!element) return;
  const [view, target] = [scroller.getBoundingClientRect(), element.getBoundingClientRect()];
  const spare = Math.max(0, view.height - target.height) / 2;
  scroller.scrollTop += target.top - view.top - spare;
}

const marginPixels = 24;

/** Scrolls by as little as keeps the caret in sight, below the heads of the columns. One measurement, no walk up the document. */
export function keepCaretInSight(scroller: HTMLElement, range: Range): void {
  const caret = caretBox(range);
  if (!caret) return;
  const view = scroller.getBoundingClientRect();
  const top = view.top + (scroller.querySelector('.draft-heads')?.clientHeight ?? 0) + marginPixels;
  const bottom = view.bottom - marginPixels;
  if (caret.top < top) scroller.scrollTop -= top - caret.top;
  else if (caret.bottom > bottom) scroller.scrollTop += caret.bottom - bottom;
}

/** An empty text has no box of its own; its element has. */
function caretBox(range: Range): DOMRect | undefined {
  const own = endOf(range).getBoundingClientRect();
  if (own.height > 0) return own;
  const { endContainer } = range;
  const element = endContainer instanceof Element ? endContainer : endContainer.parentElement;
  return element?.getBoundingClientRect();
}

/** A range more costs each change of the page a moment, until it is collected: the browser keeps all of them up to date. */
function endOf(range: Range): Range {
  if (range.collapsed) return range;
  const end = range.cloneRange();
  end.collapse(false);
  return end;
}
