import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../core/base/language.ts';
import { placeOf } from '../../core/law/official-text/go-to.ts';
import type { Act } from '../../core/law/types.ts';
import { provisionFormat } from '../editor/clipboard/provision.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { type Reading, useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { shelfKey } from '../state/text-shelf.ts';
import { ActStatusMark } from '../ui/act-status-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { Segments } from '../ui/segments.tsx';
import { citeProvision, quoteProvision } from './citing.ts';
import { closeText } from './opening.ts';
import { provisionStore } from './provision.ts';
import { revealRow } from './reveal-row.ts';
import { RowList } from './row-list.tsx';
import { TextActions } from './text-actions.tsx';
import { TextOrigin } from './text-origin.tsx';
import { provisionOf, rowAt, type TextRows, textRows } from './text-rows.ts';
import { TextTools } from './text-tools.tsx';
import { keyOfRow, useRowView } from './use-row-view.tsx';
import './texts.css';
import { ActName } from '../ui/act-name.tsx';

interface TextPanelProps {
  readonly editor: DraftEditor;
  readonly act: Act;
  readonly reading: Reading;
}

/** An act's official text beside the draft: one language, or two in rows that say the same. */
export function TextPanel({ editor, act, reading }: TextPanelProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { texts, summaries } = useStore(desk.shelf);
  // What comes onto the shelf while the act is read, such as its text in another language, is read too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shelf itself looks what there is
  useEffect(() => void desk.shelf.load([act.id]), [desk, act.id, summaries]);
  const there = languages.filter((language) => texts.has(shelfKey({ act: act.id, language })));
  const [asked, setAsked] = useState<readonly Language[]>([]);
  const chosen = asked.filter((one) => there.includes(one));
  const { activeLanguage } = editor.state();
  const shown =
    chosen.length > 0
      ? chosen
      : there.filter((one) => one === activeLanguage || !there.includes(activeLanguage)).slice(0, 1);
  const shownKey = shown.join(' ');
  const text = useMemo(
    () => textRows(shownKey.split(' ').flatMap((language) => texts.get(`${act.id} ${language}`) ?? [])),
    [texts, act.id, shownKey],
  );
  return (
    <section className="text-panel" aria-label={t('texts:panel.text')}>
      <header className="text-head">
        <Button className="link back" onPress={() => closeText(desk)}>
          <Icon name="up" size={12} /> {t('texts:panel.back')}
        </Button>
        <h3>
          <ActName act={act} />
        </h3>
        <p className="text-facts">
          <ActStatusMark act={act} />
        </p>
        <TextOrigin act={act.id} shown={shown} />
        {there.length > 1 ? (
          <Segments
            label={t('texts:panel.languages')}
            several
            options={there.map((id) => ({ id, name: t(`ownName.${id}`), lang: id }))}
            selected={shown}
            // Two fit side by side: a third takes the place of the first.
            onChange={(next) => setAsked(next.length > 2 ? next.filter((one) => one !== shown[0]) : next)}
          />
        ) : null}
      </header>
      {text.rows.length === 0 ? (
        <p className="hint" role="status">
          {t('texts:panel.loading')}
        </p>
      ) : (
        <TextBody key={act.id} editor={editor} act={act} reading={reading} text={text} />
      )}
    </section>
  );
}

interface TextBodyProps extends TextPanelProps {
  readonly text: TextRows;
}

function TextBody({ editor, act, reading, text }: TextBodyProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [isOutline, setOutline] = useState(false);
  const render = useRowView(text.sides);
  const row = text.rows[Math.min(active, text.rows.length - 1)];

  const goTo = (index: number): void => {
    setOutline(false);
    setActive(index);
    revealRow(() => list.current);
  };
  const latest = useRef(goTo);
  latest.current = goTo;
  useEffect(() => {
    const tree = text.sides[0]?.tree;
    const place = tree && reading.pinpoint ? placeOf(tree, reading.pinpoint) : undefined;
    if (place) latest.current(Math.max(0, rowAt(text, 0, place.at)));
  }, [reading, text]);
  useEffect(() => {
    if (!reading.takesFocus) return;
    // After a dialog that closes has given the focus back to the text of the draft.
    requestAnimationFrame(() => requestAnimationFrame(() => list.current?.focus()));
  }, [reading]);
  useEffect(() => {
    provisionStore.set(row ? provisionOf(text, row, act.id) : undefined);
    return () => provisionStore.set(undefined);
  }, [text, row, act.id]);

  const onKey = (event: KeyboardEvent<HTMLDivElement>): boolean => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return typesInto(event);
    if (event.shiftKey) quoteProvision(desk, editor);
    else citeProvision(desk, editor);
    return true;
  };
  return (
    <>
      <TextTools text={text} active={active} onGo={goTo} isOutline={isOutline} onOutline={setOutline} list={list} />
      <RowList
        label={t('texts:panel.text')}
        className={`text-list sides-${text.sides.length}${isOutline ? ' away' : ''}`}
        listRef={list}
        rows={text.rows}
        keyOf={keyOfRow}
        render={render}
        active={active}
        onActive={setActive}
        onKey={onKey}
        onDrag={(index, data) => {
          const dragged = text.rows[index];
          if (!dragged) return;
          const { pinpoint, words } = provisionOf(text, dragged, act.id);
          data.setData(provisionFormat, JSON.stringify({ act: act.id, pinpoint }));
          data.setData('text/plain', Object.values(words)[0] ?? '');
          data.effectAllowed = 'copy';
        }}
      />
      <TextActions editor={editor} />
    </>
  );
}

/** A number or a word that is typed in the text goes to the field, which goes to it. */
function typesInto(event: KeyboardEvent<HTMLDivElement>): boolean {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return false;
  const field = event.currentTarget.closest('.text-panel')?.querySelector<HTMLInputElement>('.text-field');
  // The key itself is typed into the field, since the focus is there before it writes.
  field?.focus();
  field?.select();
  return false;
}
