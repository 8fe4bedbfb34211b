import type { DraftEditor } from '../editor/contract.ts';

/** What is done to whatever is chosen and asks nothing: only that can be done to the next thing by one key. */
const repeatable =
  /^(?:bold|italic|superscript|change-case|no-break-.+|insert-(?!reference|citation|file).+|make-.+|demote|promote|move-(?:up|down)|duplicate-unit|(?:un)?lock-chosen|repeal-unit|approve|confirm-up-to-date)$/;

const last = new WeakMap<DraftEditor, string>();

/** Notes the command for F4, if it is one to repeat. */
export function noteForRepeat(editor: DraftEditor, command: string): void {
  if (repeatable.test(command)) last.set(editor, command);
}

/** The command that F4 repeats. */
export function commandToRepeat(editor: DraftEditor): string | undefined {
  return last.get(editor);
}
