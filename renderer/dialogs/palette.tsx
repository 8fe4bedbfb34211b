import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commands } from '../../core/commands/catalogue.ts';
import { rankMatches } from '../../core/commands/match.ts';
import { belongsTo } from '../../core/commands/of-document.ts';
import type { Command } from '../../core/commands/types.ts';
import { runCommand, whyNot } from '../commands/run.ts';
import { useDesk } from '../state/desk.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';
import { PickList } from '../ui/pick-list.tsx';

/** Every command that applies now, found by a few letters of its name; after them what fits and does not apply, with what it lacks. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [query, setQuery] = useState('');
  const state = desk.session.get()?.editor.state();
  const known = commands.filter((command) => command.id !== 'palette' && belongsTo(command, state?.document));
  const fitting = rankMatches(query, known, (command) => t(`commands:${command.id}`));
  const offered = fitting.filter((command) => whyNot(command, state) === undefined);
  const lacking = query.trim() === '' ? [] : fitting.filter((command) => whyNot(command, state) !== undefined);
  const items = [...offered, ...lacking];
  const reasonOf = (command: Command): string | undefined => {
    const lacks = whyNot(command, state);
    return lacks && t(`desk:lacking.${lacks}`);
  };
  const run = (command: Command): void => {
    onClose();
    // The command may want the focus: it comes after the text has it again.
    requestAnimationFrame(() => requestAnimationFrame(() => runCommand(desk, command.id)));
  };
  return (
    <DialogFrame title={t('commands:palette')} onClose={onClose} bare size="medium">
      <PickList
        label={t('commands:palette')}
        placeholder={t('desk:palettePlaceholder')}
        autoFocus
        query={query}
        onQuery={setQuery}
        items={items}
        keyOf={(command) => command.id}
        onPick={run}
        reasonAgainst={reasonOf}
        empty={t('desk:noCommand')}
        render={(command) => (
          <span className="palette-line">
            <span>{t(`commands:${command.id}`)}</span>
            <About command={command} lacking={reasonOf(command)} />
            {command.keys ? <KeyCaps keys={command.keys} /> : null}
          </span>
        )}
      />
    </DialogFrame>
  );
}

interface AboutProps {
  readonly command: Command;
  readonly lacking: string | undefined;
}

/** What it lacks, or else the menu that it stands in. */
function About({ command: { menu }, lacking }: AboutProps): ReactNode {
  const { t } = useTranslation();
  if (lacking) return <span className="palette-lacking">{lacking}</span>;
  return menu ? <span className="palette-menu">{t(`shell:menu.${menu}`)}</span> : null;
}
