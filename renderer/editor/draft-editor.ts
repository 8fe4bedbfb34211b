import { Transforms } from 'slate';
import { languages } from '../../core/base/language.ts';
import { moveBlocks, removeBlocks, setKindOfBlocks, shiftBlocks } from '../../core/draft/blocks.ts';
import { insertUnit } from '../../core/draft/edits.ts';
import type { Edit } from '../../core/draft/operation.ts';
import { indexOfUnit } from '../../core/draft/outline.ts';
import { makeUnit } from '../../core/draft/text.ts';
import { assemble } from './assemble.ts';
import { changeCase } from './change-case.ts';
import { insertCitation, insertQuotation, insertReference } from './citations.ts';
import { longPasteOf } from './clipboard/long-paste.ts';
import { onNotices } from './clipboard/notices.ts';
import { addComment, canComment, changeComment, rangeOfComment, selectedText } from './comments.ts';
import type { DraftEditor, DraftEditorOptions, Sign } from './contract.ts';
import { changeLink, linkAtCaret } from './links.ts';
import { type Parts, registerParts } from './parts.ts';
import { indexOf, rangeInCell, startOfCell, unitAt, unitsOf } from './places.ts';
import { makeLive } from './session.ts';
import { approve, confirmUpToDate } from './states.ts';
import { createStore, type Store } from './store.ts';
import { applyEdit, chosenUnits, restructure, selectUnit } from './structure.ts';
import { wholeClipboard } from './whole-clipboard.ts';
import { isMarked, toggleMark } from './with-marks.ts';

/** Opens a draft for editing. Everything works without a screen too; `<DraftEditorView>` shows it. */
export function createDraftEditor(options: DraftEditorOptions): DraftEditor {
  const editListeners = new Set<(edit: Edit, isKnown: boolean) => void>();
  let isRetracing = false;
  const { isReadOnly = false } = options;
  const store = createStore(() => parts, isReadOnly);
  const parts: Parts = assemble(options, {
    edited: (edit) => {
      store.rise();
      for (const listener of editListeners) listener(edit, isRetracing || parts.session.isAgreed);
    },
    changed: store.announce,
  });
  const { slate, log } = parts;
  if (isReadOnly) closeToChanges(parts);
  /** A command is one step and one edit, whatever the caller does next in the same breath. */
  const command = <T>(action: () => T): T => {
    log.settle();
    const result = action();
    log.settle();
    // A change of comments alone is no operation of Slate's, so nobody else would tell the listeners.
    if (slate.operations.length === 0) slate.onChange();
    return result;
  };
  const retrace = (step: () => void): void => {
    command(() => {
      isRetracing = true;
      try {
        step();
      } finally {
        isRetracing = false;
      }
    });
  };
  const editor: DraftEditor = {
    state: store.state,
    subscribe: store.subscribe,
    onEdit: (listener) => {
      editListeners.add(listener);
      return () => editListeners.delete(listener);
    },
    onNotices: (listener) => onNotices(slate, listener),
    setActs: (acts) => parts.derived.setActs(acts, unitsOf(slate)),
    draft: () => ({ ...options.draft, units: unitsOf(slate), comments: log.comments() }),
    isPasting: () => longPasteOf(slate).get() !== undefined,
    undo: () => retrace(log.undo),
    redo: () => retrace(log.redo),
    ...navigation(parts, store),
    apply: (build) =>
      !isReadOnly &&
      command(() => {
        const edit = build(unitsOf(slate));
        if (edit) applyEdit(slate, parts.session, edit);
        for (const change of edit?.comments ?? []) log.changeComment(change);
        return edit !== undefined;
      }),
    ...structure(parts, command),
    ...wholeClipboard(parts, options.draft.meta.id, command),
    ...words(parts, command),
    approve: () =>
      toldIfRefused(
        parts.session,
        command(() => approve(parts)),
      ),
    confirmUpToDate: () =>
      toldIfRefused(
        parts.session,
        command(() => confirmUpToDate(parts)),
      ),
  };
  return registerParts(editor, parts);
}

/** The last gate, whoever comes with a change and from where: the selection alone moves. */
function closeToChanges({ slate, log }: Parts): void {
  const { apply } = slate;
  slate.apply = (operation) => {
    if (operation.type === 'set_selection') apply(operation);
  };
  log.close();
}

type Command = <T>(action: () => T) => T;

function navigation(
  parts: Parts,
  store: Store,
): Pick<DraftEditor, 'focus' | 'settle' | 'setActiveLanguage' | 'goTo' | 'goToComment'> {
  const { slate, session, derived, log } = parts;
  return {
    focus: () => session.screen.focus(),
    settle: () => session.screen.settle(),
    setActiveLanguage: (language) => {
      if (session.language === language) return;
      makeLive(session, language);
      if (slate.selection) Transforms.select(slate, startOfCell(indexOf(slate.selection.focus), language));
      else store.announce();
    },
    goTo: ({ unit, language = session.language, start = 0, end = start }) => {
      const index = indexOfUnit(unitsOf(slate), unit);
      const cell = unitAt(slate, index)?.children[languages.indexOf(language)];
      if (!cell) return;
      makeLive(session, language);
      session.screen.reveal(unit);
      Transforms.select(slate, rangeInCell(cell, index, { start, end }, derived.textOf));
      session.screen.focus();
    },
    goToComment: (id) => {
      const thread = log.comments().find((each) => each.id === id);
      const range = thread && rangeOfComment(slate, thread);
      const unit = range && unitAt(slate, indexOf(range.anchor));
      if (!range || !unit) return;
      makeLive(session, languages[range.column] ?? session.language);
      session.screen.reveal(unit.id);
      Transforms.select(slate, range);
      session.screen.focus();
    },
  };
}

type Structure = Pick<
  DraftEditor,
  'chosenUnits' | 'insertUnit' | 'setKind' | 'demote' | 'promote' | 'moveUp' | 'moveDown' | 'removeUnit'
>;

function toldIfRefused(session: Parts['session'], isDone: boolean): boolean {
  if (!isDone) session.tell('refused');
  return isDone;
}

function structure({ slate, session }: Parts, command: Command): Structure {
  const build = (builder: Parameters<typeof restructure>[2]) =>
    toldIfRefused(
      session,
      command(() => restructure(slate, session, builder)),
    );
  return {
    chosenUnits: () => chosenUnits(slate),
    insertUnit: (kind, where) => {
      const unit = makeUnit(session.ports.newId(), kind);
      const isDone = build((units, chosen) => {
        const at = indexOfUnit(units, (where === 'before' ? chosen[0] : chosen.at(-1)) ?? '');
        return insertUnit(units, at, unit, where);
      });
      if (isDone) selectUnit(slate, session, unit.id);
      return isDone;
    },
    setKind: (kind) => build((units, chosen) => setKindOfBlocks(units, chosen, kind)),
    demote: () => build((units, chosen) => shiftBlocks(units, chosen, 'inward')),
    promote: () => build((units, chosen) => shiftBlocks(units, chosen, 'outward')),
    moveUp: () => build((units, chosen) => moveBlocks(units, chosen, 'up')),
    moveDown: () => build((units, chosen) => moveBlocks(units, chosen, 'down')),
    removeUnit: () => build(removeBlocks),
  };
}

type Words = Pick<
  DraftEditor,
  | 'toggleMark'
  | 'insertSign'
  | 'changeCase'
  | 'isMarked'
  | 'insertCitation'
  | 'insertQuotation'
  | 'insertReference'
  | 'linkAtCaret'
  | 'changeLink'
  | 'selectedText'
  | 'canComment'
  | 'addComment'
  | 'changeComment'
>;

const signs: Readonly<Record<Sign, string>> = { 'no-break-space': '\u00a0', 'no-break-hyphen': '\u2011' };

function words(parts: Parts, command: Command): Words {
  const { slate, session, derived, log } = parts;
  return {
    toggleMark: (mark) => command(() => toggleMark(slate, session, mark)),
    insertSign: (sign) => {
      command(() => slate.insertText(signs[sign]));
      session.tell(sign);
    },
    changeCase: () => {
      const now = command(() => changeCase(slate, session));
      session.tell(now ? `letters-${now}` : 'refused');
      return now !== undefined;
    },
    isMarked: (mark) => isMarked(slate, session, mark),
    insertCitation: (citation) => command(() => insertCitation(slate, session, citation)),
    insertQuotation: (words, citation) => command(() => insertQuotation(slate, session, words, citation)),
    insertReference: (targets, grammaticalCase) => command(() => insertReference(slate, targets, grammaticalCase)),
    linkAtCaret: () => linkAtCaret(parts),
    changeLink: (placed, fate, scope) => command(() => changeLink(parts, placed, fate, scope)),
    selectedText: () => (slate.selection ? selectedText(slate, session, slate.selection, derived.textOf) : ''),
    canComment: () => canComment(slate, session),
    addComment: (text, author) => command(() => addComment(slate, session, log, derived.textOf, { text, author })),
    changeComment: (id, change) => command(() => changeComment(slate, log, id, change)),
  };
}
