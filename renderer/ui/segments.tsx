import type { ReactNode } from 'react';
import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';

export interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly name: string; readonly lang?: string }[];
  readonly selected: readonly T[];
  readonly onChange: (selected: readonly T[]) => void;
  readonly several?: boolean;
}

/** A row of joined switches: one of them on, or several. At least one always stays on. */
export function Segments<T extends string>({
  label,
  options,
  selected,
  onChange,
  several = false,
}: SegmentsProps<T>): ReactNode {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode={several ? 'multiple' : 'single'}
      disallowEmptySelection
      selectedKeys={[...selected]}
      onSelectionChange={(keys: Set<Key>) => onChange(options.filter(({ id }) => keys.has(id)).map(({ id }) => id))}
    >
      {options.map(({ id, name, lang }) => (
        <ToggleButton key={id} id={id} className="segment" {...(lang ? { lang } : {})}>
          <span data-text={name}>{name}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
