import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../core/base/notice.ts';
import { formatDate, formatShortDate } from '../../core/languages/format.ts';
import type { OfficialText } from '../../core/law/official-text/types.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { useNoticeText } from '../ui/use-notice-text.ts';
import type { Review } from './use-review.ts';

/** What the header of the file says: type, date, number, title, language, amendments and banners. */
export function ReviewHeader({ text }: { readonly text: OfficialText }): ReactNode {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { language } = useStore(settings);
  const none = t('texts:review.notFound');
  const amendments = text.amendments.map(({ date, number }) => `${formatShortDate(language, date)} № ${number ?? '?'}`);
  const facts = [
    ['type', text.type === null ? none : t(`law:type.${text.type}`)],
    ['date', text.date === null ? none : formatDate(language, text.date)],
    ['number', text.number ?? none],
    ['title', text.title ?? none],
    ['language', t(`ownName.${text.language}`)],
    ['amendments', amendments.length === 0 ? none : amendments.join('; ')],
  ] as const;
  return (
    <section className="review-part" aria-label={t('texts:review.header')}>
      <h3 className="panel-title">{t('texts:review.header')}</h3>
      <dl className="review-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`texts:header.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {text.banners.map((banner) => (
        <p className="review-said" key={banner} lang={text.language}>
          {banner}
        </p>
      ))}
    </section>
  );
}

/** What a notice of the report is about, in the order in which a person looks at it. */
const groups = ['guessed', 'over', 'out', 'mended'] as const;
type Group = (typeof groups)[number];

function groupOf({ code }: Notice): Group {
  if (code.endsWith('-left-out')) return 'out';
  if (code === 'import.left-over') return 'over';
  if (code.endsWith('-joined') || code.endsWith('-repaired') || code.startsWith('import.misprint')) return 'mended';
  return 'guessed';
}

/** More lines than anybody reads; how many there are is said. */
const mostShown = 200;

/** The report: what was guessed, left over, left out and mended. A line on a unit leads to it. */
export function ReviewReport({ review }: { readonly review: Review }): ReactNode {
  const { t } = useTranslation();
  const { report, units } = review.text;
  const grouped = useMemo(
    () => groups.map((group) => [group, report.filter((notice) => groupOf(notice) === group)] as const),
    [report],
  );
  const places = useMemo(() => new Map(units.map(({ id }, at) => [id, at])), [units]);
  return (
    <section className="review-part" aria-label={t('texts:review.report')}>
      <h3 className="panel-title">{t('texts:review.report')}</h3>
      {report.length === 0 ? <p className="hint">{t('texts:review.nothingToReport')}</p> : null}
      {grouped.map(([group, notices]) =>
        notices.length === 0 ? null : (
          <details key={group} open={group === 'guessed' || group === 'over'}>
            <summary>{t(`texts:report.${group}`, { count: notices.length })}</summary>
            <ul className="review-report">
              {notices.slice(0, mostShown).map((notice, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same line of a page comes many times
                <li key={i}>
                  <ReportLine notice={notice} at={places.get(notice.place?.unit ?? '')} onGo={review.choose} />
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
    </section>
  );
}

interface ReportLineProps {
  readonly notice: Notice;
  readonly at: number | undefined;
  readonly onGo: (at: number) => void;
}

function ReportLine({ notice, at, onGo }: ReportLineProps): ReactNode {
  const textOf = useNoticeText();
  if (at === undefined) return textOf(notice);
  return (
    <button type="button" className="link" onClick={() => onGo(at)}>
      {textOf(notice)}
    </button>
  );
}
