import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { commands } from '../../core/commands/catalogue.ts';
import { ariaKeys } from '../../core/commands/keys.ts';
import { foldText } from '../../core/commands/match.ts';
import type { Command, Menu } from '../../core/commands/types.ts';
import { isOffered, runCommand } from '../commands/run.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { KeyCaps } from '../ui/key-caps.tsx';

interface MenuPopupProps {
  readonly menu: Menu;
  readonly editor: DraftEditor;
  readonly onClose: () => void;
  /** Left and right: to the menu before or after. */
  readonly onStep: (by: 1 | -1) => void;
}

function itemsOf(popup: HTMLElement | null): readonly HTMLElement[] {
  return [...(popup?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
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

/** A menu ends within the window, however small that is: it moves to the left, and what is too tall scrolls. */
function keepInside(popup: HTMLElement | null): void {
  if (!popup) return;
  const { top, right } = popup.getBoundingClientRect();
  popup.style.left = `${Math.min(0, window.innerWidth - right - 6)}px`;
  popup.style.maxHeight = `${window.innerHeight - top - 6}px`;
}

/** The commands of one menu, those that do not apply greyed but still to be read. */
export function MenuPopup({ menu, editor, onClose, onStep }: MenuPopupProps): ReactNode {
  const popup = useRef<HTMLDivElement>(null);
  const desk = useDesk();
  const { t } = useTranslation();
  const state = editor.state();
  const items = commands.filter((command) => command.menu === menu);

  useLayoutEffect(() => keepInside(popup.current), []);
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
    else if (event.key === 'ArrowRight') onStep(1);
    else if (event.key === 'ArrowLeft') onStep(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={popup}
      className="menu-popup"
      role="menu"
      tabIndex={-1}
      aria-label={t(`shell:menu.${menu}`)}
      onKeyDown={onKeyDown}
    >
      {items.map((command, index) => (
        <div key={command.id} role="none">
          {index > 0 && items[index - 1]?.group !== command.group ? <hr className="menu-line" /> : null}
          <button
            type="button"
            className="menu-item"
            role="menuitem"
            tabIndex={-1}
            aria-disabled={!isOffered(command, state)}
            aria-keyshortcuts={command.keys ? ariaKeys(command.keys, desk.info.platform === 'darwin') : undefined}
            onMouseEnter={(event) => event.currentTarget.focus()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(command)}
          >
            <span>{t(`commands:${command.id}`)}</span>
            {command.keys ? <KeyCaps keys={command.keys} /> : null}
          </button>
        </div>
      ))}
    </div>
  );
}
