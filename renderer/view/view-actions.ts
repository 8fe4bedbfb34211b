import { type Language, languages } from '../../core/base/language.ts';
import { changeSettings, type Desk, type Side } from '../state/desk.ts';
import { isNarrow } from '../state/narrow.ts';

/*
 * What is on the screen and how large. Each says what it did: who does not see the screen would hear nothing.
 */

type Action = (desk: Desk) => unknown;

/** Makes sure that a language has its column: one cannot write in what is not shown. */
export function showColumn(desk: Desk, language: Language): void {
  const { columns } = desk.settings.get();
  if (columns.includes(language)) return;
  const next = languages.filter((one) => one === language || columns.includes(one));
  void changeSettings(desk, { columns: next });
}

/** Shows or hides a column; the last one stays. Writing moves on when its own column goes. */
export function setColumns(desk: Desk, columns: readonly Language[]): void {
  const [first] = columns;
  if (first === undefined) return;
  const editor = desk.session.get()?.editor;
  if (editor && !columns.includes(editor.state().activeLanguage)) editor.setActiveLanguage(first);
  void changeSettings(desk, { columns });
}

function togglingColumn(language: Language): Action {
  return (desk) => {
    const { columns } = desk.settings.get();
    const isShown = columns.includes(language);
    const next = languages.filter((one) => (one === language ? !isShown : columns.includes(one)));
    setColumns(desk, next);
    const told = isShown ? `columnHidden.${language}` : `columnShown.${language}`;
    desk.told.set({ key: `view:told.${next.length === 0 ? 'lastColumn' : told}` });
  };
}

/** Whether a side of the desk is on the screen. */
export function isSideShown(desk: Desk, side: Side): boolean {
  const { outlineWidth, inspectorWidth } = desk.settings.get();
  return isNarrow() ? desk.drawer.get() === side : (side === 'outline' ? outlineWidth : inspectorWidth) !== 0;
}

/** Shows or hides a side. In a narrow window it lies over the text and the settings stay as they are. */
function toggling(side: Side): Action {
  return (desk) => {
    const isShown = isSideShown(desk, side);
    // What has the focus may go with its side.
    if (document.activeElement?.closest(`[data-pane="${side}"]`)) desk.session.get()?.editor.focus();
    desk.told.set({ key: `view:told.${isShown ? 'sideHidden' : 'sideShown'}.${side}` });
    if (isNarrow()) {
      desk.drawer.set(isShown ? undefined : side);
      return undefined;
    }
    return changeSettings(desk, { [`${side}Width` as const]: isShown ? 0 : 'usual' });
  };
}

function zooming(change: (percent: number) => number): Action {
  return (desk) => {
    const zoom = Math.max(50, Math.min(300, change(desk.settings.get().zoom)));
    desk.told.set({ key: 'view:told.zoom', params: { percent: zoom } });
    return changeSettings(desk, { zoom });
  };
}

function toggleMarks(desk: Desk): unknown {
  const marks = !desk.settings.get().marks;
  desk.told.set({ key: marks ? 'view:told.marksShown' : 'view:told.marksHidden' });
  return changeSettings(desk, { marks });
}

export const viewActions: Readonly<Record<string, Action>> = {
  'column-ky': togglingColumn('ky'),
  'column-ru': togglingColumn('ru'),
  'column-en': togglingColumn('en'),
  'toggle-outline': toggling('outline'),
  'toggle-inspector': toggling('inspector'),
  'zoom-in': zooming((percent) => percent + 10),
  'zoom-out': zooming((percent) => percent - 10),
  'zoom-reset': zooming(() => 100),
  'show-marks': toggleMarks,
};
