import type { Edit } from '../../core/draft/operation.ts';
import { percentDeletedFrom, removedLength } from '../../core/file/shrinkage.ts';
import type { Desk } from './desk.ts';
import type { Session } from './session.ts';

/** No further back than this for a deletion that was answered late. */
const mostSteps = 200;

/**
 * Asks, the moment most of the text has gone in one step, whether that was meant: Word would say nothing, and its users know
 * Ctrl+Z, which answers too. The state before it stays in the history whatever the answer is.
 */
export function watchDeletions(desk: Desk, session: Session): void {
  const { editor } = session;
  let missing = 0;
  const hasComeBack = (edit: Edit): boolean => missing > 0 && -removedLength(edit) >= missing / 2;
  editor.onEdit((edit, isRetraced) => {
    if (hasComeBack(edit)) {
      missing = 0;
      if (desk.banner.get()?.severity === 'question') desk.banner.set(undefined);
      return;
    }
    // Who undoes or redoes goes where the draft was a moment ago, and knows the way back.
    if (isRetraced) return;
    const percent = percentDeletedFrom(editor.draft().units, edit);
    if (percent === undefined) return;
    missing = removedLength(edit);
    desk.banner.set({
      severity: 'question',
      message: { key: 'damage:deletion.question', params: { percent } },
      answers: [
        { key: 'damage:deletion.undo', act: () => bringBack() },
        { key: 'damage:deletion.keep', act: () => undefined },
      ],
    });
  });

  /** What was typed since goes too, and comes again by "redo". */
  function bringBack(): void {
    for (let step = 0; missing > 0 && editor.state().canUndo && step < mostSteps; step += 1) editor.undo();
  }
}
