import type { Cell, CommentId, CommentThread, Inline, Unit } from './types.ts';

/** A place in the list of units, from the outermost: unit, cell, inline. */
export type Path = readonly number[];

/** Any node that an operation can put in or take out. */
export type Node = Unit | Cell | Inline;

/** Properties of a node, without its text and children. `null` in `newProperties` removes the property; it is never saved in a node. */
export type Properties = Readonly<Record<string, unknown>>;

/**
 * A primitive change of the list of units, in the same JSON as Slate's own operations (selection left out), so that what the
 * editor does is what the journal holds, unconverted. Offsets are UTF-16 code units from the start of the run, 0-based.
 */
export type Operation =
  | { readonly type: 'insert_text'; readonly path: Path; readonly offset: number; readonly text: string }
  | { readonly type: 'remove_text'; readonly path: Path; readonly offset: number; readonly text: string }
  | { readonly type: 'insert_node'; readonly path: Path; readonly node: Node }
  | { readonly type: 'remove_node'; readonly path: Path; readonly node: Node }
  | { readonly type: 'split_node'; readonly path: Path; readonly position: number; readonly properties: Properties }
  | { readonly type: 'merge_node'; readonly path: Path; readonly position: number; readonly properties: Properties }
  | { readonly type: 'move_node'; readonly path: Path; readonly newPath: Path }
  | {
      readonly type: 'set_node';
      readonly path: Path;
      readonly properties: Properties;
      readonly newProperties: Properties;
    };

/** A change of the table of comment threads: `before` absent adds, `after` absent removes, both replace. */
export interface CommentChange {
  readonly id: CommentId;
  readonly before?: CommentThread;
  readonly after?: CommentThread;
  /** Where in the table the thread stood or comes to stand, 0-based; absent for the end of the table. */
  readonly at?: number;
}

/** What a person did in one go: the unit of undo, of the journal and of the hash chain. Has an inverse; see `core/draft/apply.ts`. */
export interface Edit {
  /** Applied in order. */
  readonly operations: readonly Operation[];
  readonly comments?: readonly CommentChange[];
}
