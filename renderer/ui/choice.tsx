import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly {
    readonly id: T;
    readonly name: string;
    readonly hint?: string;
    readonly disabled?: boolean;
  }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One of several, each with a line that says what it means. */
export function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>): ReactNode {
  return (
    <RadioGroup className="radios" value={value} onChange={(chosen) => onChange(chosen as T)}>
      <Label className="field-label">{label}</Label>
      <div className="radios-list">
        {options.map(({ id, name, hint, disabled }) => (
          <Radio key={id} value={id} className="radio" isDisabled={disabled ?? false}>
            <span>{name}</span>
            {hint ? <small>{hint}</small> : null}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
