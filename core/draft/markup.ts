import { languages } from '../base/language.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { makeUnit, surrounded } from './text.ts';
import {
  type GrammaticalCase,
  grammaticalCases,
  type Inline,
  type Pinpoint,
  type Unit,
  type UnitKind,
  unitKinds,
} from './types.ts';

/** What is wrong with a unit file: the unit's id (or its place in the file) and the piece that could not be read. */
export interface MarkupFault {
  readonly unit: string;
  readonly piece: string;
}

const pinpointKeys = [
  'section',
  'chapter',
  'article',
  'part',
  'point',
  'subpoint',
  'paragraph',
] as const satisfies readonly (keyof Pinpoint)[];

/**
 * Reads the units of a template file: an array of `{ id, kind, ky, ru, en }` whose texts carry citations, references and blanks in
 * braces. The format is told in `resources/templates/README.md`.
 */
export function readTemplateUnits(json: unknown): Result<readonly Unit[], MarkupFault> {
  if (!Array.isArray(json)) return fail({ unit: '', piece: 'not a list' });
  const units: Unit[] = [];
  for (const [index, entry] of json.entries()) {
    const unit = readUnit(entry, index);
    if (!unit.ok) return unit;
    units.push(unit.value);
  }
  return succeed(units);
}

function readUnit(entry: unknown, index: number): Result<Unit, MarkupFault> {
  const fields = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
  const { id, kind } = fields;
  if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id)) return fail({ unit: String(index), piece: 'id' });
  if (!isUnitKind(kind)) return fail({ unit: id, piece: 'kind' });
  const content: Partial<Record<(typeof languages)[number], readonly Inline[]>> = {};
  for (const language of languages) {
    const text = fields[language];
    const inlines = typeof text === 'string' ? readInlines(text) : fail(language);
    if (!inlines.ok) return fail({ unit: id, piece: inlines.error });
    content[language] = inlines.value;
  }
  return succeed(makeUnit(id, kind, content));
}

function isUnitKind(kind: unknown): kind is UnitKind {
  return (unitKinds as readonly unknown[]).includes(kind);
}

/** The inlines of one text; the error is the piece in braces that could not be read. */
export function readInlines(text: string): Result<readonly Inline[], string> {
  const inlines: Inline[] = [];
  for (const piece of text.split(/(\{[^{}]*\})/)) {
    if (piece === '') continue;
    const inline = piece.startsWith('{') ? readPiece(piece.slice(1, -1)) : { text: piece };
    if (!inline) return fail(piece);
    inlines.push(inline);
  }
  return succeed(surrounded(inlines));
}

function readPiece(piece: string): Inline | undefined {
  const [, name, rest = ''] = /^(cite|ref|blank):(.*)$/s.exec(piece) ?? [];
  if (name === 'blank') return rest.trim() === '' ? undefined : { text: rest, blank: true };
  const [id = '', ...words] = rest.trim().split(/\s+/);
  const options = new Map(words.map(readOption));
  const grammaticalCase = readCase(options.get('case'));
  if (id === '' || grammaticalCase === 'wrong') return undefined;
  const inCase = grammaticalCase ? { case: grammaticalCase } : {};
  const children = [{ text: '' }] as const;
  if (name === 'ref') {
    const [target = '', ...also] = id.split(',');
    return { type: 'reference', target, ...(also.length > 0 && { also }), ...inCase, children };
  }
  if (name !== 'cite') return undefined;
  const isKnown = [...options.keys()].every(
    (key) => key === 'case' || key === 'dated' || key === 'own' || isPinpointKey(key),
  );
  if (!isKnown) return undefined;
  const dated = options.has('dated') ? ({ dated: true } as const) : {};
  const ownWords = options.has('own') ? ({ ownWords: true } as const) : {};
  return { type: 'citation', act: id, pinpoint: readPinpoint(options), ...inCase, ...dated, ...ownWords, children };
}

function readOption(word: string): readonly [string, string | undefined] {
  const [key = '', value] = word.split('=', 2);
  return [key, value];
}

function readCase(value: string | undefined): GrammaticalCase | 'wrong' | undefined {
  if (value === undefined) return undefined;
  return grammaticalCases.find((name) => name === value) ?? 'wrong';
}

function isPinpointKey(key: string): key is keyof Pinpoint {
  return (pinpointKeys as readonly string[]).includes(key);
}

function readPinpoint(options: ReadonlyMap<string, string | undefined>): Pinpoint {
  const pairs = pinpointKeys.flatMap((key) => {
    const value = options.get(key);
    return value ? [[key, value.split(',').flatMap(expanded)] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** `1..4` is a range; `5-1` is the number of an inserted unit and stays whole. */
function expanded(value: string): readonly string[] {
  const [, from, to] = /^(\d+)\.\.(\d+)$/.exec(value) ?? [];
  if (from === undefined || to === undefined) return [value];
  const first = Number(from);
  return Array.from({ length: Math.max(0, Number(to) - first + 1) }, (_, i) => String(first + i));
}
