import { type ReactNode, useState } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Language, languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import { templateLimits } from '../../core/base/limits.ts';
import { cellOf } from '../../core/draft/state.ts';
import { isRun, runsText } from '../../core/draft/text.ts';
import type { Cell } from '../../core/draft/types.ts';
import { hasName, type TemplateAbout } from '../../core/file/template-about.ts';
import { citingUnits } from '../../core/law/cited-acts.ts';
import { type Desk, useDesk } from '../state/desk.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { type Naming, nameTemplate } from './deeds.ts';
import { LeansOn } from './leans-on.tsx';
import './templates.css';

const nothing: Trilingual<string> = { ky: '', ru: '', en: '' };

/** What the fields begin with: the name that there is, or the draft's own title. */
function firstOf(desk: Desk, naming: Naming, copied: (title: string, language: Language) => string): TemplateAbout {
  if (naming.as === 'rename') return naming.template;
  if (naming.as === 'copy') {
    const { title, description } = naming.template;
    return { title: trilingual((one) => title[one] && copied(title[one], one)), description };
  }
  const session = desk.session.get();
  const heading = session?.editor.state().units.find((unit) => unit.kind === 'title');
  if (session?.opened.template) return session.opened.template;
  return {
    title: heading ? trilingual((one) => finished(cellOf(heading, one))) : nothing,
    description: nothing,
  };
}

/** The words of a title that has none left to fill in. */
function finished(cell: Cell): string {
  return cell.children.some((inline) => isRun(inline) && inline.blank) ? '' : runsText(cell).trim();
}

function actsOf(desk: Desk, naming: Naming): readonly string[] {
  if (naming.as !== 'keep') return naming.template.leansOn;
  return [...citingUnits(desk.session.get()?.editor.state().units ?? []).keys()];
}

interface TemplateDialogProps {
  readonly naming: Naming;
  readonly onClose: () => void;
}

/** Names a template in three languages: the open draft that becomes one, a copy, or one of the office's own. */
export function TemplateDialog({ naming, onClose }: TemplateDialogProps): ReactNode {
  const { t, i18n } = useTranslation();
  const desk = useDesk();
  const [about, setAbout] = useState(() =>
    firstOf(desk, naming, (title, language) => i18n.getFixedT(language)('templates:copyOf', { title })),
  );
  const [isAsked, setAsked] = useState(false);
  const keep = async (): Promise<void> => {
    setAsked(true);
    if (!hasName(about.title)) return;
    const trim = (words: Trilingual<string>) => trilingual((one) => words[one].trim());
    const { title, description } = about;
    if (await nameTemplate(desk, naming, { title: trim(title), description: trim(description) })) onClose();
  };
  return (
    <FormDialog
      title={t(`templates:naming.${naming.as}`)}
      intro={<p className="hint">{t(`templates:namingHint.${naming.as}`)}</p>}
      send={t(`templates:namingDone.${naming.as}`)}
      onSend={() => void keep()}
      onClose={onClose}
      below={<LeansOn ids={actsOf(desk, naming)} />}
    >
      <Fields about={about} onChange={setAbout} isAsked={isAsked} />
    </FormDialog>
  );
}

interface FieldsProps {
  readonly about: TemplateAbout;
  readonly onChange: (about: TemplateAbout) => void;
  /** The person wanted to keep it: what is missing is said. */
  readonly isAsked: boolean;
}

function Fields({ about, onChange, isAsked }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const isNameless = isAsked && !hasName(about.title);
  return (
    <>
      {isNameless ? (
        <p className="failure" role="alert">
          {t('templates:nameless')}
        </p>
      ) : null}
      {languages.map((language, i) => (
        <div key={language} className="template-fields">
          <TextField
            className="field"
            autoFocus={i === 0}
            value={about.title[language]}
            maxLength={templateLimits.title}
            isInvalid={isNameless}
            onChange={(words) => onChange({ ...about, title: { ...about.title, [language]: words } })}
          >
            <Label>{t('templates:titleIn', { language: t(`ownName.${language}`) })}</Label>
            <Input className="input" lang={language} />
          </TextField>
          <TextField
            className="field"
            value={about.description[language]}
            maxLength={templateLimits.description}
            onChange={(words) => onChange({ ...about, description: { ...about.description, [language]: words } })}
          >
            <Label>{t('templates:descriptionIn', { language: t(`ownName.${language}`) })}</Label>
            <TextArea className="input" lang={language} rows={2} />
          </TextField>
        </div>
      ))}
    </>
  );
}
