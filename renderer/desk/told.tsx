import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { useSaidAgain } from '../ui/use-said-again.ts';

/** Says what a structural command did, whatever is on the screen. */
export function Told(): ReactNode {
  const { t } = useTranslation();
  const told = useStore(useDesk().told);
  const words = useSaidAgain(told, told ? t(told.key, { ...told.params }) : '');
  return (
    <div className="told" role="status" data-told>
      {words}
    </div>
  );
}
