import { Editor, Node, Path, type Point, Range, Text, Transforms } from 'slate';
import { languages } from '../../core/base/language.ts';
import { isRun } from '../../core/draft/text.ts';
import type {
  Cell,
  CitationInline,
  GrammaticalCase,
  Pinpoint,
  ReferenceInline,
  ShortNames,
  UnitId,
} from '../../core/draft/types.ts';
import { cellAt, cellPath, indexOf } from './places.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';

export interface CitationRequest {
  readonly act: string;
  readonly pinpoint: Pinpoint;
  readonly case?: GrammaticalCase;
  readonly dated?: true;
  readonly ownWords?: true;
  readonly gives?: ShortNames;
  readonly short?: ShortNames;
  /** `all`: in the other two languages too, at the place that corresponds (the end of their text). */
  readonly languages: 'active' | 'all';
}

export function insertCitation(editor: BillEditor, session: Session, request: CitationRequest): boolean {
  const { languages: where, ...cited } = request;
  const citation: CitationInline = { type: 'citation', ...cited, children: [{ text: '' }] };
  const at = insertAtCaret(editor, citation);
  if (!at) return false;
  if (where === 'all') {
    for (const language of languages) {
      const cell = cellAt(editor, indexOf(at), language);
      if (language !== session.language && cell && !holds(cell, citation))
        appendTo(editor, indexOf(at), cell, citation);
    }
  }
  return true;
}

/** One line: a cell holds no breaks of its own. */
export function insertQuotation(
  editor: BillEditor,
  session: Session,
  words: string,
  citation: CitationRequest,
): boolean {
  if (!editor.selection) return false;
  if (Range.isExpanded(editor.selection)) Transforms.collapse(editor, { edge: 'end' });
  const caret = editor.selection.anchor;
  const at = caret.path.length > 3 ? { path: Path.next(caret.path.slice(0, 3)), offset: 0 } : caret;
  Transforms.select(editor, at);
  const space = needsSpace(editor, at) ? ' ' : '';
  Transforms.insertText(editor, `${space}«${words.replace(/\s+/gu, ' ').trim()}» (`);
  const isDone = insertCitation(editor, session, citation);
  Transforms.insertText(editor, ')');
  return isDone;
}

export function insertReference(
  editor: BillEditor,
  [target, ...also]: readonly UnitId[],
  grammaticalCase?: GrammaticalCase,
): boolean {
  if (target === undefined) return false;
  const reference: ReferenceInline = {
    type: 'reference',
    target,
    ...(also.length > 0 && { also }),
    ...(grammaticalCase && { case: grammaticalCase }),
    children: [{ text: '' }],
  };
  return insertAtCaret(editor, reference) !== undefined;
}

function insertAtCaret(editor: BillEditor, inline: CitationInline | ReferenceInline): Point | undefined {
  if (editor.selection && Range.isExpanded(editor.selection)) Transforms.collapse(editor, { edge: 'end' });
  const caret = editor.selection?.anchor;
  if (!caret) return undefined;
  const at = caret.path.length > 3 ? { path: Path.next(caret.path.slice(0, 3)), offset: 0 } : caret;
  Editor.withoutNormalizing(editor, () => {
    if (needsSpaceBehind(editor, at)) editor.apply({ type: 'insert_text', ...at, text: ' ' });
    Transforms.select(editor, at);
    if (needsSpace(editor, at)) editor.insertText(' ');
    Transforms.insertNodes(editor, inline, { select: true });
  });
  stepOutOfVoid(editor);
  return editor.selection?.anchor;
}

/** Behind what was put in, ready to type on. */
function stepOutOfVoid(editor: BillEditor): void {
  const path = editor.selection?.anchor.path;
  if (path && path.length > 3) Transforms.select(editor, { path: Path.next(path.slice(0, 3)), offset: 0 });
}

function needsSpace(editor: BillEditor, at: Point): boolean {
  const run = Node.getIf(editor, at.path);
  if (!run || !Text.isText(run)) return false;
  return at.offset === 0 ? false : /[\p{L}\p{N},;:.)»”]$/u.test(run.text.slice(0, at.offset));
}

function needsSpaceBehind(editor: BillEditor, at: Point): boolean {
  const run = Node.getIf(editor, at.path);
  if (!run || !Text.isText(run)) return false;
  const next = at.offset < run.text.length ? run : Node.getIf(editor, Path.next(at.path));
  if (!next || !Text.isText(next)) return false;
  return /^[\p{L}\p{N}(«“„]/u.test(next === run ? run.text.slice(at.offset) : next.text);
}

function holds(cell: Cell, citation: CitationInline): boolean {
  const wanted = JSON.stringify([citation.act, citation.pinpoint]);
  return cell.children.some(
    (inline) =>
      !isRun(inline) && inline.type === 'citation' && JSON.stringify([inline.act, inline.pinpoint]) === wanted,
  );
}

/** At the end of the text, before its full stop: the translator moves it to its place in the sentence. */
function appendTo(editor: BillEditor, index: number, cell: Cell, citation: CitationInline): void {
  const last = cell.children.length - 1;
  const run = cell.children[last];
  if (!run || !isRun(run)) return;
  const path = [...cellPath(index, cell.lang), last];
  const offset = run.text.length - (/[.;:,]?\s*$/u.exec(run.text)?.[0].length ?? 0);
  const hasTextBefore = offset > 0 ? !/\s$/u.test(run.text.slice(0, offset)) : last > 0;
  Editor.withoutNormalizing(editor, () => {
    if (hasTextBefore) editor.apply({ type: 'insert_text', path, offset, text: ' ' });
    Transforms.insertNodes(editor, citation, { at: { path, offset: offset + (hasTextBefore ? 1 : 0) }, select: false });
  });
}
