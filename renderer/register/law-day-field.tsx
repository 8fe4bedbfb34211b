import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatShortDate } from '../../core/languages/format.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { todayOf } from '../state/today.ts';
import { DateField, typedDate } from '../ui/date-field.tsx';

/** The day on which acts are looked at, wherever they are marked; empty for today. */
export function LawDayField(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const day = useStore(desk.lawDay);
  const [typed, setTyped] = useState(day === undefined ? '' : formatShortDate(language, day));
  const change = (next: string): void => {
    setTyped(next);
    const read = typedDate(next);
    // While a date is half typed, what was shown stays.
    if (read !== 'unread') desk.lawDay.set(read === 'none' || read === todayOf(desk.ports) ? undefined : read);
  };
  return (
    <div className="law-day">
      <DateField label={t('register:asOf')} value={typed} onChange={change} hint={t('register:asOfHint')} />
      {day === undefined ? null : (
        <Button className="link" onPress={() => change('')}>
          {t('register:asOfToday')}
        </Button>
      )}
    </div>
  );
}
