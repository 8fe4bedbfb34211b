import { placeBlocks, type Target } from '../../core/draft/placing.ts';
import { kindRules } from '../../core/draft/schema.ts';
import type { UnitId } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import type { Desk } from '../state/desk.ts';
import type { OutlineRow } from '../state/overview.ts';
import { createStore, type Store } from '../state/store.ts';
import { refuse, tell } from '../structure/deeds.ts';
import { rootsOf } from '../structure/targets.ts';

/*
 * Rows dragged by the pointer: a line shows where they would go, a frame into what. What the structure forbids is marked and refused
 * with its reason. Cut and paste, and Alt with the arrows, do the same by the keyboard.
 */

/** What is shown while rows are dragged. */
export interface Drag {
  readonly ids: readonly UnitId[];
  readonly target: Target | undefined;
  readonly isAllowed: boolean;
  /** Where the mark is drawn, in the tree's own scrolled coordinates. */
  readonly mark: { readonly top: number; readonly height: number; readonly left: number } | undefined;
}

interface DragParts {
  readonly desk: Desk;
  readonly editor: DraftEditor;
  readonly tree: () => HTMLElement | null;
  readonly rows: () => readonly OutlineRow[];
  readonly isOpen: (id: UnitId) => boolean;
}

const pixelsBeforeDrag = 5;
const scrollEdge = 28;
const scrollStep = 9;

export interface Dragging {
  readonly drag: Store<Drag | undefined>;
  /** Begins to watch the pointer; the rows move only once it has gone a little way. */
  readonly watch: (ids: readonly UnitId[], from: { readonly x: number; readonly y: number }) => void;
  /** Whether the click that ends a drag is just about to come. */
  readonly hasJustDropped: () => boolean;
}

export function createDragging(parts: DragParts): Dragging {
  const drag = createStore<Drag | undefined>(undefined);
  let hasDropped = false;
  const watch: Dragging['watch'] = (ids, from) => {
    hasDropped = false;
    let scrolling = 0;
    let pointer = from;
    const follow = (): void => drag.set(dragAt(parts, ids, pointer));
    const scroll = (): void => {
      scrolling = 0;
      const speed = drag.get() ? scrollSpeed(parts.tree(), pointer.y) : 0;
      if (speed === 0) return;
      parts.tree()?.scrollBy(0, speed);
      follow();
      scrolling = requestAnimationFrame(scroll);
    };
    const move = (event: PointerEvent): void => {
      pointer = { x: event.clientX, y: event.clientY };
      const way = Math.hypot(pointer.x - from.x, pointer.y - from.y);
      if (!drag.get() && way < pixelsBeforeDrag) return;
      event.preventDefault();
      follow();
      if (scrolling === 0) scrolling = requestAnimationFrame(scroll);
    };
    const stop = (): void => {
      cancelAnimationFrame(scrolling);
      drag.set(undefined);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', cancel, true);
    };
    const drop = (): void => {
      const last = drag.get();
      stop();
      if (!last) return;
      hasDropped = true;
      dropAt(parts, last);
    };
    const cancel = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !drag.get()) return;
      event.preventDefault();
      event.stopPropagation();
      hasDropped = true;
      stop();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', cancel, true);
  };
  const hasJustDropped = (): boolean => {
    const was = hasDropped;
    hasDropped = false;
    return was;
  };
  return { drag, watch, hasJustDropped };
}

function scrollSpeed(tree: HTMLElement | null, y: number): number {
  const box = tree?.getBoundingClientRect();
  if (!box) return 0;
  if (y < box.top + scrollEdge) return -scrollStep;
  return y > box.bottom - scrollEdge ? scrollStep : 0;
}

interface Pointer {
  readonly x: number;
  readonly y: number;
}

function dragAt(parts: DragParts, ids: readonly UnitId[], pointer: Pointer): Drag {
  const tree = parts.tree();
  const element = rowElementAt(tree, pointer);
  const row = parts.rows().find(({ id }) => id === element?.dataset.row);
  if (!tree || !element || !row) return { ids, target: undefined, isAllowed: false, mark: undefined };
  const target = targetAt(parts, ids, row, element, pointer.y);
  const { units } = parts.editor.state();
  return { ids, target, isAllowed: placeBlocks(units, ids, target).ok, mark: markOf(tree, element, row, target) };
}

function rowElementAt(tree: HTMLElement | null, { y }: Pointer): HTMLElement | null {
  const box = tree?.getBoundingClientRect();
  if (!tree || !box) return null;
  const inside = Math.min(Math.max(y, box.top + 2), box.bottom - 2);
  return document.elementFromPoint(box.left + box.width / 2, inside)?.closest<HTMLElement>('[data-row]') ?? null;
}

/** The upper part of a row is before it, the lower behind it; in the middle of what can enclose them they go inside. */
function targetAt(
  { editor, rows, isOpen }: DragParts,
  ids: readonly UnitId[],
  row: OutlineRow,
  element: HTMLElement,
  y: number,
): Target {
  const { top, height } = element.getBoundingClientRect();
  const part = (y - top) / height;
  const { units } = editor.state();
  const [root] = rootsOf(units, ids);
  const kind = units.find(({ id }) => id === root)?.kind ?? 'article';
  const encloses = kindRules[row.kind].depth < kindRules[kind].depth;
  if (encloses && part > 0.25 && (part < 0.75 || !isOpen(row.id) || !row.hasChildren)) {
    return { unit: row.id, where: 'inside' };
  }
  if (part < 0.5) return { unit: row.id, where: 'before' };
  // Under the heading of an open chapter is before its first article.
  const next = rows()[rows().indexOf(row) + 1];
  if (row.hasChildren && isOpen(row.id) && next && encloses) return { unit: next.id, where: 'before' };
  return { unit: row.id, where: 'after' };
}

function markOf(tree: HTMLElement, element: HTMLElement, row: OutlineRow, target: Target): Drag['mark'] {
  const [outer, box] = [tree.getBoundingClientRect(), element.getBoundingClientRect()];
  const top = box.top - outer.top + tree.scrollTop;
  const left = 8 + (row.level - 1) * 10;
  if (target.where === 'inside') return { top, height: box.height, left };
  const isOver = target.where === 'before' && target.unit === row.id;
  return { top: (isOver ? top : top + box.height) - 1, height: 2, left };
}

function dropAt({ desk, editor }: DragParts, { ids, target }: Drag): void {
  if (!target) return;
  const { units } = editor.state();
  const placed = placeBlocks(units, ids, target);
  if (!placed.ok) {
    refuse(desk, placed.error);
    return;
  }
  const roots = rootsOf(units, ids);
  editor.apply(() => placed.value);
  desk.chosenRows.set(roots);
  tell(desk, editor, 'moved', roots);
}
