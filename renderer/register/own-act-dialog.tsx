import { type ReactNode, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Language, languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import { formatShortDate } from '../../core/languages/format.ts';
import type { LocalAct } from '../../core/law/library.ts';
import { constitutionTitle } from '../../core/law/named-act.ts';
import { findSameActs, guessAct } from '../../core/law/same-acts.ts';
import { type ActType, actTypes } from '../../core/law/types.ts';
import { ActLine } from '../panels/act-line.tsx';
import { type Desk, useDesk } from '../state/desk.ts';
import { todayOf } from '../state/today.ts';
import { Check } from '../ui/check.tsx';
import { DateField, typedDate } from '../ui/date-field.tsx';
import { DropList } from '../ui/drop-list.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { keepAct } from './deeds.ts';
import { SourceField } from './source-field.tsx';
import './register.css';

interface Entered {
  readonly type: ActType;
  readonly date: string;
  readonly number: string;
  readonly titles: Trilingual<string>;
  /** Of an order alone. */
  readonly issuer: Trilingual<string>;
  readonly isStatya: boolean;
  readonly source: string;
}

function languageOf(text: string): Language {
  if (/[a-z]/i.test(text)) return 'en';
  return /[өүң]|жөнүндө|мыйзам/i.test(text) ? 'ky' : 'ru';
}

function firstOf(desk: Desk, editing: LocalAct | undefined, query: string): Entered {
  const { language } = desk.settings.get();
  if (editing) {
    const { type, date, number, title, issuer: by, articleWord, source } = editing;
    const titles = trilingual((one) => title[one] ?? '');
    const shown = date ? formatShortDate(language, date) : '';
    const issuer = trilingual((one) => by?.[one] ?? '');
    return { type, date: shown, number: number ?? '', titles, issuer, isStatya: articleWord !== undefined, source };
  }
  const { type, date, number, title } = guessAct(query);
  const titles = trilingual((one) => (title !== '' && one === languageOf(title) ? title : ''));
  const shown = date ? formatShortDate(language, date) : '';
  const issuer = trilingual(() => '');
  return { type, date: shown, number: number ?? '', titles, issuer, isStatya: false, source: '' };
}

function filled(texts: Trilingual<string>): Trilingual<string | null> {
  return trilingual((language) => texts[language].trim() || null);
}

function issuerOf({ type, issuer }: Entered): Pick<LocalAct, 'issuer'> {
  const by = filled(issuer);
  return type === 'agency-order' && languages.some((language) => by[language]) ? { issuer: by } : {};
}

interface OwnActDialogProps {
  /** The act of one's own that is changed; without it one is added. */
  readonly editing: LocalAct | undefined;
  /** The words by which it was looked for. */
  readonly query: string;
  readonly onClose: () => void;
}

/** Adds an act that the register lacks, as far as a person knows it. It is cited like any other and marked as not verified. */
export function OwnActDialog({ editing, query, onClose }: OwnActDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [entered, setEntered] = useState(() => firstOf(desk, editing, query));
  const [isAsked, setAsked] = useState(false);
  const date = typedDate(entered.date);
  const lacksSource = entered.source.trim() === '';

  const keep = async (): Promise<void> => {
    setAsked(true);
    if (lacksSource || date === 'unread') return;
    const act: LocalAct = {
      id: editing?.id ?? `local-${desk.ports.newId()}`,
      type: entered.type,
      date: date === 'none' ? null : date,
      number: entered.number.trim() || null,
      title: entered.type === 'constitution' ? constitutionTitle : filled(entered.titles),
      ...issuerOf(entered),
      ...(entered.isStatya && { articleWord: 'статья' as const }),
      source: entered.source.trim(),
      addedBy: editing?.addedBy ?? desk.settings.get().author,
      addedOn: editing?.addedOn ?? todayOf(desk.ports),
    };
    if (!(await keepAct(desk, act))) return;
    desk.act.set(act.id);
    onClose();
  };
  return (
    <FormDialog
      title={t(editing ? 'register:editTitle' : 'register:addTitle')}
      intro={<p className="hint">{t('register:addHint')}</p>}
      send={t(editing ? 'register:keepAct' : 'register:addAct')}
      onSend={() => void keep()}
      onClose={onClose}
      below={<Resembling entered={entered} without={editing?.id} onClose={onClose} />}
    >
      <OwnActFields entered={entered} onChange={setEntered} isSourceAsked={isAsked && lacksSource} />
    </FormDialog>
  );
}

interface OwnActFieldsProps {
  readonly entered: Entered;
  readonly onChange: (entered: Entered) => void;
  readonly isSourceAsked: boolean;
}

function OwnActFields({ entered, onChange, isSourceAsked }: OwnActFieldsProps): ReactNode {
  const { t } = useTranslation();
  const set = (change: Partial<Entered>): void => onChange({ ...entered, ...change });
  return (
    <>
      <DropList
        label={t('law:fact.type')}
        options={actTypes.map((id) => ({ id, name: t(`law:type.${id}`) }))}
        value={entered.type}
        onChange={(type) => set({ type })}
      />
      <div className="field-row">
        <DateField label={t('law:fact.date')} value={entered.date} onChange={(date) => set({ date })} />
        <TextField className="field" value={entered.number} onChange={(number) => set({ number })}>
          <Label>{t('law:fact.number')}</Label>
          <Input className="input" maxLength={60} />
        </TextField>
      </div>
      {entered.type === 'agency-order' ? (
        <TextsIn label="register:issuerIn" texts={entered.issuer} onChange={(issuer) => set({ issuer })} />
      ) : null}
      {entered.type === 'constitution' ? null : (
        <TextsIn label="register:titleIn" texts={entered.titles} onChange={(titles) => set({ titles })} />
      )}
      <Check isSelected={entered.isStatya} onChange={(isStatya) => set({ isStatya })}>
        {t('register:statya')}
      </Check>
      <SourceField value={entered.source} isAsked={isSourceAsked} onChange={(source) => set({ source })} />
    </>
  );
}

interface TextsInProps {
  /** The key of the label, which takes the name of the language. */
  readonly label: 'register:titleIn' | 'register:issuerIn';
  readonly texts: Trilingual<string>;
  readonly onChange: (texts: Trilingual<string>) => void;
}

/** One line in each language. */
function TextsIn({ label, texts, onChange }: TextsInProps): ReactNode {
  const { t } = useTranslation();
  return languages.map((language) => (
    <TextField
      key={language}
      className="field"
      value={texts[language]}
      onChange={(text) => onChange({ ...texts, [language]: text })}
    >
      <Label>{t(label, { language: t(`ownName.${language}`), example: t(`register:issuerLike.${language}`) })}</Label>
      <Input className="input" lang={language} />
    </TextField>
  ));
}

interface ResemblingProps {
  readonly entered: Entered;
  readonly without: string | undefined;
  readonly onClose: () => void;
}

/** Acts that the register already has and that may be this one. */
function Resembling({ entered, without, onClose }: ResemblingProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const read = typedDate(entered.date);
  const date = read === 'none' || read === 'unread' ? null : read;
  const titles = Object.values(entered.titles).filter((title) => title.trim() !== '');
  const same = findSameActs(desk.acts, { date, number: entered.number.trim() || null, titles });
  const others = same.filter(({ act }) => act.id !== without).slice(0, 3);
  return (
    <div role="status">
      {others.length === 0 ? null : (
        <div className="difference">
          <p>{t('register:resembles')}</p>
          <ul className="resembling">
            {others.map(({ act, by }) => (
              <li key={act.id}>
                <ActLine act={act} />
                <small>{t(`register:sameBy.${by}`)}</small>
                <Button
                  className="link"
                  onPress={() => {
                    desk.act.set(act.id);
                    onClose();
                  }}
                >
                  {t('register:useThis')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
