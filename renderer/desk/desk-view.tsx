import { type CSSProperties, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BannerLine } from '../app/banner.tsx';
import { showTab } from '../commands/actions.ts';
import { DraftEditorView } from '../editor/view.tsx';
import { FindBar } from '../find/find-bar.tsx';
import { Inspector } from '../panels/inspector.tsx';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useOverviewStore } from '../state/use-editor.ts';
import { DraftTitle } from './draft-title.tsx';
import { MenuBar } from './menu-bar.tsx';
import { Outline } from './outline.tsx';
import { StatusBar } from './status-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { useSides } from './use-sides.ts';

const unsafeMessage = { key: 'desk:notWritten' };

/** The window of an opened draft: outline, text and inspector under the menus, the status bar at the foot. */
export function DeskView({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { columns, zoom, outlineWidth, inspectorWidth } = useStore(desk.settings);
  const sides = useSides();
  const { editor } = session;
  const overview = useOverviewStore(editor);
  const isUnsafe = useStore(session.saving) === 'unsafe';

  useEffect(() => editor.focus(), [editor]);
  useEffect(() => {
    if (isUnsafe) desk.banner.set({ severity: 'error', message: unsafeMessage });
    else if (desk.banner.get()?.message === unsafeMessage) desk.banner.set(undefined);
  }, [desk, isUnsafe]);

  const widths = {
    '--outline-width': `${outlineWidth}px`,
    '--inspector-width': `${inspectorWidth}px`,
  } as CSSProperties;

  return (
    <div className="desk" style={widths}>
      <header className="bar menu-row">
        <b className="brand">{t('appName')}</b>
        <MenuBar editor={editor} />
        <DraftTitle session={session} overview={overview} />
      </header>
      <Toolbar session={session} />
      <BannerLine />
      <div className="desk-main">
        {sides.outline ? <Outline editor={editor} overview={overview} /> : null}
        <main className="page" data-pane="text" aria-label={t('desk:panes.text')}>
          <FindBar editor={editor} />
          <DraftEditorView
            editor={editor}
            columns={columns}
            zoom={zoom}
            onCite={() => desk.dialog.set({ kind: 'cite' })}
            onCitation={(act) => {
              desk.act.set(act);
              showTab(desk, 'law');
            }}
            onComment={() => showTab(desk, 'comments')}
          />
        </main>
        {sides.inspector ? <Inspector session={session} overview={overview} /> : null}
      </div>
      <StatusBar session={session} overview={overview} />
    </div>
  );
}
