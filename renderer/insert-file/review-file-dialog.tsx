import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { unitKinds } from '../../core/draft/types.ts';
import { formatNumber } from '../../core/languages/format.ts';
import type { PastedUnit } from '../editor/paste.ts';
import { useDesk } from '../state/desk.ts';
import type { FileText } from '../state/dialogs.ts';
import { useStore } from '../state/store.ts';
import { RowList } from '../texts/row-list.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { type Corrections, undoByKey, useCorrections } from '../ui/use-corrections.ts';
import { useNoticeText } from '../ui/use-notice-text.ts';
import { joinAbove, leaveOut, setKind } from './correct.ts';
import { beginDraft, surroundingsOf, takeIn } from './deeds.ts';
import { FilePlaces } from './file-places.tsx';
import { planFile, wordsOf } from './plan.ts';
import { usePlacing } from './use-placing.ts';
import '../texts/review.css';

/** The structure of a file while a person mends it; nothing of it is in the draft yet. */
type FileReview = Corrections<readonly PastedUnit[]>;

interface ReviewFileProps {
  readonly text: FileText;
  readonly into: 'draft' | 'new';
  readonly onClose: () => void;
}

/** What was recognised in a file, before it comes into the draft: its structure to be mended, where it goes, what did not come along. */
export function ReviewFileDialog({ text, into, onClose }: ReviewFileProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const session = useStore(desk.session);
  const editor = into === 'draft' ? session?.editor : undefined;
  const review = useCorrections(
    () => ({ value: text.units, active: 0 }),
    (units) => units.length,
  );
  const around = useMemo(() => surroundingsOf(desk, editor), [desk, editor]);
  const places = usePlacing(review.value, around, into, editor, text.comments);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  const accept = async (): Promise<void> => {
    onClose();
    const target = editor ?? (await beginDraft(desk));
    if (!target) return;
    const plan = planFile(review.value, places.placing, surroundingsOf(desk, target), text.comments);
    if (!plan) return;
    if (target.state().activeLanguage !== places.placing.language) target.setActiveLanguage(places.placing.language);
    takeIn(desk, target, plan, places.placing.live);
  };
  return (
    <DialogFrame
      title={t(`insert:title.${into}`, { file: text.file })}
      size="full"
      onClose={onClose}
      footer={
        <>
          <span className="hint">{t('insert:keys')}</span>
          <span className="stretch" />
          <Button className="button" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button className="button primary" isDisabled={!places.plan} onPress={() => void accept()}>
            {t(`insert:accept.${into}`)}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: undo for whatever in it has the focus */}
      <div className="review" onKeyDown={(event) => undoByKey(event, review)}>
        <section className="review-structure" aria-label={t('insert:structure')}>
          <Structure review={review} listRef={list} />
        </section>
        <div className="review-side">
          <Chosen review={review} onDone={() => list.current?.focus()} />
          <FilePlaces places={places} into={into} hasCells={review.value.every(({ cells }) => cells)} />
          <Report text={text} />
        </div>
      </div>
    </DialogFrame>
  );
}

/** Keys by their place, so that they work in each keyboard layout. */
function correctByKey(event: KeyboardEvent<HTMLDivElement>, { value: units, active, correct }: FileReview): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.code === 'KeyJ') return correct(joinAbove(units, active), active - 1);
  return event.code === 'Delete' && correct(leaveOut(units, active));
}

interface StructureProps {
  readonly review: FileReview;
  readonly listRef: React.RefObject<HTMLDivElement | null>;
}

interface Row {
  readonly unit: PastedUnit;
  readonly at: number;
}

/** More words than two lines hold are of no use in telling a unit. */
const shownWords = 300;

function Structure({ review, listRef }: StructureProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const { value: units } = review;
  const rows = useMemo(() => units.map((unit, at): Row => ({ unit, at })), [units]);
  const counts = useMemo(
    () =>
      unitKinds.flatMap((kind) => {
        const count = units.filter((unit) => unit.kind === kind).length;
        return count === 0 ? [] : [`${t(`insert:kinds.${kind}`)}: ${formatNumber(language, count)}`];
      }),
    [units, t, language],
  );
  const render = useCallback(
    ({ unit }: Row): ReactNode => (
      <span className={`review-row ${unit.kind ?? 'paragraph'}`}>
        <small>
          {t(`insert:kinds.${unit.kind ?? 'text'}`)}
          {unit.number === undefined ? '' : ` ${unit.number}`}
        </small>
        {wordsOf(unit).map(({ language: own, text }, i) => (
          <span className="review-words" key={own ?? i} {...(own && { lang: own })}>
            {text.slice(0, shownWords)}
          </span>
        ))}
      </span>
    ),
    [t],
  );
  return (
    <>
      <p className="review-counts" role="status">
        {counts.join(' · ')}
      </p>
      <p className="review-doubts">
        <Button className="link" isDisabled={!review.isCorrected} onPress={review.undo}>
          {t('texts:review.undo')}
        </Button>
      </p>
      <RowList
        label={t('insert:structure')}
        className="review-list"
        listRef={listRef}
        rows={rows}
        keyOf={({ at }) => String(at)}
        render={render}
        active={review.active}
        onActive={review.choose}
        onKey={(event) => correctByKey(event, review)}
      />
    </>
  );
}

/** The paragraph that is looked at, and what can be mended of it. */
function Chosen({ review, onDone }: { readonly review: FileReview; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const { value: units, active, correct } = review;
  const unit = units[active];
  if (!unit) return null;
  const take = (next: readonly PastedUnit[] | undefined, at?: number): void => {
    if (correct(next, at)) onDone();
  };
  return (
    <section className="review-part" aria-label={t('insert:chosen')}>
      <h3 className="panel-title">{t('insert:chosen')}</h3>
      <div className="review-fields">
        <label>
          {t('texts:review.kind')}
          <select
            value={unit.kind ?? ''}
            onChange={({ target }) => {
              const kind = unitKinds.find((one) => one === target.value);
              if (kind) correct(setKind(units, active, kind));
            }}
          >
            {unit.kind === undefined ? <option value="">{t('insert:kinds.text')}</option> : null}
            {unitKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`insert:kinds.${kind}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="review-deeds">
        <button
          type="button"
          className="button"
          disabled={active === 0}
          onClick={() => take(joinAbove(units, active), active - 1)}
        >
          {t('texts:review.join')}
        </button>
        <button type="button" className="button" onClick={() => take(leaveOut(units, active))}>
          {t('insert:leaveOut')}
        </button>
      </div>
    </section>
  );
}

/** What did not come along or came along in another way; nothing is left out in silence. */
function Report({ text }: { readonly text: FileText }): ReactNode {
  const { t } = useTranslation();
  const textOf = useNoticeText();
  return (
    <section className="review-part" aria-label={t('texts:review.report')}>
      <h3 className="panel-title">{t('texts:review.report')}</h3>
      {text.notices.length === 0 ? <p className="hint">{t('insert:nothingToReport')}</p> : null}
      <ul className="review-report">
        {text.notices.map((notice, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the report never changes, and several comments are told alike
          <li key={i} className={notice.severity === 'warning' ? 'review-said' : undefined}>
            {textOf(notice)}
          </li>
        ))}
      </ul>
    </section>
  );
}
