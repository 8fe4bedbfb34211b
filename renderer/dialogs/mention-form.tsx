import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import type { CitationInline, ShortNames, Unit } from '../../core/draft/types.ts';
import { mentionsToRename, renamingOf } from '../../core/law/rename-mentions.ts';
import { offeredNames, shortNamesOf } from '../../core/law/short-names.ts';
import type { Act } from '../../core/law/types.ts';
import { Segments } from '../ui/segments.tsx';

/** How the act is named: in full, in full with a short name for what follows, or by that short name. */
const mentions = ['full', 'gives', 'short'] as const;
export type Mention = (typeof mentions)[number];

export interface MentionChoice {
  readonly mention: Mention;
  /** The short names as they were typed; absent as long as nobody typed: those that are offered hold. */
  readonly typed?: Trilingual<string>;
}

export function mentionOf(citation: CitationInline | undefined): MentionChoice {
  if (citation?.gives) return { mention: 'gives', typed: trilingual((one) => citation.gives?.[one] ?? '') };
  return { mention: citation?.short ? 'short' : 'full' };
}

/** What a citation stores of the choice: nothing where there is no name to give or to use. */
export function storedMention(
  { mention, typed }: MentionChoice,
  act: Act,
  units: readonly Unit[],
): Pick<CitationInline, 'gives' | 'short'> {
  if (mention === 'short') {
    const short = shortNamesOf(units, act.id);
    return short ? { short } : {};
  }
  if (mention === 'full') return {};
  const gives = written(typed ?? offeredNames(act, units));
  return Object.keys(gives).length > 0 ? { gives } : {};
}

function written(names: Trilingual<string>): ShortNames {
  const given = languages.map((language) => [language, names[language].trim()] as const);
  return Object.fromEntries(given.filter(([, name]) => name !== ''));
}

interface MentionFormProps {
  readonly value: MentionChoice;
  readonly onChange: (value: MentionChoice) => void;
  readonly act: Act;
  readonly units: readonly Unit[];
  /** The citation that is changed; absent for a new one. */
  readonly before?: CitationInline | undefined;
  /** Enter in a field does what the dialog's button does. */
  readonly onEnter: () => void;
}

/** Full name, full name that gives a short one, or the short one. */
export function MentionForm({ value, onChange, act, units, before, onEnter }: MentionFormProps): ReactNode {
  const { t } = useTranslation();
  const given = shortNamesOf(units, act.id);
  const names = value.typed ?? offeredNames(act, units);
  const renaming = before && renamingOf(units, before, { act: act.id, ...storedMention(value, act, units) });
  const following = renaming?.size ? mentionsToRename(units, act.id, renaming).length : 0;
  return (
    <div className="field">
      <span className="field-label">{t('cite:mention')}</span>
      <Segments
        label={t('cite:mention')}
        options={mentions.map((id) => ({ id, name: t(`cite:mentions.${id}`) }))}
        selected={[value.mention]}
        onChange={([chosen]) => chosen && onChange({ ...value, mention: chosen })}
      />
      {value.mention === 'gives' ? (
        <div className="cite-names">
          {languages.map((language) => (
            <label key={language}>
              <span lang={language}>{t(`ownName.${language}`)}</span>
              <input
                className="input"
                lang={language}
                value={names[language]}
                maxLength={120}
                onChange={({ target }) => onChange({ ...value, typed: { ...names, [language]: target.value } })}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  // The dialog goes, and the key must not go on to what has the focus then.
                  event.preventDefault();
                  onEnter();
                }}
              />
            </label>
          ))}
        </div>
      ) : null}
      {before && value.mention === 'gives' ? (
        <small role="status">{following > 0 ? t('cite:renames', { count: following }) : ''}</small>
      ) : null}
      {value.mention === 'short' && !given ? <small role="status">{t('cite:noShortName')}</small> : null}
    </div>
  );
}
