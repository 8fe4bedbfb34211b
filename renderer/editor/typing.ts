import { Node, Range, Text } from 'slate';
import type { ViewParts } from './view-context.ts';

/** `@` at the beginning of a word asks for a citation; within one (an address) it is a letter like any other. */
export function asksForCitation({ slate }: Pick<ViewParts, 'slate'>, inputType: string, data: string | null): boolean {
  const { selection } = slate;
  if (data !== '@' || inputType !== 'insertText' || !selection || Range.isExpanded(selection)) return false;
  const run = Node.getIf(slate, selection.anchor.path);
  if (!run || !Text.isText(run)) return false;
  return !/[\p{L}\p{N}._-]$/u.test(run.text.slice(0, selection.anchor.offset));
}
