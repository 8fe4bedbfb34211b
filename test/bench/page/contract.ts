import type { Language } from '../../../core/base/language.ts';
import type { Draft } from '../../../core/draft/types.ts';

/** What a measurement does to an editor besides pressing keys; every editor on the page of the bench offers it alike. */
export interface BenchEditor {
  readonly scroller: HTMLElement;
  /** Units in the document. */
  readonly count: () => number;
  readonly text: (index: number) => string;
  /** The caret into a unit of the live column, and the unit into sight. */
  readonly put: (index: number, offset: number) => void;
  readonly undo: () => void;
  /** Makes another column live; absent where there is but one. */
  readonly switchTo?: (language: Language) => void;
  /** Whether everything is drawn that is to be drawn in the background. */
  readonly isWhole: () => boolean;
}

export type MountEditor = (place: HTMLElement, draft: Draft) => BenchEditor;

/** `prosemirror` holds one language, `prosemirror3` three columns; `bare` is no editor but what the browser itself takes for a key. */
export const editorNames = ['ours', 'prosemirror', 'prosemirror3', 'lexical', 'bare'] as const;
export type EditorName = (typeof editorNames)[number];

/** From the key's own time stamp to the end of the frame that shows it, milliseconds. */
export interface Probe {
  readonly reset: () => void;
  /** Resolves when the last key is painted. */
  readonly settled: () => Promise<void>;
  readonly take: () => readonly number[];
  readonly painted: () => Promise<void>;
  /** Scrolls by so many pixels in each of so many frames; the lengths of the frames in milliseconds. */
  readonly scroll: (pixels: number, frames: number) => Promise<readonly number[]>;
}

export interface BenchPage {
  readonly probe: Probe;
  /** Draws the editor and puts the caret into its first text; milliseconds until that was painted. */
  readonly mount: () => Promise<number>;
  readonly editor: BenchEditor;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}
