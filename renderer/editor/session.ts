import type { Language } from '../../core/base/language.ts';
import type { Ports } from '../../core/base/ports.ts';
import type { DocumentKind, UnitId } from '../../core/draft/types.ts';
import type { LetterCase } from './change-case.ts';
import type { Sign } from './contract.ts';

/** What the view does for the rules; without a view (in tests, before it is mounted) nothing needs doing. */
export interface Screen {
  /** Draws the language's column live, at once where it is in sight. */
  readonly showLanguage: (language: Language) => void;
  /** Draws and scrolls to a unit. */
  readonly reveal: (unit: UnitId) => void;
  /**
   * Draws a change of very many units now: of the new rows the first few at once, the others when near or when there is time. The selection must
   * stand in what is drawn.
   */
  readonly drawFirst: () => void;
  /** The same, of what is new only the rows around the caret. */
  readonly drawAtCaret: () => void;
  /** Of what changes in this turn, in very many units, only what is in sight is drawn at once. */
  readonly holdBack: () => void;
  readonly focus: () => void;
  /** Takes in what the browser has selected and not yet told: it tells up to a tenth of a second late. */
  readonly settle: () => void;
  /** Whether the page shows already what the pending operations say, so that nothing has to be drawn. */
  readonly shows: () => boolean;
}

/** From so many new units on, they are drawn piece by piece: drawn at once, 200 cost a tenth of a second and 5,000 eight. */
export const manyUnits = 60;

/** A step was taken back or done again, or a command does not apply here. */
export type Outcome =
  | 'undone'
  | 'redone'
  | 'refused'
  | `${'bold' | 'italic' | 'superscript'}-${'on' | 'off'}`
  | `letters-${LetterCase}`
  | Sign;

/** What the rules of the editor share with each other and with the view. One per open draft; changed in place. */
export interface Session {
  readonly ports: Ports;
  /** What the draft is; absent for a bill. */
  readonly document: DocumentKind | undefined;
  /** The live column: the selection never leaves it. */
  language: Language;
  /** While above 0, the caller sets the states itself: no text is marked as edited. */
  statesHeld: number;
  /** Undo and redo apply what was recorded already. */
  isReplaying: boolean;
  /** Slate does not note which places it has yet to put in order; see `keepingNoPlaces`. */
  keepsNoPlaces: boolean;
  screen: Screen;
  /** Whether a step that takes most of the text is put off until a person agrees; `again` does it then. Nobody is asked without a desk. */
  asksFirst: (again: () => void) => boolean;
  /** Such a step is done, because the person agreed. */
  isAgreed: boolean;
  /** Says aloud what the caret alone does not tell. */
  tell: (what: Outcome) => void;
  /** How often the safety net had to put the list in order; above 0 is a bug of a rule. */
  repairs: number;
}

export const noScreen: Screen = {
  showLanguage: () => {},
  reveal: () => {},
  drawFirst: () => {},
  drawAtCaret: () => {},
  holdBack: () => {},
  focus: () => {},
  settle: () => {},
  shows: () => false,
};

export function createSession(language: Language, ports: Ports, document?: DocumentKind): Session {
  return {
    ports,
    document,
    language,
    statesHeld: 0,
    isReplaying: false,
    keepsNoPlaces: false,
    screen: noScreen,
    asksFirst: () => false,
    isAgreed: false,
    tell: () => {},
    repairs: 0,
  };
}

/** Makes a column live. The screen comes first: cells must not draw nodes that an operation has just taken away. */
export function makeLive(session: Session, language: Language): void {
  if (session.language === language) return;
  session.language = language;
  session.screen.showLanguage(language);
}

/** Runs `action`, whose text operations are no change of meaning (or whose states the caller sets). */
export function holdingStates(session: Session, action: () => void): void {
  session.statesHeld += 1;
  try {
    action();
  } finally {
    session.statesHeld -= 1;
  }
}

/** Runs `action`, which leaves everything in order or puts it in order itself. */
export function keepingNoPlaces(session: Session, action: () => void): void {
  const outside = session.keepsNoPlaces;
  session.keepsNoPlaces = true;
  try {
    action();
  } finally {
    session.keepsNoPlaces = outside;
  }
}
