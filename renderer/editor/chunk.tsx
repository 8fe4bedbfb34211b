import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { RenderChunkProps } from 'slate-react';
import { chunkSize } from './assemble.ts';
import type { Columns, PieceHandle } from './columns.ts';
import { canBeHeldBack, heldRows, markChanged } from './held-rows.ts';
import { indexOf, unitAt } from './places.ts';
import type { BillEditor } from './slate-types.ts';
import { ColumnsContext, useParts } from './view-context.ts';

/** Only the lowest chunks hold rows; those above only hold chunks. */
export function renderChunk({ attributes, lowest, children }: RenderChunkProps) {
  if (!lowest) return <Branch attributes={attributes}>{children}</Branch>;
  return <Chunk attributes={attributes}>{children}</Chunk>;
}

interface PieceProps {
  readonly attributes: RenderChunkProps['attributes'];
  readonly children: ReactNode;
}

/**
 * A piece of the bill that is skipped as a whole while it is out of sight: so the browser looks, for each frame, at a few boxes of each
 * level and not at all of the lowest. Nothing in it is made before it is near or there is time: the first paint costs the same for thirty
 * articles and two thousand. Its height before it was first seen is a guess from what it holds.
 */
function Branch({ attributes, children }: PieceProps) {
  const [chunks] = useState(() => heldRows(children).chunks());
  const { element, isDrawn } = usePiece('branch', children);
  return (
    <div
      {...attributes}
      ref={element}
      className={isDrawn ? 'draft-branch' : 'draft-branch draft-waiting'}
      aria-busy={isDrawn ? undefined : true}
      style={{ '--chunks': chunks } as CSSProperties}
    >
      {isDrawn && children}
    </div>
  );
}

/** A few rows: laid out by the browser only when near, drawn by React only when near or when there is time. */
function Chunk({ attributes, children }: PieceProps) {
  const { element, isDrawn, columns, rows } = usePiece('chunk', children);
  const isWhole = isDrawn && rows === children;
  const isSmall = isWhole && heldRows(children).count() < chunkSize;
  return (
    <div
      {...attributes}
      ref={element}
      className={`draft-chunk${isWhole ? '' : ' draft-waiting'}${isSmall ? ' draft-small' : ''}`}
      // A reader that goes through the page ahead of the eye is told that these rows are not yet what the draft says.
      aria-busy={isWhole ? undefined : true}
    >
      {isDrawn && <ColumnsContext.Provider value={columns}>{rows}</ColumnsContext.Provider>}
    </div>
  );
}

function usePiece(level: PieceHandle['level'], children: ReactNode) {
  const { scheduler, slate } = useParts();
  const element = useRef<HTMLDivElement>(null);
  const [isDrawn, setDrawn] = useState(() => scheduler.drawsAtOnce(level, () => holdsSelection(slate, children)));
  const [columns, setColumns] = useState<Columns>(() => scheduler.columns);
  const wasDrawn = useRef(isDrawn);
  const first = useRef(children);
  const { rows, setHandle } = useHeldBack(element, level, children);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const handle: PieceHandle = {
      level,
      wanted: undefined,
      show: setColumns,
      renew: undefined,
      mount: undefined,
      holds: (unit) => heldRows(first.current).holds(unit),
    };
    setHandle(handle);
    if (!wasDrawn.current) {
      handle.mount = () => {
        handle.mount = undefined;
        wasDrawn.current = true;
        setDrawn(true);
      };
    }
    return scheduler.addPiece(element.current, handle);
  }, [scheduler, level, setHandle]);
  return { element, isDrawn, columns, rows };
}

/**
 * The rows of a chunk: those of the draft or, while it is held back, those that it had. React draws nothing of what it is given again
 * unchanged, so a change of four thousand rows is drawn a few chunks at a time.
 */
function useHeldBack(element: RefObject<HTMLDivElement | null>, level: PieceHandle['level'], children: ReactNode) {
  const { scheduler, slate } = useParts();
  const handle = useRef<PieceHandle>(undefined);
  const drawn = useRef(children);
  const latest = useRef(children);
  const [, renew] = useReducer((times: number) => times + 1, 0);
  const setHandle = useCallback((made: PieceHandle) => {
    handle.current = made;
  }, []);
  const isHeldBack =
    level === 'chunk' &&
    element.current !== null &&
    scheduler.isHeldBack(element.current) &&
    canBeHeldBack(children) &&
    !holdsSelection(slate, children);
  // What was held back, and perhaps changed again since.
  if (!isHeldBack && drawn.current !== latest.current) markChanged(children);
  const rows = isHeldBack ? drawn.current : children;
  useLayoutEffect(() => {
    drawn.current = rows;
    latest.current = children;
    if (handle.current) handle.current.renew = rows === children ? undefined : renew;
  });
  return { rows, setHandle };
}

/** The caret needs its text drawn, wherever a step leads it. */
function holdsSelection(slate: BillEditor, children: ReactNode): boolean {
  const { selection } = slate;
  const ends = selection ? [selection.anchor, selection.focus] : [];
  return ends.some((end) => {
    const unit = unitAt(slate, indexOf(end));
    return unit !== undefined && heldRows(children).holds(unit.id);
  });
}

/** The rows of a draft that is too short for chunks follow the columns here. */
export function ColumnsRoot({ children }: { readonly children: ReactNode }) {
  const { scheduler } = useParts();
  const [columns, setColumns] = useState<Columns>(() => scheduler.columns);
  useLayoutEffect(() => scheduler.addRoot(setColumns), [scheduler]);
  return <ColumnsContext.Provider value={columns}>{children}</ColumnsContext.Provider>;
}
