import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DraftEditor } from '../editor/contract.ts';
import { changeSettings, useDesk } from '../state/desk.ts';
import { type Store, useStore } from '../state/store.ts';
import { useEditorState } from '../state/use-editor.ts';

interface MessageFormProps {
  readonly label: string;
  readonly send: string;
  /** The author is never empty. */
  readonly onSend: (text: string, author: string) => void;
  readonly onCancel: () => void;
  /** Words begun before, and where they are kept while they are typed. */
  readonly unsent?: Store<string>;
}

/** A message to write: Ctrl+Enter sends, Escape gives up. Asks for the author's name once, if it is not known. */
export function MessageForm({ label, send, onSend, onCancel, unsent }: MessageFormProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { author: known } = useStore(desk.settings);
  const [needsName] = useState(known === '');
  const [author, setAuthor] = useState(known);
  const [text, setText] = useState(unsent?.get() ?? '');
  const type = (words: string): void => {
    setText(words);
    unsent?.set(words);
  };
  const isReady = text.trim() !== '' && author.trim() !== '';

  const submit = (): void => {
    if (!isReady) return;
    if (needsName) void changeSettings(desk, { author: author.trim() });
    type('');
    onSend(text.trim(), author.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="message-form" onKeyDownCapture={onKeyDown}>
      {needsName ? (
        <TextField className="field" value={author} onChange={setAuthor} isRequired autoFocus>
          <Label>{t('settings:author')}</Label>
          <Input className="input" />
        </TextField>
      ) : null}
      <TextField className="field" value={text} onChange={type} aria-label={label} autoFocus={!needsName}>
        <TextArea className="input" placeholder={label} rows={3} />
      </TextField>
      <div className="row-actions">
        <Button className="button primary" isDisabled={!isReady} onPress={submit}>
          {send}
        </Button>
        <Button className="button" onPress={onCancel}>
          {t('cancel')}
        </Button>
        <span className="hint">{t('comments:sendKeys')}</span>
      </div>
    </div>
  );
}

/** A new thread on the selected words. */
export function Composer({ editor }: { readonly editor: DraftEditor }): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const quote = useEditorState(editor, (state) => (state.whereabouts?.selected ? editor.selectedText() : ''));
  const language = useEditorState(editor, (state) => state.activeLanguage);
  const close = (): void => {
    desk.composing.set(false);
    editor.focus();
  };
  return (
    <div className="card on">
      {quote ? (
        <blockquote className="quote" lang={language}>
          {quote}
        </blockquote>
      ) : null}
      <MessageForm
        label={t('comments:write')}
        send={t('comments:add')}
        onCancel={close}
        unsent={desk.unsentComment}
        onSend={(text, author) => {
          const id = editor.addComment(text, author);
          if (id === undefined) desk.banner.set({ severity: 'note', message: { key: 'comments:nothingSelected' } });
          else desk.told.set({ key: 'comments:told.added' });
          close();
        }}
      />
    </div>
  );
}
