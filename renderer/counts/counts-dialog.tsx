import { type ReactNode, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../core/base/language.ts';
import { formatNumber } from '../../core/languages/format.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { countAll, type DraftCounts, type PagedCount } from './counting.ts';
import './counts.css';

const columns = ['words', 'characters', 'withoutSpaces', 'articles', 'pages'] as const;
const parts = ['draft', 'article', 'selection'] as const;

/** Pages below ten with a tenth: «0,4». */
function shownPages(language: Language, pages: number): string {
  if (pages >= 10) return formatNumber(language, Math.round(pages));
  const tenths = String(Math.max(0.1, Math.round(pages * 10) / 10));
  return language === 'en' ? tenths : tenths.replace('.', ',');
}

function countIn(counts: DraftCounts, part: (typeof parts)[number], language: Language, active: Language) {
  if (part === 'selection') return language === active ? counts.selection : undefined;
  return counts[part]?.[language];
}

interface CountRowProps {
  readonly language: Language;
  readonly count: PagedCount | undefined;
}

function CountRow({ language, count }: CountRowProps): ReactNode {
  const { t } = useTranslation();
  const shownIn = useStore(useDesk().settings).language;
  const shown = (column: (typeof columns)[number]): string => {
    if (!count) return '–';
    return column === 'pages' ? `≈ ${shownPages(shownIn, count.pages)}` : formatNumber(shownIn, count[column]);
  };
  return (
    <tr>
      <th scope="row">{t(`ownName.${language}`)}</th>
      {columns.map((column) => (
        <td key={column}>{shown(column)}</td>
      ))}
    </tr>
  );
}

interface CountsDialogProps {
  readonly editor: DraftEditor;
  readonly onClose: () => void;
}

/** Words, characters, articles and pages: of the draft, of the article at the caret and of what is selected, in each language. */
export function CountsDialog({ editor, onClose }: CountsDialogProps): ReactNode {
  const { t, i18n } = useTranslation();
  const desk = useDesk();
  const active = editor.state().activeLanguage;
  const counts = useMemo(
    () => countAll(desk, editor, (language, area) => i18n.getFixedT(language, area)),
    [desk, editor, i18n],
  );
  return (
    <DialogFrame
      title={t('counts:title')}
      size="wide"
      onClose={onClose}
      footer={
        <Button className="button primary" autoFocus onPress={onClose}>
          {t('done')}
        </Button>
      }
    >
      <table className="counts">
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`counts:column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {parts.map((part) => (
          <tbody key={part}>
            <tr>
              <th colSpan={columns.length + 1} scope="rowgroup" className="counts-part">
                {t(`counts:part.${part}`)}
              </th>
            </tr>
            {part === 'selection' && !counts.selection ? (
              <tr>
                <td colSpan={columns.length + 1} className="counts-none">
                  {t('counts:nothingSelected')}
                </td>
              </tr>
            ) : (
              languages.map((language) => (
                <CountRow key={language} language={language} count={countIn(counts, part, language, active)} />
              ))
            )}
          </tbody>
        ))}
      </table>
      <p className="hint">{t('counts:note')}</p>
    </DialogFrame>
  );
}
