import type { Trilingual } from '../../core/base/language.ts';
import { pasteLimits } from '../../core/base/limits.ts';
import { cleanText, type ForeignParagraph } from '../../core/draft/foreign-paragraphs.ts';
import {
  type GrammaticalCase,
  grammaticalCases,
  type Inline,
  type Pinpoint,
  type TextRun,
  type UnitId,
  type UnitKind,
  unitKinds,
} from '../../core/draft/types.ts';
import { readShortNames } from '../../core/file/read-inline.ts';
import { allAtOnce, asPart, type Pieces } from './clipboard/pieces.ts';
import { unitsOfParagraphs } from './clipboard/structure.ts';

/** What one paragraph of a paste becomes. Without `kind` it takes the kind of its surroundings. */
export interface PastedUnit {
  readonly kind?: UnitKind;
  readonly inlines: readonly Inline[];
  /** The label that was typed before the text, with its space: it goes when the unit is a provision by itself. */
  readonly label?: string;
  /** The number of that label, or the one that Word printed: `5-1`, `II`, `а`. */
  readonly number?: string;
  /** A row of a trilingual table: texts instead of `inlines`. */
  readonly cells?: Partial<Trilingual<readonly Inline[]>>;
  /** The whole text of a unit was copied, not its end or beginning. */
  readonly whole?: true;
  /** The id that it had where it was copied. To be believed only of our own copy. */
  readonly id?: UnitId;
}

/** The clipboard's name for units of a draft. */
export const unitsFormat = 'application/x-dolboor-units';

/**
 * Reads our own clipboard form. The clipboard belongs to everybody, so it is parsed as something hostile: what is not known is left out,
 * and what is not ours at all gives undefined.
 */
export function parseUnits(json: string): readonly PastedUnit[] | undefined {
  if (json.length > pasteLimits.source) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  // Half of a copy is worse than none: the words are in the other forms of the clipboard.
  if (!Array.isArray(value) || value.some(hasTooMany)) return undefined;
  const units = value.flatMap((entry) => parseUnit(entry));
  return units.length > 0 ? units : undefined;
}

function hasTooMany(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value.inlines) && value.inlines.length > pasteLimits.inlines;
}

function parseUnit(value: unknown): readonly PastedUnit[] {
  if (!isRecord(value) || !Array.isArray(value.inlines)) return [];
  const inlines = value.inlines.flatMap((inline) => parseInline(inline));
  const kind = unitKinds.find((each) => each === value.kind);
  const id = isUnitId(value.id) ? value.id : undefined;
  return [{ ...(kind && { kind }), ...(value.whole === true && { whole: true }), ...(id && { id }), inlines }];
}

function parseInline(value: unknown): readonly Inline[] {
  if (!isRecord(value)) return [];
  if (value.type === 'citation') return parseCitation(value);
  if (value.type === 'reference') return parseReference(value);
  const { text } = value;
  if (typeof text !== 'string' || text === '') return [];
  const marks = Object.entries(value).filter(([name, mark]) => mark === true && isMark(name));
  return [{ ...Object.fromEntries(marks), text: oneLine(text) } as TextRun];
}

function isMark(name: string): boolean {
  return ['bold', 'italic', 'superscript', 'blank'].includes(name) || /^c_[A-Za-z0-9-]{1,64}$/u.test(name);
}

function parseCitation(value: Readonly<Record<string, unknown>>): readonly Inline[] {
  const { act, dated, ownWords } = value;
  const pinpoint = parsePinpoint(value.pinpoint);
  if (typeof act !== 'string' || !/^[A-Za-z0-9-]{1,80}$/u.test(act) || !pinpoint) return [];
  const [gives, short] = [readShortNames(value.gives), readShortNames(value.short)];
  const flags = {
    ...(dated === true && { dated: true as const }),
    ...(ownWords === true && { ownWords: true as const }),
    ...(gives && { gives }),
    ...(short && !gives && { short }),
  };
  return [{ type: 'citation', act, pinpoint, ...caseOf(value), ...flags, children: [{ text: '' }] }];
}

function parseReference(value: Readonly<Record<string, unknown>>): readonly Inline[] {
  const { target, also } = value;
  if (!isUnitId(target)) return [];
  const others = Array.isArray(also) ? also.slice(0, 200).filter(isUnitId) : [];
  return [
    {
      type: 'reference',
      target,
      ...(others.length > 0 && { also: others }),
      ...caseOf(value),
      children: [{ text: '' }],
    },
  ];
}

function isUnitId(value: unknown): value is UnitId {
  return typeof value === 'string' && /^[A-Za-z0-9-]{1,64}$/u.test(value);
}

function caseOf(value: Readonly<Record<string, unknown>>): { readonly case?: GrammaticalCase } {
  const found = grammaticalCases.find((each) => each === value.case);
  return found ? { case: found } : {};
}

const levels = ['section', 'chapter', 'article', 'part', 'point', 'subpoint', 'paragraph'] as const;

function parsePinpoint(value: unknown): Pinpoint | undefined {
  if (!isRecord(value)) return undefined;
  const entries = levels.flatMap((level) => {
    const numbers = value[level];
    const isList =
      Array.isArray(numbers) &&
      numbers.length > 0 &&
      numbers.length <= 50 &&
      numbers.every((each) => typeof each === 'string' && /^[\p{L}\p{N}-]{1,15}$/u.test(each));
    return isList ? [[level, numbers] as const] : [];
  });
  return Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const linesOfPiece = 200;

/** Plain text, a line for a unit; empty lines are only distance. */
export function* parseLines(text: string): Pieces<readonly PastedUnit[]> {
  const lines: string[] = [];
  const raw = text.split(/\r\n|\r|\n|\u2028|\u2029|\f|\v/u);
  for (const [i, line] of raw.entries()) {
    if (i % linesOfPiece === 0) yield i / raw.length / 4;
    lines.push(oneLine(cleanText(line)));
  }
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length <= 1) return [onlyLine(filled[0] ?? lines[0] ?? '')];
  const paragraphs = filled.map((line): ForeignParagraph => ({ runs: [{ text: line.trim() }] }));
  return yield* asPart(unitsOfParagraphs(paragraphs), 0.25, 1);
}

/** One line keeps its spaces: it may go into the middle of a sentence. */
function onlyLine(line: string): PastedUnit {
  if (line === '') return { inlines: [] };
  const [unit, ...more] = allAtOnce(unitsOfParagraphs([{ runs: [{ text: line }] }]));
  return unit && more.length === 0 ? unit : { inlines: [{ text: line }] };
}

/** Line breaks and control characters have no place within a provision. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be found.
  return text.toWellFormed().replace(/[\u0000-\u001f\u007f\u2028\u2029\ufeff]+/gu, ' ');
}
