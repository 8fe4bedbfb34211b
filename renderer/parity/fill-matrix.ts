import { ancestry, indexOfUnit } from '../../core/draft/outline.ts';
import type { UnitId, UnitKind } from '../../core/draft/types.ts';
import { serviceOfAct } from '../../core/law/own-facts.ts';
import type { ParityCitation } from '../../core/law/parity.ts';
import type { DraftEditor, EditorState } from '../editor/contract.ts';
import type { Desk } from '../state/desk.ts';
import { provisionStore } from '../texts/provision.ts';

/** Opens the form of a cell for these provisions; whoever shows a provision (the text, an act's panel) may call it. */
export function fillMatrix(desk: Desk, citations: readonly ParityCitation[]): void {
  const [first] = citations;
  const service = first && desk.parity ? serviceOfAct(desk.parity.matrix, first.act) : undefined;
  desk.dialog.set({ kind: 'fact', start: { citations, ...(service !== undefined && { service }) } });
}

/** The same for the citation at the caret, or else for what is chosen in the text beside the draft; without either, the provisions are chosen in the form. */
export function fillFromText(editor: DraftEditor, desk: Desk): void {
  const link = editor.linkAtCaret()?.link;
  const here = link?.type === 'citation' ? link : desk.reading.get() && provisionStore.get();
  fillMatrix(desk, here ? [{ act: here.act, pinpoint: here.pinpoint }] : []);
}

/** What frames a bill and gives nobody anything; a drafter's note goes to nobody. */
const givesNothing: ReadonlySet<UnitKind> = new Set(['note', 'title', 'preamble', 'signature']);

/** The article that the caret is in, else the unit itself: what one says of a guarantee. */
export function provisionAtCaret({ units, whereabouts }: EditorState): UnitId | undefined {
  if (!whereabouts || givesNothing.has(whereabouts.kind)) return undefined;
  const path = ancestry(units, indexOfUnit(units, whereabouts.unit)).flatMap((at) => units[at] ?? []);
  return (path.find(({ kind }) => kind === 'article') ?? path.at(-1))?.id;
}

/** Asks which guarantees the article at the caret gives. */
export function linkFromText(editor: DraftEditor, desk: Desk): void {
  const unit = provisionAtCaret(editor.state());
  if (unit === undefined) desk.banner.set({ severity: 'note', message: { key: 'parity:nothingHere' } });
  else desk.dialog.set({ kind: 'link-guarantee', unit });
}
