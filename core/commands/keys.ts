import type { Command } from './types.ts';

/** The keys of a command taken apart. */
export interface KeyStroke {
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** `KeyboardEvent.code`. */
  readonly code: string;
}

/** What a key press says of itself; a `KeyboardEvent` fits. */
export interface KeyPress {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly code: string;
}

/** All keys of a command, those that are shown with its name first. */
export function keysOf({ keys, also = [] }: Command): readonly string[] {
  return keys === undefined ? also : [keys, ...also];
}

/** Takes apart the `keys` of a command: `Mod+Shift+KeyP`. The code stands last. */
export function parseKeys(keys: string): KeyStroke {
  const parts = keys.split('+');
  return {
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    code: parts.at(-1) ?? '',
  };
}

/**
 * Whether a key press is this stroke. `Mod` is Ctrl, or Cmd on a Mac. A press with AltGr reports Ctrl and Alt together and so
 * never matches a stroke that has only one of them.
 */
export function matchesKeys(stroke: KeyStroke, press: KeyPress, mac: boolean): boolean {
  const mod = mac ? press.metaKey : press.ctrlKey;
  const foreign = mac ? press.ctrlKey : press.metaKey;
  return (
    press.code === stroke.code &&
    mod === stroke.mod &&
    !foreign &&
    press.altKey === stroke.alt &&
    press.shiftKey === stroke.shift
  );
}

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Equal: '=',
  Minus: '−',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

function nameOfCode(code: string): string {
  return names[code] ?? code.replace(/^(Key|Digit)/, '');
}

/** The caps to show for keys, in the order in which they are held: `['Ctrl', 'Shift', 'P']`. */
export function keyCaps(keys: string, mac: boolean): readonly string[] {
  const stroke = parseKeys(keys);
  return [
    ...(stroke.mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(stroke.alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(stroke.shift ? [mac ? '⇧' : 'Shift'] : []),
    nameOfCode(stroke.code),
  ];
}

/** The same as the `aria-keyshortcuts` attribute wants it: `Control+Shift+P`. */
export function ariaKeys(keys: string, mac: boolean): string {
  const stroke = parseKeys(keys);
  return [
    ...(stroke.mod ? [mac ? 'Meta' : 'Control'] : []),
    ...(stroke.alt ? ['Alt'] : []),
    ...(stroke.shift ? ['Shift'] : []),
    stroke.code.replace(/^(Key|Digit)/, ''),
  ].join('+');
}
