import type { Language } from '../../core/base/language.ts';
import type { Theme } from '../../core/bridge/settings.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { openFinding, stepFinding } from '../find/find-actions.ts';
import { showBeside } from '../history/beside.ts';
import { editInline } from '../inline/edit-link.ts';
import { insertFromFile } from '../insert-file/deeds.ts';
import { fillFromText, linkFromText } from '../parity/fill-matrix.ts';
import { registerActions } from '../register/register-actions.ts';
import { changeSettings, type Desk, type InspectorTab } from '../state/desk.ts';
import { leaveDraft, openByDialog, saveDraft, saveDraftAs } from '../state/files.ts';
import { isNarrow } from '../state/narrow.ts';
import { mergeReturned } from '../state/send-copy.ts';
import { structureActions } from '../structure/structure-actions.ts';
import { takeInTemplate } from '../templates/deeds.ts';
import { citeProvision, quoteProvision } from '../texts/citing.ts';
import { importText } from '../texts/importing.ts';
import { showText } from '../texts/opening.ts';
import { showColumn, viewActions } from '../view/view-actions.ts';
import { type Found, findBlank, findDeadCitation, findUnfinished } from './find-next.ts';
import { cyclePane, focusComingPane } from './panes.ts';
import { commandToRepeat } from './repeat.ts';
import { showTab } from './show-tab.ts';

type Action = (desk: Desk) => unknown;

/** An action on the editor of the opened draft. */
function onEditor(act: (editor: DraftEditor, desk: Desk) => unknown): Action {
  return (desk) => {
    const editor = desk.session.get()?.editor;
    if (editor) act(editor, desk);
  };
}

function goingTo(find: (editor: DraftEditor, desk: Desk) => Found | undefined, nothing: string): Action {
  return onEditor((editor, desk) => {
    const found = find(editor, desk);
    if (!found) {
      desk.banner.set({ severity: 'note', message: { key: nothing } });
      return;
    }
    if (found.inNotes !== undefined) {
      const message = { key: 'desk:nothing.deadInNotes', params: { n: found.inNotes } };
      desk.banner.set({ severity: 'note', message });
    }
    showColumn(desk, found.language);
    editor.goTo(found);
    editor.focus();
  });
}

/** Goes to the next missing or stale provision of a language, whichever is being written. */
export function goToUnfinished(desk: Desk, language: Language): void {
  // The editor tells of a new column only a moment later: the language is named, not read from its state.
  const find = (editor: DraftEditor): Found | undefined =>
    findUnfinished({ ...editor.state(), activeLanguage: language });
  desk.session.get()?.editor.settle();
  if (desk.banner.get()?.severity === 'note') desk.banner.set(undefined);
  goingTo(find, 'desk:nothing.unfinished')(desk);
}

function writingIn(language: Language): Action {
  return onEditor((editor, desk) => {
    showColumn(desk, language);
    editor.setActiveLanguage(language);
    editor.focus();
  });
}

function showing(tab: InspectorTab): Action {
  return (desk) => {
    showTab(desk, tab);
    // By its name: until it is drawn anew, the tab that was shown before is the selected one.
    focusComingPane('inspector', `[role="tab"][data-key="${tab}"]`);
  };
}

function goingToComment(step: 1 | -1): Action {
  return onEditor((editor, desk) => {
    const { comments, activeComment } = editor.state();
    const open = comments.filter((thread) => !thread.resolved);
    if (open.length === 0) {
      desk.banner.set({ severity: 'note', message: { key: 'comments:noneOpen' } });
      return;
    }
    const at = open.findIndex((thread) => thread.id === activeComment);
    const next = open[at < 0 ? (step > 0 ? 0 : open.length - 1) : (at + step + open.length) % open.length];
    showTab(desk, 'comments');
    if (next) editor.goToComment(next.id);
  });
}

function opening(
  kind:
    | 'history'
    | 'audit-trail'
    | 'go-to'
    | 'cite'
    | 'recognise'
    | 'reference'
    | 'export'
    | 'print'
    | 'counts'
    | 'parity'
    | 'settings'
    | 'password'
    | 'help'
    | 'about'
    | 'log',
): Action {
  return (desk) => desk.dialog.set({ kind });
}

function choosingTheme(theme: Theme): Action {
  return (desk) => changeSettings(desk, { theme });
}

function choosingLanguage(language: Language): Action {
  return (desk) => changeSettings(desk, { language });
}

/** F4 of Word: what was taken back is done again, else the last command once more. */
function repeat(editor: DraftEditor, desk: Desk): void {
  const again = commandToRepeat(editor);
  if (editor.state().canRedo) editor.redo();
  else if (again) void actions[again]?.(desk);
  else desk.banner.set({ severity: 'note', message: { key: 'desk:nothing.repeat' } });
}

/** What each command of the catalogue does. A test keeps the two lists the same. */
export const actions: Readonly<Record<string, Action>> = {
  'new-draft': leaveDraft,
  'open-draft': openByDialog,
  save: saveDraft,
  'save-as': saveDraftAs,
  'save-as-template': (desk) => desk.dialog.set({ kind: 'template', naming: { as: 'keep' } }),
  'take-in-template': takeInTemplate,
  password: opening('password'),
  history: opening('history'),
  'show-version': showBeside,
  'audit-trail': opening('audit-trail'),
  'merge-copy': mergeReturned,
  'send-copy': (desk) => desk.dialog.set({ kind: 'send-copy' }),
  export: opening('export'),
  print: opening('print'),
  'show-counts': opening('counts'),
  settings: opening('settings'),
  'close-draft': leaveDraft,
  undo: onEditor((editor) => editor.undo()),
  redo: onEditor((editor) => editor.redo()),
  repeat: onEditor(repeat),
  bold: onEditor((editor) => editor.toggleMark('bold')),
  italic: onEditor((editor) => editor.toggleMark('italic')),
  // In the find bar the same keys mean what they mean in every other one.
  'change-case': onEditor((editor, desk) =>
    document.activeElement?.closest('.find') ? stepFinding(desk, editor, -1) : editor.changeCase(),
  ),
  'no-break-space': onEditor((editor) => editor.insertSign('no-break-space')),
  'no-break-hyphen': onEditor((editor) => editor.insertSign('no-break-hyphen')),
  superscript: onEditor((editor) => editor.toggleMark('superscript')),
  blank: onEditor((editor) => editor.toggleMark('blank')),
  find: onEditor((editor, desk) => openFinding(desk, editor, false)),
  replace: onEditor((editor, desk) => openFinding(desk, editor, true)),
  'find-next': onEditor((editor, desk) => stepFinding(desk, editor, 1)),
  'find-previous': onEditor((editor, desk) => stepFinding(desk, editor, -1)),
  'go-to': opening('go-to'),
  'insert-reference': opening('reference'),
  'edit-inline': onEditor(editInline),
  'insert-file': (desk) => insertFromFile(desk, 'draft'),
  'insert-citation': opening('cite'),
  'recognise-citations': opening('recognise'),
  'show-law': showing('law'),
  'search-law': (desk) => {
    desk.act.set(undefined);
    showTab(desk, 'law');
    focusComingPane('inspector', 'input');
  },
  ...registerActions,
  'import-act': (desk) => importText(desk, desk.act.get()),
  'show-text': showText,
  'cite-provision': onEditor((editor, desk) => citeProvision(desk, editor)),
  'quote-provision': onEditor((editor, desk) => quoteProvision(desk, editor)),
  'show-parity': opening('parity'),
  'fill-matrix': onEditor(fillFromText),
  'link-guarantee': onEditor(linkFromText),
  'show-check': showing('check'),
  'add-comment': onEditor((editor, desk) => {
    if (!editor.canComment()) {
      desk.banner.set({ severity: 'note', message: { key: 'comments:nothingSelected' } });
      return;
    }
    showTab(desk, 'comments');
    desk.composing.set(true);
  }),
  'show-comments': showing('comments'),
  'next-comment': goingToComment(1),
  'previous-comment': goingToComment(-1),
  approve: onEditor((editor) => editor.approve()),
  'confirm-up-to-date': onEditor((editor) => editor.confirmUpToDate()),
  'next-unfinished': goingTo((editor) => findUnfinished(editor.state()), 'desk:nothing.unfinished'),
  'next-blank': goingTo(findBlank, 'desk:nothing.blank'),
  'next-dead-citation': goingTo((editor, desk) => findDeadCitation(editor.state(), desk.acts), 'desk:nothing.dead'),
  palette: (desk) => desk.dialog.set({ kind: 'palette', fromOutline: desk.isInOutline.get() }),
  'write-ky': writingIn('ky'),
  'write-ru': writingIn('ru'),
  'write-en': writingIn('en'),
  'show-outline': async (desk) => {
    if (isNarrow()) desk.drawer.set('outline');
    else if (desk.settings.get().outlineWidth === 0) await changeSettings(desk, { outlineWidth: 'usual' });
    focusComingPane('outline');
  },
  'next-pane': (desk) => cyclePane(desk, 1),
  'previous-pane': (desk) => cyclePane(desk, -1),
  'focus-mode': (desk) => {
    desk.focusMode.set(!desk.focusMode.get());
    desk.session.get()?.editor.focus();
  },
  'theme-system': choosingTheme('system'),
  'theme-light': choosingTheme('light'),
  'theme-dark': choosingTheme('dark'),
  'interface-ky': choosingLanguage('ky'),
  'interface-ru': choosingLanguage('ru'),
  'interface-en': choosingLanguage('en'),
  ...structureActions,
  ...viewActions,
  help: opening('help'),
  about: opening('about'),
  'show-log': opening('log'),
};
