import type { Edit } from '../../core/draft/operation.ts';
import { percentDeletedFrom, removedLength } from '../../core/file/shrinkage.ts';
import type { AskBeforeLoss } from '../editor/with-question.ts';
import type { Desk } from './desk.ts';
import type { Session } from './session.ts';

/** No further back than this for a deletion that was answered late. */
const mostSteps = 200;

/** Asks before most of the text goes by a key, by cutting, typing or pasting over it; what was chosen stays until the person agrees. */
export function askBeforeLoss(desk: Desk): AskBeforeLoss {
  return (percent, agreed) => desk.dialog.set({ kind: 'large-deletion', percent, agreed });
}

/**
 * Asks, the moment most of the text has gone in one step by any other way, whether that was meant: Word would say nothing, and its users
 * know Ctrl+Z, which answers too. The state before it stays in the history whatever the answer is.
 */
export function watchDeletions(desk: Desk, session: Session): void {
  const { editor } = session;
  let missing = 0;
  const hasComeBack = (edit: Edit): boolean => missing > 0 && -removedLength(edit) >= missing / 2;
  editor.onEdit((edit, isKnown) => {
    if (hasComeBack(edit)) {
      missing = 0;
      if (desk.banner.get()?.severity === 'question') desk.banner.set(undefined);
      return;
    }
    // Who undoes or redoes goes where the draft was a moment ago, and knows the way back; who agreed was asked.
    if (isKnown) return;
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
