import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rankMatches } from '../../core/commands/match.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import { cellOf } from '../../core/draft/state.ts';
import { runsText } from '../../core/draft/text.ts';
import type { UnitId } from '../../core/draft/types.ts';
import { findPlaces } from '../../core/law/find-place.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
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
  const desk = useDesk();
  const placeOf = usePlaces();
  // A dialog is modal: the draft stays as it is for as long as it is open.
  const { units, activeLanguage } = editor.state();
  const labels = useMemo(() => labelsOf(units, desk.forms), [units, desk]);
  const targets = useMemo(
    () =>
      units.map(
        (unit, index): Target => ({
          id: unit.id,
          place: placeOf(units, labels, index, activeLanguage),
          text: runsText(cellOf(unit, activeLanguage)),
        }),
      ),
    [units, labels, activeLanguage, placeOf],
  );
  return useMemo(() => {
    const byId = new Map(targets.map((target) => [target.id, target]));
    const named = findPlaces(units, labels, query, activeLanguage).flatMap((id) => byId.get(id) ?? []);
    if (named.length > 0) return named.slice(0, mostShown);
    const offered = query.trim() === '' ? targets.filter((_, i) => headings.has(units[i]?.kind ?? '')) : targets;
    return rankMatches(query, offered, (target) => `${target.place} ${target.text}`).slice(0, mostShown);
  }, [units, labels, targets, query, activeLanguage]);
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
