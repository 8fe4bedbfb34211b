import {
  type FocusEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { type Desk, useDesk } from '../state/desk.ts';
import type { OutlineRow } from '../state/overview.ts';
import { useStore } from '../state/store.ts';
import { removeChosen } from '../structure/deeds.ts';
import { type Choice, choose, type Reach } from './outline-choice.ts';
import { copyRows, pasteRows } from './outline-clipboard.ts';
import { createDragging } from './outline-drag.ts';
import { DropMark } from './outline-drop-mark.tsx';
import { outlineKey } from './outline-keys.ts';
import { Row, type RowDeeds } from './outline-row.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useLatest } from './use-latest.ts';

/** Rows of one piece: the browser lays out only the pieces that are near. */
const pieceSize = 40;

interface TreeProps {
  readonly tree: RefObject<HTMLDivElement | null>;
  readonly editor: DraftEditor;
  /** Those that no closed row and no filter hides. */
  readonly rows: readonly OutlineRow[];
  /** The row in which the caret stands. */
  readonly here: UnitId | undefined;
  readonly language: Language;
  readonly isOpen: (id: UnitId) => boolean;
  readonly onToggle: (id: UnitId) => void;
}

type Place = Omit<Choice, 'chosen'>;

/** The rows with their choice, keys, pointer and clipboard. */
export function OutlineTree(props: TreeProps): ReactNode {
  const { tree, editor, rows, here, language, isOpen, onToggle } = props;
  const { t } = useTranslation();
  const desk = useDesk();
  const chosen = useStore(desk.chosenRows);
  const [place, setPlace] = useState<Place>({ anchor: undefined, focused: undefined });
  const isChosen = useMemo(() => new Set(chosen), [chosen]);
  // What a command has just made or pasted is chosen by it, and takes the focus from where that was.
  const isAstray = place.focused !== undefined && !place.walks && !isChosen.has(place.focused);
  // A row that is gone leaves the focus to the one that took its place.
  const lastAt = useRef(0);
  const successor = place.focused === undefined ? here : rows[Math.min(lastAt.current, rows.length - 1)]?.id;
  const stop = stopOf(rows, [isAstray ? undefined : place.focused, ...chosen, place.focused, successor]);
  useLayoutEffect(() => {
    lastAt.current = Math.max(
      rows.findIndex(({ id }) => id === stop),
      0,
    );
  }, [rows, stop]);
  useEffect(() => {
    // What was chosen is gone: deleted, or undone. The row with the focus is chosen in its place.
    const known = new Set(editor.state().units.map(({ id }) => id));
    const left = desk.chosenRows.get().filter((id) => known.has(id));
    if (left.length === desk.chosenRows.get().length) return;
    const next = rows.some(({ id }) => id === stop) ? stop : undefined;
    desk.chosenRows.set(left.length > 0 || next === undefined ? left : [next]);
  }, [desk, editor, rows, stop]);
  const latest = useLatest({ ...props, place, stop });
  const [typed] = useState(() => ({ text: '', at: 0 }));
  const kept = useKeptFocus(tree, rows, stop);

  const [deeds] = useState(() => {
    const reach = (id: UnitId, how: Reach): void => {
      const { chosen: next, ...nextPlace } = choose(
        latest.current.rows,
        { ...latest.current.place, chosen: desk.chosenRows.get() },
        id,
        how,
      );
      desk.chosenRows.set(next);
      setPlace(nextPlace);
      latest.current.tree.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus();
    };
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
    return { reach, dragging, go, row: rowDeeds({ desk, reach, dragging, go, onToggle }) };
  });

  const leave = (): void => {
    if (chosen.length > 1 && stop) deeds.reach(stop, 'alone');
    else editor.focus();
  };
  const stopRow = rows.find(({ id }) => id === stop);

  return (
    <div
      ref={tree}
      role="tree"
      tabIndex={-1}
      className="outline-tree"
      aria-label={t('desk:panes.outline')}
      aria-multiselectable="true"
      onKeyDown={(event) => {
        if (!stopRow) return;
        const at = { rows, row: stopRow, isOpen: isOpen(stopRow.id), language, typed };
        const isDone = outlineKey(event, at, {
          reach: deeds.reach,
          chooseAll: () => desk.chosenRows.set(rows.map(({ id }) => id)),
          go: deeds.go,
          toggle: onToggle,
          remove: () => removeChosen(desk, editor),
          leave,
        });
        if (isDone) event.preventDefault();
      }}
      onFocus={() => {
        kept.current = true;
        if (chosen.length === 0 && stop) desk.chosenRows.set([stop]);
      }}
      onBlur={(event) => {
        kept.current = staysHere(event);
        if (!isGoneToText(event)) return;
        desk.chosenRows.set([]);
        setPlace({ anchor: undefined, focused: undefined });
      }}
      onCopy={(event) => copyRows(desk, editor, event, 'copy')}
      onCut={(event) => copyRows(desk, editor, event, 'cut')}
      onPaste={(event) => pasteRows(desk, editor, event, stop)}
    >
      {piecesOf(rows).map((piece) => (
        <div key={piece[0]?.id} role="none" className="outline-piece">
          {piece.map((row) => (
            <Row
              key={row.id}
              row={row}
              language={language}
              isHere={row.id === here}
              isChosen={isChosen.has(row.id)}
              isFocusStop={row.id === stop}
              isOpen={isOpen(row.id)}
              lock={row.isLocked ? t('editor:numberLocked') : ''}
              deeds={deeds.row}
            />
          ))}
        </div>
      ))}
      <DropMark dragging={deeds.dragging} />
    </div>
  );
}

function stopOf(rows: readonly OutlineRow[], wished: readonly (UnitId | undefined)[]): UnitId | undefined {
  const shown = new Set(rows.map(({ id }) => id));
  return wished.find((id) => id !== undefined && shown.has(id)) ?? rows[0]?.id;
}

function piecesOf(rows: readonly OutlineRow[]): readonly (readonly OutlineRow[])[] {
  const pieces: (readonly OutlineRow[])[] = [];
  for (let at = 0; at < rows.length; at += pieceSize) pieces.push(rows.slice(at, at + pieceSize));
  return pieces;
}

interface RowParts {
  readonly desk: Desk;
  readonly reach: (id: UnitId, reach: Reach) => void;
  readonly dragging: ReturnType<typeof createDragging>;
  readonly go: (id: UnitId) => void;
  readonly onToggle: (id: UnitId) => void;
}

/** A press on a chosen row may drag all that are chosen; on another it drags that one. */
function rowDeeds({ desk, reach, dragging, go, onToggle }: RowParts): RowDeeds {
  return {
    press: (id, event) => {
      if (event.button !== 0 || event.pointerType === 'touch' || event.ctrlKey || event.shiftKey) return;
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

function staysHere({ relatedTarget, currentTarget }: FocusEvent): boolean {
  // Nobody has the focus when the row that had it was moved by React: it is given back there.
  return relatedTarget === null || currentTarget.contains(relatedTarget as Node);
}

function isGoneToText({ relatedTarget }: FocusEvent): boolean {
  return relatedTarget instanceof Element && relatedTarget.closest('[data-pane="text"]') !== null;
}
