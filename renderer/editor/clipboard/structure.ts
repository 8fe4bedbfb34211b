import type { ForeignParagraph } from '../../../core/draft/foreign-paragraphs.ts';
import type { TextRun, UnitKind } from '../../../core/draft/types.ts';
import type { PastedUnit } from '../paste.ts';
import type { Pieces } from './pieces.ts';
import { markerLabel, type TypedLabel, typedLabelAt } from './typed-labels.ts';

/*
 * Paragraphs become units: first by the label that was typed or that Word printed before them, then by their heading's level, then by their
 * place in a list. Where nothing tells a kind and others have one, the paragraph is an unnumbered paragraph of the law: a number that
 * nobody wrote must not appear.
 */

const paragraphsOfPiece = 100;

export function* unitsOfParagraphs(paragraphs: readonly ForeignParagraph[]): Pieces<readonly PastedUnit[]> {
  const kindOfHeading = headingKinds(paragraphs);
  const single: PastedUnit[] = [];
  for (const [i, paragraph] of paragraphs.entries()) {
    if (i % paragraphsOfPiece === 0) yield i / paragraphs.length;
    single.push(...unitsOfParagraph(paragraph, kindOfHeading));
  }
  const units = joinHeadings(single);
  const hasStructure = units.some((unit) => unit.kind !== undefined);
  return hasStructure ? units.map((unit) => (unit.kind ? unit : { ...unit, kind: 'paragraph' as const })) : units;
}

type HeadingKinds = (level: number) => UnitKind;

/** Our own Word files head articles with the last of two or three levels; a single level is chapters, unless articles are typed in it. */
function headingKinds(paragraphs: readonly ForeignParagraph[]): HeadingKinds {
  const levels = [...new Set(paragraphs.flatMap(({ heading }) => heading ?? []))].toSorted((a, b) => a - b);
  const kinds: readonly UnitKind[] = levels.length > 2 ? ['section', 'chapter', 'article'] : ['chapter', 'article'];
  return (level) => kinds[levels.indexOf(level)] ?? 'article';
}

function unitsOfParagraph(paragraph: ForeignParagraph, kindOfHeading: HeadingKinds): readonly PastedUnit[] {
  const { runs, marker, heading, kind: own } = paragraph;
  const printed = marker === undefined ? undefined : markerLabel(marker);
  const words = textOf(runs);
  // Of a text that is missing our own documents print the number alone.
  const bare = own && markerLabel(words);
  if (bare && bare.kind === own && bare.length > words.length) return [{ kind: own, number: bare.number, inlines: [] }];
  const typed = printed ? undefined : typedLabelAt(words);
  const label = printed ?? typed;
  if (own && label?.kind !== own) return [{ kind: own, inlines: own === 'title' ? withoutBold(runs) : runs }];
  if (label) return labelled(runs, label, typed ? typed.length : 0);
  const whole = marker !== undefined && !isBullet(marker) ? [{ text: `${marker} ` }, ...runs] : runs;
  const kind = heading === undefined ? listKind(paragraph) : kindOfHeading(heading);
  return [{ ...(kind && { kind }), inlines: kind && isHeading(kind) ? withoutBold(whole) : whole }];
}

/** `length` code units of the text are the label; none when Word printed it. */
function labelled(runs: readonly TextRun[], label: TypedLabel, length: number): readonly PastedUnit[] {
  const rest = withoutStart(runs, length);
  const named = { number: label.number, ...(length > 0 && { label: textOf(runs).slice(0, length) }) };
  if (label.kind === 'article' && readsAsText(rest)) {
    return [
      { kind: 'article', ...named, inlines: [] },
      { kind: 'paragraph', inlines: rest },
    ];
  }
  return [{ kind: label.kind, ...named, inlines: isHeading(label.kind) ? withoutBold(rest) : rest }];
}

/** Old articles have no heading: «Статья 3. Сотрудник вправе …;». */
function readsAsText(runs: readonly TextRun[]): boolean {
  const text = textOf(runs);
  return /[;:,]$/u.test(text) || (/\.$/u.test(text) && text.length > 120 && !runs.every((run) => run.bold));
}

/** The heading on the line below its label: «Глава 2» / «ЖИЛЬЁ». */
function joinHeadings(units: readonly PastedUnit[]): readonly PastedUnit[] {
  const joined: PastedUnit[] = [];
  for (const unit of units) {
    const before = joined.at(-1);
    const isHead = before?.kind && before.number !== undefined && isHeading(before.kind) && before.inlines.length === 0;
    if (before && isHead && canHead(unit)) {
      joined[joined.length - 1] = { ...before, inlines: withoutBold(unit.inlines as readonly TextRun[]) };
    } else joined.push(unit);
  }
  return joined;
}

function canHead(unit: PastedUnit): boolean {
  if (unit.number !== undefined || unit.cells) return false;
  if (unit.kind !== undefined && !isHeading(unit.kind)) return false;
  const text = textOf(unit.inlines as readonly TextRun[]);
  return text.length < 400 && !/[.;:,]$/u.test(text);
}

function listKind({ depth, isCounted, marker }: ForeignParagraph): UnitKind | undefined {
  if (!isCounted || depth === undefined) return marker === undefined ? undefined : 'paragraph';
  return (['part', 'point', 'subpoint'] as const)[Math.min(depth, 3) - 1];
}

function isHeading(kind: UnitKind): boolean {
  return kind === 'section' || kind === 'chapter' || kind === 'article';
}

/** A dash is how laws write an unnumbered item, so it is text; a bullet is only a sign of the list. */
function isBullet(marker: string): boolean {
  return /^[·•●○◦▪■□§oØüv*]$/u.test(marker);
}

export function textOf(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}

/** Headings are bold by what they are. */
function withoutBold(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.every((run) => run.bold) ? runs.map(({ bold: _bold, ...run }) => run) : runs;
}

function withoutStart(runs: readonly TextRun[], length: number): readonly TextRun[] {
  let rest = length;
  return runs.flatMap((run) => {
    const text = run.text.slice(rest);
    rest = Math.max(0, rest - run.text.length);
    return text === '' ? [] : [{ ...run, text }];
  });
}
