import type { ReactNode } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { amountBases, amountPeriods, amountUnits, baseOf } from '../../core/law/amount.ts';
import { DropList } from '../ui/drop-list.tsx';
import type { FactDraft } from './fact-draft.ts';

interface AmountFieldsProps {
  readonly value: FactDraft;
  readonly onChange: (change: Partial<FactDraft>) => void;
  readonly isWrong: boolean;
}

/** How much a guarantee is: number, unit, of what and for which time. */
export function AmountFields({ value, onChange, isWrong }: AmountFieldsProps): ReactNode {
  const { t } = useTranslation();
  const base = baseOf(value.unit);
  const noBase = base === 'possible' ? [{ id: 'none' as const, name: t('parity:fill.noBase') }] : [];
  return (
    <div className="fact-amount">
      <TextField className="field" value={value.number} isInvalid={isWrong} onChange={(number) => onChange({ number })}>
        <Label>{t('parity:fill.amount')}</Label>
        <Input className="input" inputMode="decimal" autoComplete="off" />
      </TextField>
      <DropList
        label={t('parity:fill.unit')}
        value={value.unit}
        onChange={(unit) => onChange({ unit, base: baseOf(unit) === 'needed' ? 'pay' : 'none' })}
        options={amountUnits.map((id) => ({ id, name: t(`parity:fill.units.${id}`) }))}
      />
      {base === 'none' ? null : (
        <DropList
          label={t('parity:fill.base')}
          value={value.base}
          onChange={(chosen) => onChange({ base: chosen })}
          options={[...noBase, ...amountBases.map((id) => ({ id, name: t(`parity:fill.bases.${id}`) }))]}
        />
      )}
      <DropList
        label={t('parity:fill.per')}
        value={value.per}
        onChange={(per) => onChange({ per })}
        options={[
          { id: 'none' as const, name: t('parity:fill.noPer') },
          ...amountPeriods.map((id) => ({ id, name: t(`parity:fill.pers.${id}`) })),
        ]}
      />
    </div>
  );
}
