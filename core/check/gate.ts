import type { Severity } from '../base/notice.ts';
import { type Problem, type ProblemGroup, problemGroups } from './problem.ts';

/** Problems of one rule. */
export interface Obstacle {
  readonly code: Problem['code'];
  /** The gravest among them. */
  readonly severity: Severity;
  /** In the order of the text; never empty. */
  readonly problems: readonly Problem[];
}

/** Obstacles of one matter. */
export interface ObstacleGroup {
  readonly group: ProblemGroup;
  /** In the order of the catalogue; never empty. */
  readonly obstacles: readonly Obstacle[];
  readonly count: number;
}

/** Whether a bill may go to parliament, and what still stands in the way. */
export interface Readiness {
  readonly ready: boolean;
  /** What stands in the way; empty when the bill is ready. */
  readonly inTheWay: readonly ObstacleGroup[];
  /** What does not, but should have been looked at. */
  readonly toLookAt: readonly ObstacleGroup[];
}

/** The gate; what was set aside with a reason stands in nobody's way. An empty draft has no problems and yet is no bill, so that whoever asks looks at the draft too. */
export function readyForParliament(problems: readonly Problem[]): Readiness {
  const standing = problems.filter(({ aside }) => !aside);
  const inTheWay = groupProblems(standing.filter(({ blocks }) => blocks));
  return {
    ready: inTheWay.length === 0,
    inTheWay,
    toLookAt: groupProblems(standing.filter(({ blocks }) => !blocks)),
  };
}

/** Problems by matter and rule; groups without problems are left out. */
export function groupProblems(problems: readonly Problem[]): readonly ObstacleGroup[] {
  return problemGroups.flatMap((group) => {
    const own = problems.filter((problem) => problem.group === group);
    const codes = [...new Set(own.map(({ code }) => code))];
    const obstacles = codes.map((code) => obstacleOf(code, own));
    return own.length > 0 ? [{ group, obstacles, count: own.length }] : [];
  });
}

const gravity: readonly Severity[] = ['error', 'warning', 'note'];

function obstacleOf(code: Problem['code'], problems: readonly Problem[]): Obstacle {
  const own = problems.filter((problem) => problem.code === code);
  const severity = gravity.find((one) => own.some((problem) => problem.severity === one)) ?? 'note';
  return { code, severity, problems: own };
}
