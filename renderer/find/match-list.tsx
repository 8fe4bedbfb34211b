import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import type { Match } from '../../core/draft/find.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import type { Finding } from './finding.ts';
import { useMatchRows } from './use-match-rows.ts';

/** Rows drawn at a time: the list goes on by such pages, so that ten thousand matches cost what a hundred do. */
const page = 100;

interface MatchListProps {
  readonly finding: Finding;
  readonly ref: Ref<HTMLDivElement>;
  /** Escape: back to the field. */
  readonly onLeave: () => void;
}

/** Every match with its place and the words around it. The arrows walk and the sheet follows; Enter goes to the text. */
export function MatchList({ finding, ref, onLeave }: MatchListProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const { matches, current } = useStore(finding);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another match is the current one
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [matches, current]);
  if (matches.length === 0) return null;
  // The last page is as full as the others: the list keeps its height.
  const from = Math.min(Math.floor(Math.max(current, 0) / page) * page, Math.max(0, matches.length - page));
  const to = Math.min(from + page, matches.length);
  const more = (key: 'earlier' | 'more', count: number): ReactNode =>
    count > 0 ? (
      <p className="match-more">{t(`find:list.${key}`, { count, n: formatNumber(language, count) })}</p>
    ) : null;
  return (
    <div className="match-box">
      <MatchCounts matches={matches} />
      <div className="match-scroll" ref={list}>
        {more('earlier', from)}
        <div
          ref={ref}
          className="match-list"
          role="listbox"
          tabIndex={0}
          aria-label={t('find:list.label')}
          aria-activedescendant={`${listId}-${current}`}
          onKeyDown={(event) => walk(event, finding, onLeave)}
        >
          <MatchRows finding={finding} from={from} to={to} listId={listId} />
        </div>
        {more('more', matches.length - to)}
      </div>
    </div>
  );
}

/** «Кыргызча: 12 · Русский: 20», and what the keys do. */
function MatchCounts({ matches }: { readonly matches: readonly Match[] }): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const counts = useMemo(() => Map.groupBy(matches, (match) => match.language), [matches]);
  const words = languages.flatMap((one) => {
    const n = counts.get(one)?.length ?? 0;
    return n > 0 ? [t('find:list.inLanguage', { language: t(`language.${one}`), n: formatNumber(language, n) })] : [];
  });
  return (
    <p className="match-counts">
      <span>{words.join(' · ')}</span>
      <span className="hint">{t('find:list.keys')}</span>
    </p>
  );
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

function walk(event: KeyboardEvent, finding: Finding, leave: () => void): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const { matches, current } = finding.get();
  const last = matches.length - 1;
  const step = steps[event.key];
  if (step !== undefined) finding.goTo(Math.max(0, Math.min(last, current + step)), false);
  else if (event.key === 'Home') finding.goTo(0, false);
  else if (event.key === 'End') finding.goTo(last, false);
  else if (event.key === 'Enter') finding.goTo(current, true);
  else if (event.key === 'Escape') leave();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

interface MatchRowsProps {
  readonly finding: Finding;
  readonly from: number;
  readonly to: number;
  readonly listId: string;
}

function MatchRows({ finding, from, to, listId }: MatchRowsProps): ReactNode {
  const { t } = useTranslation();
  const { current, matches } = useStore(finding);
  const rows = useMatchRows(finding, from, to);
  return rows.map(({ at, language, isFixed, place, words: { before, found, after } }) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys of all its rows
    <div
      key={at}
      id={`${listId}-${at}`}
      className="match-row"
      role="option"
      tabIndex={-1}
      aria-selected={at === current}
      aria-setsize={matches.length}
      aria-posinset={at + 1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => finding.goTo(at, false)}
      onDoubleClick={() => finding.goTo(at, true)}
    >
      <span className="match-place">
        {place} <abbr title={t(`language.${language}`)}>{t(`find:scope.${language}`)}</abbr>
      </span>{' '}
      <span className="match-words law-text" lang={language}>
        {before}
        <mark>{found}</mark>
        {after}
      </span>
      {isFixed ? <em className="match-fixed"> {t('find:list.fixed')}</em> : null}
    </div>
  ));
}
