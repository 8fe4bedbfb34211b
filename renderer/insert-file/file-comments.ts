import { type Language, languages } from '../../core/base/language.ts';
import type { ForeignComment } from '../../core/draft/foreign-paragraphs.ts';
import type { CommentChange } from '../../core/draft/operation.ts';
import { commentMarksOf, keepingComments } from '../../core/draft/text.ts';
import type { CommentId, CommentThread, Inline, UnitId } from '../../core/draft/types.ts';
import type { PastedUnit } from '../editor/paste.ts';

/** A comment of a file on its way into the draft, under an id of its own. */
interface PlacedComment {
  readonly id: CommentId;
  readonly comment: ForeignComment;
  /** The paragraph of the file that it lies on, and the column; absent where none of its words came along. */
  readonly at?: { readonly index: number; readonly language: Language };
}

/**
 * Gives the comments of a file ids of their own. A thread lies on words of one text: where a range goes over several paragraphs the first
 * of them has it. What else looks like a comment on the words goes.
 */
export function placeComments(
  units: readonly PastedUnit[],
  comments: readonly ForeignComment[],
  language: Language,
  newId: () => string,
): { readonly units: readonly PastedUnit[]; readonly placed: readonly PlacedComment[] } {
  const ids = new Map(comments.map(({ id }) => [`c_${id}`, newId()]));
  const places = new Map<string, NonNullable<PlacedComment['at']>>();
  const marked = units.map((unit, index): PastedUnit => {
    const take = (inlines: readonly Inline[], own: Language): readonly Inline[] => {
      const here = new Set(inlines.flatMap(commentMarksOf).filter((mark) => ids.has(mark) && !places.has(mark)));
      for (const mark of here) places.set(mark, { index, language: own });
      return inlines.map((inline) => renamed(inline, here, ids));
    };
    const cells = languages.flatMap((one) => (unit.cells?.[one] ? [[one, take(unit.cells[one], one)] as const] : []));
    const inlines = unit.cells ? unit.inlines : take(unit.inlines, language);
    return { ...unit, inlines, ...(unit.cells && { cells: Object.fromEntries(cells) }) };
  });
  const placed = comments.map((comment): PlacedComment => {
    const at = places.get(`c_${comment.id}`);
    return { id: ids.get(`c_${comment.id}`) ?? newId(), comment, ...(at && { at }) };
  });
  return { units: marked, placed };
}

function renamed(inline: Inline, here: ReadonlySet<string>, ids: ReadonlyMap<string, string>): Inline {
  const marks = commentMarksOf(inline);
  if (marks.length === 0) return inline;
  const own = marks.filter((mark) => here.has(mark)).map((mark) => [`c_${ids.get(mark)}`, true] as const);
  return { ...keepingComments(inline, () => false), ...Object.fromEntries(own) };
}

/** The thread in the draft's table. One that found no words is kept beside the first provision of the file, as one that lost its place. */
export function commentChange(
  { id, comment, at }: PlacedComment,
  touched: readonly UnitId[],
  language: Language,
): CommentChange {
  const { quote, resolved, messages } = comment;
  const unit = touched[at?.index ?? 0] ?? '';
  const after: CommentThread = { id, unit, lang: at?.language ?? language, quote, resolved, messages };
  return { id, after };
}

/** The comments whose words are not in these paragraphs. */
export function commentsWithoutPlace(
  units: readonly PastedUnit[],
  comments: readonly ForeignComment[],
): readonly ForeignComment[] {
  const marks = new Set(
    units.flatMap(({ inlines, cells }) =>
      [inlines, ...languages.map((language) => cells?.[language] ?? [])].flatMap((list) =>
        list.flatMap(commentMarksOf),
      ),
    ),
  );
  return comments.filter(({ id }) => !marks.has(`c_${id}`));
}
