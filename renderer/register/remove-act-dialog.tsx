import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { citingUnits } from '../../core/law/cited-acts.ts';
import type { Act } from '../../core/law/types.ts';
import { useDesk } from '../state/desk.ts';
import { ActName } from '../ui/act-name.tsx';
import { WarningDialog } from '../ui/warning-dialog.tsx';
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
    <WarningDialog
      title={t('register:removeTitle')}
      deed={t('register:remove')}
      onDeed={() => void remove()}
      onClose={onClose}
    >
      <p className="law-text">
        <ActName act={act} />
      </p>
      <p className={count > 0 ? 'removal-warning' : 'hint'}>
        {count > 0 ? t('register:removeCited', { count }) : t('register:removeUncited')}
      </p>
    </WarningDialog>
  );
}
