import type { BaseEditor } from 'slate';
import type { ReactEditor } from 'slate-react';
import type { Operation, Properties } from '../../core/draft/operation.ts';
import type { Cell, CitationInline, ReferenceInline, TextRun, Unit } from '../../core/draft/types.ts';

/** Slate's editor over the list of units. Its types are core's, so nothing is converted per keystroke. */
export type BillEditor = BaseEditor & ReactEditor;

declare module 'slate' {
  interface CustomTypes {
    Editor: BillEditor;
    Element: Unit | Cell | CitationInline | ReferenceInline;
    Text: TextRun;
  }
}

type SlateOperation = BillEditor['operations'][number];

/**
 * Slate's operations without the selection are core's, field by field. One thing is written out: Slate says that a property goes by leaving it
 * out on one side, core by `null`; so both sides of a `set_node` name every property, and it can be inverted by turning it round.
 */
export function asCoreOperation(operation: SlateOperation): Operation {
  const core = operation as unknown as Operation;
  if (core.type !== 'set_node') return core;
  const names = [...new Set([...Object.keys(core.properties), ...Object.keys(core.newProperties)])];
  const complete = (side: Properties): Properties =>
    Object.fromEntries(names.map((name) => [name, side[name] ?? null]));
  return { ...core, properties: complete(core.properties), newProperties: complete(core.newProperties) };
}

export function asSlateOperation(operation: Operation): SlateOperation {
  return operation as unknown as SlateOperation;
}
