import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../core/check/problem.ts';
import { formatNumber, formatShortDate } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { ProblemJump } from './problem-jump.tsx';
import type { ProblemActions } from './problem-list.tsx';

interface SetAsideProps {
  /** Each was set aside. */
  readonly problems: readonly Problem[];
  readonly actions: ProblemActions;
}

/** What was set aside, folded: the problem, the reason, who and when, and the way back. */
export function SetAsideList({ problems, actions }: SetAsideProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  if (problems.length === 0) return null;
  return (
    <details className="set-aside">
      <summary>
        {t('check:aside.title')} <em>{formatNumber(language, problems.length)}</em>
      </summary>
      <ul>
        {problems.map((problem, i) => {
          const { place, aside, code } = problem;
          const on = aside ? formatShortDate(language, aside.on) : '';
          return (
            <li className="problem" key={[code, place.unit, place.language, place.start, i].join(' ')}>
              <ProblemJump problem={problem} actions={actions} />
              <p className="aside-reason">
                {aside?.reason}
                <small>{aside?.by ? t('check:aside.by', { by: aside.by, on }) : on}</small>
              </p>
              {actions.takeBack ? (
                <Button className="link" onPress={() => actions.takeBack?.(problem)}>
                  {t('check:aside.takeBack')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
