import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../core/bridge/failure.ts';
import type { OwnFact } from '../../core/law/own-facts.ts';
import type { ParityResources } from '../../core/law/parity.ts';
import { forgetBrought } from '../register/brought.ts';
import { changeLibrary, useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { todayOf } from '../state/today.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { beginFact, type FactProblem, type FactStart, readFact } from './fact-draft.ts';
import { FactForm } from './fact-form.tsx';
import './parity.css';
import { FailureLine } from '../ui/failure-line.tsx';

interface FactDialogProps {
  readonly session: Session;
  readonly resources: ParityResources;
  readonly start: FactStart;
  readonly onClose: () => void;
}

const problemKeys = {
  guarantee: 'parity:fill.guarantee',
  service: 'parity:fill.service',
  words: 'parity:fill.failedWords',
  number: 'parity:fill.failedNumber',
  base: 'parity:fill.failedBase',
  source: 'parity:fill.source',
  on: 'parity:fill.failedOn',
} as const satisfies Record<FactProblem, string>;

/** A person fills a cell of the matrix, or changes what a person filled in. */
export function FactDialog({ session, resources, start, onClose }: FactDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language, author } = useStore(desk.settings);
  const [typed, setTyped] = useState(() => {
    const today = todayOf(desk.ports);
    return beginFact(start, { language, author, today, billSource: t('parity:fill.bill') });
  });
  const [hasTried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [id] = useState(() => start.fact?.id ?? `own-${desk.ports.newId()}`);
  const fact = readFact(typed, { id, draft: session.opened.draft.meta.id });
  // What is missing is told after the first attempt, and then until it is there.
  const problems = hasTried && !fact.ok ? fact.error : [];
  const { matrix } = resources;

  const leave = (at?: Pick<OwnFact, 'guarantee' | 'service'>): void => {
    if (start.isFromMatrix) desk.dialog.set({ kind: 'parity', ...(at && { at }) });
    else onClose();
  };
  const told = ({ guarantee, service }: OwnFact): void => {
    if (start.isFromMatrix) return;
    const name = (list: readonly { id: string; name: Record<typeof language, string> }[], id: string): string =>
      list.find((one) => one.id === id)?.name[language] ?? id;
    const params = { guarantee: name(matrix.guarantees, guarantee), service: name(matrix.services, service) };
    desk.banner.set({ severity: 'note', message: { key: 'parity:fill.saved', params } });
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (!fact.ok) return;
    const reply = await desk.bridge.request('library.write-fact', { fact: fact.value });
    if (!reply.ok) {
      setFailure(reply.error);
      return;
    }
    changeLibrary(desk, reply.value.library);
    forgetBrought(desk, fact.value.id);
    leave(fact.value);
    told(fact.value);
  };
  const wrong = problems.map((problem) => t(problemKeys[problem]).toLowerCase()).join(', ');
  return (
    <DialogFrame
      title={t(start.fact ? 'parity:fill.titleEdit' : 'parity:fill.title')}
      size="wide"
      onClose={() => leave(start.fact)}
      footer={
        <>
          <span className="hint">{t('parity:fill.local')}</span>
          <span className="stretch" />
          <Button className="button" onPress={() => leave(start.fact)}>
            {t('cancel')}
          </Button>
          <Button className="button primary" onPress={() => void save()}>
            {t('parity:fill.save')}
          </Button>
        </>
      }
    >
      <FailureLine failure={failure} />
      {problems.length > 0 && !failure ? (
        <p className="failure" role="alert">
          {t('parity:fill.failed', { fields: wrong })}
        </p>
      ) : null}
      <FactForm
        matrix={matrix}
        language={language}
        value={typed}
        problems={problems}
        onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
      />
    </DialogFrame>
  );
}
