import { languages } from '../../core/base/language.ts';
import type { Desk } from '../state/desk.ts';
import { isSideShown } from '../view/view-actions.ts';

type IsOn = (desk: Desk) => boolean;

const marked =
  (mark: 'bold' | 'italic' | 'superscript'): IsOn =>
  (desk) =>
    desk.session.get()?.editor.isMarked(mark) === true;

const switches: Readonly<Record<string, IsOn>> = {
  bold: marked('bold'),
  italic: marked('italic'),
  superscript: marked('superscript'),
  ...Object.fromEntries(
    languages.map((language): [string, IsOn] => [
      `column-${language}`,
      (desk) => desk.settings.get().columns.includes(language),
    ]),
  ),
  'toggle-outline': (desk) => isSideShown(desk, 'outline'),
  'toggle-inspector': (desk) => isSideShown(desk, 'inspector'),
  'show-marks': (desk) => desk.settings.get().marks,
  'focus-mode': (desk) => desk.focusMode.get(),
};

/** Whether what a command switches is on as things stand; undefined for a command that switches nothing. */
export function isSwitchedOn(desk: Desk, id: string): boolean | undefined {
  return switches[id]?.(desk);
}
