import type { ReactNode } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import { changeSettings, useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { Segments } from '../ui/segments.tsx';

/** What a person chooses for this machine. Each choice works at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language, theme, author } = useStore(desk.settings);
  return (
    <DialogFrame
      title={t('settings:title')}
      size="small"
      onClose={onClose}
      footer={
        <Button className="button primary" onPress={onClose}>
          {t('done')}
        </Button>
      }
    >
      <div className="form">
        <div className="field">
          <span className="field-label">{t('settings:language')}</span>
          <Segments
            label={t('settings:language')}
            options={languages.map((id) => ({ id, name: t(`ownName.${id}`), lang: id }))}
            selected={[language]}
            onChange={([chosen]) => chosen && void changeSettings(desk, { language: chosen })}
          />
        </div>
        <div className="field">
          <span className="field-label">{t('settings:theme')}</span>
          <Segments
            label={t('settings:theme')}
            options={(['system', 'light', 'dark'] as const).map((id) => ({ id, name: t(`settings:themes.${id}`) }))}
            selected={[theme]}
            onChange={([chosen]) => chosen && void changeSettings(desk, { theme: chosen })}
          />
        </div>
        <TextField className="field" value={author} onChange={(name) => void changeSettings(desk, { author: name })}>
          <Label>{t('settings:author')}</Label>
          <Input className="input" />
          <Text slot="description" className="hint">
            {t('settings:authorHint')}
          </Text>
        </TextField>
      </div>
    </DialogFrame>
  );
}
