import { Editor, Node, Text, Transforms } from 'slate';
import { languages } from '../../core/base/language.ts';
import { emptyCell } from '../../core/draft/text.ts';
import type { Cell, Inline, Unit } from '../../core/draft/types.ts';
import type { Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';

/**
 * The safety net: a draft is a list of units, a unit has its three cells in order, a cell holds runs and inlines. Slate's own rules
 * remove what does not fit; these wrap it or move it, because the words are a person's. No rule of ours should ever need it: the
 * random tests assert that `session.repairs` stays 0.
 */
export function withOrder(editor: BillEditor, session: Session): BillEditor {
  const { normalizeNode } = editor;
  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry;
    const isRepaired =
      (path.length === 1 && repairTop(editor, session, node, path)) ||
      (path.length === 2 && repairCell(editor, node, path));
    if (isRepaired) session.repairs += 1;
    else normalizeNode(entry, options);
  };
  return editor;
}

function repairTop(editor: BillEditor, session: Session, node: Node, path: number[]): boolean {
  if (Text.isText(node) || !('type' in node) || node.type !== 'unit') {
    wrapInUnit(editor, session, node, path);
    return true;
  }
  if (isOrdered(node)) return false;
  const unit = node as Unit;
  const cells = languages.map((language) => mergedCell(unit, language, session));
  Editor.withoutNormalizing(editor, () => {
    for (let child = unit.children.length - 1; child >= 0; child -= 1)
      Transforms.removeNodes(editor, { at: [...path, child], voids: true });
    Transforms.insertNodes(editor, cells, { at: [...path, 0] });
  });
  return true;
}

function isOrdered(unit: Unit): boolean {
  const { children } = unit;
  return (
    children.length === 3 &&
    children.every((cell, i) => cell.type === 'cell' && cell.lang === languages[i] && cell.unit === unit.id)
  );
}

/** All that the unit holds in a language, and, in the live one, all that has no language. */
function mergedCell(unit: Unit, language: Cell['lang'], session: Session): Cell {
  const children = unit.children as readonly (Cell | Inline)[];
  const own = children.find((child): child is Cell => 'lang' in child && child.lang === language);
  const inlines = children.flatMap((child): readonly Inline[] => {
    if ('lang' in child) return child.lang === language ? child.children : [];
    return language === session.language ? [child] : [];
  });
  const base = own ?? emptyCell(language, unit.id);
  return { ...base, unit: unit.id, children: inlines.length > 0 ? inlines : [{ text: '' }] };
}

function wrapInUnit(editor: BillEditor, session: Session, node: Node, path: number[]): void {
  const id = session.ports.newId();
  const isCell = 'type' in node && node.type === 'cell';
  const home = isCell ? node.lang : session.language;
  const inlines = isCell ? node.children : inlinesOf(node);
  const cells = languages.map((language) => ({
    ...emptyCell(language, id),
    ...(language === home && { children: inlines }),
  }));
  const unit: Unit = { type: 'unit', id, kind: 'paragraph', children: cells as unknown as Unit['children'] };
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: path, voids: true });
    Transforms.insertNodes(editor, unit, { at: path });
  });
}

function inlinesOf(node: Node): readonly Inline[] {
  if (Text.isText(node)) return [node];
  const isVoid = 'type' in node && (node.type === 'citation' || node.type === 'reference');
  return isVoid ? [node] : [{ text: Node.string(node) }];
}

/** A block inside a cell gives its words to the cell. */
function repairCell(editor: BillEditor, node: Node, path: number[]): boolean {
  if (!('type' in node) || node.type !== 'cell') return false;
  const stray = node.children.findIndex((child) => 'type' in child && !editor.isInline(child));
  if (stray < 0) return false;
  Transforms.unwrapNodes(editor, { at: [...path, stray], voids: true });
  return true;
}
