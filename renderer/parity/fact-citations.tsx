import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { renderCitation } from '../../core/law/citation.ts';
import type { ParityCitation } from '../../core/law/parity.ts';
import { findCitation } from '../../core/law/query.ts';
import { ActLine } from '../panels/act-line.tsx';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import { PickList } from '../ui/pick-list.tsx';

interface FactCitationsProps {
  readonly value: readonly ParityCitation[];
  readonly onChange: (citations: readonly ParityCitation[]) => void;
}

/** What the list of acts shows at once: more would not be read. */
const most = 6;

/** The provisions that a fact rests on, and the field that finds more of them. */
export function FactCitations({ value, onChange }: FactCitationsProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const [query, setQuery] = useState('');
  const found = findCitation(desk.acts, query);
  const isAsking = query.trim() !== '';
  return (
    <fieldset className="fact-citations">
      <legend className="field-label">{t('parity:fill.citations')}</legend>
      <ul>
        {value.map((citation, index) => {
          const words = renderCitation({ ...citation, dated: true }, desk.acts, language);
          return (
            <li key={JSON.stringify(citation)}>
              <span>{words}</span>
              <Button
                className="icon-button"
                aria-label={t('parity:fill.removeCitation', { citation: words })}
                onPress={() => onChange(value.filter((_, at) => at !== index))}
              >
                <Icon name="cross" size={12} />
              </Button>
            </li>
          );
        })}
      </ul>
      <PickList
        label={t('parity:fill.cite')}
        placeholder={t('parity:fill.cite')}
        query={query}
        onQuery={setQuery}
        items={isAsking ? found.acts.slice(0, most) : []}
        keyOf={(act) => act.id}
        render={(act) => <ActLine act={act} />}
        onPick={(act) => {
          const added: ParityCitation = { act: act.id, pinpoint: found.pinpoint };
          if (!value.some((one) => JSON.stringify(one) === JSON.stringify(added))) onChange([...value, added]);
          setQuery('');
        }}
        empty={<span className="hint">{t(isAsking ? 'cite:nothing' : 'parity:fill.citeHint')}</span>}
      />
    </fieldset>
  );
}
