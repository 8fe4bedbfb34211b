import { type ClipboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { PageDeed } from '../../core/bridge/trail.ts';
import { cellOf } from '../../core/draft/state.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import { restoreDraft, restoreUnit } from '../../core/review/restore.ts';
import { noteDeed } from '../audit/note-deed.ts';
import { type Beside, useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { useEditorState } from '../state/use-editor.ts';
import { takeOver } from '../state/versions.ts';
import { revealRow } from '../texts/reveal-row.ts';
import { RowList } from '../texts/row-list.tsx';
import { usePlaces } from '../ui/use-places.ts';
import { samePlace } from './beside.ts';
import { type DraftWords, useDraftWords } from './draft-words.ts';
import { InlineRun } from './inline-run.tsx';
import '../texts/texts.css';

interface BesideTextProps {
  readonly session: Session;
  readonly beside: Beside;
  readonly name: string;
  readonly shown: readonly Language[];
}

const keyOf = ({ id }: Unit): UnitId => id;

/** Draws a provision of the version in the languages that are shown. */
function useUnitView(words: DraftWords, shown: readonly Language[]): (unit: Unit) => ReactNode {
  const key = shown.join(' ');
  return useCallback(
    (unit: Unit) =>
      (key.split(' ') as Language[]).map((language) => (
        <span key={language} className={`text-cell text-unit ${unit.kind}`} lang={language}>
          {words.labels.has(unit.id) ? <b>{words.labels.get(unit.id)?.label[language]} </b> : null}
          <span data-words>
            <InlineRun inlines={cellOf(unit, language).children} words={words} language={language} unit={unit.id} />
          </span>
        </span>
      )),
    [words, key],
  );
}

/** The row at hand; it goes where the caret goes for as long as it is to follow. */
function useRow({ session, beside }: BesideTextProps) {
  const { editor } = session;
  const { units } = beside.version.draft;
  const here = useEditorState(editor, (state) => state.whereabouts?.unit);
  const list = useRef<HTMLDivElement>(null);
  const [row, setRow] = useState({ at: 0, isThere: true, isJump: false });
  const [follows, setFollows] = useState(true);
  const goToSame = useCallback((): void => {
    const id = editor.state().whereabouts?.unit;
    if (id === undefined) return;
    setRow({ ...samePlace(editor.state().units, id, units), isJump: true });
  }, [editor, units]);
  useEffect(() => {
    if (follows && here !== undefined) goToSame();
  }, [follows, here, goToSame]);
  useEffect(() => {
    if (row.isJump) revealRow(() => list.current);
  }, [row]);
  useEffect(() => {
    if (!beside.takesFocus) return;
    // After a dialog that closes has given the focus back to the text of the draft.
    requestAnimationFrame(() => requestAnimationFrame(() => list.current?.focus()));
  }, [beside]);
  return { list, row, setRow, follows, setFollows, goToSame };
}

/** The text of a version as a list of provisions, with the way to the same place and back. */
export function BesideText(props: BesideTextProps): ReactNode {
  const { session, beside, name, shown } = props;
  const { t } = useTranslation();
  const desk = useDesk();
  const { draft } = beside.version;
  const words = useDraftWords(draft);
  const render = useUnitView(words, shown);
  const { list, row, setRow, follows, setFollows, goToSame } = useRow(props);
  const unit = draft.units[row.at];
  return (
    <>
      <div className="text-tools">
        <ToggleButton className="button" isSelected={follows} onChange={setFollows}>
          {t('history:beside.follow')}
        </ToggleButton>
        <Button className="button" onPress={goToSame}>
          {t('history:beside.same')}
        </Button>
        <Button className="button" onPress={() => desk.dialog.set({ kind: 'history', chosen: beside.version.id })}>
          {t('history:beside.compare')}
        </Button>
        <p className="text-said" role="status">
          {row.isThere ? '' : t('history:beside.notThere')}
        </p>
      </div>
      <div className="beside-list" onCopy={(event) => copyRow(event, session.editor.state().activeLanguage)}>
        <RowList
          label={t('history:reading', { name })}
          className={`text-list sides-${shown.length}`}
          listRef={list}
          rows={draft.units}
          keyOf={keyOf}
          render={render}
          active={row.at}
          onActive={(at) => setRow({ at, isThere: true, isJump: false })}
          onKey={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || !unit) return false;
            goInDraft(session, draft.units, unit.id);
            return true;
          }}
        />
      </div>
      <BesideFoot words={words} at={row.at} isReadOnly={session.opened.readOnly !== undefined} />
    </>
  );
}

/** Without a selection the words of the provision at hand are copied, in the language that is written where it is shown. */
function copyRow(event: ClipboardEvent<HTMLDivElement>, written: Language): void {
  if (!(getSelection()?.isCollapsed ?? true)) return;
  const row = event.currentTarget.querySelector('[aria-selected="true"]');
  const words = row?.querySelector(`[lang="${written}"] [data-words]`) ?? row?.querySelector('[data-words]');
  if (!words) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', words.textContent ?? '');
}

/** Puts the caret where a provision of the version stands in the draft, or where it stood. */
function goInDraft({ editor }: Session, version: readonly Unit[], id: UnitId): void {
  const { units } = editor.state();
  const unit = units[samePlace(version, id, units).at];
  if (unit) editor.goTo({ unit: unit.id });
}

interface BesideFootProps {
  readonly words: DraftWords;
  readonly at: number;
  readonly isReadOnly: boolean;
}

/** The provision at hand, and what can be brought back: it alone, or the whole version. Each is one step of undo. */
function BesideFoot({ words, at, isReadOnly }: BesideFootProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const { language } = useStore(desk.settings);
  const placeOf = usePlaces();
  const { draft, labels } = words;
  const unit = draft.units[at];
  const tell = (isDone: boolean, deed: PageDeed): void => {
    if (isDone) noteDeed(desk, deed);
    else desk.told.set({ key: 'history:beside.unchanged' });
  };
  const restoreOne = (id: UnitId): void =>
    tell(
      takeOver(desk, (now) => restoreUnit(now, draft, id)),
      'restored-provision',
    );
  const restoreAll = (): void =>
    tell(
      takeOver(desk, (now) => restoreDraft(now, draft), 'history:restored'),
      'restored',
    );
  return (
    <footer className="text-actions">
      <p className="text-place" role="status">
        {placeOf(draft.units, labels, at, language)}
      </p>
      {isReadOnly ? null : (
        <div className="text-deeds">
          {unit ? (
            <Button className="button" onPress={() => restoreOne(unit.id)}>
              {t('history:beside.one')}
            </Button>
          ) : null}
          <Button className="button" onPress={restoreAll}>
            {t('history:beside.all')}
          </Button>
        </div>
      )}
      <p className="hint">{t('history:beside.keys')}</p>
    </footer>
  );
}
