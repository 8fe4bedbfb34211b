import { type RefObject, useState } from 'react';
import type { UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { type Desk, useDesk } from '../state/desk.ts';
import type { OutlineRow } from '../state/overview.ts';
import type { Reach } from './outline-choice.ts';
import { createDragging } from './outline-drag.ts';
import type { RowDeeds } from './outline-row.tsx';
import { useLatest } from './use-latest.ts';

interface DeedsProps {
  readonly tree: RefObject<HTMLElement | null>;
  readonly editor: DraftEditor;
  readonly rows: readonly OutlineRow[];
  readonly isOpen: (id: UnitId) => boolean;
  readonly onToggle: (id: UnitId) => void;
}

interface TreeDeeds {
  readonly go: (id: UnitId) => void;
  readonly dragging: ReturnType<typeof createDragging>;
  readonly row: RowDeeds;
}

/** The same functions as long as the tree stands: a row draws again only for something of its own. */
export function useDeeds(props: DeedsProps, reach: (id: UnitId, reach: Reach) => void): TreeDeeds {
  const desk = useDesk();
  const { editor, onToggle } = props;
  const latest = useLatest(props);
  const [deeds] = useState((): TreeDeeds => {
    const dragging = createDragging({
      desk,
      editor,
      tree: () => latest.current.tree.current,
      rows: () => latest.current.rows,
      isOpen: (id) => latest.current.isOpen(id),
    });
    const go = (id: UnitId): void => {
      desk.drawer.set(undefined);
      editor.goTo({ unit: id });
      editor.focus();
    };
    return { go, dragging, row: rowDeeds({ desk, editor, reach, dragging, go, onToggle }) };
  });
  return deeds;
}

interface RowParts {
  readonly desk: Desk;
  readonly editor: DraftEditor;
  readonly reach: (id: UnitId, reach: Reach) => void;
  readonly dragging: ReturnType<typeof createDragging>;
  readonly go: (id: UnitId) => void;
  readonly onToggle: (id: UnitId) => void;
}

/** A press on a chosen row may drag all that are chosen; on another it drags that one. */
function rowDeeds({ desk, editor, reach, dragging, go, onToggle }: RowParts): RowDeeds {
  return {
    press: (id, event) => {
      if (event.button !== 0 || event.pointerType === 'touch' || event.ctrlKey || event.shiftKey) return;
      if (editor.state().isReadOnly) return;
      const chosen = desk.chosenRows.get();
      dragging.watch(chosen.includes(id) ? chosen : [id], { x: event.clientX, y: event.clientY });
    },
    click: (id, event) => {
      if (dragging.hasJustDropped()) return;
      if (event.shiftKey) reach(id, 'range');
      else if (event.ctrlKey || event.metaKey) reach(id, 'toggle');
      else {
        reach(id, 'alone');
        go(id);
      }
    },
    toggle: onToggle,
  };
}
