import type { BaseEditor } from 'slate';
import type { ReactEditor } from 'slate-react';
import type { Operation } from '../../core/draft/operation.ts';
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

/** Slate's operations without the selection are core's, field by field; only their types are declared apart. */
export function asCoreOperation(operation: BillEditor['operations'][number]): Operation {
  return operation as unknown as Operation;
}

export function asSlateOperation(operation: Operation): BillEditor['operations'][number] {
  return operation as unknown as BillEditor['operations'][number];
}
