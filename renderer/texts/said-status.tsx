import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { contradictedStatus } from '../../core/law/official-text/said-status.ts';
import type { OfficialText } from '../../core/law/official-text/types.ts';
import type { Act } from '../../core/law/types.ts';

/** Where an official text says otherwise than the register whether its act lives. Nothing is changed by it: a person decides. */
export function SaidStatusLine({ act, text }: { readonly act: Act; readonly text: OfficialText }): ReactNode {
  const { t } = useTranslation();
  const said = contradictedStatus(act, text);
  if (said === undefined) return null;
  return (
    <p className="failure" role="alert">
      {t(`texts:said.${said}`, { status: t(`law:status.${act.status}`) })}
    </p>
  );
}
