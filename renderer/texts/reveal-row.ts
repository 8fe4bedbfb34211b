/**
 * Brings the chosen row of a list to its top once it is drawn. The rows above it may change their height when they come into sight, hence
 * the second look.
 */
export function revealRow(list: () => HTMLElement | null): void {
  const reveal = (): void => list()?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'start' });
  requestAnimationFrame(() => {
    reveal();
    requestAnimationFrame(reveal);
  });
}
