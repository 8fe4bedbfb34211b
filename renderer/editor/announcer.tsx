import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { ReactEditor } from 'slate-react';
import type { Language } from '../../core/base/language.ts';
import { commandById } from '../../core/commands/catalogue.ts';
import type { CommentThread, UnitId } from '../../core/draft/types.ts';
import { usePlaces } from '../ui/use-places.ts';
import { citationMark } from './citation-mark.ts';
import type { DraftEditor } from './contract.ts';
import { indexOf, unitSpan } from './places.ts';
import type { Outcome } from './session.ts';
import { spokenStateOf } from './spoken.ts';
import type { ViewParts } from './view-context.ts';
import { isWide } from './wide-selection.ts';

interface AnnouncerProps {
  readonly editor: DraftEditor;
  readonly parts: ViewParts;
}

/**
 * Tells the screen reader in which provision and language the caret now is, how far that text has come, whether its number is locked and
 * it is commented; which comment the caret stands in, and
 * that something was taken back; and marks the words of the comment.
 */
export function Announcer({ editor, parts }: AnnouncerProps) {
  useActiveComment(editor, parts);
  return (
    <>
      <Place editor={editor} parts={parts} />
      <CommentHere editor={editor} parts={parts} />
      <LinkHere editor={editor} parts={parts} />
      <WideSelection editor={editor} parts={parts} />
      <Done parts={parts} />
    </>
  );
}

function Place({ editor, parts }: AnnouncerProps) {
  const placeOf = usePlaces();
  const tell = useMemo(() => placeTeller(editor, parts, placeOf), [editor, parts, placeOf]);
  const words = useSyncExternalStore(editor.subscribe, tell);
  return (
    <div className="told" aria-live="polite">
      {words}
    </div>
  );
}

const editKeys = commandById('edit-inline')?.keys ?? '';

type PlaceOf = ReturnType<typeof usePlaces>;

/**
 * Speaks when the caret comes to another text, when the number changes, and when a text is approved or stops being so. That a text has
 * just been begun is not said into the writing of its first letter.
 */
function placeTeller(editor: DraftEditor, { slate, derived, spoken, t }: ViewParts, placeOf: PlaceOf): () => string {
  let last: { readonly unit: UnitId; readonly language: Language; readonly labels: number } | undefined;
  let place = '';
  let state: ReturnType<typeof spokenStateOf> | undefined;
  let words = '';
  return () => {
    const { whereabouts, units } = editor.state();
    const index = slate.selection ? indexOf(slate.selection.focus) : -1;
    const unit = units[index];
    if (!whereabouts || !unit) return words;
    const { language } = whereabouts;
    const now = { unit: unit.id, language, labels: derived.labelsAt() };
    const isSameText = last?.unit === now.unit && last.language === language;
    const nextPlace =
      isSameText && last?.labels === now.labels ? place : placeOf(units, derived.labels(), index, language);
    const nextState = spokenStateOf(unit, language);
    const isWorthSaying =
      nextState !== state && (nextState === 'approved' || state === 'approved' || state === 'stale');
    if (!isSameText || nextPlace !== place || isWorthSaying) {
      const remarks = openRemarksOn(editor.state().comments, now);
      const more = [
        ...(unit.number === undefined ? [] : [t('told.locked')]),
        ...(remarks > 0 ? [t('told.comments', { count: remarks })] : []),
      ];
      const said = [nextPlace, spoken.state(language, nextState), ...more].join(', ');
      // Of two notes in a row the second would not be heard.
      words = said === words ? `${said}\u00a0` : said;
    }
    last = now;
    place = nextPlace;
    state = nextState;
    return words;
  };
}

function openRemarksOn(comments: readonly CommentThread[], at: { unit: UnitId; language: Language }): number {
  return comments.filter(({ unit, lang, resolved }) => !resolved && unit === at.unit && lang === at.language).length;
}

/** The comment in whose words the caret stands: on the screen these are marked. */
function CommentHere({ editor, parts }: AnnouncerProps) {
  const words = useSyncExternalStore(editor.subscribe, () => {
    const { activeComment, comments } = editor.state();
    const message = comments.find(({ id }) => id === activeComment)?.messages[0];
    return message ? parts.t('told.comment', { author: message.author, text: message.text }) : '';
  });
  return (
    <div className="told" aria-live="polite">
      {words}
    </div>
  );
}

/** The citation or reference that the caret is on or beside: its words, whether the act lives, and the key that changes it. */
function LinkHere({ editor, parts }: AnnouncerProps) {
  const { t, derived } = parts;
  const words = useSyncExternalStore(editor.subscribe, () => {
    const placed = editor.linkAtCaret();
    if (!placed) return '';
    const { link, language, unit } = placed;
    const params = { words: derived.textOf(link, language, unit), keys: editKeys };
    if (link.type === 'reference') return t('told.reference', params);
    return t('told.citation', { ...params, status: t(`citation.${citationMark(link, derived.acts())}`) });
  });
  return (
    <div className="told" aria-live="polite">
      {words}
    </div>
  );
}

/** How much is selected, where the page shows but a part of it as selected. */
function WideSelection({ editor, parts }: AnnouncerProps) {
  const words = useSyncExternalStore(editor.subscribe, () => {
    const { selection } = parts.slate;
    if (!selection || !isWide(selection)) return '';
    const [first, last] = unitSpan(selection);
    return parts.t('told.selected', { count: last - first + 1 });
  });
  return (
    <div className="told" aria-live="polite">
      {words}
    </div>
  );
}

/** Undo and redo: what they change may lie anywhere, and the caret alone would not tell that anything happened. Nor that nothing did. */
function Done({ parts }: Pick<AnnouncerProps, 'parts'>) {
  const { session, t } = parts;
  const [done, setDone] = useState<{ readonly what: Outcome; readonly count: number }>();
  useEffect(() => {
    session.tell = (what) => setDone((last) => ({ what, count: (last?.count ?? 0) + 1 }));
    return () => {
      session.tell = () => {};
    };
  }, [session]);
  // The same words said twice are heard once, unless they differ.
  const again = done && done.count % 2 === 0 ? '\u00a0' : '';
  return (
    <div className="told" aria-live="polite">
      {done && `${t(`told.${done.what}`)}${again}`}
    </div>
  );
}

/** By an attribute that React does not know, so that no row draws again. */
function useActiveComment(editor: DraftEditor, parts: ViewParts): void {
  const active = useSyncExternalStore(editor.subscribe, () => editor.state().activeComment);
  const [version, setVersion] = useState(0);
  useEffect(
    () => editor.subscribe(() => setVersion(editor.state().activeComment ? editor.state().version : 0)),
    [editor],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: an edit may have drawn the words again.
  useEffect(() => {
    if (!active) return undefined;
    // Its words lie in the row of the caret; a search of the page would look at every row for every key.
    const runs = rowAtCaret(parts)?.querySelectorAll(`[data-comments~="${CSS.escape(active)}"]`) ?? [];
    for (const run of runs) run.setAttribute('data-here', '');
    return () => {
      for (const run of runs) run.removeAttribute('data-here');
    };
  }, [active, version]);
}

function rowAtCaret({ slate }: ViewParts): HTMLElement | undefined {
  const unit = slate.selection && slate.children[indexOf(slate.selection.focus)];
  try {
    return unit ? ReactEditor.toDOMNode(slate, unit) : undefined;
  } catch {
    // Not drawn yet; it will be marked when the caret moves in it.
    return undefined;
  }
}
