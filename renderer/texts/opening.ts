import { focusPane } from '../commands/panes.ts';
import { showTab } from '../commands/show-tab.ts';
import type { Desk, Reading } from '../state/desk.ts';
import { isNarrow } from '../state/narrow.ts';

/** Pixels that law and draft need beside each other. */
const readingWidth = 470;

/** Opens an act's official text beside the draft. The inspector is made wide enough for as long as a text is read. */
export function openText(desk: Desk, reading: Reading): void {
  if (!desk.session.get()) return;
  const isOpen = desk.reading.get() !== undefined;
  desk.act.set(reading.act);
  desk.reading.set(reading);
  showTab(desk, 'law');
  const { inspectorWidth } = desk.settings.get();
  if (isOpen || isNarrow() || inspectorWidth >= readingWidth) return;
  // On the screen alone: the width that the person chose is kept.
  desk.settings.set({ ...desk.settings.get(), inspectorWidth: readingWidth });
  const stop = desk.reading.subscribe(() => {
    if (desk.reading.get()) return;
    stop();
    const now = desk.settings.get();
    if (now.inspectorWidth === readingWidth) desk.settings.set({ ...now, inspectorWidth });
  });
}

/** The text goes into the panel only when it is drawn. */
export function focusText(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => focusPane('inspector', '.text-list')));
}

/**
 * Opens the text of what is cited at the caret, at the place that is cited; else of the act whose card is open, else the one that is
 * read already. Where there is none, the card of the act says how to get it.
 */
export async function showText(desk: Desk): Promise<void> {
  await desk.shelf.open();
  const link = desk.session.get()?.editor.linkAtCaret()?.link;
  const cited = link?.type === 'citation' ? link : undefined;
  const reading = desk.reading.get();
  const act = cited?.act ?? desk.act.get() ?? reading?.act;
  const hasText = desk.shelf.get().summaries.some((one) => one.act === act);
  if (act !== undefined && hasText) {
    const isSame = reading?.act === act && !cited;
    openText(desk, isSame ? reading : { act, ...(cited && { pinpoint: cited.pinpoint }) });
    focusText();
    return;
  }
  if (act !== undefined) desk.act.set(act);
  showTab(desk, 'law');
  requestAnimationFrame(() => focusPane('inspector'));
}

/** Back to the act's card, as wide as before. */
export function closeText(desk: Desk): void {
  desk.reading.set(undefined);
}
