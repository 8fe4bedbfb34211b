import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { actStatusMark, type ActStatusMark as Mark } from '../../core/law/status.ts';
import type { Act } from '../../core/law/types.ts';
import { Icon, type IconName } from './icon.tsx';

const icons: Readonly<Record<Mark['code'], IconName>> = {
  'in-force': 'check',
  repealed: 'ended',
  replaced: 'replaced',
  historic: 'past',
  unknown: 'question',
  'in-force-unconfirmed': 'question',
  'act-unverified': 'question',
};

/** An act's status today, as a shape and words. */
export function ActStatusMark({ act }: { readonly act: Act }): ReactNode {
  const { t } = useTranslation();
  const { vitality, code } = actStatusMark(act);
  return (
    <span className={`act-status ${vitality}`}>
      <Icon name={icons[code]} />
      <span>{t(`law:status.${code}`)}</span>
    </span>
  );
}
