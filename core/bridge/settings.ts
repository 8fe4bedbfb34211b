import type { Language, Trilingual } from '../base/language.ts';

export type Theme = 'system' | 'light' | 'dark';

export type OutlineLanguage = 'writing' | 'interface' | Language;

/** In CSS pixels; 0 means hidden, `usual` that nobody chose and the window decides. */
export type SideWidth = number | 'usual';

/** What a person chose; kept on this machine. */
export interface Settings {
  /** In which language the outline names the units: that which is being written, that of the interface, or one for good. */
  readonly outlineLanguage: OutlineLanguage;
  readonly language: Language;
  readonly theme: Theme;
  /** The name under which comments are written; empty until the person gives one. */
  readonly author: string;
  /** The columns shown, in the order of `languages`; never empty. */
  readonly columns: readonly Language[];
  readonly outlineWidth: SideWidth;
  readonly inspectorWidth: SideWidth;
  /** How the width of the sheet is shared among the columns that are shown, by language; 1 each when nobody changed it. */
  readonly shares: Trilingual<number>;
  /** Percent, 50 to 300. */
  readonly zoom: number;
  /** Whether what prints nothing (paragraph ends, no-break spaces, line breaks) is marked in the text. */
  readonly marks: boolean;
}

export interface AppInfo {
  readonly version: string;
  /** `loopback`: the same services on 127.0.0.1 in a browser, where there is no Electron. It has no dialogs of its own: the page browses by `files.browse`. */
  readonly shell: 'electron' | 'loopback';
  readonly platform: string;
}
