import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellStanding } from '../../core/law/parity.ts';

const keys: Readonly<Record<CellStanding, string>> = {
  verified: 'parity:table.verified',
  partly: 'parity:table.partly',
  gap: 'parity:notFound',
  unsought: 'parity:unsought',
};

/** How well a cell is known, as a shape with a name: full, half, empty, dashed. */
export function StandingMark({ standing }: { readonly standing: CellStanding }): ReactNode {
  const { t } = useTranslation();
  const name = t(keys[standing]);
  return <i className={`standing ${standing}`} role="img" aria-label={name} title={name} />;
}
