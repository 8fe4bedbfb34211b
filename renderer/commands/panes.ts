import type { Desk } from '../state/desk.ts';

/** The parts of the window that F6 goes through, in their order. The attribute `data-pane` marks each. */
const panes = ['menu', 'tools', 'outline', 'crumbs', 'text', 'note', 'banner', 'inspector', 'status'] as const;
type Pane = (typeof panes)[number];

const focusable = 'button:not([disabled]), input, textarea, [tabindex="0"], a[href]';

function paneElement(pane: Pane): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
}

/** Gives the focus to a pane: to what it marks with `data-pane-focus`, to what `inside` names, or to its first control. */
export function focusPane(pane: Exclude<Pane, 'text'>, inside?: string): boolean {
  const element = paneElement(pane);
  const target =
    (inside ? element?.querySelector<HTMLElement>(inside) : null) ??
    element?.querySelector<HTMLElement>('[data-pane-focus], [aria-selected="true"][tabindex="0"]') ??
    element?.querySelector<HTMLElement>(focusable);
  target?.focus();
  // What is put away for now, as in the quiet window, takes no focus.
  return target != null && document.activeElement === target;
}

/**
 * Gives the focus to a pane that was only just asked for. As soon as it is drawn, since what is typed before the next frame would go into
 * the bill; and once more after that frame, when a menu that closed has given the focus back to the text.
 */
export function focusComingPane(pane: Exclude<Pane, 'text'>, inside?: string): void {
  queueMicrotask(() => focusPane(pane, inside));
  requestAnimationFrame(() => {
    if (!paneElement(pane)?.contains(document.activeElement)) focusPane(pane, inside);
  });
}

/** Goes to the next pane that is on the screen and has something to focus. */
export function cyclePane(desk: Desk, step: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane;
  const from = Math.max(panes.indexOf(here as Pane), 0);
  for (let tried = 1; tried <= panes.length; tried += 1) {
    const pane = panes[(from + step * tried + panes.length * tried) % panes.length];
    if (pane === 'text') {
      desk.session.get()?.editor.focus();
      return;
    }
    if (pane && focusPane(pane)) return;
  }
}
