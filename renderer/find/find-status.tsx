import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import type { Finding, FindState } from './finding.ts';

/** "3 of 27", and what was done last. Told to the screen reader as it changes. */
export function FindStatus({ finding }: { readonly finding: Finding }): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const state = useStore(finding);
  return (
    <output className={`find-status${state.problem ? ' find-problem' : ''}`} id="find-status" aria-live="polite">
      {statusWords(state, t, language)}
    </output>
  );
}

function statusWords(state: FindState, t: TFunction, language: Language): string {
  const { problem, told, matches, current, query } = state;
  if (state.isWaiting) return '…';
  if (problem) return t(`find:problem.${problem}`);
  const n = (count: number): string => formatNumber(language, count);
  const done = told ? t(`find:told.${told.key}`, { count: told.count, n: n(told.count), fixed: n(told.fixed) }) : '';
  if (query.text === '') return done;
  const place =
    matches.length > 0 ? t('find:count', { at: n(current + 1), total: n(matches.length) }) : t('find:nothing');
  // After everything was replaced there is nothing left to find, which need not be said.
  return [told && matches.length === 0 ? '' : place, done].filter(Boolean).join(' · ');
}
