import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActStatusMark as Mark } from '../../core/law/status.ts';
import { actStatusMarkOn } from '../../core/law/status-day.ts';
import type { Act } from '../../core/law/types.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Icon, type IconName } from './icon.tsx';

const icons: Readonly<Record<Mark['code'], IconName>> = {
  'in-force': 'check',
  repealed: 'ended',
  replaced: 'replaced',
  historic: 'past',
  unknown: 'question',
  'in-force-unconfirmed': 'question',
  'act-unverified': 'question',
  'not-yet': 'past',
};

/** An act's status on the day that counts, as a shape and words. */
export function ActStatusMark({ act }: { readonly act: Act }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { acts } = useStore(desk.law);
  const { vitality, code } = actStatusMarkOn(act, acts.on);
  return (
    <span className={`act-status ${vitality}`}>
      <Icon name={icons[code]} />
      <span>{t(`law:status.${code}`)}</span>
    </span>
  );
}
