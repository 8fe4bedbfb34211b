import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cellOf } from '../../core/draft/state.ts';
import { cellText, targetsOf } from '../../core/draft/text.ts';
import type { ReferenceInline } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import { usePlaces } from '../ui/use-places.ts';

const mostShown = 140;

interface ReferenceFactsProps {
  readonly editor: DraftEditor;
  readonly reference: ReferenceInline;
}

/** The provisions that a reference names, each with its first words; one that is gone says so. */
export function ReferenceFacts({ editor, reference }: ReferenceFactsProps): ReactNode {
  const { t } = useTranslation();
  const placeOf = usePlaces();
  const { units, activeLanguage } = editor.state();
  const { derived } = partsOf(editor);
  return (
    <ul className="inline-facts">
      {targetsOf(reference).map((id) => {
        const index = units.findIndex((unit) => unit.id === id);
        const unit = units[index];
        if (!unit) {
          return (
            <li key={id} className="inline-broken">
              {t('inline:broken')}
            </li>
          );
        }
        const text = cellText(cellOf(unit, activeLanguage), derived.textOf);
        return (
          <li key={id}>
            <b>{placeOf(units, derived.labels(), index, activeLanguage)}</b>
            <p className="law-text" lang={activeLanguage}>
              {text.length > mostShown ? `${text.slice(0, mostShown).trimEnd()}…` : text}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
