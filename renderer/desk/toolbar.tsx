import { type ReactNode, useSyncExternalStore } from 'react';
import { Toolbar as AriaToolbar, Button, Separator } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import { commandById } from '../../core/commands/catalogue.ts';
import { ariaKeys, keyCaps } from '../../core/commands/keys.ts';
import { isOffered, runCommand } from '../commands/run.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useEditorState } from '../state/use-editor.ts';
import { Segments } from '../ui/segments.tsx';
import { setColumns } from '../view/view-actions.ts';

interface ToolProps {
  readonly id: string;
  readonly editor: DraftEditor;
  /** A short name in place of the command's whole one. */
  readonly children: ReactNode;
  readonly hint?: string;
  /** Of a command that switches something: whether it is on. */
  readonly isOn?: () => boolean;
}

/** A command as a tool: its whole name and keys are told on hover and to a screen reader. */
function Tool({ id, editor, children, hint, isOn }: ToolProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const command = commandById(id);
  const offered = useEditorState(editor, (state) => command !== undefined && isOffered(command, state));
  const pressed = useSyncExternalStore(editor.subscribe, () => isOn?.());
  const mac = desk.info.platform === 'darwin';
  const name = t(`commands:${id}`);
  // Who steers by voice says what is seen: the name has to hold it, also where it stands in another form.
  const isNamed = typeof children !== 'string' || name.toLowerCase().includes(children.toLowerCase());
  const title = command?.keys ? `${name} (${keyCaps(command.keys, mac).join(' ')})` : name;
  return (
    <span title={title} className="tool-place">
      <Button
        className="tool"
        aria-label={isNamed ? name : `${children}: ${name}`}
        aria-keyshortcuts={command?.keys ? ariaKeys(command.keys, mac) : undefined}
        // The pointer must not take the focus from the text: the command is for what is selected there.
        preventFocusOnPress
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
        isDisabled={!offered}
        onPress={() => runCommand(desk, id)}
      >
        {children} {hint ? <span className="cap">{hint}</span> : null}
      </Button>
    </span>
  );
}

function Columns(): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { columns } = useStore(desk.settings);
  return (
    <Segments
      label={t('desk:columns')}
      several
      options={languages.map((id) => ({ id, name: t(`ownName.${id}`), lang: id }))}
      selected={columns}
      onChange={(chosen) => setColumns(desk, chosen)}
    />
  );
}

/** The commands at hand, and the switch of columns. */
export function Toolbar({ session }: { readonly session: Session }): ReactNode {
  const { t } = useTranslation();
  const { editor } = session;
  return (
    <AriaToolbar className="bar tools" aria-label={t('desk:panes.tools')} data-pane="tools">
      <Tool id="undo" editor={editor}>
        {t('desk:tools.undo')}
      </Tool>
      <Tool id="redo" editor={editor}>
        {t('desk:tools.redo')}
      </Tool>
      <Separator orientation="vertical" className="rule" />
      <Tool id="bold" editor={editor} isOn={() => editor.isMarked('bold')}>
        <b>{t('desk:tools.bold')}</b>
      </Tool>
      <Tool id="italic" editor={editor} isOn={() => editor.isMarked('italic')}>
        <i>{t('desk:tools.italic')}</i>
      </Tool>
      <Separator orientation="vertical" className="rule" />
      <Tool id="insert-article" editor={editor}>
        {t('desk:kind.article')}
      </Tool>
      <Tool id="insert-part" editor={editor}>
        {t('desk:kind.part')}
      </Tool>
      <Tool id="insert-point" editor={editor}>
        {t('desk:kind.point')}
      </Tool>
      <Separator orientation="vertical" className="rule" />
      <Tool id="insert-citation" editor={editor} hint="@">
        {t('desk:tools.cite')}
      </Tool>
      <Tool id="insert-reference" editor={editor}>
        {t('desk:tools.reference')}
      </Tool>
      <Tool id="add-comment" editor={editor}>
        {t('desk:tools.comment')}
      </Tool>
      <span className="stretch" />
      <Columns />
      <Tool id="export" editor={editor}>
        {t('desk:tools.export')}
      </Tool>
    </AriaToolbar>
  );
}
