import { type FocusEvent, type MouseEvent, type ReactNode, type RefObject, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import type { OutlineRow } from '../state/overview.ts';
import { removeChosen } from '../structure/deeds.ts';
import { useStateWords } from '../ui/state-marks.tsx';
import { copyRows, pasteRows } from './outline-clipboard.ts';
import { useDeeds } from './outline-deeds.ts';
import { DropMark } from './outline-drop-mark.tsx';
import { outlineKey } from './outline-keys.ts';
import { type MenuPlace, OutlineMenu } from './outline-menu.tsx';
import { Row, type RowDeeds } from './outline-row.tsx';
import { useChoice } from './use-choice.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** Rows of one piece: the browser lays out only the pieces that are near. */
const pieceSize = 40;

/** So many pieces are drawn with the desk; those of a code that follow, in slices after it. */
const firstPieces = 3;

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

/** The rows with their choice, keys, pointer, clipboard and menu. */
export function OutlineTree(props: TreeProps): ReactNode {
  const { tree, editor, rows, isOpen, language, onToggle } = props;
  const { t } = useTranslation();
  const desk = useDesk();
  const choice = useChoice(props);
  const { chosen, stop, reach } = choice;
  const deeds = useDeeds(props, reach);
  const [typed] = useState(() => ({ text: '', at: 0 }));
  const [menu, setMenu] = useState<MenuPlace>();
  const kept = useKeptFocus(tree, rows, stop);
  const stopRow = rows.find(({ id }) => id === stop);
  const keyDeeds = {
    reach,
    chooseAll: () => desk.chosenRows.set(rows.map(({ id }) => id)),
    go: deeds.go,
    toggle: onToggle,
    remove: () => removeChosen(desk, editor),
    leave: () => {
      if (chosen.length > 1 && stop) reach(stop, 'alone');
      else editor.focus();
    },
  };
  return (
    <>
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
          if (outlineKey(event, at, keyDeeds)) event.preventDefault();
        }}
        onFocus={() => {
          kept.current = true;
          if (chosen.length === 0 && stop) desk.chosenRows.set([stop]);
        }}
        onBlur={(event) => {
          kept.current = staysHere(event);
          if (isGoneToText(event)) choice.forget();
        }}
        onCopy={(event) => copyRows(desk, editor, event, 'copy')}
        onCut={(event) => copyRows(desk, editor, event, 'cut')}
        onPaste={(event) => pasteRows(desk, editor, event, stop)}
        onContextMenu={(event) => {
          const row = rowOf(event) ?? tree.current?.querySelector<HTMLElement>(`[data-row="${stop}"]`);
          const id = row?.dataset.row;
          event.preventDefault();
          if (!row || id === undefined) return;
          if (!choice.isChosen.has(id)) reach(id, 'alone');
          setMenu(placeOf(event, row));
        }}
      >
        <Pieces {...props} choice={choice} deeds={deeds.row} />
        <DropMark dragging={deeds.dragging} />
      </div>
      {menu ? <OutlineMenu editor={editor} at={menu} onClose={() => setMenu(undefined)} /> : null}
    </>
  );
}

interface PiecesProps extends TreeProps {
  readonly choice: ReturnType<typeof useChoice>;
  readonly deeds: RowDeeds;
}

function Pieces({ rows, here, language, isOpen, choice, deeds }: PiecesProps): ReactNode {
  const { t } = useTranslation();
  const stateWords = useStateWords();
  const drawsAll = useDeferredValue(true, false);
  return piecesOf(drawsAll ? rows : rows.slice(0, firstPieces * pieceSize)).map((piece) => (
    <div key={piece[0]?.id} role="none" className="outline-piece">
      {piece.map((row) => (
        <Row
          key={row.id}
          row={row}
          language={language}
          isHere={row.id === here}
          isChosen={choice.isChosen.has(row.id)}
          isFocusStop={row.id === choice.stop}
          isOpen={isOpen(row.id)}
          lock={row.isLocked ? t('editor:numberLocked') : ''}
          deeds={deeds}
          stateWords={stateWords}
        />
      ))}
    </div>
  ));
}

function rowOf({ target }: MouseEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
}

/** At the pointer; by the key, whose event may come from anywhere in the window, under the row. */
function placeOf({ clientX, clientY }: MouseEvent, row: HTMLElement): MenuPlace {
  const { left, right, top, bottom } = row.getBoundingClientRect();
  const isOn = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  return isOn ? { x: clientX, y: clientY } : { x: left + 24, y: bottom };
}

function piecesOf(rows: readonly OutlineRow[]): readonly (readonly OutlineRow[])[] {
  const pieces: (readonly OutlineRow[])[] = [];
  for (let at = 0; at < rows.length; at += pieceSize) pieces.push(rows.slice(at, at + pieceSize));
  return pieces;
}

function staysHere({ relatedTarget, currentTarget }: FocusEvent): boolean {
  // Nobody has the focus when the row that had it was moved by React: it is given back there.
  return relatedTarget === null || currentTarget.contains(relatedTarget as Node);
}

function isGoneToText({ relatedTarget }: FocusEvent): boolean {
  return relatedTarget instanceof Element && relatedTarget.closest('[data-pane="text"]') !== null;
}
