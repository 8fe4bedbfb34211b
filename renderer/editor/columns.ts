import { flushSync } from 'react-dom';
import type { Language } from '../../core/base/language.ts';
import type { UnitId } from '../../core/draft/types.ts';

/** Which columns stand, and which of them is live. */
export interface Columns {
  readonly live: Language;
  readonly shown: readonly Language[];
}

/** A chunk of rows, or a branch of chunks, as the scheduler sees it. */
export interface PieceHandle {
  readonly level: 'branch' | 'chunk';
  /** What a chunk still has to show; undefined when it is up to date. */
  wanted: Columns | undefined;
  readonly show: (columns: Columns) => void;
  /** Draws rows that were held back; undefined when there are none. */
  renew: (() => void) | undefined;
  /** Draws what is in it; undefined once it is drawn. */
  mount: (() => void) | undefined;
  readonly holds: (unit: UnitId) => boolean;
}

/**
 * Draws what is in sight at once and the rest when there is time: the first paint does not grow with the document, and a switch of the
 * live column redraws two screens, not four thousand rows.
 */
export class ColumnScheduler {
  #columns: Columns;
  /** Chunks that a first drawing draws at once. */
  #firstChunks = 3;
  /** Of the chunks that are made, only the one with the caret is drawn. */
  #drawsAtCaret = false;
  #isIdle = false;
  /** While a change of very many units is drawn, chunks out of sight keep the rows that they had, to be drawn later. */
  #holdsBack = false;
  /** Pieces that are to be drawn before the others that wait: the browser lays them out, though they are not in sight yet. */
  #near: readonly PieceHandle[] = [];
  readonly #pieces = new Map<Element, PieceHandle>();
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
   * Hears from the browser which pieces of `scroller` come near its visible part and which go. An observer of our own would look at
   * every chunk for every frame.
   */
  observe(scroller: Element): () => void {
    const type = 'contentvisibilityautostatechange';
    const onSight = (event: Event): void => {
      const { target } = event;
      const piece = target instanceof Element ? this.#pieces.get(target) : undefined;
      if (!piece || (event as ContentVisibilityAutoStateChangeEvent).skipped) return;
      this.#catchUp(piece);
      // The browser tells of changes alone: of what is in sight from the moment that it is made, or is skipped with what it is in, it says nothing.
      this.#catchUpInSight(target as Element, scroller);
    };
    scroller.addEventListener(type, onSight, true);
    this.#whenIdle();
    return () => scroller.removeEventListener(type, onSight, true);
  }

  #catchUpInSight(branch: Element, scroller: Element): void {
    for (const [element, piece] of this.#pieces) {
      if (!isLate(piece) || element === branch || !branch.contains(element) || !isInSight(element, scroller)) continue;
      this.#catchUp(piece);
      if (piece.level === 'branch') this.#catchUpInSight(element, scroller);
    }
  }

  /**
   * Whether a piece that is being made draws at once what is in it. Those that editing makes later must: the caret is in them. A branch
   * does so as long as there are chunks to be drawn in it. `hasCaret` is asked only where that decides.
   */
  drawsAtOnce(level: PieceHandle['level'], hasCaret: () => boolean): boolean {
    if (this.#drawsAtCaret) return hasCaret();
    if (level === 'branch') return this.#firstChunks > 0;
    this.#firstChunks -= 1;
    return this.#firstChunks >= 0;
  }

  addPiece(element: Element, handle: PieceHandle): () => void {
    this.#firstMountEnds();
    this.#pieces.set(element, handle);
    return () => this.#pieces.delete(element);
  }

  addRoot(show: (columns: Columns) => void): () => void {
    this.#roots.add(show);
    return () => this.#roots.delete(show);
  }

  show(columns: Columns): void {
    this.#columns = columns;
    const chunks = [...this.#pieces].filter(([, { level }]) => level === 'chunk');
    const near = chunks.filter(([element]) => isNear(element));
    this.#near = near.map(([, piece]) => piece);
    this.#draw(() => {
      for (const show of this.#roots) show(columns);
      for (const [, piece] of chunks) piece.wanted = columns;
      for (const [element, piece] of near) if (isInWindow(element)) this.#update(piece, columns);
    });
    this.#whenIdle();
  }

  /** Whether a chunk that stands already is to keep the rows that it has, for now. */
  isHeldBack(element: Element): boolean {
    return this.#holdsBack && !isNear(element);
  }

  /** Brings everything up to date: before something that needs the whole column. */
  settle(): void {
    this.#firstChunks = Number.POSITIVE_INFINITY;
    this.#draw(() => {
      for (const piece of this.#pieces.values()) {
        piece.mount?.();
        piece.renew?.();
        if (piece.wanted) this.#update(piece, piece.wanted);
      }
    });
  }

  /** Draws what Slate has yet to announce now. */
  catchUp(): void {
    flushSync(this.#catchUpText);
  }

  /**
   * The changes of this turn are drawn where they are in sight, the others when near or when there is time: first what is next to what is
   * in sight, since whoever reads on, by eye or by ear, comes to that first.
   */
  holdBack(): void {
    if (this.#holdsBack) return;
    this.#holdsBack = true;
    setTimeout(() => {
      this.#holdsBack = false;
      const behind = [...this.#pieces].filter(([, piece]) => isLate(piece));
      const far = new Map(behind.map(([element, piece]) => [piece, distanceFromWindow(element)]));
      this.#near = [...far.keys()].toSorted((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0));
      this.#whenIdle();
    });
  }

  /** Draws pending changes at once, of the chunks that they make only the first ones. */
  drawFirst(): void {
    this.#drawOnly(3);
  }

  /** Draws pending changes at once, of the chunks that they make only the one with the caret. */
  drawAtCaret(): void {
    this.#drawsAtCaret = true;
    this.#drawOnly(0);
    this.#drawsAtCaret = false;
  }

  #drawOnly(chunks: number): void {
    this.#firstChunks = chunks;
    this.holdBack();
    flushSync(this.#catchUpText);
    this.#firstChunks = Number.POSITIVE_INFINITY;
  }

  /** Draws the chunk that holds a unit, with the branches on the way to it and nothing else, and brings it up to date. */
  reveal(unit: UnitId): void {
    for (let piece = this.#behindWith(unit); piece; piece = this.#behindWith(unit)) this.#catchUp(piece);
  }

  #behindWith(unit: UnitId): PieceHandle | undefined {
    return this.#behind.find((piece) => piece.holds(unit));
  }

  get #behind(): readonly PieceHandle[] {
    return [...this.#pieces.values()].filter(isLate);
  }

  /** Whether some rows are not drawn yet or show an earlier live column. */
  get isBehind(): boolean {
    return this.#behind.length > 0;
  }

  #firstMountEnds(): void {
    queueMicrotask(() => {
      this.#firstChunks = Number.POSITIVE_INFINITY;
    });
  }

  #catchUp(piece: PieceHandle): void {
    const { wanted, mount, renew, level } = piece;
    if (!isLate(piece)) return;
    if (mount && level === 'branch') {
      this.#mountBranch(mount);
      return;
    }
    this.#draw(() => {
      mount?.();
      renew?.();
      if (wanted) this.#update(piece, wanted);
    });
  }

  /** What is in a branch is drawn piece by piece; but not what an edit has just made, for the caret may be in it. */
  #mountBranch(mount: () => void): void {
    this.catchUp();
    this.#firstChunks = 0;
    flushSync(mount);
    this.#firstChunks = Number.POSITIVE_INFINITY;
  }

  #update(piece: PieceHandle, columns: Columns): void {
    piece.wanted = undefined;
    piece.show(columns);
  }

  #whenIdle(): void {
    if (this.#isIdle) return;
    this.#isIdle = true;
    requestIdleCallback(
      (deadline) => {
        this.#isIdle = false;
        this.#near = this.#near.filter(isLate);
        for (const [done, piece] of [...this.#near, ...this.#behind].entries()) {
          if (done > 0 && deadline.timeRemaining() < 8) break;
          this.#catchUp(piece);
        }
        if (this.isBehind) this.#whenIdle();
      },
      { timeout: 300 },
    );
  }
}

function isLate({ mount, renew, wanted }: PieceHandle): boolean {
  return !!(mount || renew || wanted);
}

/** In the window, at least in part. */
function isInWindow(chunk: Element): boolean {
  const { top, bottom } = chunk.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}

/** How many pixels above or below the window; 0 in it. */
function distanceFromWindow(chunk: Element): number {
  const { top, bottom } = chunk.getBoundingClientRect();
  return Math.max(0, top - window.innerHeight, -bottom);
}

/** Not skipped by the browser. It is asked, for it tells of changes alone: of what is near from the start it says nothing. */
function isNear(chunk: Element): boolean {
  return chunk.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === true;
}

/** In the visible part of the sheet, or a screen away from it: as near as the browser counts it. */
function isInSight(piece: Element, scroller: Element): boolean {
  const [box, view] = [piece.getBoundingClientRect(), scroller.getBoundingClientRect()];
  return box.bottom > view.top - view.height && box.top < view.bottom + view.height;
}
