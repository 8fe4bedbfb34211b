import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TextTravel } from '../../core/bridge/library.ts';
import { formatDate, formatNumber } from '../../core/languages/format.ts';
import type { TextSummary } from '../../core/law/library.ts';
import { changesBetween, type TextChanges } from '../../core/law/official-text/changes.ts';
import { keepText } from '../register/brought.ts';
import { type Desk, useDesk } from '../state/desk.ts';
import { tellFailure } from '../state/files.ts';
import { useStore } from '../state/store.ts';
import { Check } from '../ui/check.tsx';
import { ChangesList } from './changes-list.tsx';

interface DraftsTextProps {
  readonly brought: TextSummary;
  /** What counts on this machine: the same object where it has no text of its own. */
  readonly own: TextSummary;
}

/** What the open draft brings: that the text is its own, or that it is another one than this machine's; and the way to keep it here. */
export function DraftsText({ brought, own }: DraftsTextProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language: inWords } = useStore(desk.settings);
  const { origin, articles, language } = brought;
  const isLacking = brought === own;
  if (!isLacking && isSameText(brought, own)) return null;
  const date = formatDate(inWords, origin.on);
  const differing = t('texts:card.draftDiffers', {
    articles: formatNumber(inWords, articles),
    date,
    file: origin.file,
  });
  const deed = t(isLacking ? 'texts:card.keep' : 'texts:card.takeDrafts');
  return (
    <>
      <small>{isLacking ? t('register:fromDraft') : differing}</small>
      {isLacking ? null : <Difference brought={brought} />}
      <Button
        className="link"
        aria-label={`${deed}: ${t(`ownName.${language}`)}`}
        onPress={() => void keepText(desk, brought)}
      >
        {deed}
      </Button>
    </>
  );
}

/** Which articles the draft's text says otherwise: what one would take over by taking it. */
function Difference({ brought }: { readonly brought: TextSummary }): ReactNode {
  const desk = useDesk();
  const [changes, setChanges] = useState<TextChanges>();
  useEffect(() => {
    let isWanted = true;
    void changesFrom(desk, brought).then((found) => isWanted && setChanges(found));
    return () => {
      isWanted = false;
    };
  }, [desk, brought]);
  return (
    <div className="text-changes" role="status">
      {changes ? <ChangesList changes={changes} /> : null}
    </div>
  );
}

/** Reads both texts, which the card alone does not need. */
async function changesFrom(desk: Desk, { act, language }: TextSummary): Promise<TextChanges | undefined> {
  const handle = desk.session.get()?.handle;
  if (handle === undefined) return undefined;
  const [own, other] = await Promise.all([
    desk.bridge.request('text.read', { act, language }),
    desk.bridge.request('text.read', { act, language, handle }),
  ]);
  return own.ok && other.ok ? changesBetween(own.value.text, other.value.text) : undefined;
}

/** Whether two were imported from the same bytes, with the same structure as far as that can be told without reading them. */
function isSameText({ origin, units }: TextSummary, other: TextSummary): boolean {
  return origin.sha256 === other.origin.sha256 && origin.corrected === other.origin.corrected && units === other.units;
}

/** Whether official texts go along in the draft's file: they are large, so that the person decides. */
export function TextsTravel(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const session = useStore(desk.session);
  const { language } = useStore(desk.settings);
  const shelf = useStore(desk.shelf);
  const [travel, setTravel] = useState<TextTravel>();
  const handle = session?.handle;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what there is changes with the shelf
  useEffect(() => {
    if (handle === undefined) return;
    void desk.bridge.request('texts.travel', { handle }).then((reply) => setTravel(reply.ok ? reply.value : undefined));
  }, [desk, handle, shelf.summaries]);
  if (!session || !travel) return null;
  const choose = async (on: boolean): Promise<void> => {
    const reply = await desk.bridge.request('texts.travel', { handle: session.handle, on });
    if (reply.ok) setTravel(reply.value);
    else tellFailure(desk, reply.error);
  };
  const size = formatNumber(language, Math.max(0.1, Math.round(travel.bytes / 2 ** 20 / 0.1) / 10));
  return (
    <Check
      hints={[
        t('texts:card.travelsHint', { texts: travel.texts, size }),
        ...(travel.left > 0 ? [t('texts:card.travelsLeft', { left: travel.left })] : []),
      ]}
      isSelected={travel.on}
      isDisabled={session.editor.state().isReadOnly}
      onChange={(on) => void choose(on)}
    >
      {t('texts:card.travels')}
    </Check>
  );
}
