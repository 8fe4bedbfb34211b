import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BannerLine } from '../app/banner.tsx';
import { runCommand } from '../commands/run.ts';
import { showTab } from '../commands/show-tab.ts';
import { DraftEditorView } from '../editor/view.tsx';
import { FindBar } from '../find/find-bar.tsx';
import { InlineCard } from '../inline/inline-card.tsx';
import { Inspector } from '../panels/inspector.tsx';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useOverviewStore } from '../state/use-editor.ts';
import { TemplateLine } from '../templates/template-line.tsx';
import { openCitedHere } from '../texts/opening.ts';
import { beginAtPlace } from '../view/begin-at-place.ts';
import { Breadcrumbs } from '../view/breadcrumbs.tsx';
import { ColumnBorders } from '../view/column-borders.tsx';
import { FocusMode } from '../view/focus-mode.tsx';
import { showHiddenMarks } from '../view/hidden-marks.ts';
import { keepPlace, zoomByWheel } from '../view/keep-place.ts';
import { tracksOf } from '../view/shares.ts';
import { SideBorder } from '../view/side-border.tsx';
import { cssWidth } from '../view/side-widths.ts';
import { DraftTitle } from './draft-title.tsx';
import { MenuBar } from './menu-bar.tsx';
import { Outline } from './outline.tsx';
import { ReadingLine } from './reading-line.tsx';
import { StatusBar } from './status-bar.tsx';
import { Told } from './told.tsx';
import { Toolbar } from './toolbar.tsx';
import { useSides } from './use-sides.ts';
import { useWorkplace } from './use-workplace.ts';

const unsafeMessage = { key: 'desk:notWritten' };

/** The window of an opened draft: outline, text and inspector under the menus, the status bar at the foot. */
export function DeskView({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { columns, zoom, outlineWidth, inspectorWidth, shares, marks } = useStore(desk.settings);
  const sides = useSides();
  useWorkplace(desk);
  const { editor } = session;
  const overview = useOverviewStore(editor);
  const isUnsafe = useStore(session.saving) === 'unsafe';

  const isFocusing = useStore(desk.focusMode);
  const page = useRef<HTMLElement>(null);

  useEffect(() => beginAtPlace(desk, session), [desk, session]);
  useEffect(() => keepPlace(desk), [desk]);
  useEffect(() => (marks ? showHiddenMarks() : undefined), [marks]);
  useEffect(() => () => desk.focusMode.set(false), [desk]);
  useEffect(() => {
    const zoomBy = (way: 1 | -1): unknown => runCommand(desk, way > 0 ? 'zoom-in' : 'zoom-out');
    return page.current ? zoomByWheel(page.current, zoomBy) : undefined;
  }, [desk]);
  useEffect(() => {
    if (isUnsafe) desk.banner.set({ severity: 'error', message: unsafeMessage });
    else if (desk.banner.get()?.message === unsafeMessage) desk.banner.set(undefined);
  }, [desk, isUnsafe]);

  const widths = {
    '--outline-width': cssWidth('outline', outlineWidth),
    '--inspector-width': cssWidth('inspector', inspectorWidth),
    '--tracks': tracksOf(columns, shares),
  } as CSSProperties;

  return (
    <div className={isFocusing ? 'desk focusing' : 'desk'} style={widths}>
      <header className="bar menu-row">
        <b className="brand">{t('appName')}</b>
        <MenuBar editor={editor} />
        <DraftTitle session={session} overview={overview} />
      </header>
      <Toolbar session={session} />
      <ReadingLine session={session} />
      <TemplateLine session={session} />
      <BannerLine />
      <div className="desk-main">
        {sides.outline ? <Outline editor={editor} overview={overview} /> : null}
        {sides.outline ? <SideBorder side="outline" /> : null}
        <main ref={page} className="page" data-pane="text" aria-label={t('desk:panes.text')}>
          <Breadcrumbs editor={editor} overview={overview} />
          <FindBar editor={editor} />
          <DraftEditorView
            editor={editor}
            columns={columns}
            zoom={zoom}
            onCite={() => editor.state().isReadOnly || desk.dialog.set({ kind: 'cite' })}
            onCitation={(act) => {
              desk.act.set(act);
              showTab(desk, 'law');
              if (desk.reading.get()) requestAnimationFrame(() => openCitedHere(desk, editor));
            }}
            onComment={() => showTab(desk, 'comments')}
          />
          <InlineCard editor={editor} />
          <ColumnBorders />
          <FocusMode editor={editor} />
        </main>
        {sides.inspector ? <SideBorder side="inspector" /> : null}
        {sides.inspector ? <Inspector session={session} overview={overview} /> : null}
      </div>
      <Told />
      <StatusBar session={session} overview={overview} />
    </div>
  );
}
