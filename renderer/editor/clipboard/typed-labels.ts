import type { UnitKind } from '../../../core/draft/types.ts';
import { headingAt, itemAt, type Marked } from '../../../core/law/official-text/headings.ts';

/** The label at the beginning of a line: what it makes of the line, and how many UTF-16 code units it takes, with its space. */
export interface TypedLabel {
  readonly kind: UnitKind;
  readonly number: string;
  readonly length: number;
}

const kinds: Readonly<Partial<Record<Marked['kind'], UnitKind>>> = {
  section: 'section',
  chapter: 'chapter',
  article: 'article',
  part: 'part',
  point: 'point',
  subpoint: 'subpoint',
};

const headingWord = /бөлүм|бөлүк|глава|бап|берене|стат|раздел|section|chapter|article/iu;

/** The label under which a provision comes from elsewhere, in any of the three languages. */
export function typedLabelAt(line: string): TypedLabel | undefined {
  // The label and a few words behind it tell; spaces one for one, so that places stay what they are.
  const text = line.slice(0, 160).replace(/\s/gu, ' ').trimEnd();
  const isHeading = headingWord.test(text.slice(0, 60));
  const marked = (isHeading ? (headingAt(text, 'ky') ?? headingAt(text, 'en')) : undefined) ?? itemAt(text);
  const kind = marked && kinds[marked.kind];
  // 1.1. is no number of a bill: as a label it would be counted anew.
  if (!kind || marked.number === undefined || marked.number.includes('.')) return undefined;
  return { kind, number: marked.number, length: text.length - marked.rest.length };
}

/** What a list of Word's prints before an item; a bullet counts nothing. */
export function markerLabel(marker: string): TypedLabel | undefined {
  return typedLabelAt(`${marker.replace(/\s+/gu, ' ').trim()} Б`);
}
