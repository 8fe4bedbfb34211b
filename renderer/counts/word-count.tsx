import { type ReactNode, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../core/languages/format.ts';
import { runCommand } from '../commands/run.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { workInSlices } from '../state/slices.ts';
import { useStore } from '../state/store.ts';
import { type OverviewStore, useEditorState } from '../state/use-editor.ts';
import { countInSteps } from './counting.ts';

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
  const [words, setWords] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` tells when to look at the units again
  useEffect(
    () => workInSlices(countInSteps(editor, editor.state().units, active), { onDone: ({ words }) => setWords(words) }),
    [editor, active, seen],
  );
  return (
    <Button className="foot-link" onPress={() => runCommand(desk, 'show-counts')}>
      {words === undefined
        ? t('counts:counting')
        : t('counts:words', { count: words, n: formatNumber(language, words) })}
    </Button>
  );
}
