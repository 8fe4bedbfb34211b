import { type ReactNode, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import { setAside, takeBack } from '../../core/check/aside.ts';
import { groupProblems, readyForParliament } from '../../core/check/gate.ts';
import type { Problem } from '../../core/check/problem.ts';
import { repairAll } from '../../core/check/repairs.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { todayOf } from '../state/today.ts';
import type { OverviewStore } from '../state/use-editor.ts';
import { usePlaces } from '../ui/use-places.ts';
import './check.css';
import { filterProblems, type ProblemFilter, severities } from './filter.ts';
import { Filters } from './filters.tsx';
import { GateLine } from './gate-line.tsx';
import { type ProblemActions, ProblemList } from './problem-list.tsx';
import type { ProblemStore } from './problem-store.ts';
import { SetAsideList } from './set-aside.tsx';

interface CheckPanelProps {
  readonly session: Session;
  /** Gives the labels by which places are named. */
  readonly overview: OverviewStore;
  readonly problems: ProblemStore;
}

/** What the checks found: the gate, filters, and the problems by rule, each with a way to its place and, where there is one, a repair. */
export function CheckPanel({ session, overview, problems }: CheckPanelProps): ReactNode {
  const { t } = useTranslation();
  const { editor } = session;
  const desk = useDesk();
  const told = useRef<HTMLParagraphElement>(null);
  const { found: all, isChecking } = useStore(problems);
  const found = useMemo(() => all.filter(({ aside }) => !aside), [all]);
  const [filter, setFilter] = useState<ProblemFilter>({ severities, languages, blocking: false });
  const [words, setWords] = useState('');
  const { isReadOnly } = editor.state();
  const readiness = useMemo(() => readyForParliament(found), [found]);
  const shown = useMemo(() => {
    // Once the last obstacle is gone its switch is gone with it.
    const filtered = filterProblems(found, { ...filter, blocking: filter.blocking && !readiness.ready });
    return isReadOnly ? filtered.map(({ repair: _, ...problem }): Problem => problem) : filtered;
  }, [found, filter, isReadOnly, readiness]);
  const repairable = shown.filter(({ repair }) => repair);
  /** What was set aside goes from the list: who works by keys then stands at what is told of it. */
  const tellHere = (said: string): void => {
    flushSync(() => setWords(said));
    // Not to its end: the next problem stands where this one stood.
    told.current?.focus({ preventScroll: true });
  };
  const actions: ProblemActions = {
    placeOf: usePlaceOf(session, overview),
    goTo: ({ place }) => {
      if (place.unit === undefined) return;
      const { unit, language, start } = place;
      editor.goTo({ unit, ...(language && { language }), ...(start !== undefined && { start }) });
    },
    ...(!isReadOnly && {
      setAside: (problem, reason) => {
        const why = { reason, by: desk.settings.get().author, on: todayOf(desk.ports) };
        const isDone = editor.apply((units) => setAside(units, problem, why));
        tellHere(t(isDone ? 'check:aside.told' : 'check:aside.gone'));
      },
      takeBack: (problem) => tellHere(editor.apply((units) => takeBack(units, problem)) ? t('check:aside.back') : ''),
    }),
    repair: ({ repair }) => setWords(repair && editor.apply(repair) ? t('check:repaired') : t('check:notRepaired')),
  };
  const repairShown = (): void => {
    const isDone = editor.apply((units) => repairAll(units, repairable));
    setWords(isDone ? t('check:repaired') : t('check:notRepaired'));
  };
  const apart = <SetAsideList problems={all.filter(({ aside }) => aside)} actions={actions} />;
  return (
    <div className="check" aria-busy={isChecking}>
      {found.length === 0 ? (
        isChecking ? null : (
          <>
            <Clean />
            {apart}
          </>
        )
      ) : (
        <>
          <GateLine
            readiness={readiness}
            isAlone={filter.blocking}
            onAlone={(blocking) => setFilter({ ...filter, blocking })}
          />
          <Filters problems={found} filter={filter} onChange={setFilter} />
          {apart}
          {repairable.length > 1 ? (
            <Button className="button" onPress={repairShown}>
              {t('check:repairAll', { count: repairable.length })}
            </Button>
          ) : null}
          {shown.length === 0 ? (
            <p className="hint">{t('check:nothingShown')}</p>
          ) : (
            <Groups problems={shown} actions={actions} />
          )}
        </>
      )}
      <p role="status" className="check-told" ref={told} tabIndex={-1}>
        {words}
      </p>
    </div>
  );
}

/** Names the place of a problem as the bill stood when typing last paused. */
function usePlaceOf({ editor }: Session, overview: OverviewStore): (problem: Problem) => string {
  const place = usePlaces();
  const { labels } = useStore(overview);
  return ({ place: { unit, language = 'ru' } }) => {
    const { units } = editor.state();
    const index = unit === undefined ? -1 : indexOfUnit(units, unit);
    return index < 0 ? '' : place(units, labels, index, language);
  };
}

function Clean(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="empty-panel">
      <p>{t('check:clean')}</p>
      <p>{t('check:about')}</p>
    </div>
  );
}

function Groups({
  problems,
  actions,
}: {
  readonly problems: readonly Problem[];
  readonly actions: ProblemActions;
}): ReactNode {
  const { t } = useTranslation();
  return groupProblems(problems).map(({ group, obstacles }) => (
    <section key={group} aria-label={t(`check:group.${group}`)}>
      <h3 className="panel-title">{t(`check:group.${group}`)}</h3>
      {obstacles.map((obstacle) => (
        <ProblemList key={obstacle.code} obstacle={obstacle} actions={actions} />
      ))}
    </section>
  ));
}
