import type { PlaceInDraft } from '../../core/bridge/drafts.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { selectedPlaces } from '../editor/selected-places.ts';
import type { Desk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';

/** Milliseconds for which the caret must rest: a place on the way is none to come back to. */
const rest = 300;

/** Puts the caret where the person left it, or at the start, and tells the services where it rests until the returned call. */
export function beginAtPlace(desk: Desk, { editor, handle, opened }: Session): () => void {
  const { place } = opened;
  // First the focus, to the start: a place that is not drawn yet could not take it.
  editor.focus();
  if (place && indexOfUnit(editor.state().units, place.unit) >= 0) {
    // What was written in a column that is hidden now begins in one that can be seen; `startSession` made its column live.
    const isLive = editor.state().activeLanguage === place.language;
    editor.goTo({ unit: place.unit, ...(isLive && { start: place.offset }) });
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = place;
  const tell = (): void => {
    const now = placeOf(editor);
    if (!now || (now.unit === told?.unit && now.language === told.language && now.offset === told.offset)) return;
    told = now;
    void desk.bridge.request('draft.place', { handle, place: now });
  };
  const stop = editor.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(tell, rest);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function placeOf(editor: DraftEditor): PlaceInDraft | undefined {
  const [, end] = selectedPlaces(editor) ?? [];
  const unit = end && editor.state().units[end.index];
  return unit && { unit: unit.id, language: end.language, offset: end.offset };
}
