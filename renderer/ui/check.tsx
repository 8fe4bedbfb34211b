import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import { Icon } from './icon.tsx';

interface CheckProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  /** What it means to tick it, a line each. */
  readonly hints?: readonly string[];
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}

/** Something that is on or off; on has a tick, not only a colour. */
export function Check({ children, hints = [], ...props }: CheckProps): ReactNode {
  return (
    <Checkbox className="check" {...props}>
      <span className="check-box" aria-hidden="true">
        <Icon name="check" size={12} />
      </span>
      <span>
        {children}
        {hints.map((hint) => (
          <small key={hint}>{hint}</small>
        ))}
      </span>
    </Checkbox>
  );
}
