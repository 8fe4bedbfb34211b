import type { Language } from '../base/language.ts';
import type { Notice } from '../base/notice.ts';

/** Which text goes out: `final` for parliament (clean, no comments, no notes), `review` with comments, `internal` with drafter's notes too. */
export type ExportProfile = 'final' | 'review' | 'internal';

export interface BillOptions {
  readonly document: 'bill';
  /** `parallel`: the three languages in three columns of one document. */
  readonly language: Language | 'parallel';
  readonly format: 'docx' | 'text';
  readonly profile: ExportProfile;
}

/** The matrix of guarantees is a table of many columns: one language at a time, `csv` for a spreadsheet. */
export interface ParityOptions {
  readonly document: 'parity';
  readonly language: Language;
  readonly format: 'docx' | 'text' | 'csv';
  /** `internal`: what people entered is marked with name and day. */
  readonly profile: 'final' | 'internal';
}

export type ExportOptions = BillOptions | ParityOptions;

export interface ExportedFile {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
  readonly notices: readonly Notice[];
  /** Names the file for `files.reveal`. */
  readonly id: string;
}
