import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import type { Finding } from './finding.ts';
import { useMatchRows } from './use-match-rows.ts';

function useNumber(): (count: number) => string {
  const { language } = useStore(useDesk().settings);
  return (count) => formatNumber(language, count);
}

/** "3 of 27", told to the screen reader as it changes. */
export function FindCount({ finding }: { readonly finding: Finding }): ReactNode {
  const { t } = useTranslation();
  const n = useNumber();
  const { isWaiting, problem, told, matches, current, query } = useStore(finding);
  const words = (): string => {
    if (isWaiting) return '…';
    if (query.text === '' || problem) return '';
    if (matches.length > 0) return t('find:count', { at: n(current + 1), total: n(matches.length) });
    // After everything was replaced there is nothing left to find, which need not be said.
    return told ? '' : t('find:nothing');
  };
  return (
    <output className="find-count" aria-live="polite">
      {words()}
    </output>
  );
}

/** What was done last, or why nothing can be looked for. */
export function FindTold({ finding }: { readonly finding: Finding }): ReactNode {
  const { t } = useTranslation();
  const n = useNumber();
  const { problem, told } = useStore(finding);
  const words = (): string => {
    if (problem) return t(`find:problem.${problem}`);
    return told ? t(`find:told.${told.key}`, { count: told.count, n: n(told.count), fixed: n(told.fixed) }) : '';
  };
  return (
    <output className={problem ? 'find-told find-problem' : 'find-told'} id="find-told" aria-live="polite">
      {words()}
    </output>
  );
}

/** Where the match stands and the words around it, for who does not see the sheet go there. */
export function FindPlace({ finding }: { readonly finding: Finding }): ReactNode {
  const { t } = useTranslation();
  const { current } = useStore(finding);
  const [row] = useMatchRows(finding, current, current + 1);
  return (
    <output className="told" aria-live="polite">
      {row ? (
        <>
          {row.place}, {t(`language.${row.language}`)}:{' '}
          <span lang={row.language}>{`${row.words.before}${row.words.found}${row.words.after}`}</span>
        </>
      ) : null}
    </output>
  );
}
