import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { Icon } from './icon.tsx';

interface CheckProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is on or off; on has a tick, not only a colour. */
export function Check({ isSelected, onChange, children }: CheckProps): ReactNode {
  return (
    <Checkbox className="tick" isSelected={isSelected} onChange={onChange}>
      <span className="tick-box" aria-hidden="true">
        {isSelected ? <Icon name="check" size={12} /> : null}
      </span>
      {children}
    </Checkbox>
  );
}
