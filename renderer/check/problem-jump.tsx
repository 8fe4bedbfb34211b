import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../core/check/problem.ts';
import { useNoticeText } from '../ui/use-notice-text.ts';
import type { ProblemActions } from './problem-list.tsx';

interface ProblemJumpProps {
  readonly problem: Problem;
  readonly actions: ProblemActions;
}

/** What is wrong and where: pressing it goes there. */
export function ProblemJump({ problem, actions }: ProblemJumpProps): ReactNode {
  const { t } = useTranslation();
  const say = useNoticeText();
  const { language } = problem.place;
  return (
    <Button className="problem-jump" onPress={() => actions.goTo(problem)}>
      <span className="problem-place">
        {actions.placeOf(problem)}
        {language ? <i>{t(`language.${language}`)}</i> : null}
      </span>
      <span className="problem-words">{say(problem)}</span>
    </Button>
  );
}
