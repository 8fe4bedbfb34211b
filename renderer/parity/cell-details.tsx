import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { indexOfUnit } from '../../core/draft/outline.ts';
import type { UnitId } from '../../core/draft/types.ts';
import { type ParityFact, sourceArticle } from '../../core/law/parity.ts';
import { linkGuarantee } from '../../core/law/parity-links.ts';
import { basisWords } from '../../core/law/parity-words.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { useEditorState } from '../state/use-editor.ts';
import { usePlaces } from '../ui/use-places.ts';
import type { OpenedCell } from './parity-grid.tsx';
import { StandingMark } from './standing-mark.tsx';
import type { Parity } from './use-parity.ts';

interface CellDetailsProps {
  readonly opened: OpenedCell;
  readonly parity: Parity;
  readonly editor: DraftEditor;
  readonly onGoTo: (unit: UnitId) => void;
}

/** All that is known of one cell: for a service its facts with their sources, for the bill the way to its provisions. */
export function CellDetails({ opened, parity, editor, onGoTo }: CellDetailsProps): ReactNode {
  const { t } = useTranslation();
  const { table, language, words } = parity;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (opened) heading.current?.focus();
  }, [opened]);
  const service = table.matrix.services.find(({ id }) => id === opened.cell?.service);
  const title = `${opened.row.guarantee.name[language]} – ${service?.name[language] ?? words.bill}`;
  return (
    <section className="parity-details" aria-label={t('parity:details')}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {opened.cell ? <Facts facts={opened.cell.facts} parity={parity} opened={opened} /> : null}
      {opened.cell ? null : <Provisions opened={opened} parity={parity} editor={editor} onGoTo={onGoTo} />}
    </section>
  );
}

interface FactsProps {
  readonly facts: readonly ParityFact[];
  readonly parity: Parity;
  readonly opened: OpenedCell;
}

function Facts({ facts, parity, opened }: FactsProps): ReactNode {
  const { t } = useTranslation();
  const standing = opened.cell?.standing ?? 'unsought';
  if (facts.length === 0) {
    return (
      <p>
        {parity.words.notVerified}: {t(standing === 'gap' ? 'parity:notFound' : 'parity:unsought')}
      </p>
    );
  }
  return (
    <>
      {facts.map((fact) => (
        <Fact key={fact.shown + fact.guarantee.en} fact={fact} parity={parity} />
      ))}
      <p className="hint">{t('parity:factsEnglish')}</p>
    </>
  );
}

function Fact({ fact, parity }: { readonly fact: ParityFact; readonly parity: Parity }): ReactNode {
  const { t } = useTranslation();
  const { acts } = useDesk();
  const { language } = parity;
  const basis = basisWords(fact, acts, language);
  return (
    <dl>
      <dt>
        <StandingMark standing={fact.confidence} />
        {fact.guarantee[language]}
      </dt>
      {basis ? <Line name={t('parity:basis')}>{basis}</Line> : null}
      <Line name={t('parity:shown')}>
        <span lang="en">{fact.shown}</span>
      </Line>
      {fact.note === null ? null : (
        <Line name={t('parity:note')}>
          <span lang="en">{fact.note}</span>
        </Line>
      )}
      <Line name={t('parity:sources')}>
        {fact.sources.map((source) => (
          <span key={source} className="source">
            {source === sourceArticle ? t('parity:sourceArticle') : source}
          </span>
        ))}
      </Line>
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

/** The provisions that give the guarantee, and the one at the caret, which can be linked. */
function Provisions({ opened, parity, editor, onGoTo }: CellDetailsProps): ReactNode {
  const { t } = useTranslation();
  const place = usePlaces();
  const here = useEditorState(editor, (state) => (state.isReadOnly ? undefined : state.whereabouts?.unit));
  const { units, labels, language, words, template, table } = parity;
  const { guarantee } = opened.row;
  const bill = table.rows.find((row) => row.guarantee.id === guarantee.id)?.bill ?? [];
  const nameOf = (id: UnitId): string => place(units, labels, indexOfUnit(units, id), language);
  const link = (unit: UnitId, gives: boolean): void => {
    editor.apply((now) => linkGuarantee(now, template, { unit, guarantee: guarantee.id, gives }));
  };
  return (
    <>
      {bill.length === 0 ? <p>{words.notInBill}</p> : null}
      <ul>
        {bill.map((id) => (
          <li key={id} className="provision">
            <Button className="link" onPress={() => onGoTo(id)}>
              {t('parity:goTo', { place: nameOf(id) })}
            </Button>
            <Button className="link" onPress={() => link(id, false)}>
              {t('parity:unlink', { place: nameOf(id) })}
            </Button>
          </li>
        ))}
      </ul>
      {here !== undefined && !bill.includes(here) ? (
        <Button className="button" onPress={() => link(here, true)}>
          {t('parity:link', { place: nameOf(here) })}
        </Button>
      ) : null}
    </>
  );
}
