import { type ReactNode, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { matchFit, rankMatches } from '../../core/commands/match.ts';
import { labelsOf } from '../../core/draft/numbering.ts';
import type { GrammaticalCase } from '../../core/draft/types.ts';
import { findProvisions } from '../../core/law/find-place.ts';
import { renderReference } from '../../core/law/reference.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { useDesk } from '../state/desk.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { usePlaces } from '../ui/use-places.ts';
import { CaseSelect, storedCase } from './case-select.tsx';
import { Preview } from './preview.tsx';

interface Target {
  readonly id: string;
  /** Статья 11, часть 1. */
  readonly place: string;
  readonly text: string;
}

const mostShown = 120;

/** Every provision that a reference can name. */
function useTargets(editor: DraftEditor): readonly Target[] {
  const desk = useDesk();
  const placeOf = usePlaces();
  return useMemo(() => {
    const { units, activeLanguage } = editor.state();
    const labels = labelsOf(units, desk.forms);
    return units.flatMap((unit, index) => {
      if (!labels.has(unit.id) && unit.kind !== 'preamble') return [];
      const cell = unit.children.find((one) => one.lang === activeLanguage);
      const text = (cell?.children ?? []).map((inline) => ('text' in inline ? inline.text : '…')).join('');
      return [{ id: unit.id, place: placeOf(units, labels, index, activeLanguage), text }];
    });
  }, [editor, desk, placeOf]);
}

/** Those that a query means: exactly the numbers that it names, and the words that it has beside them. */
function useFitting(editor: DraftEditor, targets: readonly Target[], query: string): readonly Target[] {
  const desk = useDesk();
  return useMemo(() => {
    const { units, activeLanguage } = editor.state();
    const { at, words } = findProvisions(units, labelsOf(units, desk.forms), query, activeLanguage);
    const byId = new Map(targets.map((target) => [target.id, target]));
    const within = at ? at.flatMap((id) => byId.get(id) ?? []) : targets;
    return rankMatches(words, within, ({ place, text }) => `${place} ${text}`, matchFit).slice(0, mostShown);
  }, [editor, desk, targets, query]);
}

interface ReferenceDialogProps {
  readonly editor: DraftEditor;
  readonly onClose: () => void;
}

/** Finds a provision of this draft by its number or its words and puts a reference to it in. */
export function ReferenceDialog({ editor, onClose }: ReferenceDialogProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<Target>();
  const [chosenCase, setCase] = useState<GrammaticalCase>('nom');
  const targets = useTargets(editor);
  const items = useFitting(editor, targets, query);
  const { units, whereabouts } = editor.state();
  const labels = useMemo(() => labelsOf(units, desk.forms), [units, desk]);
  const insert = (target: Target): void => {
    onClose();
    editor.insertReference(target.id, chosenCase);
  };
  const chosen = active && items.includes(active) ? active : items[0];
  return (
    <DialogFrame
      title={t('cite:referenceTitle')}
      onClose={onClose}
      size="wide"
      footer={
        <>
          <span className="stretch" />
          <Button className="button" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button className="button primary" isDisabled={!chosen} onPress={() => chosen && insert(chosen)}>
            {t('cite:insert')}
          </Button>
        </>
      }
    >
      <div className="cite">
        <PickList
          label={t('cite:referenceSearch')}
          placeholder={t('cite:referencePlaceholder')}
          autoFocus
          query={query}
          onQuery={setQuery}
          items={items}
          keyOf={(target) => target.id}
          onActive={setActive}
          onPick={insert}
          clickMoves
          empty={t('cite:nothingInDraft')}
          render={(target) => (
            <span className="act-line">
              <span className="act-name">{target.place}</span>
              <span className="act-details law-text">{target.text}</span>
            </span>
          )}
        />
        <div className="cite-side">
          <CaseSelect value={chosenCase} onChange={setCase} />
          {chosen && whereabouts ? (
            <Preview
              words={(language) =>
                renderReference(
                  { target: chosen.id, from: whereabouts.unit, ...storedCase(chosenCase) },
                  { units, labels },
                  language,
                ).text
              }
              remarks={() => []}
            />
          ) : null}
        </div>
      </div>
    </DialogFrame>
  );
}
