import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ActId } from '../../core/draft/types.ts';
import { searchActs } from '../../core/law/acts.ts';
import { ActLine } from '../panels/act-line.tsx';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { ActName } from '../ui/act-name.tsx';
import { PickList } from '../ui/pick-list.tsx';

interface ActFieldProps {
  readonly label: string;
  readonly value: ActId | undefined;
  /** The act itself, which cannot be chosen. */
  readonly without: ActId;
  readonly onChange: (act: ActId | undefined) => void;
}

const shownAtMost = 8;

/** An act of the register: chosen by search, shown by name, taken back by a button. */
export function ActField({ label, value, without, onChange }: ActFieldProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [query, setQuery] = useState('');
  const { acts } = useStore(desk.law);
  const chosen = value === undefined ? undefined : acts.byId.get(value);
  if (chosen) {
    return (
      <div className="field">
        <span className="field-label">{label}</span>
        <p className="chosen-act">
          <span>
            <ActName act={chosen} />
          </span>
          <Button className="link" onPress={() => onChange(undefined)}>
            {t('register:chooseAnother')}
          </Button>
        </p>
      </div>
    );
  }
  const found = query.trim() === '' ? [] : searchActs(acts, query).filter(({ id }) => id !== without);
  return (
    <div className="field act-field">
      <span className="field-label">{label}</span>
      <PickList
        label={label}
        placeholder={t('desk:law.search')}
        query={query}
        onQuery={setQuery}
        items={found.slice(0, shownAtMost)}
        keyOf={(act) => act.id}
        render={(act) => <ActLine act={act} />}
        onPick={(act) => onChange(act.id)}
        empty={query.trim() === '' ? t('register:successorHint') : t('cite:nothing')}
      />
    </div>
  );
}
