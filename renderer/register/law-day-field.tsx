import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatDate, formatShortDate } from '../../core/languages/format.ts';
import { changeLawDay, useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { todayOf } from '../state/today.ts';
import { DateField, typedDate } from '../ui/date-field.tsx';
import { Icon } from '../ui/icon.tsx';

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
    if (read !== 'unread') changeLawDay(desk, read === 'none' || read === todayOf(desk.ports) ? undefined : read);
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

/** The same where there is little room: a line that says the day and opens the field. */
export function LawDayFold(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const day = useStore(desk.lawDay);
  const [isOpen, setOpen] = useState(day !== undefined);
  const date = formatDate(language, day ?? todayOf(desk.ports));
  return (
    <>
      <Button className="link law-day-fold" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {t('register:asOfDay', { date })}
        <Icon name="chevron" size={11} />
      </Button>
      {isOpen ? <LawDayField /> : null}
    </>
  );
}
