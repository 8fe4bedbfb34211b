import type { DocumentKind, UnitKind } from './types.ts';

/** What the outline and the editor need to know of a kind; the one table of structure. */
export interface KindRule {
  /**
   * Depth in the outline; a unit encloses the following units of greater depth. Kinds of equal depth are siblings. `0` stands
   * outside the outline and ends whatever is open.
   */
  readonly depth: number;
  /** The kinds that may enclose it directly; `'draft'` is the bill itself. */
  readonly within: readonly (UnitKind | 'draft')[];
  /** The kind of the unit that Enter begins at the end of this one. */
  readonly next: UnitKind;
  /** Tab and Shift+Tab: one step inward and outward. Absent means the kind has no such step. */
  readonly inward?: UnitKind;
  readonly outward?: UnitKind;
  /** Whether the text is a heading (of what follows) and not a provision by itself. */
  readonly heading: boolean;
}

/** Structure of a Kyrgyz bill, after Law No. 241 of 20 July 2009 and published acts (`resources/forms/bill.json` has the sources). */
export const kindRules: Readonly<Record<UnitKind, KindRule>> = {
  title: { depth: 0, within: ['draft'], next: 'preamble', heading: true },
  preamble: { depth: 0, within: ['draft'], next: 'article', heading: false },
  section: { depth: 1, within: ['draft'], next: 'chapter', inward: 'chapter', heading: true },
  chapter: {
    depth: 2,
    within: ['draft', 'section'],
    next: 'article',
    inward: 'article',
    outward: 'section',
    heading: true,
  },
  article: {
    depth: 3,
    within: ['draft', 'section', 'chapter'],
    next: 'part',
    inward: 'part',
    outward: 'chapter',
    heading: true,
  },
  part: { depth: 4, within: ['article'], next: 'part', inward: 'point', outward: 'article', heading: false },
  point: {
    depth: 5,
    within: ['article', 'part'],
    next: 'point',
    inward: 'subpoint',
    outward: 'part',
    heading: false,
  },
  subpoint: { depth: 6, within: ['point'], next: 'subpoint', outward: 'point', heading: false },
  paragraph: {
    depth: 7,
    within: ['draft', 'article', 'part', 'point', 'subpoint'],
    next: 'paragraph',
    outward: 'part',
    heading: false,
  },
  note: {
    depth: 8,
    within: ['draft', 'section', 'chapter', 'article', 'part', 'point', 'subpoint', 'paragraph'],
    next: 'note',
    heading: false,
  },
  signature: { depth: 0, within: ['draft'], next: 'signature', heading: false },
};

/** The kinds that a document which is no bill has not, each with what stands in its place: a resolution is made of points, a note of sections. */
const instead: Readonly<Record<DocumentKind, Readonly<Partial<Record<UnitKind, UnitKind>>>>> = {
  resolution: { section: 'point', chapter: 'point', article: 'point', part: 'point' },
  note: { section: 'article', chapter: 'article', part: 'paragraph' },
};

/** Whether a document is made of units of a kind, among others. */
export function hasKind(document: DocumentKind | undefined, kind: UnitKind): boolean {
  return document === undefined || instead[document][kind] === undefined;
}

/** The kind of the unit that Enter begins at the end of one of `kind` in a document. */
export function nextKind(document: DocumentKind | undefined, kind: UnitKind): UnitKind {
  const { next } = kindRules[kind];
  return (document === undefined ? undefined : instead[document][next]) ?? next;
}
