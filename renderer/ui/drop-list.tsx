import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from './icon.tsx';

export interface DropListProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  /** `null` while nothing is chosen. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** Something must be chosen. */
  readonly isInvalid?: boolean;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
}

/** One of many, in a list that opens. */
export function DropList<T extends string>(props: DropListProps<T>): ReactNode {
  const { label, options, value, onChange, placeholder, isInvalid = false } = props;
  return (
    <Select
      className="field select"
      value={value}
      isInvalid={isInvalid}
      onChange={(key) => onChange(key as T)}
      {...(placeholder ? { placeholder } : {})}
    >
      <Label className="field-label">{label}</Label>
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
