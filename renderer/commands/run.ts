import { commandById, commands } from '../../core/commands/catalogue.ts';
import { keysOf, matchesKeys, parseKeys } from '../../core/commands/keys.ts';
import { belongsTo } from '../../core/commands/of-document.ts';
import type { Command } from '../../core/commands/types.ts';
import type { EditorState } from '../editor/contract.ts';
import type { Desk } from '../state/desk.ts';
import { actions } from './actions.ts';
import { noteForRepeat } from './repeat.ts';

/** Whether a command is offered as things stand. */
export function isOffered(command: Command, state: EditorState | undefined): boolean {
  return belongsTo(command, state?.document) && whyNot(command, state) === undefined;
}

/** What a command lacks as things stand: a name of a sentence `desk:lacking.<name>`. */
export type Lacking = 'draft' | 'writing' | 'caret' | 'selection' | 'undo' | 'redo';

/** Why a command cannot run as things stand; undefined when it can. */
export function whyNot({ when }: Command, state: EditorState | undefined): Lacking | undefined {
  if (when === 'always') return undefined;
  if (state === undefined) return 'draft';
  if (when === 'draft') return undefined;
  if (state.isReadOnly) return 'writing';
  switch (when) {
    case 'writing':
      return undefined;
    case 'editing':
      return state.whereabouts === undefined ? 'caret' : undefined;
    case 'selection':
      return state.whereabouts?.selected === true ? undefined : 'selection';
    case 'can-undo':
      return state.canUndo ? undefined : 'undo';
    case 'can-redo':
      return state.canRedo ? undefined : 'redo';
  }
}

/** Runs a command if it is offered. True when it was. */
export function runCommand(desk: Desk, id: string): boolean {
  const command = commandById(id);
  const editor = desk.session.get()?.editor;
  if (editor?.isPasting()) return false;
  editor?.settle();
  if (!command || !isOffered(command, editor?.state())) return false;
  // A note was about what stood before this command; an error stays.
  if (desk.banner.get()?.severity === 'note') desk.banner.set(undefined);
  if (editor) noteForRepeat(editor, id);
  void actions[id]?.(desk);
  return true;
}

/** Keys that do nothing would leave one to wonder why. Where there is no draft at all, everybody sees it. */
function sayWhyNot(desk: Desk, command: Command): void {
  const editor = desk.session.get()?.editor;
  if (!editor || editor.isPasting() || desk.banner.get()) return;
  const lacking = belongsTo(command, editor.state()?.document) ? whyNot(command, editor.state()) : undefined;
  if (!lacking) return;
  const message = { key: `desk:lacking.${lacking}` };
  // Whoever takes back step after step sees that it was the last.
  if (lacking === 'undo' || lacking === 'redo') desk.told.set(message);
  else desk.banner.set({ severity: 'note', message });
}

const strokes = commands.flatMap((command) => keysOf(command).map((keys) => ({ command, stroke: parseKeys(keys) })));

/** Commands on the text: a field of a panel or a dialog keeps these keys for itself. */
const textual: ReadonlySet<string> = new Set(['can-undo', 'can-redo', 'editing', 'selection']);

/** Commands that a key held down repeats. The others would save, ask or insert again and again. */
const repeating: ReadonlySet<string> = new Set([
  'undo',
  'redo',
  'move-up',
  'move-down',
  'zoom-in',
  'zoom-out',
  'next-comment',
  'previous-comment',
  'next-unfinished',
  'next-blank',
  'next-dead-citation',
  'find-next',
  'find-previous',
]);

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/**
 * Listens for the keys of all commands, before anything else hears them, by their place on the keyboard: so they work in each
 * keyboard layout. Returns the function that stops.
 */
export function listenForKeys(desk: Desk, target: Window): () => void {
  const mac = desk.info.platform === 'darwin';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || desk.dialog.get()) return;
    const found = strokes.find(({ stroke }) => matchesKeys(stroke, event, mac));
    if (!found) return;
    if (isField(event.target) && textual.has(found.command.when)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat && !repeating.has(found.command.id)) return;
    if (!runCommand(desk, found.command.id)) sayWhyNot(desk, found.command);
  };
  target.addEventListener('keydown', onKeyDown, true);
  return () => target.removeEventListener('keydown', onKeyDown, true);
}
