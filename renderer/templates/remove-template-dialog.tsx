import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { inNearest } from '../ui/in-nearest.ts';
import { WarningDialog } from '../ui/warning-dialog.tsx';
import { removeTemplate } from './deeds.ts';
import { focusOwnTemplates } from './own-templates.tsx';

interface RemoveTemplateDialogProps {
  readonly template: TemplateSummary;
  readonly forGood: boolean;
  readonly onClose: () => void;
}

/** Asked before a template goes: among the removed ones, from where it comes back, or for good. */
export function RemoveTemplateDialog({ template, forGood, onClose }: RemoveTemplateDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const way = forGood ? 'erasing' : 'removing';
  const remove = async (): Promise<void> => {
    if (!(await removeTemplate(desk, template.id, forGood))) return;
    onClose();
    // After the dialog has given the focus back to a button that went with its card.
    requestAnimationFrame(focusOwnTemplates);
  };
  return (
    <WarningDialog
      title={t(`templates:${way}.title`)}
      deed={t(forGood ? 'templates:erase' : 'templates:remove')}
      onDeed={() => void remove()}
      onClose={onClose}
    >
      <p className="law-text">
        {template.isUnreadable ? t('templates:unreadable') : inNearest(template.title, language)}
      </p>
      <p className="hint">{t(`templates:${way}.text`)}</p>
    </WarningDialog>
  );
}
