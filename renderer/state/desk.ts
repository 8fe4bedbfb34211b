import { createContext, useContext } from 'react';
import type { Ports } from '../../core/base/ports.ts';
import type { Bridge } from '../../core/bridge/contract.ts';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import type { AppInfo, Settings } from '../../core/bridge/settings.ts';
import type { HistoryState } from '../../core/bridge/versions.ts';
import { type FormRules, formsOf } from '../../core/draft/form-rules.ts';
import type { ActId, Pinpoint, UnitId } from '../../core/draft/types.ts';
import { type ActIndex, actsOn, indexActs } from '../../core/law/acts.ts';
import { emptyLibrary, type Library, registerWith } from '../../core/law/library.ts';
import type { ParityResources } from '../../core/law/parity.ts';
import type { LawDay } from '../../core/law/status-day.ts';
import type { ActRegister } from '../../core/law/types.ts';
import type { Banner, DialogState, Told } from './dialogs.ts';
import type { ExportState } from './exporting.ts';
import type { Session } from './session.ts';
import { createStore, type Store } from './store.ts';
import { createTextShelf, type TextShelf } from './text-shelf.ts';

/** A side of the desk that lies over the text in a narrow window. */
export type Side = 'outline' | 'inspector';

export type InspectorTab = 'comments' | 'law' | 'check' | 'version';

/** Everything that the window holds besides what React draws. One for the life of the page. */
export interface Desk {
  readonly bridge: Bridge;
  readonly ports: Ports;
  readonly info: AppInfo;
  /** The register as shipped. */
  readonly shipped: ActRegister;
  /** What this machine's people added to it and verified; set by `changeLibrary`. */
  readonly library: Store<Library>;
  /** What the open draft brought along; it counts in this draft only, and nowhere against the library. Set by `changeBrought`. */
  readonly brought: Store<Library>;
  /** The register that counts: the shipped one with the library laid over it, as it stands now. */
  readonly register: ActRegister;
  /** Its index, as it stands now; what is on the screen listens to `law`. */
  readonly acts: ActIndex;
  readonly law: Store<LawNow>;
  /** The day on which acts are looked at, ISO; none means today. Set by `changeLawDay`. Not kept: a forgotten day would hide a dead act. */
  readonly lawDay: Store<string | undefined>;
  /** The rules of form as shipped: of bills, and where those of other documents differ. */
  readonly allForms: FormRules;
  /** Those of what the open draft is. */
  readonly forms: FormRules;
  /** The matrix of guarantees; absent where the product ships none. */
  readonly parity?: ParityResources;
  readonly settings: Store<Settings>;
  /** Templates that ship, the office's own and those that were removed; read by `readTemplates`, empty before. */
  readonly templates: Store<readonly TemplateSummary[]>;
  /** The opened draft; none on the start window. */
  readonly session: Store<Session | undefined>;
  readonly dialog: Store<DialogState | undefined>;
  readonly banner: Store<Banner | undefined>;
  readonly tab: Store<InspectorTab>;
  /** The side that a narrow window shows; none at first. */
  readonly drawer: Store<Side | undefined>;
  /** The units that are chosen in the outline, in reading order: what a command means while the outline has the focus. */
  readonly chosenRows: Store<readonly UnitId[]>;
  /** Whether the rows of the outline are where the person works; the menus, the toolbar and the dialogs act on what is chosen there. */
  readonly isInOutline: Store<boolean>;
  /** What a structural command did, for who cannot see the outline. */
  readonly told: Store<Told | undefined>;
  /** The act whose card the inspector shows. */
  readonly act: Store<ActId | undefined>;
  /** Whether the comment composer is open. */
  readonly composing: Store<boolean>;
  /** The official texts that were imported on this machine. */
  readonly shelf: TextShelf;
  /** The official text that the inspector shows; none at first. */
  readonly reading: Store<Reading | undefined>;
  /** The earlier version of the open draft that stands beside it; none at first. */
  readonly beside: Store<Beside | undefined>;
  /** The words of a comment that was begun and not sent: closing the composer or another panel does not lose them. */
  readonly unsentComment: Store<string>;
  readonly exporting: Store<ExportState>;
  /** Whether only the text is on the screen. Not kept: nobody is to meet a window without its menus at the start. */
  readonly focusMode: Store<boolean>;
}

/** An official text that is read beside the draft. A new object each time that a place is asked for. */
export interface Reading {
  readonly act: ActId;
  /** The place to go to; absent for the beginning, or for where one was. */
  readonly pinpoint?: Pinpoint;
  /** The person goes from the draft into the text. */
  readonly takesFocus?: true;
}

/** An earlier version that is read beside the draft. A new object each time that a person asks for it. */
export interface Beside {
  readonly version: HistoryState;
  /** The person goes from the draft into the version. */
  readonly takesFocus?: true;
}

/** The register that counts, made ready for look-up; replaced when a person verifies or adds an act. */
export interface LawNow {
  readonly register: ActRegister;
  readonly acts: ActIndex;
}

export interface DeskParts {
  readonly bridge: Bridge;
  readonly ports: Ports;
  readonly info: AppInfo;
  /** As shipped. */
  readonly register: ActRegister;
  readonly library: Library;
  readonly forms: FormRules;
  readonly parity?: ParityResources;
  readonly settings: Settings;
}

function lawOf(shipped: ActRegister, library: Library, brought: Library, day?: string): LawNow {
  const register = registerWith(registerWith(shipped, library), brought);
  return { register, acts: actsOn(indexActs(register), dayOf(register, day)) };
}

function dayOf({ compiled }: ActRegister, day: string | undefined): LawDay | undefined {
  return day === undefined ? undefined : { day, compiled };
}

export function createDesk({ register: shipped, library, forms: allForms, ...parts }: DeskParts): Desk {
  const law = createStore(lawOf(shipped, library, emptyLibrary));
  const session = createStore<Session | undefined>(undefined);
  return {
    ...parts,
    shipped,
    allForms,
    get forms() {
      return formsOf(allForms, session.get()?.opened.draft.meta.document);
    },
    library: createStore(library),
    brought: createStore(emptyLibrary),
    law,
    get register() {
      return law.get().register;
    },
    get acts() {
      return law.get().acts;
    },
    lawDay: createStore<string | undefined>(undefined),
    settings: createStore(parts.settings),
    templates: createStore<readonly TemplateSummary[]>([]),
    session,
    dialog: createStore<DialogState | undefined>(undefined),
    banner: createStore<Banner | undefined>(undefined),
    tab: createStore<InspectorTab>('comments'),
    drawer: createStore<Side | undefined>(undefined),
    chosenRows: createStore<readonly UnitId[]>([]),
    isInOutline: createStore(false),
    told: createStore<Told | undefined>(undefined),
    act: createStore<ActId | undefined>(undefined),
    composing: createStore(false),
    shelf: createTextShelf(parts.bridge),
    reading: createStore<Reading | undefined>(undefined),
    beside: createStore<Beside | undefined>(undefined),
    unsentComment: createStore(''),
    exporting: createStore<ExportState>({ step: 'choosing' }),
    focusMode: createStore(false),
  };
}

/** Changes settings at once on the screen and keeps them; a failure to keep them is told and costs nothing else. */
export async function changeSettings(desk: Desk, change: Partial<Settings>): Promise<void> {
  desk.settings.set({ ...desk.settings.get(), ...change });
  const reply = await desk.bridge.request('settings.write', change);
  if (!reply.ok) desk.banner.set({ severity: 'error', failure: reply.error });
}

/** Puts a changed library in force: in the register, the marks of the text and whatever listens. */
export function changeLibrary(desk: Desk, library: Library): void {
  desk.library.set(library);
  putInForce(desk);
}

/** Puts in force what an opened draft brought along. */
export function changeBrought(desk: Desk, brought: Library): void {
  desk.brought.set(brought);
  putInForce(desk);
}

function putInForce(desk: Desk): void {
  show(desk, lawOf(desk.shipped, desk.library.get(), desk.brought.get(), desk.lawDay.get()));
}

function show(desk: Desk, law: LawNow): void {
  desk.law.set(law);
  desk.session.get()?.editor.setActs(law.acts);
}

/** Looks at all acts as they are on another day: in the lists, the marks of the text, the checks and the export. */
export function changeLawDay(desk: Desk, day: string | undefined): void {
  desk.lawDay.set(day);
  const { register, acts } = desk.law.get();
  show(desk, { register, acts: actsOn(acts, dayOf(register, day)) });
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('Invariant: a component of the desk stands outside it');
  return desk;
}
