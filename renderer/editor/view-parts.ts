import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import { ColumnScheduler } from './columns.ts';
import type { DraftEditor } from './contract.ts';
import { createNativeTyping } from './native-typing.ts';
import { type Parts, partsOf } from './parts.ts';
import { createRemarks } from './remarks.ts';
import { makeLive } from './session.ts';
import { createSpoken } from './spoken.ts';
import type { ViewParts } from './view-context.ts';

/** The newest value for callbacks that must not change: a new callback would draw every row again. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** What the view hands to its rows: made once, and again when the interface's language changes. */
export function useViewParts(editor: DraftEditor, columns: readonly Language[]): ViewParts {
  const { t } = useTranslation('editor');
  const parts: Parts = partsOf(editor);
  const typing = useMemo(() => createNativeTyping(parts.slate), [parts]);
  const remarks = useMemo(() => createRemarks(editor), [editor]);
  const [scheduler] = useState(
    () => new ColumnScheduler({ live: liveAmong(parts, columns), shown: columns }, typing.catchUp),
  );
  return useMemo(
    () => ({
      ...parts,
      editor,
      scheduler,
      typing,
      remarks,
      t,
      spoken: createSpoken(t),
      activate: (language) => makeLive(parts.session, language),
    }),
    [parts, editor, scheduler, typing, remarks, t],
  );
}

/** The live column is one of those that stand. */
function liveAmong({ session }: Parts, columns: readonly Language[]): Language {
  const live = columns.includes(session.language) ? session.language : columns[0];
  if (live) session.language = live;
  return session.language;
}

/** Follows the columns that the desk shows. */
export function useShownColumns(parts: ViewParts, columns: readonly Language[]): void {
  const isFirst = useRef(true);
  const key = columns.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the list.
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    liveAmong(parts, columns);
    queueMicrotask(() => parts.scheduler.show({ live: parts.session.language, shown: columns }));
  }, [key, parts]);
}
