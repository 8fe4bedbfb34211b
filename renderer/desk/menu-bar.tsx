import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commands } from '../../core/commands/catalogue.ts';
import { type Menu, menus } from '../../core/commands/types.ts';
import { focusPane } from '../commands/panes.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { MenuPopup } from './menu-popup.tsx';

const shownMenus = menus.filter((menu) => commands.some((command) => command.menu === menu));

/** Hears Alt alone and F10, as Windows has it: they bring the focus to the menu bar. */
function useMenuKey(focusFirst: () => void): void {
  useEffect(() => {
    let altAlone = false;
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      altAlone = event.key === 'Alt' && !event.ctrlKey && !event.shiftKey && !event.repeat;
      if (event.key === 'F10' && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        focusFirst();
      }
    };
    const onKeyUp = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Alt' || !altAlone) return;
      altAlone = false;
      event.preventDefault();
      focusFirst();
    };
    const onOther = (): void => {
      altAlone = false;
    };
    // Heard on the way down: a shortcut with Alt that the editor keeps to itself must not look like Alt alone.
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('keyup', onKeyUp);
    window.addEventListener('mousedown', onOther);
    window.addEventListener('blur', onOther);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('mousedown', onOther);
      window.removeEventListener('blur', onOther);
    };
  }, [focusFirst]);
}

/**
 * The menu bar, by the WAI-ARIA pattern: one stop of the Tab key, arrows between menus and within them, a press or Enter opens,
 * the pointer moves from one open menu to the next. React Aria has menus but no bar of them.
 */
export function MenuBar({ editor }: { readonly editor: DraftEditor }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const bar = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Menu>();
  const [current, setCurrent] = useState<Menu>('file');

  const focusTitle = (menu: Menu): void => {
    setCurrent(menu);
    bar.current?.querySelector<HTMLElement>(`[data-menu="${menu}"]`)?.focus();
  };
  const focusFirst = useRef(() => focusTitle('file')).current;
  useMenuKey(focusFirst);

  useEffect(() => {
    if (!open) return undefined;
    const onPress = (event: MouseEvent): void => {
      if (!bar.current?.contains(event.target as Node)) setOpen(undefined);
    };
    document.addEventListener('mousedown', onPress, true);
    return () => document.removeEventListener('mousedown', onPress, true);
  }, [open]);

  const step = (from: Menu, by: number): void => {
    const next = shownMenus[(shownMenus.indexOf(from) + by + shownMenus.length) % shownMenus.length];
    if (!next) return;
    focusTitle(next);
    if (open) setOpen(next);
  };
  const close = (): void => {
    setOpen(undefined);
    // Back to where one was: the command acts there.
    if (!desk.isInOutline.get() || !focusPane('outline')) editor.focus();
  };

  const onTitleKey = (menu: Menu, event: KeyboardEvent): void => {
    const opens = ['ArrowDown', 'Enter', ' '].includes(event.key);
    if (opens) {
      setOpen(menu);
    } else if (event.key === 'ArrowRight') step(menu, 1);
    else if (event.key === 'ArrowLeft') step(menu, -1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };

  return (
    <div ref={bar} className="menu-bar" role="menubar" aria-label={t('desk:panes.menu')} data-pane="menu">
      {shownMenus.map((menu) => (
        <div key={menu} className="menu-place">
          <button
            type="button"
            className={`menu-title${open === menu ? ' open' : ''}`}
            role="menuitem"
            aria-haspopup="menu"
            aria-expanded={open === menu}
            data-menu={menu}
            tabIndex={menu === current ? 0 : -1}
            onKeyDown={(event) => onTitleKey(menu, event)}
            onMouseDown={(event) => {
              // The editor keeps its selection: commands act on it.
              event.preventDefault();
              setOpen(open === menu ? undefined : menu);
            }}
            onMouseEnter={() => open && setOpen(menu)}
          >
            {t(`shell:menu.${menu}`)}
          </button>
          {open === menu ? (
            <MenuPopup menu={menu} editor={editor} onClose={close} onStep={(by) => step(menu, by)} />
          ) : null}
        </div>
      ))}
    </div>
  );
}
