import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { indexOfUnit } from '../../core/draft/outline.ts';
import type { UnitId } from '../../core/draft/types.ts';
import type { ParityResources } from '../../core/law/parity.ts';
import { linkGuarantee } from '../../core/law/parity-links.ts';
import type { Session } from '../state/session.ts';
import { useOverviewStore } from '../state/use-editor.ts';
import { Check } from '../ui/check.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { usePlaces } from '../ui/use-places.ts';
import './parity.css';
import { useParity } from './use-parity.ts';

interface LinkDialogProps {
  readonly session: Session;
  readonly resources: ParityResources;
  readonly unit: UnitId;
  readonly onClose: () => void;
}

/** Which guarantees an article gives; each tick is one step of undo. */
export function LinkDialog({ session, resources, unit, onClose }: LinkDialogProps): ReactNode {
  const { t } = useTranslation();
  const placeOf = usePlaces();
  const { editor } = session;
  const parity = useParity(session, useOverviewStore(editor), resources);
  const { table, units, labels, language, template } = parity;
  const place = placeOf(units, labels, indexOfUnit(units, unit), language);
  return (
    <DialogFrame
      title={t('parity:linkTitle')}
      size="small"
      onClose={onClose}
      footer={
        <Button className="button primary" onPress={onClose}>
          {t('done')}
        </Button>
      }
    >
      <p>{t('parity:linkAbout', { place })}</p>
      <div className="parity-links">
        {table.rows.map(({ guarantee, bill }) => (
          <Check
            key={guarantee.id}
            isSelected={bill.includes(unit)}
            onChange={(gives) =>
              editor.apply((now) => linkGuarantee(now, template, { unit, guarantee: guarantee.id, gives }))
            }
          >
            {guarantee.name[language]}
          </Check>
        ))}
      </div>
    </DialogFrame>
  );
}
