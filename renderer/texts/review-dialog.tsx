import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../core/bridge/failure.ts';
import type { TextProposal } from '../../core/bridge/library.ts';
import type { ActId } from '../../core/draft/types.ts';
import { joinAbove, leaveOut, moveUnit } from '../../core/law/official-text/correct.ts';
import { actOfText } from '../../core/law/official-text/which-act.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { FailureLine } from '../ui/failure-line.tsx';
import { undoByKey } from '../ui/use-corrections.ts';
import { acceptText } from './importing.ts';
import { openText } from './opening.ts';
import { ReviewAct } from './review-act.tsx';
import { ReviewHeader, ReviewReport } from './review-facts.tsx';
import { ReviewList } from './review-list.tsx';
import { ReviewUnit } from './review-unit.tsx';
import { type Review, useReview } from './use-review.ts';
import './review.css';

interface ReviewDialogProps {
  readonly proposal: TextProposal;
  /** The act for which the file was chosen. */
  readonly asked: ActId | undefined;
  readonly onClose: () => void;
}

/** What was recognised in a file, beside the structure to be mended; nothing is kept before the person accepts it. */
export function ReviewDialog({ proposal, asked, onClose }: ReviewDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { acts } = useStore(desk.law);
  const review = useReview(proposal.text);
  const [act, setAct] = useState(() => asked ?? actOfText(acts, proposal.text)?.id);
  const [isLeaving, setLeaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);

  const leave = (): void => {
    if (review.isCorrected && !isLeaving) setLeaving(true);
    else onClose();
  };
  const accept = async (): Promise<void> => {
    if (act === undefined) return;
    const failed = await acceptText(desk, { proposal, act, text: review.text });
    setFailure(failed);
    if (failed) return;
    onClose();
    openText(desk, { act, takesFocus: true });
  };
  return (
    <DialogFrame
      title={t('texts:review.title', { file: proposal.file })}
      size="full"
      onClose={leave}
      footer={
        <>
          <span className="hint">{t('texts:review.keys')}</span>
          <span className="stretch" />
          <Button className="button" onPress={leave}>
            {t(isLeaving ? 'texts:review.leaveAnyway' : 'cancel')}
          </Button>
          <Button className="button primary" isDisabled={act === undefined} onPress={() => void accept()}>
            {t('texts:review.accept')}
          </Button>
        </>
      }
    >
      <FailureLine failure={failure} />
      {isLeaving && !failure ? (
        <p className="failure" role="alert">
          {t('texts:review.leaving')}
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: undo for whatever in it has the focus */}
      <div className="review" onKeyDown={(event) => undoByKey(event, review)}>
        <section className="review-structure" aria-label={t('texts:review.structure')}>
          <ReviewList review={review} listRef={list} onKey={(event) => correctByKey(event, review)} />
        </section>
        <div className="review-side">
          <ReviewUnit review={review} onDone={() => list.current?.focus()} />
          <ReviewAct text={review.text} file={proposal.file} act={act} onAct={setAct} />
          <ReviewHeader text={review.text} />
          <ReviewReport review={review} />
        </div>
      </div>
    </DialogFrame>
  );
}

/** Keys by their place, so that they work in each keyboard layout. */
function correctByKey(event: KeyboardEvent<HTMLDivElement>, review: Review): boolean {
  const { text, active } = review;
  if (event.ctrlKey || event.metaKey) return false;
  if (event.altKey) {
    const by = event.code === 'ArrowUp' ? -1 : event.code === 'ArrowDown' ? 1 : undefined;
    // At the edge too: the keys are the list's own, and the browser's are others.
    if (by !== undefined) review.correct(moveUnit(text, active, by), active + by);
    return by !== undefined;
  }
  switch (event.code) {
    case 'KeyN':
      review.nextDoubt();
      return true;
    case 'KeyJ':
      return review.correct(joinAbove(text, active), active - 1);
    case 'Delete':
      return review.correct(leaveOut(text, active));
    default:
      return false;
  }
}
