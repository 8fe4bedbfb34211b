import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../core/base/language.ts';
import { formatNumber } from '../../core/languages/format.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { workInSlices } from '../state/slices.ts';
import { useStore } from '../state/store.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { countAllInSteps, type DraftCounts, type PagedCount } from './counting.ts';
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

/** The title, a chapter's heading or the signature stand in no article. */
function articleOrNot({ article }: DraftCounts): 'article' | 'provision' {
  const counted = Object.values(article ?? {});
  return counted.length > 0 && counted.every(({ articles }) => articles === 0) ? 'provision' : 'article';
}

/** In the place of a figure that is not known yet. */
function Waiting(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden="true">…</span>
      <span className="visually-hidden">{t('counts:counting')}</span>
    </>
  );
}

interface CountRowProps {
  readonly language: Language;
  /** Undefined: not counted yet, or nothing to count. */
  readonly count: PagedCount | undefined;
  readonly isCounting: boolean;
}

function CountRow({ language, count, isCounting }: CountRowProps): ReactNode {
  const { t } = useTranslation();
  const shownIn = useStore(useDesk().settings).language;
  const shown = (column: (typeof columns)[number]): ReactNode => {
    if (!count && !isCounting) return '–';
    const number = count?.[column];
    if (number === undefined) return <Waiting />;
    return column === 'pages' && number > 0 ? `≈ ${shownPages(shownIn, number)}` : formatNumber(shownIn, number);
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

interface Counted {
  readonly counts: DraftCounts;
  readonly isCounting: boolean;
}

/** Counts while the window goes on answering; figures stand in the table as soon as they are known. */
function useCounts(editor: DraftEditor): Counted {
  const desk = useDesk();
  const [counted, setCounted] = useState<Counted>({ counts: { draft: {} }, isCounting: true });
  useEffect(
    () =>
      workInSlices(countAllInSteps(desk, editor), {
        onSlice: (counts) => setCounted((before) => (before.counts === counts ? before : { counts, isCounting: true })),
        onDone: (counts) => setCounted({ counts, isCounting: false }),
      }),
    [desk, editor],
  );
  return counted;
}

interface CountsDialogProps {
  readonly editor: DraftEditor;
  readonly onClose: () => void;
}

/** Words, characters, articles and pages: of the draft, of the article at the caret and of what is selected, in each language. */
export function CountsDialog({ editor, onClose }: CountsDialogProps): ReactNode {
  const { t } = useTranslation();
  const active = editor.state().activeLanguage;
  const { counts, isCounting } = useCounts(editor);
  return (
    <DialogFrame
      title={t('counts:title')}
      size="wide"
      onClose={onClose}
      footer={
        <Button className="button primary" autoFocus onPress={onClose}>
          {t('close')}
        </Button>
      }
    >
      <table className="counts" aria-busy={isCounting}>
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
                {t(`counts:part.${part === 'article' ? articleOrNot(counts) : part}`)}
              </th>
            </tr>
            {part === 'selection' && !editor.state().whereabouts?.selected ? (
              <tr>
                <td colSpan={columns.length + 1} className="counts-none">
                  {t('counts:nothingSelected')}
                </td>
              </tr>
            ) : (
              languages.map((language) => (
                <CountRow
                  key={language}
                  language={language}
                  count={countIn(counts, part, language, active)}
                  isCounting={isCounting && (part !== 'selection' || language === active)}
                />
              ))
            )}
          </tbody>
        ))}
      </table>
      <p className="hint">{t('counts:note')}</p>
    </DialogFrame>
  );
}
