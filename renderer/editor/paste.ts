import {
  type GrammaticalCase,
  grammaticalCases,
  type Inline,
  type Pinpoint,
  type TextRun,
  type UnitKind,
  unitKinds,
} from '../../core/draft/types.ts';

/** What one line of a paste becomes. Without `kind` it takes the kind of its surroundings. */
export interface PastedUnit {
  readonly kind?: UnitKind;
  readonly inlines: readonly Inline[];
}

/** The clipboard's name for units of a draft. */
export const unitsFormat = 'application/x-dolboor-units';

/**
 * Reads our own clipboard form. The clipboard belongs to everybody, so it is parsed as something hostile: what is not known is left out,
 * and what is not ours at all gives undefined.
 */
export function parseUnits(json: string): readonly PastedUnit[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const units = value.flatMap((entry) => parseUnit(entry));
  return units.length > 0 ? units : undefined;
}

function parseUnit(value: unknown): readonly PastedUnit[] {
  if (!isRecord(value) || !Array.isArray(value.inlines)) return [];
  const inlines = value.inlines.flatMap((inline) => parseInline(inline));
  const kind = unitKinds.find((each) => each === value.kind);
  return [{ ...(kind && { kind }), inlines }];
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
  const { act, dated } = value;
  const pinpoint = parsePinpoint(value.pinpoint);
  if (typeof act !== 'string' || !/^[A-Za-z0-9-]{1,80}$/u.test(act) || !pinpoint) return [];
  return [
    { type: 'citation', act, pinpoint, ...caseOf(value), ...(dated === true && { dated }), children: [{ text: '' }] },
  ];
}

function parseReference(value: Readonly<Record<string, unknown>>): readonly Inline[] {
  const { target } = value;
  if (typeof target !== 'string' || !/^[A-Za-z0-9-]{1,64}$/u.test(target)) return [];
  return [{ type: 'reference', target, ...caseOf(value), children: [{ text: '' }] }];
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
      numbers.every((each) => typeof each === 'string' && each.length < 16);
    return isList ? [[level, numbers] as const] : [];
  });
  return Object.fromEntries(entries);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The labels under which a provision may come from elsewhere. Numbers are computed here, so a typed one goes, and says the kind. */
const labels: readonly (readonly [UnitKind, RegExp])[] = [
  ['section', /^(?:[IVXLC]+\s*б[өе]л[үу]м|раздел\s+[IVXLC\d]+|section\s+[IVXLC\d]+)\s*\.?\s+/iu],
  ['chapter', /^(?:\d+(?:-\d+)?-глава|глава\s+\d+(?:-\d+)?|chapter\s+\d+(?:-\d+)?)\s*\.?\s+/iu],
  ['article', /^(?:\d+(?:-\d+)?-берене|статья\s+\d+(?:-\d+)?|article\s+\d+(?:-\d+)?)\s*\.?\s+/iu],
  ['point', /^\d{1,3}(?:-\d+)?\)\s+/u],
  ['subpoint', /^[а-яёңөүa-z]\)\s+/iu],
  ['part', /^\d{1,3}(?:-\d+)?\.\s+/u],
];

/** Plain text, a line for a unit; empty lines are only distance. A single line is one unit without a kind, as it stands. */
export function parseLines(text: string): readonly PastedUnit[] {
  const lines = text.split(/\r\n|\r|\n|\u2028|\u2029/u).map(oneLine);
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length <= 1) return [{ inlines: runs(filled[0] ?? lines[0] ?? '') }];
  return filled.map(parseLine);
}

function parseLine(line: string): PastedUnit {
  const trimmed = line.trim();
  for (const [kind, pattern] of labels) {
    const rest = trimmed.replace(pattern, '');
    if (rest !== trimmed && rest !== '') return { kind, inlines: runs(rest) };
  }
  return { inlines: runs(trimmed) };
}

function runs(text: string): readonly Inline[] {
  return text === '' ? [] : [{ text }];
}

/** Line breaks and control characters have no place within a provision. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be found.
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029\ufeff]+/gu, ' ');
}
