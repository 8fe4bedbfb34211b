import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../core/base/language.ts';
import type { UnitLabel } from '../../core/draft/numbering.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import { factsWith } from '../../core/law/brought.ts';
import { billFacts, matrixWith } from '../../core/law/own-facts.ts';
import { type BillLinks, type ParityResources, type ParityTable, parityTable } from '../../core/law/parity.ts';
import { linksOf } from '../../core/law/parity-links.ts';
import type { ParityWords } from '../../core/law/parity-words.ts';
import { useDesk } from '../state/desk.ts';
import type { Session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { type OverviewStore, useEditorState } from '../state/use-editor.ts';

/** The matrix beside the bill as it stood when typing last paused. */
export interface Parity {
  readonly table: ParityTable;
  readonly units: readonly Unit[];
  readonly labels: ReadonlyMap<UnitId, UnitLabel>;
  readonly language: Language;
  readonly words: ParityWords;
  /** The links of the draft's template. */
  readonly template: BillLinks;
}

const noLinks: BillLinks = {};

export function useParity(session: Session, overview: OverviewStore, { matrix, links }: ParityResources): Parity {
  const { settings, library, brought } = useDesk();
  const { facts: own } = useStore(library);
  const { facts: theirs } = useStore(brought);
  const facts = useMemo(() => factsWith(own, theirs), [own, theirs]);
  const { language } = useStore(settings);
  const { t } = useTranslation();
  const seen = useStore(overview);
  // A link is no text, so that it need not wait for a pause in typing.
  const version = useEditorState(session.editor, (state) => state.version);
  const { template, id } = session.opened.draft.meta;
  const ofTemplate = (template !== undefined && links[template]) || noLinks;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seen` and `version` tell when to look at the units again
  const { units, table } = useMemo(() => {
    const { units } = session.editor.state();
    const bill = { units, links: linksOf(units, ofTemplate), facts: billFacts(facts, id) };
    return { units, table: parityTable(matrixWith(matrix, facts), bill) };
  }, [session, matrix, facts, ofTemplate, id, seen, version]);
  const words = t('parity:table', { returnObjects: true }) as unknown as ParityWords;
  return { table, units, labels: seen.labels, language, words, template: ofTemplate };
}
