import { isLanguage } from '../base/language.ts';
import { draftLimits } from '../base/limits.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import type { CommentChange, Edit, Node, Operation, Path, Properties } from '../draft/operation.ts';
import { grammaticalCases } from '../draft/types.ts';
import { type Fields, field, fieldsOf, isCount, isId, isText } from './fields.ts';
import { readThread } from './read-comments.ts';
import { areTargets, isActId, isCommentMark, readInline, readPinpoint, readShortNames } from './read-inline.ts';
import { areGuarantees, areSetAside, isUnitKind, readInlines } from './read-unit.ts';

/*
 * An edit is read exactly or not at all: its paths and offsets count on the tree as it stood, so nothing in it can be mended.
 */

/** Reads an edit that came from a page or a journal. The error names the piece that is wrong. */
export function readEdit(value: unknown): Result<Edit, string> {
  const fields = fieldsOf(value);
  const list = fields && field(fields, 'operations');
  if (!fields || !Array.isArray(list) || list.length > draftLimits.operations) return fail('edit');
  const operations: Operation[] = [];
  for (const item of list as unknown[]) {
    const operation = readOperation(item);
    if (!operation) return fail(`operation ${operations.length}`);
    operations.push(operation);
  }
  const changes = field(fields, 'comments');
  if (changes === undefined) return succeed({ operations });
  const comments = readCommentChanges(changes);
  return comments ? succeed({ operations, comments }) : fail('comments');
}

function readCommentChanges(value: unknown): readonly CommentChange[] | undefined {
  if (!Array.isArray(value) || value.length > draftLimits.commentChanges) return undefined;
  const changes: CommentChange[] = [];
  for (const item of value as unknown[]) {
    const change = readCommentChange(fieldsOf(item));
    if (!change) return undefined;
    changes.push(change);
  }
  return changes;
}

function readCommentChange(fields: Fields | undefined): CommentChange | undefined {
  const id = fields && field(fields, 'id');
  if (!fields || !isId(id)) return undefined;
  const [before, after, at] = ['before', 'after', 'at'].map((name) => field(fields, name));
  const was = before === undefined ? undefined : readThread(before);
  const is = after === undefined ? undefined : readThread(after);
  if ((before !== undefined && was?.id !== id) || (after !== undefined && is?.id !== id)) return undefined;
  if (at !== undefined && !isCount(at)) return undefined;
  return { id, ...(was && { before: was }), ...(is && { after: is }), ...(at !== undefined && { at }) };
}

function readOperation(value: unknown): Operation | undefined {
  const fields = fieldsOf(value);
  const path = fields && readPath(field(fields, 'path'));
  if (!fields || !path) return undefined;
  const type = field(fields, 'type');
  switch (type) {
    case 'insert_text':
    case 'remove_text':
      return readTextOperation(type, path, fields);
    case 'insert_node':
    case 'remove_node':
      return readNodeOperation(type, path, fields);
    case 'split_node':
    case 'merge_node':
      return readSplitOperation(type, path, fields);
    case 'move_node':
      return readMove(path, fields);
    case 'set_node':
      return readSetOperation(path, fields);
    default:
      return undefined;
  }
}

function readPath(value: unknown): Path | undefined {
  return Array.isArray(value) && value.length > 0 && value.length <= 4 && value.every(isCount) ? [...value] : undefined;
}

function readTextOperation(type: 'insert_text' | 'remove_text', path: Path, fields: Fields): Operation | undefined {
  const [offset, text] = [field(fields, 'offset'), field(fields, 'text')];
  return isCount(offset) && isText(text, draftLimits.run) ? { type, path, offset, text } : undefined;
}

function readNodeOperation(type: 'insert_node' | 'remove_node', path: Path, fields: Fields): Operation | undefined {
  const node = readNode(field(fields, 'node'));
  return node && { type, path, node };
}

function readSplitOperation(type: 'split_node' | 'merge_node', path: Path, fields: Fields): Operation | undefined {
  const position = field(fields, 'position');
  const properties = readProperties(field(fields, 'properties'));
  return isCount(position) && properties ? { type, path, position, properties } : undefined;
}

function readMove(path: Path, fields: Fields): Operation | undefined {
  const newPath = readPath(field(fields, 'newPath'));
  return newPath && { type: 'move_node', path, newPath };
}

function readSetOperation(path: Path, fields: Fields): Operation | undefined {
  const properties = readProperties(field(fields, 'properties'));
  const newProperties = readProperties(field(fields, 'newProperties'));
  return properties && newProperties && { type: 'set_node', path, properties, newProperties };
}

/** Reads a node as it stands, children and all, without mending it. */
function readNode(value: unknown): Node | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const type = field(fields, 'type');
  if (type !== 'unit' && type !== 'cell') return readInline(value, () => undefined);
  const children = type === 'cell' ? readInlines(field(fields, 'children'), () => undefined) : readCells(fields);
  const own = readProperties(Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'children')));
  return children && own && isWhole(own) ? ({ ...own, children } as unknown as Node) : undefined;
}

function isWhole(own: Properties): boolean {
  if (own.type === 'unit') return isId(own.id) && isUnitKind(own.kind);
  return isId(own.unit) && isLanguage(own.lang);
}

function readCells(fields: Fields): readonly Node[] | undefined {
  const children = field(fields, 'children');
  if (!Array.isArray(children) || children.length > 6) return undefined;
  const cells = (children as unknown[]).map((child) =>
    fieldsOf(child)?.type === 'cell' ? readNode(child) : undefined,
  );
  return cells.every((cell) => cell !== undefined) ? cells : undefined;
}

/** What each property of a node may hold, besides `null`, by which an operation takes it away. */
const propertyRules: Readonly<Record<string, (value: unknown) => boolean>> = {
  type: (value) => value === 'unit' || value === 'cell' || value === 'citation' || value === 'reference',
  id: isId,
  unit: isId,
  target: isId,
  act: isActId,
  kind: isUnitKind,
  lang: isLanguage,
  number: (value) => isText(value, draftLimits.number),
  guarantees: areGuarantees,
  aside: areSetAside,
  rev: isCount,
  approved: isCount,
  case: (value) => (grammaticalCases as readonly unknown[]).includes(value),
  pinpoint: (value) => readPinpoint(value) !== undefined,
  dated: isTrue,
  ownWords: isTrue,
  gives: (value) => readShortNames(value) !== undefined,
  short: (value) => readShortNames(value) !== undefined,
  also: areTargets,
  bold: isTrue,
  italic: isTrue,
  superscript: isTrue,
  blank: isTrue,
};

function isTrue(value: unknown): boolean {
  return value === true;
}

function readProperties(value: unknown): Properties | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const names = Object.keys(fields).filter((name) => fields[name] !== undefined);
  const isKnown = names.every((name) => fields[name] === null || (ruleOf(name)?.(fields[name]) ?? false));
  if (!isKnown || !names.every((name) => ruleOf(name))) return undefined;
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

function ruleOf(name: string): ((value: unknown) => boolean) | undefined {
  if (isCommentMark(name)) return isTrue;
  return Object.hasOwn(propertyRules, name) ? propertyRules[name] : undefined;
}
