import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  cutHeading,
  hasHeading,
  hasNumber,
  headedWords,
  joinAbove,
  leaveOut,
  moveUnit,
  setUnitKind,
  setUnitNumber,
  splitUnit,
} from '../../core/law/official-text/correct.ts';
import {
  type OfficialKind,
  type OfficialText,
  type OfficialUnit,
  officialKinds,
} from '../../core/law/official-text/types.ts';
import { useNoticeText } from '../ui/use-notice-text.ts';
import type { Review } from './use-review.ts';

interface ReviewUnitProps {
  readonly review: Review;
  /** Back to the list, from where the next unit is chosen. */
  readonly onDone: () => void;
}

/** The unit that is looked at, and what can be mended of it. */
export function ReviewUnit({ review, onDone }: ReviewUnitProps): ReactNode {
  const { t } = useTranslation();
  const textOf = useNoticeText();
  const { text, active } = review;
  const unit = text.units[active];
  if (!unit) return null;
  const said = text.report.filter(({ place }) => place?.unit === unit.id);
  return (
    <section className="review-part" aria-label={t('texts:review.unit')}>
      <h3 className="panel-title">{t('texts:review.unit')}</h3>
      {said.map((notice, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the report of a unit stands as it is
        <p className="review-said" key={i}>
          {textOf(notice)}
        </p>
      ))}
      <div className="review-fields">
        <label>
          {t('texts:review.kind')}
          <select
            value={unit.kind}
            onChange={(event) => review.correct(setUnitKind(text, active, event.target.value as OfficialKind))}
          >
            {officialKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`texts:kinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        {hasNumber(unit.kind) ? <NumberField key={`${unit.id} ${unit.number}`} review={review} unit={unit} /> : null}
      </div>
      <Words key={`${unit.id} ${headedWords(unit)}`} review={review} unit={unit} onDone={onDone} />
    </section>
  );
}

/** The number is taken over when the field is left or Enter is pressed. */
function NumberField({ review, unit }: { readonly review: Review; readonly unit: OfficialUnit }): ReactNode {
  const { t } = useTranslation();
  const take = (typed: string): void => void review.correct(setUnitNumber(review.text, review.active, typed));
  return (
    <label>
      {t('texts:review.number')}
      <input
        defaultValue={unit.number ?? ''}
        maxLength={60}
        onBlur={(event) => take(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(event.currentTarget.value);
        }}
      />
    </label>
  );
}

interface WordsProps extends ReviewUnitProps {
  readonly unit: OfficialUnit;
}

/** The words, in which the caret says where to part them. They themselves are the act's and cannot be changed. */
function Words({ review, unit, onDone }: WordsProps): ReactNode {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, active } = review;
  const shown = hasHeading(unit.kind) ? headedWords(unit) : unit.text;
  const before = shown.length - unit.text.length;
  const take = (next: OfficialText | undefined, at?: number): void => {
    if (review.correct(next, at)) onDone();
  };
  const caret = (): number => field.current?.selectionStart ?? 0;
  return (
    <>
      <label className="review-text">
        {t('texts:review.words')}
        <textarea
          ref={field}
          lang={text.language}
          rows={5}
          value={shown}
          spellCheck={false}
          // Not `readOnly`: that would hide the caret, which is what the field is for.
          onBeforeInput={(event) => event.preventDefault()}
          onChange={() => undefined}
        />
      </label>
      {unit.heading ? (
        <p className="hint">
          {t('texts:review.headingNow')} <b lang={text.language}>{unit.heading}</b>
        </p>
      ) : null}
      <div className="review-deeds">
        {hasHeading(unit.kind) ? (
          <button type="button" className="button" onClick={() => take(cutHeading(text, active, caret()))}>
            {t('texts:review.cutHeading')}
          </button>
        ) : null}
        <button type="button" className="button" onClick={() => take(splitUnit(text, active, caret() - before))}>
          {t('texts:review.split')}
        </button>
        <button
          type="button"
          className="button"
          disabled={active === 0}
          onClick={() => take(joinAbove(text, active), active - 1)}
        >
          {t('texts:review.join')}
        </button>
        {([-1, 1] as const).map((by) => (
          <button
            key={by}
            type="button"
            className="button"
            disabled={!text.units[active + by]}
            onClick={() => take(moveUnit(text, active, by), active + by)}
          >
            {t(by === -1 ? 'texts:review.moveUp' : 'texts:review.moveDown')}
          </button>
        ))}
        <button type="button" className="button" onClick={() => take(leaveOut(text, active))}>
          {t('texts:review.leaveOut')}
        </button>
      </div>
    </>
  );
}
