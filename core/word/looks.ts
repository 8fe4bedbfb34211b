import type { WordDocument, WordStyle } from './document.ts';
import { page, typeface } from './page.ts';

/**
 * How a paragraph looks, free of any format: the Word export and the printed page are both made from these, so that they agree.
 * Lengths are twentieths of a point, sizes half-points, as in OOXML; absent means as the document's own default.
 */
export interface Look {
  readonly align: 'left' | 'right' | 'center' | 'justified';
  /** Space before and after the paragraph; between two paragraphs the larger of both holds. */
  readonly before?: number;
  readonly after?: number;
  readonly firstLine?: number;
  readonly indentLeft?: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly size?: number;
  /** Six hexadecimal digits. */
  readonly color?: string;
  /** Stands on the page of the paragraph that follows. */
  readonly keepNext?: true;
  /** Is not divided between pages. */
  readonly keepLines?: true;
  /** Leaves no line alone at the end or the beginning of a page. */
  readonly widowControl?: true;
  /** A grey ground and a bar at its left: no part of the law. */
  readonly boxed?: true;
}

/** Lines stand at this part of the height that the typeface asks for. */
export const lineHeight = 1.05;

const heading = { bold: true, color: '000000', size: typeface.size, keepNext: true, keepLines: true } as const;
const provision = { align: 'justified', firstLine: page.firstLine, after: 80, widowControl: true } as const;
const note = { align: 'left', size: 24, color: '404040', before: 80, after: 120, boxed: true } as const;

const pageLooks: Readonly<Record<WordStyle, Look>> = {
  'draft-mark': { align: 'right', after: 480 },
  'law-heading': { align: 'center', bold: true, after: 240 },
  title: { align: 'center', bold: true, color: '000000', size: typeface.size, keepLines: true, after: 360 },
  unofficial: { align: 'center', italic: true, size: 24, after: 360 },
  column: { align: 'center', bold: true },
  preamble: { ...provision, after: 160 },
  section: { ...heading, align: 'center', before: 480, after: 120 },
  chapter: { ...heading, align: 'center', before: 400, after: 160 },
  article: { ...heading, align: 'left', firstLine: page.firstLine, before: 280, after: 120 },
  part: provision,
  point: provision,
  subpoint: provision,
  paragraph: provision,
  note: { ...note, indentLeft: 227 },
  signature: { align: 'left', bold: true, keepLines: true, before: 720 },
};

const columnProvision = { align: 'left', widowControl: true } as const;

// Only the last headings before a provision are kept with it: a longer chain would push a whole page of rows onto the next.
const columnLooks: Readonly<Record<WordStyle, Look>> = {
  'draft-mark': { align: 'right' },
  'law-heading': { align: 'center', bold: true, before: 60, after: 60 },
  title: {
    align: 'center',
    bold: true,
    color: '000000',
    size: typeface.size,
    keepLines: true,
    before: 120,
    after: 120,
  },
  unofficial: { align: 'center', italic: true, size: 24 },
  column: { align: 'center', bold: true, size: 24 },
  preamble: columnProvision,
  section: { ...heading, align: 'center', before: 120, after: 120 },
  chapter: { ...heading, align: 'center', before: 120, after: 120 },
  article: { ...heading, align: 'left', before: 60, after: 60 },
  part: columnProvision,
  point: columnProvision,
  subpoint: columnProvision,
  paragraph: columnProvision,
  note: { ...note, indentLeft: 142 },
  signature: { align: 'left', bold: true, keepLines: true, before: 240 },
};

/**
 * The looks of a document. A bill in one language is set as acts are: justified, the first line set in. In the narrow columns of
 * the parallel one justified text would tear, and every provision begins at the left edge so that the eye compares across.
 */
export function looksOf(layout: WordDocument['layout']): Readonly<Record<WordStyle, Look>> {
  return layout === 'parallel' ? columnLooks : pageLooks;
}

/** Above this many characters a row of the parallel document may run over the end of a page: kept whole it would leave half a page empty. */
export const longestWholeRow = 160;
