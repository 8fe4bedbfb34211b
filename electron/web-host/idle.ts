/** Ends a host that nobody looks at. */
export interface IdleEnd {
  /** How many pages are open now. */
  pages(count: number): void;
  stop(): void;
}

/**
 * Counts down while no page is open, from the start on; a page that reloads or a computer that wakes comes back well within the time.
 * The edits are in the journal whatever happens, so ending loses nothing.
 */
export function createIdleEnd(milliseconds: number, end: () => void): IdleEnd {
  let timer: NodeJS.Timeout | undefined = setTimeout(end, milliseconds);
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    pages(count) {
      stop();
      if (count === 0) timer = setTimeout(end, milliseconds);
    },
    stop,
  };
}
