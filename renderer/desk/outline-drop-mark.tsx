import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../state/store.ts';
import type { Dragging } from './outline-drag.ts';

/** Where dragged rows would go: a line between rows, a frame round the one that would enclose them. Crossed out where they may not go. */
export function DropMark({ dragging }: { readonly dragging: Dragging }): ReactNode {
  const { t } = useTranslation();
  const drag = useStore(dragging.drag);
  if (!drag?.mark) return null;
  const { top, height, left } = drag.mark;
  const shape = height > 2 ? 'inside' : 'line';
  return (
    <div
      className={`drop-mark ${shape}${drag.isAllowed ? '' : ' refused'}`}
      style={{ top, height, left }}
      aria-hidden="true"
    >
      <span className="drop-count">
        {drag.isAllowed ? t('outline:dragged', { count: drag.ids.length }) : t('outline:notHere')}
      </span>
    </div>
  );
}
