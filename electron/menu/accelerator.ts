const names: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Equal: '=',
  Minus: '-',
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
};

/** The catalogue's keys (`Mod+Shift+KeyP`) as Electron writes them (`CmdOrCtrl+Shift+P`). */
export function accelerator(keys: string): string {
  return keys
    .split('+')
    .map((part) => names[part] ?? part.replace(/^(Key|Digit)(?=.$)/, ''))
    .join('+');
}
