import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { commands } from '../../core/commands/catalogue.ts';
import { keysOf } from '../../core/commands/keys.ts';
import { menus } from '../../core/commands/types.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { KeyCaps } from '../ui/key-caps.tsx';

const textKeys = ['enter', 'backspace', 'tab', 'shiftTab', 'at', 'altGr', 'f10', 'shiftF10', 'matches'] as const;

/** How to work here: what the keys do in the text, then every command with its keys. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <DialogFrame
      title={t('help:title')}
      size="wide"
      isReading
      onClose={onClose}
      footer={
        <Button className="button primary" autoFocus onPress={onClose}>
          {t('close')}
        </Button>
      }
    >
      <p>{t('help:intro')}</p>
      <div className="help-columns">
        <section>
          <h3>{t('help:inText')}</h3>
          <dl className="keys">
            {textKeys.map((id) => (
              <div key={id}>
                <dt>{t(`help:does.${id}`)}</dt>
                <dd>
                  <kbd>{t(`help:keys.${id}`)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {menus
          .filter((menu) => commands.some((command) => command.menu === menu && command.keys))
          .map((menu) => (
            <section key={menu}>
              <h3>{t(`shell:menu.${menu}`)}</h3>
              <dl className="keys">
                {commands
                  .filter((command) => command.menu === menu)
                  .filter(({ keys }) => keys !== undefined)
                  .map((command) => (
                    <div key={command.id}>
                      <dt>{t(`commands:${command.id}`)}</dt>
                      <dd>
                        {keysOf(command).map((keys) => (
                          <KeyCaps key={keys} keys={keys} isRead />
                        ))}
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
      </div>
    </DialogFrame>
  );
}
