import { type ReactNode, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Obstacle } from '../../core/check/gate.ts';
import type { Problem } from '../../core/check/problem.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { useNoticeText } from '../ui/use-notice-text.ts';
import { AsideForm } from './aside-form.tsx';
import { ProblemJump } from './problem-jump.tsx';
import { SeverityMark } from './severity-mark.tsx';

/** What can be done with a problem. */
export interface ProblemActions {
  readonly placeOf: (problem: Problem) => string;
  readonly goTo: (problem: Problem) => void;
  readonly repair: (problem: Problem) => void;
  /** Absent where the draft is only read. */
  readonly setAside?: (problem: Problem, reason: string) => void;
  readonly takeBack?: (problem: Problem) => void;
}

/** A bill fresh from its template has hundreds of blanks: they are drawn by pages. */
const pageSize = 20;

/** The problems of one rule, under its name. */
export function ProblemList({
  obstacle,
  actions,
}: {
  readonly obstacle: Obstacle;
  readonly actions: ProblemActions;
}): ReactNode {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { language } = useStore(settings);
  const [shown, setShown] = useState(pageSize);
  const heading = useId();
  const { code, severity, problems } = obstacle;
  return (
    <section className="problem-rule" aria-labelledby={heading}>
      <h4 id={heading}>
        <SeverityMark severity={severity} />
        <span>{t(`check:rule.${code.slice('check.'.length)}`)}</span>
        <em>{formatNumber(language, problems.length)}</em>
      </h4>
      <ul>
        {problems.slice(0, shown).map((problem, i) => (
          <ProblemLine key={keyOf(problem, i)} problem={problem} actions={actions} />
        ))}
      </ul>
      {problems.length > shown ? (
        <Button className="link" onPress={() => setShown(shown + pageSize)}>
          {t('check:more')}
        </Button>
      ) : null}
    </section>
  );
}

function keyOf({ code, place }: Problem, index: number): string {
  return [code, place.unit, place.language, place.start, index].join(' ');
}

function ProblemLine({ problem, actions }: { readonly problem: Problem; readonly actions: ProblemActions }): ReactNode {
  const { t } = useTranslation();
  const say = useNoticeText();
  const { place, repair } = problem;
  const [isAsking, setAsking] = useState(false);
  const { setAside } = actions;
  return (
    <li className="problem">
      <ProblemJump problem={problem} actions={actions} />
      <div className="problem-deeds">
        {repair ? (
          <Button className="link" onPress={() => actions.repair(problem)}>
            {t('check:repair')}
          </Button>
        ) : null}
        {setAside && place.unit !== undefined && !isAsking ? (
          <Button className="link set-aside-deed" aria-expanded={false} onPress={() => setAsking(true)}>
            {t('check:aside.set')}
          </Button>
        ) : null}
      </div>
      {setAside && isAsking ? (
        <AsideForm
          words={say(problem)}
          onCancel={() => setAsking(false)}
          onSave={(reason) => {
            setAsking(false);
            setAside(problem, reason);
          }}
        />
      ) : null}
    </li>
  );
}
