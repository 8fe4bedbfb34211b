import type { SideWidth } from '../../core/bridge/settings.ts';
import type { Side } from '../state/desk.ts';

/** How wide the sides may be dragged, in pixels. */
export const sideWidths: Readonly<Record<Side, { readonly min: number; readonly max: number }>> = {
  outline: { min: 160, max: 480 },
  inspector: { min: 220, max: 760 },
};

/** What a side takes while nobody chose: a share of the window, in percent, within bounds in pixels. */
const usual: Readonly<Record<Side, { readonly least: number; readonly share: number; readonly most: number }>> = {
  outline: { least: 210, share: 19, most: 360 },
  inspector: { least: 284, share: 23, most: 400 },
};

/** The width as CSS takes it; what nobody chose follows the window. */
export function cssWidth(side: Side, width: SideWidth): string {
  if (width !== 'usual') return `${width}px`;
  const { least, share, most } = usual[side];
  return `clamp(${least}px, ${share}vw, ${most}px)`;
}

/** The same in pixels, in a window so wide. */
export function pixelWidth(side: Side, width: SideWidth, window: number): number {
  if (width !== 'usual') return width;
  const { least, share, most } = usual[side];
  return Math.round(Math.min(most, Math.max(least, (window * share) / 100)));
}
