import { languages } from '../base/language.ts';
import { draftLimits } from '../base/limits.ts';
import type { CommentMark } from '../draft/text.ts';
import {
  type CitationInline,
  type GrammaticalCase,
  grammaticalCases,
  type Inline,
  type Pinpoint,
  type ReferenceInline,
  type ShortNames,
  type TextRun,
  type UnitId,
} from '../draft/types.ts';
import { type Fields, field, fieldsOf, isId, isText } from './fields.ts';

const flags = ['bold', 'italic', 'superscript', 'blank'] as const;
const levels = ['section', 'chapter', 'article', 'part', 'point', 'subpoint', 'paragraph'] as const;
const emptyRun = [{ text: '' }] as const;

/**
 * Reads one inline; undefined when it is none that this version knows. Marks that it does not know are left out and counted
 * by `lost`.
 */
export function readInline(value: unknown, lost: () => void): Inline | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const type = field(fields, 'type');
  if (type === 'citation') return readCitation(fields);
  if (type === 'reference') return readReference(fields);
  return type === undefined ? readRun(fields, lost) : undefined;
}

/** Whether a property's name is that of a comment's mark. */
export function isCommentMark(name: string): name is CommentMark {
  return name.startsWith('c_') && isId(name.slice(2));
}

function readRun(fields: Fields, lost: () => void): TextRun | undefined {
  const text = field(fields, 'text');
  if (!isText(text, draftLimits.run)) return undefined;
  const run: Record<string, unknown> = { text };
  for (const name of Object.keys(fields)) {
    if (name === 'text') continue;
    const known = flags.includes(name as (typeof flags)[number]) || isCommentMark(name);
    if (known && fields[name] === true) run[name] = true;
    else lost();
  }
  return run as unknown as TextRun;
}

function readCitation(fields: Fields): CitationInline | undefined {
  const act = field(fields, 'act');
  const pinpoint = readPinpoint(field(fields, 'pinpoint'));
  const grammaticalCase = field(fields, 'case');
  if (!isActId(act) || !pinpoint || !isCaseOrAbsent(grammaticalCase)) return undefined;
  const dated = field(fields, 'dated') === true;
  const ownWords = field(fields, 'ownWords') === true;
  const [gives, short] = [readShortNames(field(fields, 'gives')), readShortNames(field(fields, 'short'))];
  return {
    type: 'citation',
    act,
    pinpoint,
    ...(grammaticalCase && { case: grammaticalCase }),
    ...(dated && { dated: true }),
    ...(ownWords && { ownWords: true }),
    ...(gives && { gives }),
    ...(short && !gives && { short }),
    ...readCommentMarks(fields),
    children: emptyRun,
  };
}

/** Reads the short names of an act; undefined when there is none, or one that is no name. */
export function readShortNames(value: unknown): ShortNames | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const names = languages.flatMap((language) => {
    const name = field(fields, language);
    return isText(name, draftLimits.shortName) && name.trim() !== '' ? [[language, name] as const] : [];
  });
  return names.length > 0 ? Object.fromEntries(names) : undefined;
}

function readReference(fields: Fields): ReferenceInline | undefined {
  const target = field(fields, 'target');
  const grammaticalCase = field(fields, 'case');
  const also = field(fields, 'also');
  if (!isId(target) || !isCaseOrAbsent(grammaticalCase)) return undefined;
  if (also !== undefined && !areTargets(also)) return undefined;
  return {
    type: 'reference',
    target,
    ...(also && { also: [...also] }),
    ...(grammaticalCase && { case: grammaticalCase }),
    ...readCommentMarks(fields),
    children: emptyRun,
  };
}

function readCommentMarks(fields: Fields): Readonly<Record<CommentMark, true>> {
  const marks = Object.keys(fields).filter((name) => isCommentMark(name) && fields[name] === true);
  return Object.fromEntries(marks.map((name) => [name, true]));
}

/** Whether a value can be the further targets of a reference. */
export function areTargets(value: unknown): value is readonly UnitId[] {
  return Array.isArray(value) && value.length > 0 && value.length <= draftLimits.targets && value.every(isId);
}

/** Reads the place in an act that a citation names; undefined when it is malformed. */
export function readPinpoint(value: unknown): Pinpoint | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const pinpoint: Record<string, readonly string[]> = {};
  for (const level of levels) {
    const numbers = field(fields, level);
    if (numbers === undefined) continue;
    if (!Array.isArray(numbers) || numbers.length > draftLimits.pinpoints) return undefined;
    if (!numbers.every((number) => isText(number, draftLimits.number))) return undefined;
    pinpoint[level] = [...(numbers as string[])];
  }
  return pinpoint;
}

/** Whether a value can be the id of an act. */
export function isActId(value: unknown): value is string {
  return isText(value, draftLimits.act) && /^[A-Za-z0-9._-]+$/.test(value);
}

function isCaseOrAbsent(value: unknown): value is GrammaticalCase | undefined {
  return value === undefined || grammaticalCases.includes(value as GrammaticalCase);
}
