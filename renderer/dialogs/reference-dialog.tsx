import { type ReactNode, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { matchFit, rankMatches } from '../../core/commands/match.ts';
import type { PlacedLink } from '../../core/draft/inline-edits.ts';
import { positionsOf } from '../../core/draft/positions.ts';
import { targetsOf } from '../../core/draft/text.ts';
import type { GrammaticalCase, ReferenceInline, UnitId } from '../../core/draft/types.ts';
import { findProvisions } from '../../core/law/find-place.ts';
import { renderReference } from '../../core/law/reference.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { partsOf } from '../editor/parts.ts';
import { useDesk } from '../state/desk.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { Icon } from '../ui/icon.tsx';
import { PickList } from '../ui/pick-list.tsx';
import { usePlaces } from '../ui/use-places.ts';
import { CaseSelect, storedCase } from './case-select.tsx';
import { Preview } from './preview.tsx';
import { type Target, TargetList } from './target-list.tsx';

const mostShown = 120;

/** Every provision that a reference can name. */
function useTargets(editor: DraftEditor): readonly Target[] {
  const placeOf = usePlaces();
  return useMemo(() => {
    const { units, activeLanguage } = editor.state();
    const labels = partsOf(editor).derived.labels();
    // Places of all units are asked for: so their positions are worked out once.
    positionsOf(units);
    return units.flatMap((unit, index) => {
      if (!labels.has(unit.id) && unit.kind !== 'preamble') return [];
      const cell = unit.children.find((one) => one.lang === activeLanguage);
      const text = (cell?.children ?? []).map((inline) => ('text' in inline ? inline.text : '…')).join('');
      return [{ id: unit.id, place: placeOf(units, labels, index, activeLanguage), text }];
    });
  }, [editor, placeOf]);
}

/** Those that a query means: exactly the numbers that it names, and the words that it has beside them. */
function useFitting(editor: DraftEditor, targets: readonly Target[], query: string): readonly Target[] {
  return useMemo(() => {
    const { units, activeLanguage } = editor.state();
    const { at, words } = findProvisions(units, partsOf(editor).derived.labels(), query, activeLanguage);
    const byId = new Map(targets.map((target) => [target.id, target]));
    const within = at ? at.flatMap((id) => byId.get(id) ?? []) : targets;
    return rankMatches(words, within, ({ place, text }) => `${place} ${text}`, matchFit).slice(0, mostShown);
  }, [editor, targets, query]);
}

interface ReferenceDialogProps {
  readonly editor: DraftEditor;
  /** A reference of the text that is to be changed; without it a new one goes in at the caret. */
  readonly editing: PlacedLink | undefined;
  readonly onClose: () => void;
}

/** Finds provisions of this draft by their numbers or their words and puts one reference to them in. */
export function ReferenceDialog({ editor, editing, onClose }: ReferenceDialogProps): ReactNode {
  const { t } = useTranslation();
  const { forms } = useDesk();
  const before = editing?.link.type === 'reference' ? editing.link : undefined;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<Target>();
  const [chosenCase, setCase] = useState<GrammaticalCase>(before?.case ?? 'nom');
  const [listed, setListed] = useState<readonly UnitId[]>(before ? targetsOf(before) : []);
  const targets = useTargets(editor);
  const items = useFitting(editor, targets, query);
  const { units, whereabouts } = editor.state();
  const labels = partsOf(editor).derived.labels();
  const current = active && items.includes(active) ? active : items[0];
  // With a list, what stands under the field counts only when it was asked for.
  const isAsked = listed.length === 0 || query.trim() !== '';
  const chosen = current && isAsked && !listed.includes(current.id) ? [...listed, current.id] : listed;
  const add = (target: Target): void => {
    setListed(listed.includes(target.id) ? listed.filter((id) => id !== target.id) : [...listed, target.id]);
    setQuery('');
  };
  const finish = (all: readonly UnitId[]): void => {
    const [target, ...also] = all;
    if (target === undefined) return;
    onClose();
    if (!editing) {
      editor.insertReference(all, chosenCase);
      return;
    }
    const become: ReferenceInline = {
      type: 'reference',
      target,
      ...(also.length > 0 && { also }),
      ...storedCase(chosenCase),
      children: [{ text: '' }],
    };
    editor.changeLink(editing, { become }, 'all');
  };
  return (
    <DialogFrame
      title={t(editing ? 'inline:changeReference' : 'cite:referenceTitle')}
      onClose={onClose}
      size="wide"
      footer={
        <>
          <span className="hint">{t('inline:severalKeys')}</span>
          <span className="stretch" />
          <Button className="button" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button className="button primary" isDisabled={chosen.length === 0} onPress={() => finish(chosen)}>
            {t(editing ? 'inline:apply' : 'cite:insert')}
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
          onPick={(target) => finish(isAsked && !listed.includes(target.id) ? [...listed, target.id] : listed)}
          onKey={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !current) return false;
            event.preventDefault();
            add(current);
            return true;
          }}
          clickMoves
          empty={t('cite:nothingInDraft')}
          render={(target) => <TargetLine target={target} isListed={listed.includes(target.id)} />}
        />
        <div className="cite-side">
          <CaseSelect value={chosenCase} onChange={setCase} />
          <TargetList
            listed={listed}
            targets={targets}
            current={current && !listed.includes(current.id) ? current : undefined}
            onAdd={add}
            onRemove={(id) => setListed(listed.filter((one) => one !== id))}
          />
          {chosen.length > 0 && whereabouts ? (
            <Preview
              words={(language) => {
                const [target = '', ...also] = chosen;
                const from = editing?.unit ?? whereabouts.unit;
                const reference = { target, also, from, ...storedCase(chosenCase) };
                return renderReference(reference, { units, labels, document: forms.document }, language).text;
              }}
              remarks={() => []}
            />
          ) : null}
        </div>
      </div>
    </DialogFrame>
  );
}

function TargetLine({ target, isListed }: { readonly target: Target; readonly isListed: boolean }): ReactNode {
  return (
    <span className="act-line">
      <span className="act-name">
        {isListed ? <Icon name="check" size={12} /> : null} {target.place}
      </span>
      <span className="act-details law-text">{target.text}</span>
    </span>
  );
}
