import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { amountText } from '../../core/law/amount.ts';
import { amountDifferences, type ParityCell, type ParityFact, type ParityRow } from '../../core/law/parity.ts';
import { basisWords, billLines, ownMark } from '../../core/law/parity-words.ts';
import { useDesk } from '../state/desk.ts';
import { StandingMark } from './standing-mark.tsx';
import type { Parity } from './use-parity.ts';

/** What is known of a guarantee in a service, in few words. */
export function ServiceCell({ cell, parity }: { readonly cell: ParityCell; readonly parity: Parity }): ReactNode {
  const { acts } = useDesk();
  const { language, words } = parity;
  if (cell.facts.length === 0) {
    return (
      <p className="unknown">
        <StandingMark standing={cell.standing} />
        {words.notVerified}
      </p>
    );
  }
  return cell.facts.map((fact) => (
    <p key={fact.own?.id ?? fact.shown + fact.guarantee.en}>
      <StandingMark standing={fact.confidence} />
      <FactWords fact={fact} parity={parity} />
      <small>{basisWords(fact, acts, language)}</small>
      {fact.own ? <small className="own-mark">{ownMark(fact, words, language)}</small> : null}
    </p>
  ));
}

/** The amount stands out: it is what the eye compares. */
function FactWords({ fact, parity }: { readonly fact: ParityFact; readonly parity: Parity }): ReactNode {
  const { language, words } = parity;
  const text = fact.guarantee[language];
  return (
    <>
      {fact.own && !fact.given ? `${words.lacking}: ` : ''}
      {fact.amount ? <b className="amount">{amountText(fact.amount, words.amounts, language)}</b> : null}
      {fact.amount && text !== '' ? ' – ' : ''}
      {text}
    </>
  );
}

/** The provisions of the bill, the amounts that were entered of it, and where a service has another amount. */
export function BillCell({ row, parity }: { readonly row: ParityRow; readonly parity: Parity }): ReactNode {
  const { t } = useTranslation();
  const { language, words, table } = parity;
  const lines = billLines(row, parity, language);
  if (lines.length === 0 && row.billFacts.length === 0) return <p className="unknown">{words.notInBill}</p>;
  const nameOf = (id: string): string => table.matrix.services.find((one) => one.id === id)?.name[language] ?? id;
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {row.billFacts.map((fact) => (
        <p key={fact.own?.id}>
          <FactWords fact={fact} parity={parity} />
        </p>
      ))}
      {amountDifferences(row).map(({ service, other, is }) => {
        const params = { service: nameOf(service), amount: amountText(other, words.amounts, language) };
        return (
          <small key={service + params.amount} className={`difference ${is}`}>
            {is === 'more' ? '▲ ' : '▼ '}
            {t(is === 'more' ? 'parity:moreThan' : 'parity:lessThan', params)}
          </small>
        );
      })}
    </>
  );
}
