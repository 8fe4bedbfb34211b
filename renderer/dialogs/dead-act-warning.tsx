import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { actStatusMarkOn } from '../../core/law/status-day.ts';
import type { Act } from '../../core/law/types.ts';
import { useDesk } from '../state/desk.ts';
import { useActName } from '../ui/use-act-name.ts';

interface DeadActWarningProps {
  readonly act: Act;
  readonly onReplace: (successor: Act) => void;
}

/** Says of an act that is dead or unverified what that means, and offers the living one. */
export function DeadActWarning({ act, onReplace }: DeadActWarningProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const nameOf = useActName();
  const { vitality, code } = actStatusMarkOn(act, desk.acts.on);
  if (vitality === 'living') return null;
  const successor = act.successor === null ? undefined : desk.acts.byId.get(act.successor);
  return (
    <div className={`law-state ${vitality}`} role="status">
      <b>{t(`law:status.${code}`)}</b>
      <p>{t(`law:statusDetail.${code}`)}</p>
      {successor ? (
        <Button className="link" onPress={() => onReplace(successor)}>
          {t('cite:useSuccessor', { title: nameOf(successor) })}
        </Button>
      ) : null}
    </div>
  );
}
