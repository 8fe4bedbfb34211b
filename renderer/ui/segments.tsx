import type { ReactNode } from 'react';
import { Group, type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface Option<T extends string> {
  readonly id: T;
  readonly name: string;
  readonly lang?: string;
  /** What is seen in place of the name where there is no room for it; the name is still read out, and shown under the pointer. */
  readonly sign?: ReactNode;
}

export interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly selected: readonly T[];
  readonly onChange: (selected: readonly T[]) => void;
  readonly several?: boolean;
}

/** A row of joined switches: one of them on, or several. At least one always stays on. */
export function Segments<T extends string>(props: SegmentsProps<T>): ReactNode {
  return props.several ? <Several {...props} /> : <One {...props} />;
}

function One<T extends string>({ label, options, selected, onChange }: SegmentsProps<T>): ReactNode {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
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

/** React Aria's own group of several says an orientation that its role does not know: here each switch stands by itself. */
function Several<T extends string>({ label, options, selected, onChange }: SegmentsProps<T>): ReactNode {
  const toggle = (id: T, isOn: boolean): void => {
    const next = options.map((option) => option.id).filter((one) => (one === id ? isOn : selected.includes(one)));
    if (next.length > 0) onChange(next);
  };
  return (
    <Group className="segments" aria-label={label}>
      {options.map(({ id, name, lang, sign }) => (
        <ToggleButton
          key={id}
          className="segment"
          {...(sign !== undefined && { 'aria-label': name })}
          isSelected={selected.includes(id)}
          onChange={(isOn) => toggle(id, isOn)}
          {...(lang ? { lang } : {})}
        >
          {sign === undefined ? <span data-text={name}>{name}</span> : <span title={name}>{sign}</span>}
        </ToggleButton>
      ))}
    </Group>
  );
}
