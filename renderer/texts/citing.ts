import { pinpointLevels } from '../../core/law/pinpoint.ts';
import type { DraftEditor } from '../editor/contract.ts';
import type { Desk } from '../state/desk.ts';
import { refuse } from '../structure/deeds.ts';
import { citingCase, type Provision, provisionStore } from './provision.ts';

function tell(desk: Desk, key: string, params?: Readonly<Record<string, string>>): false {
  desk.banner.set({ severity: 'note', message: { key: `texts:panel.${key}`, ...(params && { params }) } });
  return false;
}

/** What is chosen and can be cited, or `undefined` after saying why there is nothing. */
function chosen(desk: Desk, editor: DraftEditor): Provision | undefined {
  if (editor.state().isReadOnly) {
    refuse(desk, 'reading');
    return undefined;
  }
  const provision = desk.reading.get() ? provisionStore.get() : undefined;
  if (!provision) tell(desk, 'noText');
  else if (Object.keys(provision.pinpoint).length === 0) tell(desk, 'noPinpoint');
  else return provision;
  return undefined;
}

function placeIn({ pinpoint }: Provision): string {
  return pinpointLevels.flatMap((level) => pinpoint[level] ?? []).join('.');
}

/** Puts a live citation of the chosen provision at the draft's caret, and into the other two languages. */
export function citeProvision(desk: Desk, editor: DraftEditor): boolean {
  const provision = chosen(desk, editor);
  if (!provision) return false;
  const { act, pinpoint } = provision;
  const inCase = citingCase.get();
  const form = inCase === 'nom' ? {} : { case: inCase };
  const isDone = editor.insertCitation({ act, pinpoint, ...form, languages: 'all' });
  if (!isDone) return tell(desk, 'noCaret');
  tell(desk, 'cited', { place: placeIn(provision) });
  return true;
}

/** Puts the words of the chosen provision, or those selected in it, at the draft's caret with their citation behind them. */
export function quoteProvision(desk: Desk, editor: DraftEditor): boolean {
  const provision = chosen(desk, editor);
  if (!provision) return false;
  const language = editor.state().activeLanguage;
  const words = selectedWords(language) ?? provision.words[language];
  if (words === undefined || words === '') return tell(desk, 'noWords', { language });
  const { act, pinpoint } = provision;
  const isDone = editor.insertQuotation(words, { act, pinpoint, languages: 'all' });
  if (!isDone) return tell(desk, 'noCaret');
  tell(desk, 'quoted', { place: placeIn(provision) });
  return true;
}

/** What the mouse selected in the text beside the draft, where it is in the language that is written. */
function selectedWords(language: string): string | undefined {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode) return undefined;
  const from = selection.anchorNode.parentElement?.closest('.text-list [lang]');
  const words = selection.toString().replace(/\s+/gu, ' ').trim();
  return from?.getAttribute('lang') === language && words !== '' ? words : undefined;
}
