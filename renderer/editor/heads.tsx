import { useEffect, useState, useSyncExternalStore } from 'react';
import { type Language, languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import { cellOf, isBlankCell } from '../../core/draft/state.ts';
import type { Unit } from '../../core/draft/types.ts';
import type { DraftEditor } from './contract.ts';
import { useParts } from './view-context.ts';

interface HeadsProps {
  readonly editor: DraftEditor;
  readonly columns: readonly Language[];
}

/** Over each column its language and how much of the bill is written in it. The live one is underlined. */
export function Heads({ editor, columns }: HeadsProps) {
  const { t } = useParts();
  const live = useSyncExternalStore(editor.subscribe, () => editor.state().activeLanguage);
  const counts = useCounts(editor);
  return (
    <div className="draft-heads">
      {columns.map((language) => (
        <button
          key={language}
          type="button"
          className={language === live ? 'draft-head draft-head-live' : 'draft-head'}
          aria-pressed={language === live}
          lang={language}
          onClick={() => {
            editor.setActiveLanguage(language);
            editor.focus();
          }}
        >
          <span>{t(`heads.${language}`)}</span>
          <span className="draft-count">
            {counts && t('written', { written: counts.written[language], total: counts.total })}
          </span>
        </button>
      ))}
    </div>
  );
}

interface Counts {
  readonly total: number;
  readonly written: Trilingual<number>;
}

/** The languages in which a unit has words; an edit makes a new unit, so each is read once. */
const writtenIn = new WeakMap<Unit, readonly Language[]>();

function languagesOf(unit: Unit): readonly Language[] {
  const known = writtenIn.get(unit);
  if (known) return known;
  const found = unit.kind === 'note' ? [] : languages.filter((language) => !isBlankCell(cellOf(unit, language)));
  writtenIn.set(unit, found);
  return found;
}

function countsOf(units: readonly Unit[]): Counts {
  const counted = units.map(languagesOf).filter((found) => found.length > 0);
  const written = trilingual((language) => counted.filter((found) => found.includes(language)).length);
  return { total: counted.length, written };
}

const pauseBeforeCounting = 600;

/** Counting walks the document: it waits for a pause in typing, and at first until the text stands. */
function useCounts(editor: DraftEditor): Counts | undefined {
  const [counts, setCounts] = useState<Counts>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let counted: readonly Unit[] | undefined;
    const count = (): void => {
      const { units } = editor.state();
      if (units !== counted) setCounts(countsOf(units));
      counted = units;
    };
    const first = requestIdleCallback(count, { timeout: pauseBeforeCounting });
    const unsubscribe = editor.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(count, pauseBeforeCounting);
    });
    return () => {
      cancelIdleCallback(first);
      clearTimeout(timer);
      unsubscribe();
    };
  }, [editor]);
  return counts;
}
