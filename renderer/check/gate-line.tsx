import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Readiness } from '../../core/check/gate.ts';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';

interface GateLineProps {
  readonly readiness: Readiness;
  /** Whether the list under it shows only what stands in the way. */
  readonly isAlone: boolean;
  readonly onAlone: (isAlone: boolean) => void;
}

/** Whether the bill is ready for parliament, and how much of what stands in the way. */
export function GateLine({ readiness, isAlone, onAlone }: GateLineProps): ReactNode {
  const { t } = useTranslation();
  const { settings } = useDesk();
  const { language } = useStore(settings);
  const { ready, inTheWay } = readiness;
  if (ready) {
    return (
      <div className="gate ready">
        <p>
          <Icon name="check" /> {t('check:ready')}
        </p>
      </div>
    );
  }
  return (
    <section className="gate" aria-label={t('check:gate')}>
      <h3>{t('check:inTheWay')}</h3>
      <ul>
        {inTheWay.map(({ group, count }) => (
          <li key={group}>
            <span>{t(`check:group.${group}`)}</span>
            <b>{formatNumber(language, count)}</b>
          </li>
        ))}
      </ul>
      <ToggleButton className="gate-alone" isSelected={isAlone} onChange={onAlone}>
        {t('check:showInTheWay')}
      </ToggleButton>
    </section>
  );
}
