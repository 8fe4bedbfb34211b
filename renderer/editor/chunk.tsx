import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { RenderChunkProps } from 'slate-react';
import type { ChunkHandle, Columns } from './columns.ts';
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
 * level and not at all of the lowest. Its height before it was first seen is a guess from what it holds.
 */
function Branch({ attributes, children }: PieceProps) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const chunks = element.current?.getElementsByClassName('draft-chunk').length ?? 0;
    element.current?.style.setProperty('--chunks', `${chunks}`);
  }, []);
  return (
    <div {...attributes} ref={element} className="draft-branch">
      {children}
    </div>
  );
}

/** A few rows: laid out by the browser only when near, drawn by React only when near or when there is time. */
function Chunk({ attributes, children }: PieceProps) {
  const { scheduler } = useParts();
  const element = useRef<HTMLDivElement>(null);
  const [isDrawn, setDrawn] = useState(() => scheduler.drawsAtOnce());
  const [columns, setColumns] = useState<Columns>(() => scheduler.columns);
  const wasDrawn = useRef(isDrawn);
  useLayoutEffect(() => {
    if (!element.current) return undefined;
    const handle: ChunkHandle = { wanted: undefined, show: setColumns, mount: undefined };
    if (!wasDrawn.current) {
      handle.mount = () => {
        handle.mount = undefined;
        wasDrawn.current = true;
        setDrawn(true);
      };
    }
    return scheduler.addChunk(element.current, handle);
  }, [scheduler]);
  return (
    <div {...attributes} ref={element} className={isDrawn ? 'draft-chunk' : 'draft-chunk draft-chunk-waiting'}>
      {isDrawn && <ColumnsContext.Provider value={columns}>{children}</ColumnsContext.Provider>}
    </div>
  );
}

/** The rows of a draft that is too short for chunks follow the columns here. */
export function ColumnsRoot({ children }: { readonly children: ReactNode }) {
  const { scheduler } = useParts();
  const [columns, setColumns] = useState<Columns>(() => scheduler.columns);
  useLayoutEffect(() => scheduler.addRoot(setColumns), [scheduler]);
  return <ColumnsContext.Provider value={columns}>{children}</ColumnsContext.Provider>;
}
