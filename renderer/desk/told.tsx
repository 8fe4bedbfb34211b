import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';

/** Says what a structural command did, whatever is on the screen. */
export function Told(): ReactNode {
  const { t } = useTranslation();
  const told = useStore(useDesk().told);
  return (
    <div className="told" role="status" data-told>
      {told ? t(told.key, { ...told.params }) : ''}
    </div>
  );
}
