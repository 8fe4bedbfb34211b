import type { ReactNode } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../core/base/language.ts';
import { billColumn } from '../../core/law/own-facts.ts';
import type { ParityMatrix } from '../../core/law/parity.ts';
import { DropList } from '../ui/drop-list.tsx';
import { Segments } from '../ui/segments.tsx';
import { AmountFields } from './amount-fields.tsx';
import { FactCitations } from './fact-citations.tsx';
import type { FactDraft, FactProblem } from './fact-draft.ts';

interface FactFormProps {
  readonly matrix: ParityMatrix;
  readonly language: Language;
  readonly value: FactDraft;
  readonly onChange: (change: Partial<FactDraft>) => void;
  readonly problems: readonly FactProblem[];
}

/** The fields of a cell: which one, what is known, how much, from where, by whom. */
export function FactForm({ matrix, language, value, onChange, problems }: FactFormProps): ReactNode {
  const { t } = useTranslation();
  const isBill = value.service === billColumn;
  const bill = isBill ? [{ id: billColumn, name: t('parity:fill.bill') }] : [];
  const services = isBill ? bill : matrix.services.map(({ id, name }) => ({ id, name: name[language] }));
  return (
    <div className="fact-form">
      <div className="fact-column">
        <DropList
          label={t('parity:fill.guarantee')}
          placeholder={t('parity:fill.choose')}
          value={value.guarantee}
          isInvalid={problems.includes('guarantee')}
          onChange={(guarantee) => onChange({ guarantee })}
          options={matrix.guarantees.map(({ id, name }) => ({ id, name: name[language] }))}
        />
        <DropList
          label={t('parity:fill.service')}
          placeholder={t('parity:fill.choose')}
          value={value.service}
          isInvalid={problems.includes('service')}
          onChange={(service) => onChange({ service })}
          options={services}
        />
        {isBill ? null : <Given value={value.given} onChange={(given) => onChange({ given })} />}
        <AmountFields
          value={value}
          onChange={onChange}
          isWrong={problems.includes('number') || problems.includes('base')}
        />
        <Words value={value.words} onChange={(words) => onChange({ words })} isMissing={problems.includes('words')} />
      </div>
      <div className="fact-column">
        {isBill ? null : <FactCitations value={value.citations} onChange={(citations) => onChange({ citations })} />}
        <Line
          name={t('parity:fill.source')}
          value={value.source}
          isRequired
          isMissing={problems.includes('source')}
          onChange={(source) => onChange({ source })}
        />
        <Line name={t('parity:fill.note')} value={value.note} onChange={(note) => onChange({ note })} />
        <div className="fact-pair">
          <Line name={t('parity:fill.by')} value={value.by} onChange={(by) => onChange({ by })} />
          <Line
            name={t('parity:fill.on')}
            value={value.on}
            isRequired
            isMissing={problems.includes('on')}
            onChange={(on) => onChange({ on })}
          />
        </div>
        {isBill ? null : <Confidence value={value.confidence} onChange={(confidence) => onChange({ confidence })} />}
      </div>
    </div>
  );
}

function Given({ value, onChange }: { readonly value: boolean; readonly onChange: (given: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <span className="field-label">{t('parity:fill.given')}</span>
      <Segments
        label={t('parity:fill.given')}
        options={[
          { id: 'yes', name: t('parity:fill.givenYes') },
          { id: 'no', name: t('parity:fill.givenNo') },
        ]}
        selected={[value ? 'yes' : 'no']}
        onChange={([chosen]) => onChange(chosen === 'yes')}
      />
    </div>
  );
}

interface ConfidenceProps {
  readonly value: FactDraft['confidence'];
  readonly onChange: (confidence: FactDraft['confidence']) => void;
}

function Confidence({ value, onChange }: ConfidenceProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="field">
      <span className="field-label">{t('parity:fill.confidence')}</span>
      <Segments
        label={t('parity:fill.confidence')}
        options={[
          { id: 'verified', name: t('parity:fill.full') },
          { id: 'partly', name: t('parity:fill.partly') },
        ]}
        selected={[value]}
        onChange={([chosen]) => chosen && onChange(chosen)}
      />
    </div>
  );
}

interface WordsProps {
  readonly value: FactDraft['words'];
  readonly onChange: (words: FactDraft['words']) => void;
  readonly isMissing: boolean;
}

function Words({ value, onChange, isMissing }: WordsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="fact-words">
      <legend className="field-label">{t('parity:fill.words')}</legend>
      {languages.map((language) => (
        <TextField
          key={language}
          className="field"
          value={value[language]}
          isInvalid={isMissing}
          onChange={(words) => onChange({ ...value, [language]: words })}
        >
          <Label>{t(`ownName.${language}`)}</Label>
          <Input className="input" lang={language} autoComplete="off" />
        </TextField>
      ))}
    </fieldset>
  );
}

interface LineProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isRequired?: boolean;
  readonly isMissing?: boolean;
}

function Line({ name, value, onChange, isRequired = false, isMissing = false }: LineProps): ReactNode {
  return (
    <TextField className="field" value={value} isRequired={isRequired} isInvalid={isMissing} onChange={onChange}>
      <Label>{name}</Label>
      <Input className="input" autoComplete="off" />
    </TextField>
  );
}
