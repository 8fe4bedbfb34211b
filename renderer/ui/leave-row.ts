/**
 * A row of a list is about to go, and nobody would have the focus: it goes to a control of the next row, or of the one before it, or to what
 * stands for the whole. Both are named by selectors.
 */
export function leaveRow(from: Element, control: string, otherwise: string): void {
  if (!from.contains(document.activeElement)) return;
  const row = from.closest('li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const next = neighbour?.querySelector<HTMLElement>(control) ?? document.querySelector<HTMLElement>(otherwise);
  next?.focus();
}
