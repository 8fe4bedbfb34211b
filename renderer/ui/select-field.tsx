import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from './icon.tsx';

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of a few, shown when it is opened. */
export function SelectField<T extends string>({ label, options, value, onChange }: SelectFieldProps<T>): ReactNode {
  return (
    <Select className="field select" value={value} onChange={(key) => onChange(key as T)}>
      <Label>{label}</Label>
      <Button className="input select-button">
        <SelectValue />
        <Icon name="chevron" size={11} />
      </Button>
      <Popover className="select-popover">
        <ListBox className="select-list">
          {options.map(({ id, name }) => (
            <ListBoxItem key={id} id={id} className="select-item" textValue={name}>
              {name}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
