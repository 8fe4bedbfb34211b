import { type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { commands } from '../../core/commands/catalogue.ts';
import { focusPane } from '../commands/panes.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { actsOnChosen } from '../structure/targets.ts';
import { CommandItems } from './command-items.tsx';

/** A place of the window, CSS pixels. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

interface OutlineMenuProps {
  readonly editor: DraftEditor;
  readonly at: MenuPlace;
  readonly onClose: () => void;
}

const items = commands.filter(({ id, menu }) => menu === 'structure' && (actsOnChosen.has(id) || id === 'set-number'));

/** What can be done with the chosen rows, beside the pointer or the row. */
export function OutlineMenu({ editor, at, onClose }: OutlineMenuProps): ReactNode {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const onPress = (event: Event): void => {
      if (!place.current?.contains(event.target as Node)) latest.current();
    };
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  }, []);
  const close = (): void => {
    onClose();
    focusPane('outline', '[data-pane-focus]');
  };
  // Outside of the outline: a tree holds its rows and nothing else.
  return createPortal(
    <div ref={place}>
      <CommandItems
        label={t('shell:menu.structure')}
        items={items}
        editor={editor}
        style={{ position: 'fixed', left: at.x, top: at.y }}
        place={(popup) => keepInside(popup, at)}
        onClose={close}
      />
    </div>,
    document.body,
  );
}

const room = 6;

/** Where there is no room below the place it stands above, as far as the window goes. */
function keepInside(popup: HTMLElement, { x, y }: MenuPlace): void {
  popup.style.maxHeight = `${window.innerHeight - 2 * room}px`;
  const { width, height } = popup.getBoundingClientRect();
  popup.style.left = `${Math.max(room, Math.min(x, window.innerWidth - width - room))}px`;
  popup.style.top = `${Math.max(room, Math.min(y, window.innerHeight - height - room))}px`;
}
