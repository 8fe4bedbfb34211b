const last = new Map<string, Promise<unknown>>();

/**
 * Works on a file of our own after whoever began earlier, so that what one reads and writes back is not what another has just
 * changed. The turns are those of this process.
 */
export function inTurnAt<T>(path: string, work: () => Promise<T>): Promise<T> {
  const done = (last.get(path) ?? Promise.resolve()).then(work);
  const end = done.then(
    () => undefined,
    () => undefined,
  );
  last.set(path, end);
  void end.then(() => {
    if (last.get(path) === end) last.delete(path);
  });
  return done;
}

/** The name under which this process writes a file of its own before it takes the file's place; another process has another. */
export function ownTemporaryName(name: string): string {
  return `${name}.${process.pid}.tmp`;
}
