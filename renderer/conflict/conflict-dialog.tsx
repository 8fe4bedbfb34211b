import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { atOnce } from '../../core/base/steps.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { OutsideState } from '../../core/bridge/versions.ts';
import type { Draft } from '../../core/draft/types.ts';
import type { Decisions, Merged } from '../../core/review/merge.ts';
import { CompareView } from '../history/compare-view.tsx';
import { useDesk } from '../state/desk.ts';
import type { OtherFile } from '../state/dialogs.ts';
import { openTheirs, saveDraftAs } from '../state/files.ts';
import { acceptMerged, keepBoth, mergeWith, standingOf } from '../state/outside.ts';
import { otherFile, unlockOutside } from '../state/passwords.ts';
import type { Session } from '../state/session.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { FailureLine } from '../ui/failure-line.tsx';
import { useInSlices } from '../ui/use-in-slices.ts';
import { Decide } from './decide.tsx';

interface ConflictDialogProps {
  readonly session: Session;
  readonly other: OtherFile;
  readonly onClose: () => void;
}

/** The file as it is now: read when the dialog opens, and not before. */
function useTheirs(session: Session, other: OtherFile) {
  const { bridge } = useDesk();
  const [theirs, setTheirs] = useState<OutsideState>();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => {
    let isMeant = true;
    const read = async (): Promise<void> => {
      await session.flush();
      const reply = await bridge.request('outside.read', { handle: session.handle, ...otherFile(other) });
      if (!isMeant) return;
      if (reply.ok) setTheirs(reply.value);
      else setFailure(reply.error);
    };
    void read();
    return () => {
      isMeant = false;
    };
  }, [bridge, session, other]);
  return { theirs, failure };
}

/** Somebody else changed the draft's file, or a copy of it turned up: what differs, and what can be done. Nothing is written unasked. */
export function ConflictDialog({ session, other, onClose }: ConflictDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { theirs, failure } = useTheirs(session, other);
  const [mine] = useState(() => session.editor.draft());
  const [isDeciding, setDeciding] = useState(false);
  const [decisions, setDecisions] = useState<Decisions>({});
  const look = useInSlices(useCallback(() => lookInto(mine, theirs), [mine, theirs]));
  const { plain, standing } = look ?? {};
  // A merge reads the whole bill: once when the file is there, and once for each decision.
  const merged = useMemo(
    () => (theirs && Object.keys(decisions).length > 0 ? atOnce(mergeWith(mine, theirs, decisions)) : plain),
    [mine, theirs, decisions, plain],
  );
  const name = other.picked?.name ?? other.copy ?? session.fileName.get();
  const where = whereOf(other);
  const isOwn = where === '';
  // A returned copy is of this draft, or it is no business of it.
  const isRefused = other.picked !== undefined && theirs?.isSameDraft === false;
  const conflicts = plain?.conflicts ?? [];
  return (
    <DialogFrame
      title={isDeciding ? t('conflict:decide') : t(`conflict:title${where}`)}
      // Where there is nothing to look through, a few words need no room.
      size={standing || isRefused ? 'medium' : 'wide'}
      onClose={onClose}
      footer={
        isRefused || (other.picked && standing) ? (
          <Button className="button primary" autoFocus onPress={onClose}>
            {t('close')}
          </Button>
        ) : (
          <Ways
            session={session}
            isOwn={isOwn}
            theirs={look && theirs}
            // What is the same needs nothing in common to become one.
            merged={standing === 'same' ? mine : merged?.draft}
            standing={standing}
            asksFirst={conflicts.length > 0 && !isDeciding}
            onAsk={() => setDeciding(true)}
            onClose={onClose}
          />
        )
      }
    >
      <div className="conflict">
        <p role={isRefused ? 'alert' : undefined}>{t(textKey(isDeciding, isRefused, standing, where), { name })}</p>
        <FailureLine failure={failure}>
          {failure?.code === 'password-needed' ? (
            <Button className="link" onPress={() => void unlockOutside(desk, session.handle, name, other)}>
              {t('secret:unlock.version')}
            </Button>
          ) : null}
        </FailureLine>
        {theirs && look && !merged && standing !== 'same' && !isRefused ? (
          <p className="hint">
            {t(theirs.isSameDraft ? `conflict:noBase${where === 'Back' ? 'Back' : ''}` : 'conflict:otherDraft')}
          </p>
        ) : null}
        {theirs?.seal && merged && isOwn ? <p role="status">{t(`conflict:seal.${theirs.seal}`)}</p> : null}
        {theirs && isDeciding && merged ? (
          <Decide
            conflicts={conflicts}
            mine={mine}
            theirs={theirs.draft}
            merged={merged.draft}
            decisions={decisions}
            onDecide={(key, preference) => setDecisions({ ...decisions, [key]: preference })}
          />
        ) : null}
        {theirs && look && !isDeciding && !standing && !isRefused ? (
          <CompareView
            // What was changed there, and not what I changed meanwhile, where it is known.
            before={theirs.base ?? mine}
            after={theirs.draft}
            names={{ before: t(theirs.base ? 'conflict:base' : 'conflict:mine'), after: t('conflict:theirs') }}
          />
        ) : null}
      </div>
    </DialogFrame>
  );
}

/** The end of the keys that speak of such a file. */
function whereOf({ copy, picked }: OtherFile): '' | 'Copy' | 'Back' {
  if (picked) return 'Back';
  return copy === undefined ? '' : 'Copy';
}

interface Look {
  readonly standing: ReturnType<typeof standingOf>;
  /** Both in one, nothing being decided. */
  readonly plain: Merged | undefined;
}

/** How the two stand to each other; undefined as long as the other has not come. */
function* lookInto(mine: Draft, theirs: OutsideState | undefined): Generator<void, Look | undefined, undefined> {
  if (!theirs) return undefined;
  const standing = standingOf(mine, theirs);
  yield;
  return { standing, plain: yield* mergeWith(mine, theirs) };
}

/** The words that stand above; where nothing is to be looked through, they are all there is. */
function textKey(
  isDeciding: boolean,
  isRefused: boolean,
  standing: ReturnType<typeof standingOf>,
  where: ReturnType<typeof whereOf>,
): string {
  if (isDeciding) return 'conflict:decideText';
  return isRefused ? 'conflict:notACopy' : `conflict:${standing ?? 'text'}${where}`;
}

interface WaysProps {
  readonly session: Session;
  /** The file is the draft's own, and no copy. */
  readonly isOwn: boolean;
  readonly theirs: OutsideState | undefined;
  readonly merged: Draft | undefined;
  readonly standing: ReturnType<typeof standingOf>;
  /** There is something to decide before the two become one. */
  readonly asksFirst: boolean;
  readonly onAsk: () => void;
  readonly onClose: () => void;
}

/** The ways on, the one that keeps everybody's work last and chief. */
function Ways({ session, isOwn, theirs, merged, standing, asksFirst, onAsk, onClose }: WaysProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  /** The work may ask for a file: the text takes the focus only when all is done. */
  const closing = (work: () => Promise<unknown>): void => {
    desk.dialog.set(undefined);
    void work().then(() => desk.session.get()?.editor.focus());
  };
  return (
    <>
      <Button className="button" onPress={onClose}>
        {t('conflict:later')}
      </Button>
      <span className="stretch" />
      {isOwn ? (
        <Button className="button" onPress={() => closing(() => saveDraftAs(desk))}>
          {t('desk:saveElsewhere')}
        </Button>
      ) : null}
      {isOwn && theirs && standing !== 'same' && session.isSaved() ? (
        <Button className="button" onPress={() => closing(() => openTheirs(desk))}>
          {t('conflict:openTheirs')}
        </Button>
      ) : null}
      {isOwn && standing !== 'same' ? (
        <Button className="button" onPress={() => closing(() => keepBoth(desk, t('conflict:label')))}>
          {t('conflict:keepBoth')}
        </Button>
      ) : null}
      <Button
        className="button primary"
        isDisabled={!merged}
        onPress={() => {
          if (asksFirst) onAsk();
          else if (theirs && merged)
            closing(() => acceptMerged(desk, merged, theirs, !isOwn, standing && 'conflict:agreed'));
        }}
      >
        {t(wayName(asksFirst, isOwn ? theirs?.seal : undefined, standing))}
      </Button>
    </>
  );
}

/** What the chief way is called. */
function wayName(asksFirst: boolean, seal: OutsideState['seal'], standing: WaysProps['standing']): string {
  if (asksFirst) return 'conflict:merge';
  if (seal) return `conflict:mergeAs.${seal}`;
  return standing ? `conflict:agree.${standing}` : 'conflict:mergeNow';
}
