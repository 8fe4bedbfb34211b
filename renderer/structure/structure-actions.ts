import { moveBlocks, setKindOfBlocks, shiftBlocks } from '../../core/draft/blocks.ts';
import { duplicateBlocks } from '../../core/draft/copies.ts';
import { insertUnit } from '../../core/draft/edits.ts';
import { lockNumbers, repeal, unlockNumbers } from '../../core/draft/locking.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import { makeUnit } from '../../core/draft/text.ts';
import type { UnitKind } from '../../core/draft/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import type { Desk } from '../state/desk.ts';
import { type Change, change, refuse, removeChosen, showResult, tell } from './deeds.ts';
import { idsWithin, rootsOf, targetsOf } from './targets.ts';

type Action = (desk: Desk) => unknown;

function onEditor(act: (desk: Desk, editor: DraftEditor) => void): Action {
  return (desk) => {
    const editor = desk.session.get()?.editor;
    if (editor) act(desk, editor);
  };
}

const changing = (what: Change): Action => onEditor((desk, editor) => change(desk, editor, what));

/** A new empty unit beside the chosen ones; the person goes on writing in it. */
function insert(desk: Desk, editor: DraftEditor, kind: UnitKind | 'same', where: 'before' | 'after'): void {
  const { ids } = targetsOf(desk, editor);
  const beside = where === 'before' ? ids[0] : ids.at(-1);
  const id = desk.ports.newId();
  const isDone = editor.apply((units) => {
    const index = indexOfUnit(units, beside ?? '');
    const own = kind === 'same' ? units[index]?.kind : kind;
    return own && insertUnit(units, index, makeUnit(id, own), where);
  });
  if (isDone) editor.goTo({ unit: id });
  else refuse(desk, 'insert');
}

const inserting = (kind: UnitKind, where: 'before' | 'after'): Action =>
  onEditor((desk, editor) => insert(desk, editor, kind, where));

const making = (kind: UnitKind): Action =>
  changing({ done: 'changed', refused: 'make', build: (units, ids) => setKindOfBlocks(units, ids, kind) });

function duplicate(desk: Desk, editor: DraftEditor): void {
  const { ids, fromOutline } = targetsOf(desk, editor);
  const known = new Set(editor.state().units.map(({ id }) => id));
  if (!editor.apply((units) => duplicateBlocks(units, ids, desk.ports.newId))) {
    refuse(desk, 'duplicate');
    return;
  }
  const { units } = editor.state();
  const fresh = rootsOf(
    units,
    units.flatMap(({ id }) => (known.has(id) ? [] : id)),
  );
  tell(desk, editor, 'duplicated', fresh);
  showResult(desk, editor, fresh, fromOutline);
}

/** All numbers of the draft. */
function renumber(isLocking: boolean): Action {
  return onEditor((desk, editor) => {
    const isDone = editor.apply((units) => (isLocking ? lockNumbers(units, desk.forms) : unlockNumbers(units)));
    if (isDone) tell(desk, editor, isLocking ? 'locked' : 'unlocked', []);
    else refuse(desk, isLocking ? 'lock' : 'unlock');
  });
}

function askNumber(desk: Desk, editor: DraftEditor): void {
  const { ids, fromOutline } = targetsOf(desk, editor);
  const { units } = editor.state();
  const id = ids.at(0);
  const kind = units[indexOfUnit(units, id ?? '')]?.kind;
  if (id === undefined || !kind || !desk.forms.numbering[kind]) refuse(desk, 'unnumbered');
  else desk.dialog.set({ kind: 'set-number', id, fromOutline });
}

/** What the commands on the structure do, from the text and from the outline. */
export const structureActions: Readonly<Record<string, Action>> = {
  'insert-section': inserting('section', 'after'),
  'insert-chapter': inserting('chapter', 'after'),
  'insert-article': inserting('article', 'after'),
  'insert-part': inserting('part', 'after'),
  'insert-point': inserting('point', 'after'),
  'insert-subpoint': inserting('subpoint', 'after'),
  'insert-paragraph': inserting('paragraph', 'after'),
  'insert-note': inserting('note', 'after'),
  'insert-section-before': inserting('section', 'before'),
  'insert-chapter-before': inserting('chapter', 'before'),
  'insert-article-before': inserting('article', 'before'),
  'insert-part-before': inserting('part', 'before'),
  'insert-point-before': inserting('point', 'before'),
  'insert-subpoint-before': inserting('subpoint', 'before'),
  'insert-paragraph-before': inserting('paragraph', 'before'),
  'insert-note-before': inserting('note', 'before'),
  'insert-same-before': onEditor((desk, editor) => insert(desk, editor, 'same', 'before')),
  demote: changing({ done: 'changed', refused: 'shift', build: (units, ids) => shiftBlocks(units, ids, 'inward') }),
  promote: changing({ done: 'changed', refused: 'shift', build: (units, ids) => shiftBlocks(units, ids, 'outward') }),
  'move-up': changing({ done: 'moved', refused: 'move', build: (units, ids) => moveBlocks(units, ids, 'up') }),
  'move-down': changing({ done: 'moved', refused: 'move', build: (units, ids) => moveBlocks(units, ids, 'down') }),
  'duplicate-unit': onEditor(duplicate),
  'make-section': making('section'),
  'make-chapter': making('chapter'),
  'make-article': making('article'),
  'make-part': making('part'),
  'make-point': making('point'),
  'make-subpoint': making('subpoint'),
  'make-paragraph': making('paragraph'),
  'make-note': making('note'),
  'set-number': onEditor(askNumber),
  'lock-chosen': changing({
    done: 'locked',
    refused: 'lock',
    build: (units, ids, { forms }) => lockNumbers(units, forms, idsWithin(units, ids)),
  }),
  'unlock-chosen': changing({
    done: 'unlocked',
    refused: 'unlock',
    build: (units, ids) => unlockNumbers(units, idsWithin(units, ids)),
  }),
  'lock-numbers': renumber(true),
  'unlock-numbers': renumber(false),
  'repeal-unit': changing({
    done: 'repealed',
    refused: 'repeal',
    build: (units, ids, { forms }) => repeal(units, forms, ids),
  }),
  'remove-unit': onEditor((desk, editor) => removeChosen(desk, editor)),
};
