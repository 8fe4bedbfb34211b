import { type ReactNode, useState } from 'react';
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type NumberRefusal, setNumber, unlockNumbers } from '../../core/draft/locking.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import type { DialogState } from '../state/dialogs.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { usePlaces } from '../ui/use-places.ts';
import { tell } from './deeds.ts';

interface NumberDialogProps {
  readonly editor: DraftEditor;
  readonly question: Extract<DialogState, { kind: 'set-number' }>;
  readonly onClose: () => void;
}

/** Locks the number of one unit as a person writes it, or lets it be counted again. */
export function NumberDialog({ editor, question: { id }, onClose }: NumberDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const placeOf = usePlaces();
  const { units, activeLanguage } = editor.state();
  const labels = labelsOf(units, desk.forms);
  const index = indexOfUnit(units, id);
  const [typed, setTyped] = useState(labels.get(id)?.written[activeLanguage] ?? '');
  const [refusal, setRefusal] = useState<NumberRefusal>();

  const set = (): void => {
    const result = setNumber(units, desk.forms, id, typed);
    if (!result.ok) {
      setRefusal(result.error);
      return;
    }
    editor.apply(() => result.value);
    tell(desk, editor, 'changed', [id]);
    onClose();
  };
  const release = (): void => {
    editor.apply((now) => unlockNumbers(now, [id]));
    tell(desk, editor, 'changed', [id]);
    onClose();
  };
  return (
    <DialogFrame
      title={t('structure:number.title', { place: placeOf(units, labels, index, activeLanguage) })}
      size="small"
      onClose={onClose}
      footer={
        <>
          {units[index]?.number === undefined ? null : (
            <Button className="button" onPress={release}>
              {t('structure:number.automatic')}
            </Button>
          )}
          <span className="stretch" />
          <Button className="button" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button className="button primary" onPress={set}>
            {t('structure:number.set')}
          </Button>
        </>
      }
    >
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          set();
        }}
      >
        <TextField
          className="field"
          autoFocus
          value={typed}
          isInvalid={refusal !== undefined}
          validationBehavior="aria"
          onChange={(value) => {
            setTyped(value);
            setRefusal(undefined);
          }}
        >
          <Label>{t('structure:number.label')}</Label>
          <Input className="input" onFocus={(event) => event.currentTarget.select()} />
          <Text slot="description" className="hint">
            {t('structure:number.hint')}
          </Text>
          <FieldError className="field-error">{refusal ? t(`structure:number.${refusal}`) : ''}</FieldError>
        </TextField>
      </Form>
    </DialogFrame>
  );
}
