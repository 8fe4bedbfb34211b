import type { CommentChange, Edit, Operation, Path, Properties } from './operation.ts';
import type { CommentThread, Draft, Unit } from './types.ts';

/*
 * Applies Slate's operations to the plain list of units, without Slate: the journal is replayed where there is no editor.
 * Every operation that does not fit the tree gives undefined and changes nothing, because a journal is a file and may hold
 * anything. What fits is shared with the old value wherever it did not change.
 */

/** Any node of the tree, seen without its meaning. */
interface Tree {
  readonly children?: readonly Tree[];
  readonly text?: string;
  readonly [property: string]: unknown;
}

type Change = (node: Tree) => Tree | undefined;

/** The units after the operation, or undefined when it does not fit them. */
export function applyOperation(units: readonly Unit[], operation: Operation): readonly Unit[] | undefined {
  const root: Tree = { children: units as unknown as readonly Tree[] };
  return changed(root, operation)?.children as unknown as readonly Unit[] | undefined;
}

/** The draft after the edit, or undefined when some part of it does not fit: then nothing of it is applied. */
export function applyEdit(draft: Draft, edit: Edit): Draft | undefined {
  let units: readonly Unit[] | undefined = draft.units;
  for (const operation of edit.operations) {
    units = applyOperation(units, operation);
    if (!units) return undefined;
  }
  const comments = (edit.comments ?? []).reduce(applyCommentChange, draft.comments);
  return { ...draft, units, comments };
}

/** The table of threads after the change. */
export function applyCommentChange(threads: readonly CommentThread[], change: CommentChange): readonly CommentThread[] {
  const { after } = change;
  const at = threads.findIndex((thread) => thread.id === change.id);
  if (!after) return at < 0 ? threads : threads.toSpliced(at, 1);
  return at < 0 ? threads.toSpliced(change.at ?? threads.length, 0, after) : threads.with(at, after);
}

/** The edit that takes this one back. */
export function invertEdit(edit: Edit): Edit {
  const operations = edit.operations.map(invertOperation).reverse();
  if (!edit.comments) return { operations };
  return { operations, comments: edit.comments.map(invertCommentChange).reverse() };
}

/** The change that takes this one back. */
export function invertCommentChange({ id, before, after, at }: CommentChange): CommentChange {
  return { id, ...(after && { before: after }), ...(before && { after: before }), ...(at !== undefined && { at }) };
}

/** The operation that takes this one back. */
export function invertOperation(operation: Operation): Operation {
  switch (operation.type) {
    case 'insert_text':
      return { ...operation, type: 'remove_text' };
    case 'remove_text':
      return { ...operation, type: 'insert_text' };
    case 'insert_node':
      return { ...operation, type: 'remove_node' };
    case 'remove_node':
      return { ...operation, type: 'insert_node' };
    case 'split_node':
      return { ...operation, type: 'merge_node', path: nextSibling(operation.path) };
    case 'merge_node':
      return { ...operation, type: 'split_node', path: previousSibling(operation.path) };
    case 'set_node':
      return { ...operation, properties: operation.newProperties, newProperties: operation.properties };
    case 'move_node':
      return invertMove(operation);
  }
}

function invertMove(operation: Extract<Operation, { type: 'move_node' }>): Operation {
  const { path, newPath } = operation;
  if (samePath(path, newPath)) return operation;
  if (samePath(path.slice(0, -1), newPath.slice(0, -1))) return { ...operation, path: newPath, newPath: path };
  return { ...operation, path: landing(path, newPath), newPath: afterMove(nextSibling(path), path, newPath) };
}

/** Where a place outside a moved node has gone once the move is done. */
function afterMove(place: Path, from: Path, to: Path): Path {
  const landed = landing(from, to);
  const shifted = shiftedByRemoval(place, from);
  return endsBeforeOrAt(landed, shifted) ? stepped(shifted, landed.length - 1, 1) : shifted;
}

function shiftedByRemoval(path: Path, removed: Path): Path {
  return endsBeforeOrAt(removed, path) ? stepped(path, removed.length - 1, -1) : path;
}

/** Whether `earlier` is a sibling at or before an ancestor of `path` (or `path` itself). */
function endsBeforeOrAt(earlier: Path, path: Path): boolean {
  const last = earlier.length - 1;
  if (path.length <= last) return false;
  return samePath(earlier.slice(0, last), path.slice(0, last)) && (earlier[last] ?? 0) <= (path[last] ?? 0);
}

function stepped(path: Path, level: number, by: number): Path {
  return path.with(level, (path[level] ?? 0) + by);
}

/** The path at which a moved node comes to stand: taking it out may have shifted the place that it goes to. */
function landing(from: Path, to: Path): Path {
  const last = from.length - 1;
  const shifts = from.length < to.length && endsBeforeOrAt(from, to);
  return shifts ? stepped(to, last, -1) : to;
}

function changed(root: Tree, operation: Operation): Tree | undefined {
  switch (operation.type) {
    case 'insert_text':
      return at(root, operation.path, (node) => insertText(node, operation.offset, operation.text));
    case 'remove_text':
      return at(root, operation.path, (node) => removeText(node, operation.offset, operation.text));
    case 'insert_node':
      return insertAt(root, operation.path, operation.node as unknown as Tree);
    case 'remove_node':
      return removeAt(root, operation.path);
    case 'split_node':
      return splitAt(root, operation.path, operation.position, operation.properties);
    case 'merge_node':
      return mergeAt(root, operation.path);
    case 'move_node':
      return moveFrom(root, operation.path, operation.newPath);
    case 'set_node':
      return at(root, operation.path, (node) => setProperties(node, operation.properties, operation.newProperties));
  }
}

function at(node: Tree, path: Path, change: Change): Tree | undefined {
  const [index, ...rest] = path;
  if (index === undefined) return change(node);
  const child = node.children?.[index];
  const next = child && at(child, rest, change);
  return next && node.children ? { ...node, children: node.children.with(index, next) } : undefined;
}

function nodeAt(root: Tree, path: Path): Tree | undefined {
  return path.reduce<Tree | undefined>((node, index) => node?.children?.[index], root);
}

function atParent(
  root: Tree,
  path: Path,
  change: (children: readonly Tree[], index: number) => readonly Tree[] | undefined,
) {
  const index = path.at(-1);
  if (index === undefined) return undefined;
  return at(root, path.slice(0, -1), (parent) => {
    const children = parent.children && change(parent.children, index);
    return children && { ...parent, children };
  });
}

function insertText(node: Tree, offset: number, text: string): Tree | undefined {
  if (node.text === undefined || offset < 0 || offset > node.text.length) return undefined;
  return { ...node, text: node.text.slice(0, offset) + text + node.text.slice(offset) };
}

function removeText(node: Tree, offset: number, text: string): Tree | undefined {
  if (node.text?.slice(offset, offset + text.length) !== text) return undefined;
  return { ...node, text: node.text.slice(0, offset) + node.text.slice(offset + text.length) };
}

function insertAt(root: Tree, path: Path, node: Tree): Tree | undefined {
  return atParent(root, path, (children, index) =>
    index > children.length ? undefined : children.toSpliced(index, 0, node),
  );
}

function removeAt(root: Tree, path: Path): Tree | undefined {
  return atParent(root, path, (children, index) => (children[index] ? children.toSpliced(index, 1) : undefined));
}

function splitAt(root: Tree, path: Path, position: number, properties: Properties): Tree | undefined {
  return atParent(root, path, (children, index) => {
    const node = children[index];
    const halves = node && halved(node, position, properties);
    return halves && children.toSpliced(index, 1, ...halves);
  });
}

function halved(node: Tree, position: number, properties: Properties): readonly [Tree, Tree] | undefined {
  if (position < 0) return undefined;
  if (node.text !== undefined) {
    if (position > node.text.length) return undefined;
    return [
      { ...node, text: node.text.slice(0, position) },
      { ...properties, text: node.text.slice(position) },
    ];
  }
  if (!node.children || position > node.children.length) return undefined;
  const before = node.children.slice(0, position);
  return [
    { ...node, children: before },
    { ...properties, children: node.children.slice(position) },
  ];
}

function mergeAt(root: Tree, path: Path): Tree | undefined {
  return atParent(root, path, (children, index) => {
    const node = children[index];
    const before = children[index - 1];
    const joined = node && before && joinedNodes(before, node);
    return joined && children.toSpliced(index - 1, 2, joined);
  });
}

function joinedNodes(before: Tree, node: Tree): Tree | undefined {
  if (before.text !== undefined && node.text !== undefined) return { ...before, text: before.text + node.text };
  if (before.children && node.children) return { ...before, children: [...before.children, ...node.children] };
  return undefined;
}

function moveFrom(root: Tree, path: Path, newPath: Path): Tree | undefined {
  const node = nodeAt(root, path);
  const isInsideItself = path.length < newPath.length && samePath(path, newPath.slice(0, path.length));
  if (!node || path.length === 0 || isInsideItself) return undefined;
  const without = removeAt(root, path);
  return without && insertAt(without, landing(path, newPath), node);
}

/**
 * Slate's own rule: what stands in `properties` and not in `newProperties` goes, and so does what is set to `null`. Text and
 * children are no properties.
 */
function setProperties(node: Tree, properties: Properties, newProperties: Properties): Tree | undefined {
  if ('text' in newProperties || 'children' in newProperties) return undefined;
  const touched = (name: string): boolean =>
    name in newProperties || (name in properties && name !== 'text' && name !== 'children');
  const kept = Object.entries(node).filter(([name]) => !touched(name));
  const set = Object.entries(newProperties).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries([...kept, ...set]);
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((index, i) => index === b[i]);
}

function nextSibling(path: Path): Path {
  return stepped(path, path.length - 1, 1);
}

function previousSibling(path: Path): Path {
  return stepped(path, path.length - 1, -1);
}
