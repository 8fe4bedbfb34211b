import { flushSync } from 'react-dom';
import type { Language } from '../../core/base/language.ts';

/** Which columns stand, and which of them is live. */
export interface Columns {
  readonly live: Language;
  readonly shown: readonly Language[];
}

/** A chunk of rows as the scheduler sees it. */
export interface ChunkHandle {
  /** What it still has to show; undefined when it is up to date. */
  wanted: Columns | undefined;
  readonly show: (columns: Columns) => void;
  /** Draws the rows; undefined once they are drawn. */
  mount: (() => void) | undefined;
}

/**
 * Draws what is in sight at once and the rest when there is time: the first paint does not grow with the document, and a switch of the
 * live column redraws two screens, not four thousand rows.
 */
export class ColumnScheduler {
  #columns: Columns;
  /** Chunks that a first drawing draws at once. */
  #firstChunks = 3;
  #isIdle = false;
  readonly #chunks = new Map<Element, ChunkHandle>();
  readonly #roots = new Set<(columns: Columns) => void>();

  readonly #catchUpText: () => void;

  /**
   * `catchUpText` tells React of operations that Slate has yet to announce: to draw rows between an operation and its announcement
   * would draw texts that are no longer in the draft.
   */
  constructor(columns: Columns, catchUpText: () => void) {
    this.#columns = columns;
    this.#catchUpText = catchUpText;
  }

  #draw(action: () => void): void {
    flushSync(() => {
      this.#catchUpText();
      action();
    });
  }

  get columns(): Columns {
    return this.#columns;
  }

  /**
   * Hears from the browser which chunks of `scroller` come near its visible part and which go. An observer of our own would look at
   * every chunk for every frame.
   */
  observe(scroller: Element): () => void {
    const type = 'contentvisibilityautostatechange';
    const onSight = (event: Event): void => {
      const chunk = event.target instanceof Element ? this.#chunks.get(event.target) : undefined;
      if (chunk && !(event as ContentVisibilityAutoStateChangeEvent).skipped) this.#catchUp(chunk);
    };
    scroller.addEventListener(type, onSight, true);
    this.#whenIdle();
    return () => scroller.removeEventListener(type, onSight, true);
  }

  /** Whether a chunk that is being made draws its rows at once. Those that editing makes later must: the caret is in them. */
  drawsAtOnce(): boolean {
    this.#firstChunks -= 1;
    return this.#firstChunks >= 0;
  }

  addChunk(element: Element, handle: ChunkHandle): () => void {
    this.#firstMountEnds();
    this.#chunks.set(element, handle);
    return () => this.#chunks.delete(element);
  }

  addRoot(show: (columns: Columns) => void): () => void {
    this.#roots.add(show);
    return () => this.#roots.delete(show);
  }

  show(columns: Columns): void {
    this.#columns = columns;
    this.#draw(() => {
      for (const show of this.#roots) show(columns);
      for (const [element, chunk] of this.#chunks) {
        if (isNear(element)) this.#update(chunk, columns);
        else chunk.wanted = columns;
      }
    });
    this.#whenIdle();
  }

  /** Brings every chunk up to date: before something that needs the whole column. */
  settle(): void {
    this.#draw(() => {
      for (const chunk of this.#chunks.values()) {
        chunk.mount?.();
        if (chunk.wanted) this.#update(chunk, chunk.wanted);
      }
    });
  }

  /** Draws what Slate has yet to announce now. */
  catchUp(): void {
    flushSync(this.#catchUpText);
  }

  /** Draws pending changes at once, of the chunks that they make only the first ones. */
  drawFirst(): void {
    this.#firstChunks = 3;
    flushSync(this.#catchUpText);
    this.#firstChunks = Number.POSITIVE_INFINITY;
    this.#whenIdle();
  }

  /** Brings the chunk of an element up to date, and draws chunks, from the last if `nearEnd`, until `find` finds one. */
  reveal(find: () => Element | null, nearEnd = false): Element | null {
    const chunks = [...this.#chunks.values()];
    for (const chunk of nearEnd ? chunks.toReversed() : chunks) {
      if (find()) break;
      if (chunk.mount) this.#draw(chunk.mount);
    }
    const found = find();
    for (const [element, chunk] of this.#chunks) {
      if (found && chunk.wanted && element.contains(found)) {
        const { wanted } = chunk;
        this.#draw(() => this.#update(chunk, wanted));
      }
    }
    return find();
  }

  /** Whether some rows are not drawn yet or show an earlier live column. */
  get isBehind(): boolean {
    return [...this.#chunks.values()].some((chunk) => chunk.mount || chunk.wanted);
  }

  #firstMountEnds(): void {
    queueMicrotask(() => {
      this.#firstChunks = Number.POSITIVE_INFINITY;
    });
  }

  #catchUp(chunk: ChunkHandle): void {
    const { wanted, mount } = chunk;
    if (!wanted && !mount) return;
    this.#draw(() => {
      mount?.();
      if (wanted) this.#update(chunk, wanted);
    });
  }

  #update(chunk: ChunkHandle, columns: Columns): void {
    chunk.wanted = undefined;
    chunk.show(columns);
  }

  #whenIdle(): void {
    if (this.#isIdle) return;
    this.#isIdle = true;
    requestIdleCallback(
      (deadline) => {
        this.#isIdle = false;
        const behind = [...this.#chunks.values()].filter((chunk) => chunk.mount || chunk.wanted);
        for (const [done, chunk] of behind.entries()) {
          if (done > 0 && deadline.timeRemaining() < 8) break;
          this.#catchUp(chunk);
        }
        if (this.isBehind) this.#whenIdle();
      },
      { timeout: 300 },
    );
  }
}

/** Not skipped by the browser. It is asked, for it tells of changes alone: of what is near from the start it says nothing. */
function isNear(chunk: Element): boolean {
  return chunk.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === true;
}
