import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type GrammaticalCase, grammaticalCases } from '../../core/draft/types.ts';
import { Icon } from '../ui/icon.tsx';

/** The stored form of a case: the nominative is told by saying nothing. */
export function storedCase(chosen: GrammaticalCase): { readonly case?: GrammaticalCase } {
  return chosen === 'nom' ? {} : { case: chosen };
}

interface CaseSelectProps {
  readonly value: GrammaticalCase;
  readonly onChange: (value: GrammaticalCase) => void;
}

/** The case in which the words stand in their sentence; English has none. */
export function CaseSelect({ value, onChange }: CaseSelectProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Select className="field select" value={value} onChange={(key) => onChange(key as GrammaticalCase)}>
      <Label>{t('cite:case')}</Label>
      <Button className="input select-button">
        <SelectValue />
        <Icon name="chevron" size={11} />
      </Button>
      <Popover className="select-popover">
        <ListBox className="select-list">
          {grammaticalCases.map((one) => (
            <ListBoxItem key={one} id={one} className="select-item" textValue={t(`law:case.${one}`)}>
              {t(`law:case.${one}`)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
