import type { Side } from '../state/desk.ts';

/** How wide the sides may be, and how wide they are when they are called back; in pixels. */
export const sideWidths: Readonly<
  Record<Side, { readonly min: number; readonly max: number; readonly usual: number }>
> = {
  outline: { min: 160, max: 480, usual: 230 },
  inspector: { min: 220, max: 760, usual: 300 },
};
