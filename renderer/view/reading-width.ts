import type { Desk } from '../state/desk.ts';
import { isNarrow } from '../state/narrow.ts';
import { pixelWidth } from './side-widths.ts';

/** Pixels that the draft and what is read beside it need. */
const readingWidth = 470;

/** Whether a text or a version stands beside the draft. */
export function isReadingBeside(desk: Desk): boolean {
  return desk.reading.get() !== undefined || desk.beside.get() !== undefined;
}

/** Makes the inspector wide enough for as long as something is read beside the draft. */
export function widenForReading(desk: Desk): void {
  const { inspectorWidth } = desk.settings.get();
  if (isNarrow() || pixelWidth('inspector', inspectorWidth, window.innerWidth) >= readingWidth) return;
  // On the screen alone: the width that the person chose is kept.
  desk.settings.set({ ...desk.settings.get(), inspectorWidth: readingWidth });
  const narrow = (): void => {
    if (isReadingBeside(desk)) return;
    for (const stop of stops) stop();
    const now = desk.settings.get();
    if (now.inspectorWidth === readingWidth) desk.settings.set({ ...now, inspectorWidth });
  };
  const stops = [desk.reading.subscribe(narrow), desk.beside.subscribe(narrow)];
}
