import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../core/languages/format.ts';
import { CheckPanel } from '../check/check-panel.tsx';
import { ProblemCount } from '../check/problem-count.tsx';
import { useProblemStore } from '../check/problem-store.ts';
import { ProblemsHere } from '../check/problems-here.tsx';
import { BesidePanel } from '../history/beside-panel.tsx';
import { type InspectorTab, useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { type OverviewStore, useEditorState } from '../state/use-editor.ts';
import { CommentsPanel } from './comments-panel.tsx';
import { LawPanel } from './law-panel.tsx';

interface InspectorProps {
  readonly session: Session;
  readonly overview: OverviewStore;
}

/** What is known of the words at the caret: the comments on them and the law that they cite; and what the checks found. */
export function Inspector({ session, overview }: InspectorProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const tab = useStore(desk.tab);
  const beside = useStore(desk.beside);
  const { language } = useStore(desk.settings);
  const comments = useEditorState(session.editor, (state) => state.comments);
  const problems = useProblemStore(session.editor);
  const open = comments.filter((thread) => !thread.resolved).length;
  return (
    <aside className="side inspector" aria-label={t('desk:panes.inspector')} data-pane="inspector">
      <ProblemsHere editor={session.editor} problems={problems} />
      <Tabs
        selectedKey={tab === 'version' && !beside ? 'comments' : tab}
        onSelectionChange={(key) => desk.tab.set(key as InspectorTab)}
        className="tabs"
      >
        <TabList className="tab-list" aria-label={t('desk:panes.inspector')}>
          <Tab id="comments" className="tab">
            <span data-text={t('comments:title')}>{t('comments:title')}</span>
            {open > 0 ? <em>{formatNumber(language, open)}</em> : null}
          </Tab>
          <Tab id="law" className="tab">
            <span data-text={t('desk:law.title')}>{t('desk:law.title')}</span>
          </Tab>
          <Tab id="check" className="tab">
            <span data-text={t('check:title')}>{t('check:title')}</span>
            <ProblemCount problems={problems} />
          </Tab>
          {beside ? (
            <Tab id="version" className="tab">
              <span data-text={t('history:beside.tab')}>{t('history:beside.tab')}</span>
            </Tab>
          ) : null}
        </TabList>
        <TabPanel id="comments" className="tab-panel">
          <CommentsPanel session={session} overview={overview} />
        </TabPanel>
        <TabPanel id="law" className="tab-panel">
          <LawPanel editor={session.editor} />
        </TabPanel>
        {beside ? (
          <TabPanel id="version" className="tab-panel">
            <BesidePanel session={session} beside={beside} />
          </TabPanel>
        ) : null}
        <TabPanel id="check" className="tab-panel">
          <CheckPanel session={session} overview={overview} problems={problems} />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
