import { type ReactNode, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { analoguesOf } from '../../core/law/analogues.ts';
import { pinpointLevels } from '../../core/law/pinpoint.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { useEditorState } from '../state/use-editor.ts';
import { ActStatusMark } from '../ui/act-status-mark.tsx';
import { useActName } from '../ui/use-act-name.ts';
import { openCited } from './opening.ts';

/** The provisions that the chapter at the caret leans on, by its own citations, the matrix of guarantees and the template; nothing else. */
export function Analogues({ editor }: { readonly editor: DraftEditor }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const nameOf = useActName();
  const { language } = useStore(desk.settings);
  const { acts } = useStore(desk.law);
  const { summaries } = useStore(desk.shelf);
  const units = useEditorState(editor, (state) => state.units);
  const here = useEditorState(editor, (state) => state.whereabouts?.unit);
  const templates = useStore(desk.templates);
  const found = useMemo(() => {
    const { template } = editor.draft().meta;
    const leansOn = templates.find(({ id }) => id === template)?.leansOn;
    return analoguesOf(units, here, desk.parity, template, leansOn);
  }, [units, here, desk, editor, templates]);
  if (found.length === 0) return null;
  return (
    <details className="analogues">
      <summary>{t('texts:analogues.title')}</summary>
      <p className="hint">{t('texts:analogues.hint')}</p>
      <ul>
        {found.map(({ act, pinpoint, guarantee, ofTemplate }) => {
          const known = acts.byId.get(act);
          if (!known) return null;
          const place = pinpointLevels
            .flatMap((level) => (pinpoint[level] ? [t(`desk:place.${level}`, { n: pinpoint[level].join(', ') })] : []))
            .join(', ');
          const hasText = summaries.some((one) => one.act === act);
          return (
            <li key={`${act} ${place}`}>
              <Button className="link" onPress={() => void openCited(desk, { act, pinpoint })}>
                {nameOf(known)}
                {place === '' ? '' : `: ${place}`}
              </Button>
              <ActStatusMark act={known} />
              <small>
                {guarantee
                  ? t('texts:analogues.fromMatrix', { guarantee: guarantee[language] })
                  : t(`texts:analogues.${ofTemplate ? 'fromTemplate' : 'fromDraft'}`)}
                {hasText ? ` · ${t('texts:analogues.hasText')}` : ''}
              </small>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
