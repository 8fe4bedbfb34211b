/**
 * The page. No source showed a rule on paper, margins or type for a bill (the gap is recorded in the facts); these are the
 * customary measures of office work: a wide margin at the left, where the sheets are bound, and a first line set in by 1.25 cm.
 * Lengths are twentieths of a point, as OOXML has them (567 to the centimetre).
 */
export const page = {
  /** A4, portrait. */
  width: 11906,
  height: 16838,
  margin: { top: 1134, bottom: 1134, left: 1701, right: 851 },
  wideMargin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
  footer: 567,
  header: 567,
  firstLine: 709,
} as const;

/**
 * Type of the text. Times New Roman is named because every Windows office has it, with ң ө ү in all four cuts, and because that is
 * what the text will be pasted into; PT Serif, which has them too, is offered as its substitute where it is missing.
 */
export const typeface = {
  name: 'Times New Roman',
  substitute: 'PT Serif',
  /** Half-points: 14 pt. */
  size: 28,
} as const;

/** Width of the text in twentieths of a point. */
export function textWidth(layout: 'single' | 'parallel'): number {
  if (layout === 'single') return page.width - page.margin.left - page.margin.right;
  return page.height - page.wideMargin.left - page.wideMargin.right;
}
