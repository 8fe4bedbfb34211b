import { createEditor, Editor } from 'slate';
import { withReact } from 'slate-react';
import type { Language } from '../../core/base/language.ts';
import type { Edit } from '../../core/draft/operation.ts';
import type { Unit, UnitId } from '../../core/draft/types.ts';
import { createOfferSources, offersIn } from '../../core/law/recognise/offers.ts';
import { tellNotices } from './clipboard/notices.ts';
import type { DraftEditorOptions } from './contract.ts';
import { createDerived, type Derived } from './derived.ts';
import { withEditLog } from './edit-log.ts';
import type { Parts } from './parts.ts';
import { unitsOf } from './places.ts';
import { createSession } from './session.ts';
import type { BillEditor } from './slate-types.ts';
import { withTypingComforts } from './typing-comforts.ts';
import { withBlanks } from './with-blanks.ts';
import { withBreaks } from './with-breaks.ts';
import { withCitationEdges } from './with-citation-edges.ts';
import { withClipboard } from './with-clipboard.ts';
import { withColumns } from './with-columns.ts';
import { withDeletion } from './with-deletion.ts';
import { withMarks } from './with-marks.ts';
import { withOrder } from './with-order.ts';
import { withQuestion } from './with-question.ts';
import { withStates } from './with-states.ts';

/**
 * How many rows or chunks make a chunk. The browser lays out and paints a chunk as a whole: small ones cost a key less. They are many,
 * but it looks at those of one branch alone.
 */
export const chunkSize = 10;

export interface Announcer {
  /** Once for each edit, in order. */
  readonly edited: (edit: Edit) => void;
  /** After each change of text, structure, comments or selection, when the screen has been told. */
  readonly changed: () => void;
}

/**
 * Puts Slate and our rules together. The order matters where rules share a method: what comes later is asked first. So an
 * operation passes the states (which may put one before it), then the log (which writes down both), then the clamp of the selection.
 */
export function assemble(options: DraftEditorOptions, announcer: Announcer): Parts {
  const { draft, register, forms, ports } = options;
  const slate: BillEditor = withReact(createEditor());
  slate.children = draft.units as unknown as BillEditor['children'];
  slate.getChunkSize = (node) => (Editor.isEditor(node) ? chunkSize : null);
  const session = createSession('ky', ports, forms.document);
  const derived = createDerived(() => unitsOf(slate), register, forms);
  withOrder(slate, session);
  withColumns(slate, session);
  const log = withEditLog(slate, session, {
    comments: draft.comments,
    clock: () => performance.now(),
    emit: announcer.edited,
  });
  withStates(slate, session);
  withDeletion(slate, session);
  withBreaks(slate, session);
  withMarks(slate);
  withClipboard(slate, session, {
    textOf: derived.textOf,
    labelOf: derived.labelOf,
    comments: log.comments,
    renumber: () => derived.renew(unitsOf(slate)),
    offersIn: (ids) => countOffers(unitsOf(slate), ids, session.language, derived),
    tell: (notices) => {
      // The paste is an edit of its own before anybody hears of it.
      log.settle();
      tellNotices(slate, notices);
    },
  });
  withBlanks(slate, session);
  withTypingComforts(slate, session, log);
  withCitationEdges(slate);
  if (options.askBeforeLoss && !options.isReadOnly) withQuestion(slate, session, options.askBeforeLoss, log.settle);
  const parts = { slate, session, derived, log };
  watchChanges(parts, announcer);
  return parts;
}

function countOffers(
  units: readonly Unit[],
  ids: readonly UnitId[],
  language: Language,
  { acts, textOf, labels }: Derived,
): number {
  const wanted = new Set(ids);
  const sources = createOfferSources(units, labels(), acts(), textOf);
  return units.reduce(
    (sum, unit, index) => sum + (wanted.has(unit.id) ? offersIn(unit, index, language, sources).length : 0),
    0,
  );
}

/** Numbers are computed anew only when units came, went, moved or changed their kind; a key changes none of them. */
function watchChanges({ slate, session, derived, log }: Parts, announcer: Announcer): void {
  const { apply, onChange } = slate;
  let isRestructured = false;
  slate.apply = (operation) => {
    if (operation.type !== 'set_selection' && operation.path.length === 1) isRestructured = true;
    apply(operation);
  };
  slate.onChange = (options) => {
    const renewed = isRestructured;
    isRestructured = false;
    log.settle();
    if (renewed) derived.renew(unitsOf(slate));
    if (!session.screen.shows()) onChange(options);
    if (renewed) derived.announce();
    announcer.changed();
  };
}
