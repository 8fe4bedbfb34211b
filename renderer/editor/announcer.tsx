import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftEditor } from './contract.ts';
import type { ViewParts } from './view-context.ts';

interface AnnouncerProps {
  readonly editor: DraftEditor;
  readonly parts: ViewParts;
}

/** Tells the screen reader in which provision the caret now is, and marks the words of the comment at the caret. */
export function Announcer({ editor, parts }: AnnouncerProps) {
  const words = useSyncExternalStore(editor.subscribe, () => placeWords(editor, parts));
  useActiveComment(editor);
  return (
    <div className="told" aria-live="polite">
      {words}
    </div>
  );
}

function placeWords(editor: DraftEditor, { derived, t }: ViewParts): string {
  const { whereabouts } = editor.state();
  if (!whereabouts) return '';
  const { unit, kind, language } = whereabouts;
  const label = derived.labelOf(unit)?.label[language];
  return `${label ?? t(`kinds.${kind}`)} (${t(`languages.${language}`)})`;
}

/** By an attribute that React does not know, so that no row draws again. */
function useActiveComment(editor: DraftEditor): void {
  const active = useSyncExternalStore(editor.subscribe, () => editor.state().activeComment);
  const [version, setVersion] = useState(0);
  useEffect(
    () => editor.subscribe(() => setVersion(editor.state().activeComment ? editor.state().version : 0)),
    [editor],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: an edit may have drawn the words again.
  useEffect(() => {
    if (!active) return undefined;
    const runs = document.querySelectorAll(`.draft-text [data-comments~="${CSS.escape(active)}"]`);
    for (const run of runs) run.setAttribute('data-here', '');
    return () => {
      for (const run of runs) run.removeAttribute('data-here');
    };
  }, [active, version]);
}
