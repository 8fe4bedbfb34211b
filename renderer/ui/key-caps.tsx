import type { ReactNode } from 'react';
import { keyCaps } from '../../core/commands/keys.ts';
import { useDesk } from '../state/desk.ts';

interface KeyCapsProps {
  readonly keys: string;
  /** Whether they are to be read aloud here; where they stand beside a command, `aria-keyshortcuts` says them. */
  readonly isRead?: boolean;
}

/** The keys of a command as caps. */
export function KeyCaps({ keys, isRead = false }: KeyCapsProps): ReactNode {
  const { info } = useDesk();
  return (
    <span className="cap" aria-hidden={!isRead}>
      {keyCaps(keys, info.platform === 'darwin').join(' ')}
    </span>
  );
}
