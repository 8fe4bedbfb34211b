import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FindQuery } from '../../core/languages/find-query.ts';

/** The switches of a search, each with the letter that works it together with Alt. */
const options = [
  { id: 'case', code: 'KeyC' },
  { id: 'word', code: 'KeyW' },
  { id: 'forms', code: 'KeyF' },
  { id: 'regex', code: 'KeyR' },
] as const;
type FindOption = (typeof options)[number]['id'];

export function optionByCode(code: string): FindOption | undefined {
  return options.find((option) => option.code === code)?.id;
}

function isOn({ mode, matchCase, wholeWord }: FindQuery, option: FindOption): boolean {
  switch (option) {
    case 'case':
      return matchCase;
    case 'word':
      return wholeWord;
    default:
      return mode === option;
  }
}

/** The query with an option turned over. Word forms and expressions put each other out. */
export function toggled(query: FindQuery, option: FindOption): FindQuery {
  switch (option) {
    case 'case':
      return { ...query, matchCase: !query.matchCase };
    case 'word':
      return { ...query, wholeWord: !query.wholeWord };
    default:
      return { ...query, mode: query.mode === option ? 'plain' : option };
  }
}

interface FindOptionsProps {
  readonly query: FindQuery;
  readonly onChange: (query: FindQuery) => void;
}

export function FindOptions({ query, onChange }: FindOptionsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="find-options" aria-label={t('find:options')}>
      {options.map(({ id, code }) => (
        <ToggleButton
          key={id}
          className="find-option"
          // The sign first: who speaks to the computer says what is seen.
          aria-label={`${t(`find:sign.${id}`)}: ${t(`find:option.${id}`)}, Alt+${code.slice(-1)}`}
          isSelected={isOn(query, id)}
          // A word's forms are whole words by themselves.
          isDisabled={id === 'word' && query.mode === 'forms'}
          onChange={() => onChange(toggled(query, id))}
        >
          <span title={`${t(`find:option.${id}`)} (Alt+${code.slice(-1)})`}>{t(`find:sign.${id}`)}</span>
        </ToggleButton>
      ))}
    </fieldset>
  );
}
