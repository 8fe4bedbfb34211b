/** Milliseconds of work in one turn of the event loop: shorter than a frame, so that keys and the screen get their turn in between. */
const usualSlice = 12;

export interface Hearers<P, T> {
  /** After a slice, what its last piece gave. */
  readonly onSlice?: (last: P) => void;
  readonly onDone: (result: T) => void;
  /** Milliseconds, where somebody waits for the end and writes nothing meanwhile: each turn costs a drawing of the screen as well. */
  readonly slice?: number;
}

/**
 * Does long work, a few milliseconds in each turn of the event loop, so that a key pressed meanwhile waits for those and not for all of it.
 * The first turn is not the caller's own. The returned function stops it: then nobody hears of it any more.
 */
export function workInSlices<P, T>(
  work: Generator<P, T, undefined>,
  { onSlice, onDone, slice = usualSlice }: Hearers<P, T>,
): () => void {
  let timer = setTimeout(run);
  function run(): void {
    const until = performance.now() + slice;
    let piece = work.next();
    while (!piece.done && performance.now() < until) piece = work.next();
    if (piece.done) onDone(piece.value);
    else {
      timer = setTimeout(run);
      onSlice?.(piece.value);
    }
  }
  return () => clearTimeout(timer);
}
