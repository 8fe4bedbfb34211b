import type { CitationInline } from '../../core/draft/types.ts';
import { focusComingPane } from '../commands/panes.ts';
import { showTab } from '../commands/show-tab.ts';
import type { DraftEditor } from '../editor/contract.ts';
import type { Desk, Reading } from '../state/desk.ts';
import { isReadingBeside, widenForReading } from '../view/reading-width.ts';

/** Opens an act's official text beside the draft. The inspector is made wide enough for as long as a text is read. */
export function openText(desk: Desk, reading: Reading): void {
  if (!desk.session.get()) return;
  const isOpen = isReadingBeside(desk);
  desk.act.set(reading.act);
  desk.reading.set(reading);
  showTab(desk, 'law');
  if (!isOpen) widenForReading(desk);
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
    openText(desk, { act, takesFocus: true, ...(cited && { pinpoint: cited.pinpoint }) });
    return;
  }
  if (act !== undefined) desk.act.set(act);
  showTab(desk, 'law');
  focusComingPane('inspector', '[role="tab"][data-key="law"]');
}

/** Shows the act that is cited: its text at the place that is cited where it is on this machine, else its card. */
export async function openCited(
  desk: Desk,
  { act, pinpoint }: Pick<CitationInline, 'act' | 'pinpoint'>,
): Promise<void> {
  desk.act.set(act);
  showTab(desk, 'law');
  await desk.shelf.open();
  if (desk.shelf.get().summaries.some((one) => one.act === act)) openText(desk, { act, pinpoint });
}

/** The text that is open follows the citation that was clicked. */
export function openCitedHere(desk: Desk, editor: DraftEditor): void {
  const link = editor.linkAtCaret()?.link;
  if (link?.type === 'citation' && link.act === desk.act.get()) void openCited(desk, link);
}

/** Back to the act's card, as wide as before. */
export function closeText(desk: Desk): void {
  desk.reading.set(undefined);
}
