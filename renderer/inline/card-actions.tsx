import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { counterpartsOf, type Link, type PlacedLink } from '../../core/draft/inline-edits.ts';
import { targetsOf } from '../../core/draft/text.ts';
import { type GrammaticalCase, grammaticalCases } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { type Desk, useDesk } from '../state/desk.ts';
import { openCited } from '../texts/opening.ts';
import { editLink } from './edit-link.ts';

interface CardActionsProps {
  readonly editor: DraftEditor;
  readonly placed: PlacedLink;
  readonly onDone: () => void;
}

/** Go to, change, case, plain text, remove. */
export function CardActions({ editor, placed, onDone }: CardActionsProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [isEverywhere, setEverywhere] = useState(false);
  const { link } = placed;
  const unit = editor.state().units.find(({ id }) => id === placed.unit);
  const hasOthers = unit !== undefined && counterpartsOf(unit, placed).length > 0;
  const become = (fate: 'text' | 'nothing'): void => {
    onDone();
    editor.changeLink(placed, { become: fate }, isEverywhere ? 'all' : 'active');
  };
  const declined = (grammaticalCase: GrammaticalCase): void => {
    const { case: _other, ...rest } = link;
    const next = (grammaticalCase === 'nom' ? rest : { ...rest, case: grammaticalCase }) as Link;
    onDone();
    editor.changeLink(placed, { become: next }, 'active');
  };
  const goTo = canGo(editor, link) ? (
    <button
      type="button"
      onClick={() => {
        onDone();
        goToLink(desk, editor, link);
      }}
    >
      {t(link.type === 'citation' ? 'inline:goToAct' : 'inline:goToTarget')}
    </button>
  ) : null;
  if (editor.state().isReadOnly) return <div className="inline-actions">{goTo}</div>;
  return (
    <div className="inline-actions">
      <button type="button" onClick={() => editLink(desk, placed)}>
        {t('inline:change')}
      </button>
      {goTo}
      <button type="button" onClick={() => become('text')}>
        {t('inline:toText')}
      </button>
      <button type="button" onClick={() => become('nothing')}>
        {t('inline:remove')}
      </button>
      {placed.language === 'en' ? null : (
        <label>
          {t('cite:case')}
          <select value={link.case ?? 'nom'} onChange={(event) => declined(event.target.value as GrammaticalCase)}>
            {grammaticalCases.map((one) => (
              <option key={one} value={one}>
                {t(`law:case.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {hasOthers ? (
        <label>
          <input type="checkbox" checked={isEverywhere} onChange={() => setEverywhere(!isEverywhere)} />
          {t('inline:everywhere')}
        </label>
      ) : null}
    </div>
  );
}

function canGo(editor: DraftEditor, link: Link): boolean {
  if (link.type === 'citation') return true;
  return targetsOf(link).some((id) => editor.state().units.some((unit) => unit.id === id));
}

/** To the act's card, or to the first provision that is still there. */
function goToLink(desk: Desk, editor: DraftEditor, link: Link): void {
  if (link.type === 'citation') {
    void openCited(desk, link);
    return;
  }
  const unit = targetsOf(link).find((id) => editor.state().units.some((one) => one.id === id));
  if (unit) editor.goTo({ unit });
}
