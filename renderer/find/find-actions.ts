import type { DraftEditor } from '../editor/contract.ts';
import type { Desk } from '../state/desk.ts';
import { createFinding, type Finding } from './finding.ts';

const findings = new WeakMap<DraftEditor, Finding>();

/** Finding in a draft: one for as long as the draft is open, so that a closed bar still knows what was looked for. */
export function findingOf(desk: Desk, editor: DraftEditor): Finding {
  const known = findings.get(editor) ?? createFinding(editor, () => desk.settings.get().columns);
  findings.set(editor, known);
  return known;
}

const longestPicked = 200;

/** The words that are selected in the text, when they are few enough to look for. */
function pickedWords(): string | undefined {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || !isInText(selection.anchorNode)) return undefined;
  const words = selection.toString().replaceAll('\ufeff', '');
  return words.length === 0 || words.length > longestPicked || words.includes('\n') ? undefined : words;
}

function isInText(node: Node | null): boolean {
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('.draft-text') != null;
}

/** Ctrl+F and Ctrl+H. */
export function openFinding(desk: Desk, editor: DraftEditor, isReplacing: boolean): void {
  const words = pickedWords();
  findingOf(desk, editor).open({ isReplacing, ...(words !== undefined && { words }) });
}

/** F3 and Shift+F3: with the caret when one is in the text, else from match to match. */
export function stepFinding(desk: Desk, editor: DraftEditor, direction: 1 | -1): void {
  const finding = findingOf(desk, editor);
  const { query, isOpen } = finding.get();
  if (query.text === '') openFinding(desk, editor, false);
  else finding.step(direction, !isOpen || !document.activeElement?.closest('.find'));
}
