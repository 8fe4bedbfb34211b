import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { ExportProfile } from '../../core/bridge/exports.ts';
import { Choice } from '../ui/choice.tsx';

type PaperLanguage = Language | 'parallel';

interface LanguageChoiceProps<Id extends PaperLanguage> {
  readonly of: readonly Id[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  /** Where the pages stand beside the choice, they say what it gives. */
  readonly isPlain?: boolean;
}

/** In which language a document leaves, or all side by side. */
export function LanguageChoice<Id extends PaperLanguage>(props: LanguageChoiceProps<Id>): ReactNode {
  const { of, isPlain, ...rest } = props;
  const { t } = useTranslation();
  const words = (id: PaperLanguage) => ({
    name: t(`export:languages.${id}`),
    ...(!isPlain && { hint: t(`export:languageHints.${id}`) }),
  });
  return <Choice label={t('export:language')} options={of.map((id) => ({ id, ...words(id) }))} {...rest} />;
}

interface ProfileChoiceProps {
  readonly value: ExportProfile;
  readonly onChange: (value: ExportProfile) => void;
}

/** For whom the bill leaves. */
export function ProfileChoice(props: ProfileChoiceProps): ReactNode {
  const { t } = useTranslation();
  const options = (['final', 'review', 'internal'] as const).map((id) => ({
    id,
    name: t(`export:profiles.${id}`),
    hint: t(`export:profileHints.${id}`),
  }));
  return <Choice label={t('export:profile')} options={options} {...props} />;
}
