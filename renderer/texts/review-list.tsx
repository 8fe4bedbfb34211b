import { type CSSProperties, type KeyboardEvent, type ReactNode, type RefObject, useCallback, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../core/languages/format.ts';
import { headedWords } from '../../core/law/official-text/correct.ts';
import { officialKinds } from '../../core/law/official-text/types.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import { RowList } from './row-list.tsx';
import type { Review, ReviewRow } from './use-review.ts';

interface ReviewListProps {
  readonly review: Review;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onKey: (event: KeyboardEvent<HTMLDivElement>) => boolean;
}

/** More words than two lines hold are of no use in telling a unit. */
const shownWords = 300;
const keyOfRow = ({ unit }: ReviewRow): string => unit.id;

/** The structure as it was recognised, with counts, and a mark at what was guessed. */
export function ReviewList({ review, listRef, onKey }: ReviewListProps): ReactNode {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { language } = useStore(settings);
  const { rows, doubts, text } = review;
  const render = useCallback(
    ({ unit, depth, isDoubtful }: ReviewRow): ReactNode => (
      <span className={`review-row ${unit.kind}`} style={{ '--depth': depth } as CSSProperties}>
        <small>
          {isDoubtful ? (
            <span className="doubt">
              <Icon name="question" size={12} />
              <span className="visually-hidden">{t('texts:review.doubtful')}</span>
            </span>
          ) : null}
          {t(`texts:kinds.${unit.kind}`)}
          {unit.number === undefined ? '' : ` ${unit.number}`}
        </small>
        <span className="review-words" lang={text.language}>
          {unit.label ? <b>{unit.label} </b> : null}
          {headedWords(unit).slice(0, shownWords)}
        </span>
      </span>
    ),
    [t, text.language],
  );
  const counts = useMemo(
    () =>
      officialKinds.flatMap((kind) => {
        const count = text.units.filter((unit) => unit.kind === kind && !unit.quoted).length;
        return count === 0 ? [] : [`${t(`texts:kinds.${kind}`)}: ${formatNumber(language, count)}`];
      }),
    [text, t, language],
  );
  return (
    <>
      <p className="review-counts">{counts.join(' · ')}</p>
      <p className="review-doubts">
        <span role="status">
          {doubts.length === 0 ? t('texts:review.noDoubts') : t('texts:review.doubts', { count: doubts.length })}
        </span>
        {doubts.length > 0 ? (
          <Button className="link" onPress={review.nextDoubt}>
            {t('texts:review.nextDoubt')}
          </Button>
        ) : null}
        <Button className="link" isDisabled={!review.isCorrected} onPress={review.undo}>
          {t('texts:review.undo')}
        </Button>
      </p>
      <RowList
        label={t('texts:review.structure')}
        className="review-list"
        listRef={listRef}
        rows={rows}
        keyOf={keyOfRow}
        render={render}
        active={review.active}
        onActive={review.choose}
        onKey={onKey}
      />
    </>
  );
}
