import type { Language } from '../../base/language.ts';
import type { Notice } from '../../base/notice.ts';
import type { ActType } from '../types.ts';

/** A paragraph of a file as its reader saw it; the shape of the text is all that is told, never where the file came from. */
export interface OfficialLine {
  /** Without line breaks; raised digits are Unicode superscripts (5¹). */
  readonly text: string;
  /** Whether the whole of it is bold. */
  readonly bold?: true;
  readonly centered?: true;
  /** Whether it was ended by a line break inside a paragraph, so that its sentence may go on in the next line. */
  readonly wrapped?: true;
  /** A row of a table: its cells are parted by tabs. */
  readonly row?: true;
  readonly footnote?: true;
}

/** What a unit of a statute can be: the kinds of a bill, and what only published acts hold. */
export const officialKinds = [
  'preamble',
  'section',
  'chapter',
  'article',
  'part',
  'point',
  'subpoint',
  'paragraph',
  'row',
  'footnote',
  'note',
  'annex',
  'signature',
] as const;
export type OfficialKind = (typeof officialKinds)[number];

/** One unit of a statute's text, in reading order. */
export interface OfficialUnit {
  /** `u1`, `u2` … in the order of the text: for places in the report, and to align two languages. */
  readonly id: string;
  readonly kind: OfficialKind;
  /** As acts are cited: `5-1`, `II`, `а`; absent for an unnumbered unit. */
  readonly number?: string;
  /** As printed, such as `1-берене.`; empty for an unnumbered unit. */
  readonly label: string;
  /** The heading of a section, chapter or article. */
  readonly heading?: string;
  readonly text: string;
  /** Words of another act that this one quotes, such as a new article that an amending law puts in. */
  readonly quoted?: true;
}

/** An amending act named in the list below the title. */
export interface Amendment {
  /** ISO. */
  readonly date: string;
  /** `null` where the list has none. */
  readonly number: string | null;
}

/** What a line above the first provision was taken for. */
export type HeaderRole =
  | 'place'
  | 'type'
  | 'date'
  | 'title'
  | 'adopted'
  | 'amendments'
  | 'banner'
  | 'stamp'
  | 'see-also'
  | 'other';

export interface HeaderLine {
  readonly role: HeaderRole;
  readonly text: string;
}

/** A statute's text, recognised. What was not recognised is in `report`, word for word. */
export interface OfficialText {
  readonly language: Language;
  readonly type: ActType | null;
  /** ISO. */
  readonly date: string | null;
  readonly number: string | null;
  readonly title: string | null;
  /** ISO date on which parliament adopted it. */
  readonly adopted?: string;
  readonly amendments: readonly Amendment[];
  /** Notes on the whole act: that it lost force, when it comes into force. As printed. */
  readonly banners: readonly string[];
  /** Every line above the first provision, as printed. */
  readonly header: readonly HeaderLine[];
  readonly units: readonly OfficialUnit[];
  /** Codes `import.<name>`; `params.text` holds what was left out or left over, word for word. */
  readonly report: readonly Notice[];
}

/** Collects the report while a text is read. */
export type Tell = (notice: Notice) => void;
