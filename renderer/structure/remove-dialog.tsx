import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { removeBlocks } from '../../core/draft/blocks.ts';
import { repeal } from '../../core/draft/locking.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import type { Edit } from '../../core/draft/operation.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import { type Loss, lossOf } from '../../core/draft/removal.ts';
import { cellOf, isBlankCell } from '../../core/draft/state.ts';
import { cellText } from '../../core/draft/text.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import { useDesk } from '../state/desk.ts';
import type { DialogState } from '../state/dialogs.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { usePlaces } from '../ui/use-places.ts';
import { tell } from './deeds.ts';
import './structure.css';

const shownAtMost = 5;

interface RemoveDialogProps {
  readonly editor: DraftEditor;
  readonly question: Extract<DialogState, { kind: 'remove-units' }>;
  readonly onClose: () => void;
}

/** Asked before words are deleted with their structure: what goes, what loses its place, what breaks. Enter deletes, Escape keeps. */
export function RemoveDialog({ editor, question, onClose }: RemoveDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { units, comments } = editor.state();
  const loss = lossOf(units, comments, question.ids);
  const isLocked = loss.roots.some(({ number }) => number !== undefined);
  const repealed = repeal(units, desk.forms, question.ids);

  const finish = (deed: string, build: (units: readonly Unit[]) => Edit | undefined): void => {
    if (editor.apply(build)) tell(desk, editor, deed, question.ids);
    onClose();
  };
  return (
    <DialogFrame
      title={t('structure:remove.title')}
      role="alertdialog"
      size="small"
      onClose={onClose}
      footer={
        <>
          {isLocked && repealed ? (
            <Button
              className="button"
              onPress={() => finish('repealed', (now) => repeal(now, desk.forms, question.ids))}
            >
              {t('structure:remove.repeal')}
            </Button>
          ) : null}
          <span className="stretch" />
          <Button className="button" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            className="button danger"
            autoFocus
            onPress={() => finish('removed', (now) => removeBlocks(now, question.ids))}
          >
            {t('structure:remove.delete')}
          </Button>
        </>
      }
    >
      <Roots editor={editor} loss={loss} units={units} />
      <LossList loss={loss} units={units} />
      {isLocked ? <p className="hint">{t('structure:remove.lockedHint')}</p> : null}
      <p className="hint">{t('structure:remove.undo')}</p>
    </DialogFrame>
  );
}

interface LossProps {
  readonly loss: Loss;
  readonly units: readonly Unit[];
}

/** The outermost units by label and the beginning of their text. */
function Roots({ editor, loss, units }: LossProps & { readonly editor: DraftEditor }): ReactNode {
  const { t } = useTranslation();
  const nameOf = useUnitName(editor, units);
  const shown = loss.roots.slice(0, shownAtMost);
  const rest = loss.roots.length - shown.length;
  return (
    <ul className="removal-roots">
      {shown.map((unit) => (
        <li key={unit.id}>{nameOf(unit)}</li>
      ))}
      {rest > 0 ? <li>{t('structure:remove.more', { count: rest })}</li> : null}
    </ul>
  );
}

function useUnitName(editor: DraftEditor, units: readonly Unit[]): (unit: Unit) => string {
  const desk = useDesk();
  const placeOf = usePlaces();
  const labels = labelsOf(units, desk.forms);
  const { language } = desk.settings.get();
  const { textOf } = partsOf(editor).derived;
  return (unit) => {
    const cell = [cellOf(unit, language), ...unit.children].find((one) => !isBlankCell(one));
    const place = placeOf(units, labels, indexOfUnit(units, unit.id), language);
    const words = cell ? cellText(cell, textOf).trim() : '';
    const start = words.length > 90 ? `${words.slice(0, 90).trimEnd()}…` : words;
    return start === '' ? place : `${place}. ${start}`;
  };
}

function LossList({ loss, units }: LossProps): ReactNode {
  const { t } = useTranslation();
  const places = usePlaceWords(units, loss.referring);
  const rest = loss.referring.length - places.length;
  const broken = rest > 0 ? 'structure:remove.referringMore' : 'structure:remove.referring';
  return (
    <>
      <p>{t('structure:remove.goes')}</p>
      <ul className="removal-loss">
        <li>{t('structure:remove.units', { count: loss.units })}</li>
        <li>{t('structure:remove.words', { ...loss.words })}</li>
        {loss.citations > 0 ? <li>{t('structure:remove.citations', { count: loss.citations })}</li> : null}
        {loss.comments > 0 ? (
          <li className="removal-warning">{t('structure:remove.comments', { count: loss.comments })}</li>
        ) : null}
        {places.length > 0 ? (
          <li className="removal-warning">{t(broken, { places: places.join('; '), count: rest })}</li>
        ) : null}
      </ul>
    </>
  );
}

function usePlaceWords(units: readonly Unit[], ids: readonly UnitId[]): readonly string[] {
  const desk = useDesk();
  const placeOf = usePlaces();
  const labels = labelsOf(units, desk.forms);
  const { language } = desk.settings.get();
  return ids.slice(0, shownAtMost).map((id) => placeOf(units, labels, indexOfUnit(units, id), language));
}
