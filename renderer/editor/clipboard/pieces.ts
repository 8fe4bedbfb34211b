/** Work in pieces: gives now and then how much of it is done, from 0 to 1, and its result at the end. */
export type Pieces<T> = Generator<number, T, undefined>;

export function allAtOnce<T>(work: Pieces<T>): T {
  let piece = work.next();
  while (!piece.done) piece = work.next();
  return piece.value;
}

/** Part of a larger work: its own share done is `from` to `to` of the whole. */
export function* asPart<T>(work: Pieces<T>, from: number, to: number): Pieces<T> {
  let piece = work.next();
  while (!piece.done) {
    yield from + (to - from) * piece.value;
    piece = work.next();
  }
  return piece.value;
}

/** Shorter than a frame, so that keys and the screen get their turn in between. */
const millisecondsAtOnce = 10;

/** What is told more often costs more to draw than the work itself. */
const millisecondsBetweenTellings = 80;

interface Watch {
  readonly onProgress: (done: number) => void;
  readonly isStopped: () => boolean;
}

/** Does the work with a breath after every few milliseconds. Undefined when it was stopped. */
export async function pieceByPiece<T>(work: Pieces<T>, { onProgress, isStopped }: Watch): Promise<T | undefined> {
  let told = performance.now();
  for (;;) {
    const until = performance.now() + millisecondsAtOnce;
    let piece = work.next();
    while (!piece.done && performance.now() < until) piece = work.next();
    if (piece.done) return isStopped() ? undefined : piece.value;
    if (performance.now() - told > millisecondsBetweenTellings) {
      onProgress(piece.value);
      told = performance.now();
    }
    await breath();
    if (isStopped()) return undefined;
  }
}

export function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
