import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ariaKeys } from '../../core/commands/keys.ts';
import { foldText } from '../../core/commands/match.ts';
import { belongsTo } from '../../core/commands/of-document.ts';
import type { Command } from '../../core/commands/types.ts';
import { isOffered, runCommand } from '../commands/run.ts';
import { isSwitchedOn } from '../commands/switched.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { chosenCount } from '../structure/targets.ts';
import { KeyCaps } from '../ui/key-caps.tsx';

interface CommandItemsProps {
  readonly label: string;
  readonly items: readonly Command[];
  readonly editor: DraftEditor;
  /** The menu ends within the window: called once it is drawn. */
  readonly place: (popup: HTMLElement) => void;
  readonly style?: CSSProperties;
  /** Gives the focus back too: the command that follows acts where that is. */
  readonly onClose: () => void;
  /** Keys that the menu itself does not know; true when it was one of the caller's. */
  readonly onKey?: (key: string) => boolean;
}

function itemsOf(popup: HTMLElement | null): readonly HTMLElement[] {
  return [...(popup?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** Where the focus goes from `from` by a key; undefined when the key is none of the menu's. */
function nextItem(items: readonly HTMLElement[], from: number, key: string): HTMLElement | undefined {
  const { length } = items;
  if (key === 'ArrowDown') return items[(from + 1) % length];
  if (key === 'ArrowUp') return items[(from - 1 + length) % length];
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1) return undefined;
  const after = [...items.slice(from + 1), ...items.slice(0, from + 1)];
  return after.find((item) => foldText(item.textContent ?? '').startsWith(foldText(key)));
}

/** Commands as a menu, those that do not apply greyed but still to be read. */
export function CommandItems({ label, items, editor, place, style, onClose, onKey }: CommandItemsProps): ReactNode {
  const popup = useRef<HTMLDivElement>(null);
  const desk = useDesk();
  const state = editor.state();
  const own = items.filter((command) => belongsTo(command, state?.document));

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has been drawn.
  useLayoutEffect(() => {
    if (popup.current) place(popup.current);
  }, []);
  useEffect(() => itemsOf(popup.current)[0]?.focus(), []);

  const run = (command: Command): void => {
    if (!isOffered(command, state)) return;
    onClose();
    runCommand(desk, command.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = itemsOf(popup.current);
    const next = nextItem(all, all.indexOf(document.activeElement as HTMLElement), event.key);
    if (next) next.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (!onKey?.(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={popup}
      className="menu-popup"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      style={style}
      onKeyDown={onKeyDown}
    >
      {own.map((command, index) => (
        <div key={command.id} role="none">
          {index > 0 && own[index - 1]?.group !== command.group ? <hr className="menu-line" /> : null}
          <Item command={command} isOffered={isOffered(command, state)} onRun={() => run(command)} />
        </div>
      ))}
    </div>
  );
}

interface ItemProps {
  readonly command: Command;
  readonly isOffered: boolean;
  readonly onRun: () => void;
}

function Item({ command, isOffered: isThere, onRun }: ItemProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { keys } = command;
  const count = chosenCount(desk, command.id);
  const isOn = isSwitchedOn(desk, command.id);
  return (
    <button
      type="button"
      className="menu-item"
      role="menuitem"
      {...(isOn !== undefined && { role: 'menuitemcheckbox', 'aria-checked': isOn })}
      tabIndex={-1}
      aria-disabled={!isThere}
      aria-keyshortcuts={keys ? ariaKeys(keys, desk.info.platform === 'darwin') : undefined}
      onMouseEnter={(event) => event.currentTarget.focus()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <span>{count > 1 ? `${t(`commands:${command.id}`)} (${count})` : t(`commands:${command.id}`)}</span>
      {keys ? <KeyCaps keys={keys} /> : null}
    </button>
  );
}
