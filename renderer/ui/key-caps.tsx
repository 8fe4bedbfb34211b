import type { ReactNode } from 'react';
import { keyCaps } from '../../core/commands/keys.ts';
import { useDesk } from '../state/desk.ts';

/** The keys of a command as caps. */
export function KeyCaps({ keys }: { readonly keys: string }): ReactNode {
  const { info } = useDesk();
  return (
    <span className="cap" aria-hidden="true">
      {keyCaps(keys, info.platform === 'darwin').join(' ')}
    </span>
  );
}
