import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import type { OutlineLanguage } from '../../core/bridge/settings.ts';
import { changeSettings, useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';

const choices: readonly OutlineLanguage[] = ['writing', 'interface', ...languages];

/** In which language the outline names the units. */
export function OutlineLanguagePicker(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { outlineLanguage } = useStore(desk.settings);
  return (
    <select
      className="outline-language"
      aria-label={t('outline:language')}
      title={t('outline:language')}
      value={outlineLanguage}
      onChange={({ target }) => {
        const chosen = choices.find((one) => one === target.value);
        if (chosen) void changeSettings(desk, { outlineLanguage: chosen });
      }}
    >
      {choices.map((one) => (
        <option key={one} value={one}>
          {t(`outline:languages.${one}`)}
        </option>
      ))}
    </select>
  );
}

interface SearchProps {
  readonly query: string;
  readonly found: number;
  readonly onQuery: (query: string) => void;
  /** The arrow down, and Escape in an empty field: on to the tree. */
  readonly onLeave: () => void;
}

/** Filters the outline by heading, in whichever language, and by number. */
export function OutlineSearch({ query, found, onQuery, onLeave }: SearchProps): ReactNode {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'Enter' || (event.key === 'Escape' && query === '')) onLeave();
    else if (event.key === 'Escape') onQuery('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="outline-search">
      <input
        type="search"
        className="input"
        aria-label={t('outline:search')}
        placeholder={t('outline:search')}
        value={query}
        onChange={({ target }) => onQuery(target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="told" role="status">
        {query.trim() === '' ? '' : t('outline:found', { count: found })}
      </span>
    </div>
  );
}
