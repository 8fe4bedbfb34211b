import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import type { BillOptions, ExportOptions, ParityOptions } from '../../core/bridge/exports.ts';
import { Choice } from '../ui/choice.tsx';
import { LanguageChoice, ProfileChoice } from './paper-choices.tsx';

interface FormProps<T> {
  readonly value: T;
  readonly onChange: (value: ExportOptions) => void;
}

interface ExportFormProps extends FormProps<ExportOptions> {
  /** Whether there is a matrix of guarantees to export. */
  readonly hasParity: boolean;
}

/** Which document, in which language, for whom and as what; a choice that a document does not have is not shown. */
export function ExportForm({ value, onChange, hasParity }: ExportFormProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="export-form">
      {hasParity ? (
        <Choice
          label={t('export:document')}
          value={value.document}
          onChange={(document) => document !== value.document && onChange(asDocument(value, document))}
          options={(['bill', 'parity'] as const).map((id) => ({
            id,
            name: t(`export:documents.${id}`),
            hint: t(`export:documentHints.${id}`),
          }))}
        />
      ) : null}
      {value.document === 'bill' ? (
        <BillForm value={value} onChange={onChange} />
      ) : (
        <ParityForm value={value} onChange={onChange} />
      )}
    </div>
  );
}

/** The other document, with what was chosen already as far as it has it. */
function asDocument({ language, format, profile }: ExportOptions, document: ExportOptions['document']): ExportOptions {
  if (document === 'bill') return { document, language, format: format === 'csv' ? 'docx' : format, profile };
  return {
    document,
    language: language === 'parallel' ? 'ky' : language,
    format,
    profile: profile === 'internal' ? profile : 'final',
  };
}

function BillForm({ value, onChange }: FormProps<BillOptions>): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <LanguageChoice
        of={[...languages, 'parallel']}
        value={value.language}
        onChange={(language) => onChange({ ...value, language })}
      />
      <ProfileChoice value={value.profile} onChange={(profile) => onChange({ ...value, profile })} />
      <Choice
        label={t('export:format')}
        value={value.format}
        onChange={(format) => onChange({ ...value, format })}
        options={(['docx', 'text'] as const).map((id) => ({
          id,
          name: t(`export:formats.${id}`),
          hint: t(`export:formatHints.${id}`),
        }))}
      />
    </>
  );
}

function ParityForm({ value, onChange }: FormProps<ParityOptions>): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <LanguageChoice of={languages} value={value.language} onChange={(language) => onChange({ ...value, language })} />
      <Choice
        label={t('export:profile')}
        value={value.profile}
        onChange={(profile) => onChange({ ...value, profile })}
        options={(['final', 'internal'] as const).map((id) => ({
          id,
          name: t(`export:profiles.${id}`),
          hint: t(`export:parityProfileHints.${id}`),
        }))}
      />
      <Choice
        label={t('export:format')}
        value={value.format}
        onChange={(format) => onChange({ ...value, format })}
        options={(['docx', 'text', 'csv'] as const).map((id) => ({
          id,
          name: t(`export:formats.${id}`),
          hint: t(`export:parityFormatHints.${id}`),
        }))}
      />
    </>
  );
}
