import { Editor, Range } from 'slate';
import type { Notice } from '../../core/base/notice.ts';
import type { CommentThread, Inline, UnitId } from '../../core/draft/types.ts';
import { insertCitation } from './citations.ts';
import { type Wording, writeSelection } from './clipboard/copy.ts';
import { fillCells, type PasteWay, waysToPaste } from './clipboard/fill.ts';
import { type Inserted, insertPasted } from './clipboard/insert.ts';
import { pasteLong } from './clipboard/long-paste.ts';
import { setCiting, setOtherWay } from './clipboard/notices.ts';
import { allAtOnce } from './clipboard/pieces.ts';
import { readProvision } from './clipboard/provision.ts';
import { isLong, outgrows, type Reading, readClipboard, sourceOf } from './clipboard/read.ts';
import type { PastedUnit } from './paste.ts';
import { unitsOf } from './places.ts';
import { manyUnits, type Session } from './session.ts';
import type { BillEditor } from './slate-types.ts';
import { chosenUnits } from './structure.ts';

export interface ClipboardOptions extends Wording {
  readonly comments: () => readonly CommentThread[];
  /** Computes the numbers anew, so that they can be compared with those that were typed. */
  readonly renumber: () => void;
  /** How many citations and references stand in the live texts of these units as plain words. */
  readonly offersIn: (units: readonly UnitId[]) => number;
  readonly tell: (notices: readonly Notice[]) => void;
}

/**
 * Copy, cut and paste in one language. Slate's default would clone the DOM between the edges, and with it the other columns; and it
 * would nest pasted blocks in a cell. Here the clipboard holds the live column alone, and a paste is paragraphs that become units.
 */
export function withClipboard(editor: BillEditor, session: Session, options: ClipboardOptions): BillEditor {
  const { insertText } = editor;
  /** What this editor itself wrote: only of that an id is believed, for a move by cutting and pasting. */
  let written = '';
  editor.getFragment = () => [];
  editor.setFragmentData = (data) => {
    const { selection } = editor;
    if (selection && Range.isExpanded(selection)) written = writeSelection(editor, session, data, options);
  };
  const put = (units: readonly PastedUnit[], notices: readonly Notice[], asked?: PasteWay): void => {
    const { way: likely, other } = waysToPaste(editor, session, units);
    const way = asked ?? likely;
    const here = chosenUnits(editor);
    const found = way === 'cells' || units.length > unitsReadForOffers ? 0 : options.offersIn(here);
    const inserted = way === 'cells' ? [] : insertPasted(editor, session, units, (text) => insertText(text));
    if (way === 'cells') Editor.withoutNormalizing(editor, () => fillCells(editor, session, units));
    const another = way === 'cells' ? 'rows' : 'cells';
    setOtherWay(editor, other ? () => put(units, notices, another) : undefined);
    options.tell([
      ...notices,
      ...(other ? [wayNotice(way, units.length)] : []),
      ...numberNotices(inserted, session, options),
      ...(way === 'cells' ? [] : offerNotices(inserted, { here, found }, options)),
    ]);
    setCiting(editor, [...here, ...inserted.map(({ id }) => id)]);
    const last = inserted.at(-1);
    if (last && inserted.length > manyUnits) drawPieces(session, last);
  };
  const take = ({ units, notices, isOwn }: Reading, own: string): void => {
    // A refused paste takes nothing away.
    if (units.length === 0) {
      options.tell(notices);
      return;
    }
    if (outgrows(units, unitsOf(editor))) {
      options.tell([{ code: 'editor.draft-too-large', severity: 'warning' }]);
      return;
    }
    if (session.asksFirst(() => take({ units, notices, isOwn }, own))) return;
    // First, so that a comment on words that go, and the id of a unit that goes, are free for what comes.
    if (editor.selection && Range.isExpanded(editor.selection)) editor.deleteFragment();
    const isOurs = isOwn && own === written;
    const known = isOwn ? withLivingComments(editor, withFreeIds(editor, units, isOurs), options.comments()) : units;
    put(known, notices);
  };
  editor.insertData = (data) => {
    const provision = readProvision(data);
    if (provision) {
      insertCitation(editor, session, { ...provision, languages: 'all' });
      return;
    }
    const source = sourceOf(data);
    const reading = readClipboard(source, session.language);
    if (isLong(source)) void pasteLong(editor, session, reading, (read) => take(read, source.own));
    else take(allAtOnce(reading), source.own);
  };
  return editor;
}

function wayNotice(way: PasteWay, count: number): Notice {
  return { code: `editor.pasted-as-${way}`, severity: 'note', params: { count } };
}

/** The caret stands at the end: only there it is drawn at once. */
function drawPieces({ screen }: Session, last: Inserted): void {
  screen.drawAtCaret();
  screen.reveal(last.id);
}

/** A unit that was cut and is put down again stays the one to which references point; a copy is another unit. */
function withFreeIds(editor: BillEditor, pasted: readonly PastedUnit[], isOurs: boolean): readonly PastedUnit[] {
  const taken = new Set(unitsOf(editor).map(({ id }) => id));
  return pasted.map(({ id, ...unit }) => {
    if (id === undefined || !isOurs || taken.has(id)) return unit;
    taken.add(id);
    return { ...unit, id };
  });
}

/**
 * Words that were cut bring their comments along, where the thread is still there. Words that were copied do not: the comment stays
 * with the words on which it was made.
 */
function withLivingComments(
  editor: BillEditor,
  pasted: readonly PastedUnit[],
  threads: readonly CommentThread[],
): readonly PastedUnit[] {
  const placeless = new Set(threads.map(({ id }) => `c_${id}`));
  for (const unit of unitsOf(editor)) {
    for (const cell of unit.children) {
      for (const inline of cell.children) for (const name of Object.keys(inline)) placeless.delete(name);
    }
  }
  const living = (inline: Inline): Inline =>
    Object.fromEntries(
      Object.entries(inline).filter(([name]) => !name.startsWith('c_') || placeless.has(name)),
    ) as unknown as Inline;
  return pasted.map((unit) => ({ ...unit, inlines: unit.inlines.map(living) }));
}

/** Reading more for citations would hold the window still; on the screen they are underlined all the same. */
const unitsReadForOffers = 60;

/** Citations that came as plain words, and how to make them live; not the `found` ones that stood `here` already. */
function offerNotices(
  inserted: readonly Inserted[],
  { here, found }: { readonly here: readonly UnitId[]; readonly found: number },
  { renumber, offersIn }: ClipboardOptions,
): readonly Notice[] {
  if (inserted.length > unitsReadForOffers) return [];
  if (inserted.length > 0) renumber();
  const count = offersIn([...here, ...inserted.map(({ id }) => id)]) - found;
  return count > 0 ? [{ code: 'editor.citations-found', severity: 'note', params: { count } }] : [];
}

/** Numbers are computed; where that gives others than the text had, words that name them may point elsewhere now. */
function numberNotices(
  inserted: readonly Inserted[],
  { language }: Session,
  { renumber, labelOf }: ClipboardOptions,
): readonly Notice[] {
  const numbered = inserted.filter(({ from }) => from.number !== undefined);
  if (numbered.length === 0) return [];
  renumber();
  const count = numbered.filter(({ id, from }) => {
    const label = labelOf(id);
    return label?.number !== from.number && label?.written[language] !== from.number;
  }).length;
  return count > 0 ? [{ code: 'editor.numbers-differ', severity: 'note', params: { count } }] : [];
}
