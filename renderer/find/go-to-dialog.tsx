import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../core/base/language.ts';
import { rankMatches } from '../../core/commands/match.ts';
import { positionsOf } from '../../core/draft/positions.ts';
import { cellText } from '../../core/draft/text.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import { findPlaces } from '../../core/law/find-place.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { usePlaces } from '../ui/use-places.ts';

interface Target {
  readonly id: UnitId;
  /** Статья 11, часть 1. */
  readonly place: string;
  readonly text: string;
}

const mostShown = 100;
const headings: ReadonlySet<string> = new Set(['section', 'chapter', 'article']);

/** The places that fit what was typed: by their number, else by the words of the place and its text. */
function useFitting(editor: DraftEditor, query: string): readonly Target[] {
  const placeOf = usePlaces();
  // A dialog is modal: the draft stays as it is for as long as it is open.
  const { units, activeLanguage } = editor.state();
  const { derived } = partsOf(editor);
  const { textOf } = derived;
  const labels = derived.labels();
  /** Made when it is first asked for: the names of all places of a code take a moment, and most people type a number. */
  const targetAt = useMemo(() => {
    const made = new Map<number, Target>();
    const { indexOf } = positionsOf(units);
    const make = (index: number, { id, children }: Unit): Target => {
      const text = cellText(children[languages.indexOf(activeLanguage)] ?? children[0], textOf);
      return { id, place: placeOf(units, labels, index, activeLanguage), text };
    };
    return (id: UnitId): readonly Target[] => {
      const index = indexOf(id);
      const unit = units[index];
      if (!unit) return [];
      const target = made.get(index) ?? make(index, unit);
      made.set(index, target);
      return [target];
    };
  }, [units, labels, activeLanguage, placeOf, textOf]);
  return useMemo(() => {
    const named = findPlaces(units, labels, query, activeLanguage).slice(0, mostShown);
    if (named.length > 0) return named.flatMap(targetAt);
    const isEmpty = query.trim() === '';
    const offered = isEmpty ? units.filter(({ kind }) => headings.has(kind)).slice(0, mostShown) : units;
    const targets = offered.flatMap(({ id }) => targetAt(id));
    return isEmpty
      ? targets
      : rankMatches(query, targets, (target) => `${target.place} ${target.text}`).slice(0, mostShown);
  }, [units, labels, targetAt, query, activeLanguage]);
}

interface GoToDialogProps {
  readonly editor: DraftEditor;
  readonly onClose: () => void;
}

/** Ctrl+G: a place by its number or its words, and Enter goes there. */
export function GoToDialog({ editor, onClose }: GoToDialogProps): ReactNode {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const items = useFitting(editor, query);
  const language = editor.state().activeLanguage;
  const go = (target: Target): void => {
    onClose();
    editor.goTo({ unit: target.id });
  };
  return (
    <DialogFrame title={t('find:goTo.title')} onClose={onClose} bare size="medium">
      <PickList
        label={t('find:goTo.title')}
        placeholder={t('find:goTo.placeholder')}
        autoFocus
        query={query}
        onQuery={setQuery}
        items={items}
        keyOf={(target) => target.id}
        onPick={go}
        empty={t('find:goTo.nothing')}
        render={(target) => (
          <span className="act-line">
            <span className="act-name">{target.place}</span>
            <span className="act-details law-text" lang={language}>
              {target.text}
            </span>
          </span>
        )}
      />
    </DialogFrame>
  );
}
