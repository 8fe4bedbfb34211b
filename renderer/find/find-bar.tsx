import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { DraftEditor } from '../editor/contract.ts';
import { type Desk, useDesk } from '../state/desk.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import { findingOf } from './find-actions.ts';
import { FindOptions, optionByCode, toggled } from './find-options.tsx';
import { FindScope } from './find-scope.tsx';
import { FindCount, FindPlace, FindTold } from './find-status.tsx';
import type { Finding } from './finding.ts';
import { highlightMatches } from './highlights.ts';
import { MatchList } from './match-list.tsx';
import { ReplaceDeeds, ReplaceField } from './replace-row.tsx';
import { ScrollMarks } from './scroll-marks.tsx';
import { sheetScroller } from './sight.ts';
import './find.css';

/** The bar above the sheet while something is looked for; nothing otherwise. */
export function FindBar({ editor }: { readonly editor: DraftEditor }): ReactNode {
  const finding = findingOf(useDesk(), editor);
  const { isOpen } = useStore(finding);
  return isOpen ? <OpenBar editor={editor} finding={finding} /> : null;
}

interface OpenBarProps {
  readonly editor: DraftEditor;
  readonly finding: Finding;
}

function OpenBar({ editor, finding }: OpenBarProps): ReactNode {
  const { t } = useTranslation();
  const { query, isReplacing, isListed, asked, problem, matches } = useStore(finding);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useFollowing(useDesk(), editor, finding);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that the bar is asked for
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  return (
    <search className="find" aria-label={t('find:title')} onKeyDown={(event) => handleKey(event, finding)}>
      <input
        ref={field}
        className="input find-field"
        type="text"
        aria-label={t('find:what')}
        placeholder={t('find:what')}
        aria-invalid={problem !== undefined}
        aria-describedby="find-told"
        autoComplete="off"
        spellCheck={false}
        value={query.text}
        onChange={(event) => finding.change({ query: { ...query, text: event.target.value } })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') finding.step(event.shiftKey ? -1 : 1, false);
          else if (event.key === 'ArrowDown') enterList(finding, list);
          else return;
          event.preventDefault();
        }}
      />
      {isReplacing ? <ReplaceField finding={finding} /> : null}
      <div className="find-row">
        <FindOptions query={query} onChange={(next) => finding.change({ query: next })} />
        <FindScope finding={finding} />
        <span className="find-steps">
          <Button
            className="icon-button find-up"
            aria-label={t('commands:find-previous')}
            isDisabled={matches.length === 0}
            onPress={() => finding.step(-1, false)}
          >
            <Icon name="up" />
          </Button>
          <Button
            className="icon-button find-down"
            aria-label={t('commands:find-next')}
            isDisabled={matches.length === 0}
            onPress={() => finding.step(1, false)}
          >
            <Icon name="up" />
          </Button>
        </span>
        <ToggleButton
          className="find-option"
          aria-label={`${t('find:list.show')}, Alt+L`}
          isSelected={isListed}
          onChange={finding.showList}
        >
          <span title={`${t('find:list.show')} (Alt+L)`}>{t('find:list.sign')}</span>
        </ToggleButton>
        <FindCount finding={finding} />
      </div>
      {isReplacing ? <ReplaceDeeds finding={finding} /> : null}
      <Button className="icon-button find-close" aria-label={t('find:close')} onPress={finding.close}>
        <Icon name="cross" />
      </Button>
      <FindTold finding={finding} />
      {isListed ? null : <FindPlace finding={finding} />}
      {isListed ? <MatchList ref={list} finding={finding} onLeave={() => field.current?.focus()} /> : null}
      <ScrollMarks finding={finding} editor={editor} />
    </search>
  );
}

/** Down from the field: into the list of matches, which opens for it. */
function enterList(finding: Finding, list: RefObject<HTMLDivElement | null>): void {
  if (finding.get().matches.length === 0) return;
  flushSync(() => finding.showList(true));
  list.current?.focus();
}

/** Keys of the whole bar. By their place on the keyboard, as everywhere: Alt+C is Alt+С on a Russian one. */
function handleKey(event: KeyboardEvent, finding: Finding): void {
  if (event.nativeEvent.isComposing) return;
  const isAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const option = isAlt ? optionByCode(event.code) : undefined;
  if (event.key === 'Escape') finding.close();
  else if (event.key === 'F3' && event.shiftKey) finding.step(-1, false);
  else if (isAlt && event.code === 'KeyL') finding.showList(!finding.get().isListed);
  else if (option) finding.change({ query: toggled(finding.get().query, option) });
  else return;
  event.preventDefault();
  event.stopPropagation();
}

const pause = 160;

/** Keeps what was found and what is shown in step with the draft and the columns. */
function useFollowing(desk: Desk, editor: DraftEditor, finding: Finding): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        finding.refresh();
      }, pause);
    };
    const stops = [editor.subscribe(follow), desk.settings.subscribe(follow)];
    const scroller = sheetScroller();
    if (scroller) stops.push(highlightMatches(scroller, finding));
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [desk, editor, finding]);
}
