import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commands } from '../../core/commands/catalogue.ts';
import type { Menu } from '../../core/commands/types.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { CommandItems } from './command-items.tsx';

interface MenuPopupProps {
  readonly menu: Menu;
  readonly editor: DraftEditor;
  readonly onClose: () => void;
  /** Left and right: to the menu before or after. */
  readonly onStep: (by: 1 | -1) => void;
}

/** A menu ends within the window, however small that is: it moves to the left, and what is too tall scrolls. */
function keepInside(popup: HTMLElement): void {
  const { top, right } = popup.getBoundingClientRect();
  popup.style.left = `${Math.min(0, window.innerWidth - right - 6)}px`;
  popup.style.maxHeight = `${window.innerHeight - top - 6}px`;
}

/** The commands of one menu of the bar. */
export function MenuPopup({ menu, editor, onClose, onStep }: MenuPopupProps): ReactNode {
  const { t } = useTranslation();
  const onKey = (key: string): boolean => {
    if (key !== 'ArrowRight' && key !== 'ArrowLeft') return false;
    onStep(key === 'ArrowRight' ? 1 : -1);
    return true;
  };
  return (
    <CommandItems
      label={t(`shell:menu.${menu}`)}
      items={commands.filter((command) => command.menu === menu)}
      editor={editor}
      place={keepInside}
      onClose={onClose}
      onKey={onKey}
    />
  );
}
