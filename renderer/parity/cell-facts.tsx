import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type ParityCell, type ParityFact, sourceArticle } from '../../core/law/parity.ts';
import { basisWords, factText, ownMark } from '../../core/law/parity-words.ts';
import { useDesk } from '../state/desk.ts';
import { DraftsFact } from './drafts-fact.tsx';
import { OwnFactActions } from './own-fact.tsx';
import { StandingMark } from './standing-mark.tsx';
import type { Parity } from './use-parity.ts';

interface FactListProps {
  readonly facts: readonly ParityFact[];
  readonly parity: Parity;
  readonly onRemoved: () => void;
}

/** All that is known of a service's cell, and the way to add to it. */
export function CellFacts({ cell, ...props }: Omit<FactListProps, 'facts'> & { readonly cell: ParityCell }): ReactNode {
  const { t } = useTranslation();
  const { facts, standing } = cell;
  const isShipped = facts.some(({ own }) => !own);
  if (facts.length === 0) {
    return (
      <p>
        {props.parity.words.notVerified}: {t(standing === 'gap' ? 'parity:notFound' : 'parity:unsought')}
      </p>
    );
  }
  return (
    <>
      <FactList facts={facts} {...props} />
      {isShipped ? <p className="hint">{t('parity:factsEnglish')}</p> : null}
    </>
  );
}

/** Facts with their sources; those that a person entered can be changed and removed. */
export function FactList({ facts, parity, onRemoved }: FactListProps): ReactNode {
  return facts.map((fact) => (
    <Fact key={fact.own?.id ?? fact.shown + fact.guarantee.en} fact={fact} parity={parity} onRemoved={onRemoved} />
  ));
}

interface FactProps extends Omit<FactListProps, 'facts'> {
  readonly fact: ParityFact;
}

function Fact({ fact, parity, onRemoved }: FactProps): ReactNode {
  const { t } = useTranslation();
  const { acts } = useDesk();
  const { language, words } = parity;
  const basis = basisWords(fact, acts, language);
  const name = factText(fact, words, language);
  // What ships speaks English here; a person wrote in a language that nobody asked.
  const tongue = fact.own ? {} : { lang: 'en' };
  return (
    <dl className={fact.own ? 'own' : undefined}>
      <dt>
        <StandingMark standing={fact.confidence} />
        {name}
      </dt>
      {fact.own ? <dd className="own-mark">{ownMark(fact, words, language)}</dd> : null}
      {basis ? <Line name={t('parity:basis')}>{basis}</Line> : null}
      {fact.shown === '' ? null : (
        <Line name={t('parity:shown')}>
          <span lang="en">{fact.shown}</span>
        </Line>
      )}
      {fact.note === null ? null : (
        <Line name={t('parity:note')}>
          <span {...tongue}>{fact.note}</span>
        </Line>
      )}
      <Line name={t('parity:sources')}>
        {fact.sources.map((source) => (
          <span key={source} className="source">
            {source === sourceArticle ? t('parity:sourceArticle') : source}
          </span>
        ))}
      </Line>
      {fact.own ? (
        <dd>
          <DraftsFact id={fact.own.id} parity={parity} />
          <OwnFactActions id={fact.own.id} name={name} onRemoved={onRemoved} />
        </dd>
      ) : null}
    </dl>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <dd>
      <b>{name}</b> {children}
    </dd>
  );
}

interface EnterFactProps {
  readonly guarantee: string;
  readonly service: string;
  readonly name: string;
}

/** Opens the form of a cell; not where the draft, which carries what is entered, is only read. */
export function EnterFact({ guarantee, service, name }: EnterFactProps): ReactNode {
  const { dialog, session } = useDesk();
  return session.get()?.editor.state().isReadOnly ? null : (
    <Button
      className="button"
      onPress={() => dialog.set({ kind: 'fact', start: { guarantee, service, citations: [], isFromMatrix: true } })}
    >
      {name}
    </Button>
  );
}
