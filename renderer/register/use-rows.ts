import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { searchActs } from '../../core/law/acts.ts';
import { citingUnits } from '../../core/law/cited-acts.ts';
import { filterRows, type RegisterRow, type RowOrder, type RowsShown, sortRows } from '../../core/law/register-rows.ts';
import { actStatusMarkOn } from '../../core/law/status-day.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { useActName } from '../ui/use-act-name.ts';
import { useDiffering } from './register-links.tsx';

export interface RowQuery {
  readonly query: string;
  readonly show: RowsShown;
  /** Without one, the order of the search, which is that of the register when nothing is looked for. */
  readonly order: RowOrder | undefined;
}

/** The register as rows of a table: found, filtered and ordered. `texts` counts the imported texts of each act. */
export function useRows({ query, show, order }: RowQuery, texts: ReadonlyMap<string, number>): readonly RegisterRow[] {
  const { t } = useTranslation();
  const desk = useDesk();
  const nameOf = useActName();
  const differing = useDiffering();
  const { language } = useStore(desk.settings);
  const { acts } = useStore(desk.law);
  const units = desk.session.get()?.editor.state().units;
  const citing = useMemo(() => citingUnits(units ?? []), [units]);
  const found = query.trim() === '' ? acts.acts : searchActs(acts, query);
  const rows = found.map((act): RegisterRow => {
    const { vitality, code } = actStatusMarkOn(act, acts.on);
    return {
      act,
      title: nameOf(act),
      type: t(`law:type.${act.type}`),
      status: t(`law:status.${code}`),
      confidence: t(`law:confidence.${act.statusConfidence}`),
      vitality,
      texts: texts.get(act.id) ?? 0,
      cited: citing.get(act.id)?.length ?? 0,
    };
  });
  const shown = filterRows(rows, show, differing);
  return order ? sortRows(shown, order, language) : shown;
}
