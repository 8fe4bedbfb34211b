import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../core/languages/format.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { useEditorState } from '../state/use-editor.ts';
import type { ProblemStore } from './problem-store.ts';

interface ProblemsHereProps {
  readonly editor: DraftEditor;
  readonly problems: ProblemStore;
}

/**
 * Tells the screen reader, when the caret comes to a text, how many problems were found in it. What typing adds or mends is not said into
 * the writing; the tab counts it.
 */
export function ProblemsHere({ editor, problems }: ProblemsHereProps): ReactNode {
  const { t } = useTranslation();
  const { language } = useStore(useDesk().settings);
  const unit = useEditorState(editor, (state) => state.whereabouts?.unit);
  const column = useEditorState(editor, (state) => state.activeLanguage);
  const [told, setTold] = useState({ place: '', words: '', isAgain: false });
  const place = `${unit} ${column}`;
  if (told.place !== place) {
    const { found } = problems.get();
    const count = found.filter(
      ({ place: at, aside }) => !aside && at.unit === unit && (at.language ?? column) === column,
    ).length;
    const words = count > 0 ? t('check:here', { n: formatNumber(language, count) }) : '';
    setTold({ place, words, isAgain: words === told.words && !told.isAgain });
  }
  const { words, isAgain } = told;
  return (
    <div className="told" aria-live="polite">
      {words && isAgain ? `${words}\u00a0` : words}
    </div>
  );
}
