import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { ActName } from '../ui/act-name.tsx';
import { ActStatusMark } from '../ui/act-status-mark.tsx';

interface LeansOnProps {
  readonly ids: readonly string[];
  /** Only the head until it is opened: where several templates stand together. */
  readonly isFolded?: boolean;
}

/** The acts that a template leans on, each with its status on the chosen day. An act that the register lacks says so. */
export function LeansOn({ ids, isFolded = false }: LeansOnProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { acts } = useStore(desk.law);
  const day = useStore(desk.lawDay);
  const { language } = useStore(desk.settings);
  const headId = useId();
  if (ids.length === 0) return null;
  const head = day === undefined ? t('start:leansOn') : t('start:leansOnThen', { date: formatDate(language, day) });
  const list = (
    <ul aria-labelledby={headId}>
      {ids.map((id) => {
        const act = acts.byId.get(id);
        return (
          <li key={id}>
            <span className="leans-on-name">{act ? <ActName act={act} /> : id}</span>
            {act ? <ActStatusMark act={act} /> : <span>{t('templates:notInRegister')}</span>}
          </li>
        );
      })}
    </ul>
  );
  return isFolded ? (
    <details className="leans-on">
      <summary id={headId}>{head}</summary>
      {list}
    </details>
  ) : (
    <div className="leans-on">
      <h4 id={headId}>{head}</h4>
      {list}
    </div>
  );
}
