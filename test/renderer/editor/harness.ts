import { type Point, Transforms } from 'slate';
import { type Language, languages } from '../../../core/base/language.ts';
import { formsOf } from '../../../core/draft/form-rules.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { indexOfUnit } from '../../../core/draft/outline.ts';
import { type CellState, cellOf, stateOf } from '../../../core/draft/state.ts';
import { runsText } from '../../../core/draft/text.ts';
import type { Draft, Unit, UnitId } from '../../../core/draft/types.ts';
import type { ActRegister } from '../../../core/law/types.ts';
import type { DraftEditor, DraftEditorOptions } from '../../../renderer/editor/contract.ts';
import { createDraftEditor } from '../../../renderer/editor/draft-editor.ts';
import { type Parts, partsOf } from '../../../renderer/editor/parts.ts';
import { pointInCell, unitsOf } from '../../../renderer/editor/places.ts';
import register from '../../../resources/acts/register.json' with { type: 'json' };
import { fixedPorts } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';

/** An editor without a screen, and a hand that types in it. */
export interface Hand {
  readonly editor: DraftEditor;
  readonly parts: Parts;
  /** All that the editor emitted. */
  readonly edits: readonly Edit[];
  /** Puts the caret into a cell; what a click there does. */
  readonly caret: (unit: UnitId, language: Language, offset?: number) => Hand;
  /** Selects in one column from a place to a place. */
  readonly select: (from: readonly [UnitId, number], to: readonly [UnitId, number], language: Language) => Hand;
  /** One press of a key each, or one command. */
  readonly does: (action: (hand: Hand) => void) => Hand;
  readonly types: (text: string) => Hand;
  readonly enter: () => Hand;
  readonly backspace: () => Hand;
  readonly del: () => Hand;
  readonly paste: (text: string, format?: string) => Hand;
  readonly units: () => readonly Unit[];
  readonly text: (unit: UnitId, language: Language) => string;
  /** The states of a unit's texts, Kyrgyz first. */
  readonly states: (unit: UnitId) => readonly CellState[];
  /** `id kind` of each unit. */
  readonly outline: () => readonly string[];
  readonly where: () => { readonly unit: UnitId | undefined; readonly language: Language; readonly offset: number };
}

export function openHand(draft: Draft, more: Pick<DraftEditorOptions, 'askBeforeLoss'> = {}): Hand {
  const rules = formsOf(forms, draft.meta.document);
  const editor = createDraftEditor({
    draft,
    register: register as unknown as ActRegister,
    forms: rules,
    ports: fixedPorts(),
    ...more,
  });
  const parts = partsOf(editor);
  const { slate } = parts;
  const edits: Edit[] = [];
  editor.onEdit((edit) => edits.push(edit));
  const at = (unit: UnitId, language: Language, offset: number): Point => {
    const index = indexOfUnit(unitsOf(slate), unit);
    const found = unitsOf(slate)[index];
    if (!found) throw new Error(`no unit ${unit}`);
    return pointInCell(cellOf(found, language), index, offset, parts.derived.textOf);
  };
  const hand: Hand = {
    editor,
    parts,
    edits,
    caret: (unit, language, offset = 0) =>
      hand.does(() => {
        editor.setActiveLanguage(language);
        Transforms.select(slate, at(unit, language, offset));
      }),
    select: (from, to, language) =>
      hand.does(() => {
        editor.setActiveLanguage(language);
        Transforms.select(slate, { anchor: at(from[0], language, from[1]), focus: at(to[0], language, to[1]) });
      }),
    // What Slate does by itself at the end of the task: the step is closed, the edit emitted, the labels renewed.
    does: (action) => {
      action(hand);
      slate.onChange();
      return hand;
    },
    types: (text) => {
      for (const letter of text) hand.does(() => slate.insertText(letter));
      return hand;
    },
    enter: () => hand.does(() => slate.insertBreak()),
    backspace: () => hand.does(() => (isExpanded() ? slate.deleteFragment() : slate.deleteBackward('character'))),
    del: () => hand.does(() => (isExpanded() ? slate.deleteFragment() : slate.deleteForward('character'))),
    paste: (text, format = 'text/plain') => hand.does(() => slate.insertData(transferOf({ [format]: text }))),
    units: () => unitsOf(slate),
    text: (unit, language) => {
      const found = unitsOf(slate).find((each) => each.id === unit);
      return found ? runsText(cellOf(found, language)) : '(gone)';
    },
    states: (unit) => {
      const found = unitsOf(slate).find((each) => each.id === unit);
      return found ? languages.map((language) => stateOf(found, language)) : [];
    },
    outline: () => unitsOf(slate).map((unit) => `${unit.id} ${unit.kind}`),
    where: () => {
      const { selection } = slate;
      const unit = selection && unitsOf(slate)[selection.focus.path[0] ?? 0];
      return {
        unit: unit?.id,
        language: parts.session.language,
        offset: selection ? offsetInCell(unit, selection.focus) : -1,
      };
    },
  };
  const isExpanded = () => {
    const { selection } = slate;
    return selection !== null && JSON.stringify(selection.anchor) !== JSON.stringify(selection.focus);
  };
  return hand;
}

function offsetInCell(unit: Unit | null | undefined, point: Point): number {
  const inlines = unit?.children[point.path[1] ?? 0]?.children.slice(0, point.path[2]) ?? [];
  return inlines.reduce((sum, inline) => sum + ('text' in inline ? inline.text.length : 0), point.offset);
}

/** A clipboard: the part of a DataTransfer that the editor reads and writes. */
export function transferOf(
  data: Record<string, string> = {},
): DataTransfer & { readonly data: Record<string, string> } {
  const stored = { ...data };
  const transfer = {
    data: stored,
    getData: (format: string) => stored[format] ?? '',
    setData: (format: string, value: string) => {
      stored[format] = value;
    },
  };
  return transfer as unknown as DataTransfer & { readonly data: Record<string, string> };
}
