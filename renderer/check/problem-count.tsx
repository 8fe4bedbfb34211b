import type { ReactNode } from 'react';
import { formatNumber } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import type { ProblemStore } from './problem-store.ts';

/** How many problems stand in the way of parliament, for the tab; nothing when none does. */
export function ProblemCount({ problems }: { readonly problems: ProblemStore }): ReactNode {
  const { settings } = useDesk();
  const { language } = useStore(settings);
  const { found } = useStore(problems);
  const count = found.filter(({ blocks, aside }) => blocks && !aside).length;
  return count > 0 ? <em>{formatNumber(language, count)}</em> : null;
}
