import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { indexOfUnit } from '../../core/draft/outline.ts';
import type { UnitId } from '../../core/draft/types.ts';
import { billColumn } from '../../core/law/own-facts.ts';
import type { ParityRow } from '../../core/law/parity.ts';
import { linkGuarantee } from '../../core/law/parity-links.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useEditorState } from '../state/use-editor.ts';
import { usePlaces } from '../ui/use-places.ts';
import { CellFacts, EnterFact, FactList } from './cell-facts.tsx';
import { provisionAtCaret } from './fill-matrix.ts';
import type { OpenedCell } from './parity-grid.tsx';
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
  const focus = (): void => heading.current?.focus();
  useEffect(() => {
    if (opened) heading.current?.focus();
  }, [opened]);
  const row = table.rows.find(({ guarantee }) => guarantee.id === opened.guarantee);
  if (!row) return null;
  const cell = row.cells.find(({ service }) => service === opened.service);
  const service = table.matrix.services.find(({ id }) => id === opened.service);
  const at = { guarantee: opened.guarantee, service: opened.service };
  return (
    <section className="parity-details" aria-label={t('parity:details')}>
      <h3 ref={heading} tabIndex={-1}>
        {`${row.guarantee.name[language]} – ${service?.name[language] ?? words.bill}`}
      </h3>
      {cell ? <CellFacts cell={cell} parity={parity} onRemoved={focus} /> : null}
      {cell ? <EnterFact {...at} name={t('parity:fill.enter')} /> : null}
      {cell ? null : (
        <>
          <FactList facts={row.billFacts} parity={parity} onRemoved={focus} />
          <EnterFact {...at} service={billColumn} name={t('parity:fill.enterBill')} />
          <Provisions row={row} parity={parity} editor={editor} onGoTo={onGoTo} />
        </>
      )}
    </section>
  );
}

type ProvisionsProps = Omit<CellDetailsProps, 'opened'> & { readonly row: ParityRow };

/** The provisions that give the guarantee, and the one at the caret, which can be linked. */
function Provisions({ row, parity, editor, onGoTo }: ProvisionsProps): ReactNode {
  const { t } = useTranslation();
  const place = usePlaces();
  const { isReadOnly } = editor.state();
  const here = useEditorState(editor, (state) => (isReadOnly ? undefined : provisionAtCaret(state)));
  const { units, labels, language, words, template } = parity;
  const { guarantee, bill } = row;
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
            {isReadOnly ? null : (
              <Button className="link" onPress={() => link(id, false)}>
                {t('parity:unlink', { place: nameOf(id) })}
              </Button>
            )}
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
