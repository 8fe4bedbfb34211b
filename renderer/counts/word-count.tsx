import { type ReactNode, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../core/languages/format.ts';
import { runCommand } from '../commands/run.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { type OverviewStore, useEditorState } from '../state/use-editor.ts';
import { countDraft } from './counting.ts';

interface WordCountProps {
  readonly editor: DraftEditor;
  /** Changes when typing pauses: the moment to count again. */
  readonly overview: OverviewStore;
}

/** How many words the bill has in the language that is written; pressing shows all counts. */
export function WordCount({ editor, overview }: WordCountProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const seen = useStore(overview);
  const active = useEditorState(editor, (state) => state.activeLanguage);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` tells when to look at the units again
  const { words } = useMemo(() => countDraft(editor, active), [editor, active, seen]);
  return (
    <Button className="foot-link" onPress={() => runCommand(desk, 'show-counts')}>
      {t('counts:words', { count: words, n: formatNumber(language, words) })}
    </Button>
  );
}
