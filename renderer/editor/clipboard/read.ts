import type { Language } from '../../../core/base/language.ts';
import { pasteLimits } from '../../../core/base/limits.ts';
import type { Notice } from '../../../core/base/notice.ts';
import type { LeftCounts } from '../../../core/draft/foreign-paragraphs.ts';
import type { Unit } from '../../../core/draft/types.ts';
import { type PastedUnit, parseLines, parseUnits, unitsFormat } from '../paste.ts';
import { readHtml } from './html.ts';
import { mendKyrgyz } from './letters.ts';
import { asPart, type Pieces } from './pieces.ts';
import { unitsOfPaste } from './tables.ts';

/** What the clipboard holds for a draft, and what is to be told of it. */
export interface Reading {
  readonly units: readonly PastedUnit[];
  readonly notices: readonly Notice[];
  /** From a draft, so that it comes with its kinds and citations. */
  readonly isOwn: boolean;
}

/** The forms of the clipboard that a draft reads. They are there only as long as the event of the paste. */
export interface PasteSource {
  readonly own: string;
  readonly html: string;
  readonly text: string;
}

export function sourceOf(data: Pick<DataTransfer, 'getData'>): PasteSource {
  return { own: data.getData(unitsFormat), html: data.getData('text/html'), text: data.getData('text/plain') };
}

/** So much to read that the window would stand still meanwhile. */
export function isLong({ html, text }: PasteSource): boolean {
  return Math.max(html.length, text.length) > pasteLimits.atOnce;
}

const tooLarge: Reading = {
  units: [],
  notices: [{ code: 'editor.paste-too-large', severity: 'warning' }],
  isOwn: false,
};

/** Our own form first, then HTML for its structure, then plain text. */
export function* readClipboard({ own, html, text }: PasteSource, language: Language): Pieces<Reading> {
  if (Math.max(own.length, html.length, text.length) > pasteLimits.source) return tooLarge;
  const units = own === '' ? undefined : parseUnits(own);
  if (units) return isTooLarge(units) ? tooLarge : { units, notices: [], isOwn: true };
  return yield* readForeign(html, text, language);
}

function* readForeign(html: string, text: string, language: Language): Pieces<Reading> {
  const page = html === '' ? undefined : yield* asPart(readHtml(html), 0, 0.6);
  const read = page && page.paragraphs.length > 0 ? unitsOfPaste(page.paragraphs) : parseLines(text);
  const units = yield* asPart(read, 0.6, 0.9);
  if (isTooLarge(units)) return tooLarge;
  const mended = yield* asPart(mendKyrgyz(units, language), 0.9, 1);
  return { units: mended.units, notices: noticesOf(mended.count, page?.left), isOwn: false };
}

/** How many letters the runs of a paste have. */
function lengthsOf(units: readonly PastedUnit[]): readonly number[] {
  const runs = units.flatMap(({ inlines, cells }) => [inlines, ...Object.values(cells ?? {})].flat());
  return runs.map((inline) => ('text' in inline ? inline.text.length : 0));
}

function isTooLarge(units: readonly PastedUnit[]): boolean {
  const lengths = lengthsOf(units);
  const sum = lengths.reduce((all, length) => all + length, 0);
  return units.length > pasteLimits.units || sum > pasteLimits.text || lengths.some((one) => one > pasteLimits.run);
}

/** Whether a draft would be too large to be saved with a paste in it. */
export function outgrows(pasted: readonly PastedUnit[], draft: readonly Unit[]): boolean {
  const coming = lengthsOf(pasted).reduce((sum, length) => sum + length, 0);
  // What is short is put in at once: no key waits for a walk through the draft.
  if (coming <= pasteLimits.atOnce) return false;
  const inlines = draft.flatMap(({ children }) => children.flatMap((cell) => cell.children));
  const present = inlines.reduce((sum, inline) => sum + ('text' in inline ? inline.text.length : 0), 0);
  return present + coming > pasteLimits.draft;
}

function noticesOf(letters: number, left: LeftCounts | undefined): readonly Notice[] {
  const counts = [
    ['letters-repaired', letters],
    ['pictures-left-out', left?.pictures ?? 0],
    ['hidden-left-out', left?.hidden ?? 0],
    ['deleted-left-out', left?.deleted ?? 0],
    ['remarks-left-out', left?.remarks ?? 0],
  ] as const;
  return counts.flatMap(([name, count]): readonly Notice[] =>
    count > 0 ? [{ code: `editor.${name}`, severity: 'note', params: { count } }] : [],
  );
}
