import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { citingUnits } from '../../core/law/cited-acts.ts';
import type { Act } from '../../core/law/types.ts';
import { useDesk } from '../state/desk.ts';
import { ActName } from '../ui/act-name.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { removeAct } from './deeds.ts';

/** Asked before an act of one's own goes: how many provisions of this draft would cite an act that nobody knows. */
export function RemoveActDialog({ act, onClose }: { readonly act: Act; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const units = desk.session.get()?.editor.state().units ?? [];
  const count = citingUnits(units).get(act.id)?.length ?? 0;
  const remove = async (): Promise<void> => {
    if (!(await removeAct(desk, act.id))) return;
    desk.act.set(undefined);
    onClose();
  };
  return (
    <DialogFrame
      title={t('register:removeTitle')}
      role="alertdialog"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button className="button" autoFocus onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button className="button danger" onPress={() => void remove()}>
            {t('register:remove')}
          </Button>
        </>
      }
    >
      <p className="law-text">
        <ActName act={act} />
      </p>
      <p className={count > 0 ? 'removal-warning' : 'hint'}>
        {count > 0 ? t('register:removeCited', { count }) : t('register:removeUncited')}
      </p>
    </DialogFrame>
  );
}
