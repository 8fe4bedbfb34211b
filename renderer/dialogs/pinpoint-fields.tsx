import type { ReactNode } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Pinpoint } from '../../core/draft/types.ts';
import { type PinpointLevel, pinpointLevels } from '../../core/law/pinpoint.ts';

interface PinpointFieldsProps {
  /** What the search field and these fields come to. */
  readonly shown: Pinpoint;
  readonly typed: Partial<Record<PinpointLevel, string>>;
  readonly onChange: (level: PinpointLevel, written: string) => void;
  readonly onEnter: () => void;
}

/** The place in the act, level by level; each takes a number, a list or a range. */
export function PinpointFields({ shown, typed, onChange, onEnter }: PinpointFieldsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="pinpoint">
      <legend className="field-label">{t('cite:pinpoint')}</legend>
      {pinpointLevels.map((level) => (
        <TextField
          key={level}
          className="field"
          value={typed[level] ?? shown[level]?.join(', ') ?? ''}
          onChange={(written) => onChange(level, written)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') {
              event.continuePropagation();
              return;
            }
            // The dialog goes, and the key must not go on to what has the focus then.
            event.preventDefault();
            onEnter();
          }}
        >
          <Label>{t(`law:level.${level}`)}</Label>
          <Input className="input" autoComplete="off" />
        </TextField>
      ))}
    </fieldset>
  );
}
