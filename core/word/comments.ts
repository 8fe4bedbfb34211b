import { type Language, languages } from '../base/language.ts';
import type { CommentId, CommentThread } from '../draft/types.ts';
import type { WordComment, WordParagraph, WordRun } from './document.ts';
import { type KeyedParagraph, type KeyedRun, printable } from './runs.ts';

/** Where a thread begins and ends: a flow, and the first and last run in it, counted through its paragraphs. */
interface Range {
  readonly thread: CommentThread;
  readonly flow: number;
  readonly first: number;
  last: number;
  /** False when the words are gone and the comment stands on the whole provision instead. */
  readonly isOnWords: boolean;
}

/** Paragraphs with the ranges of comments in them, the comments themselves, and what found no place. */
export interface PlacedComments {
  /** The flows as given, in the same order. */
  readonly flows: readonly (readonly WordParagraph[])[];
  readonly comments: readonly WordComment[];
  /** Threads whose words were deleted; each now stands on its whole provision and quotes them. */
  readonly unplaced: readonly CommentThread[];
  /** Threads whose provision is not in the document either. */
  readonly lost: readonly CommentThread[];
}

/**
 * Turns the ids that runs carry into ranges. A flow is a stretch of paragraphs that a range may run across: the whole text of one
 * language, or a single cell of a table, since Word takes a range across cells badly. A range is from the first run that carries
 * the id to the last, so that what was typed in between belongs to it; a thread whose id is met in several flows keeps the first.
 */
export function placeComments(
  flows: readonly (readonly KeyedParagraph[])[],
  threads: readonly CommentThread[],
): PlacedComments {
  const ranges = rangesOnWords(flows, threads);
  const unplaced: CommentThread[] = [];
  const lost: CommentThread[] = [];
  for (const thread of threads) {
    if (ranges.has(thread.id)) continue;
    const range = rangeOnUnit(flows, thread);
    if (range) ranges.set(thread.id, range);
    (range ? unplaced : lost).push(thread);
  }
  const ordered = [...ranges.values()].sort((a, b) => a.flow - b.flow || a.first - b.first || b.last - a.last);
  const { comments, marks } = numberComments(ordered);
  const marked = flows.map((flow, i) =>
    markFlow(
      flow,
      marks.filter((mark) => mark.range.flow === i),
    ),
  );
  return { flows: marked, comments, unplaced, lost };
}

function rangesOnWords(
  flows: readonly (readonly KeyedParagraph[])[],
  threads: readonly CommentThread[],
): Map<CommentId, Range> {
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  const ranges = new Map<CommentId, Range>();
  flows.forEach((flow, flowIndex) => {
    let position = 0;
    for (const paragraph of flow) {
      for (const run of paragraph.runs) {
        for (const id of run.threads) {
          const thread = byId.get(id);
          if (!thread || thread.lang !== paragraph.language) continue;
          const range = ranges.get(id);
          if (!range) ranges.set(id, { thread, flow: flowIndex, first: position, last: position, isOnWords: true });
          else if (range.flow === flowIndex) range.last = position;
        }
        position += 1;
      }
    }
  });
  return ranges;
}

function rangeOnUnit(flows: readonly (readonly KeyedParagraph[])[], thread: CommentThread): Range | undefined {
  for (const [flow, paragraphs] of flows.entries()) {
    let position = 0;
    for (const { unit, language, runs } of paragraphs) {
      const isIt = unit === thread.unit && language === thread.lang && runs.length > 0;
      if (isIt) return { thread, flow, first: position, last: position + runs.length - 1, isOnWords: false };
      position += runs.length;
    }
  }
  return undefined;
}

interface Mark {
  readonly range: Range;
  readonly numbers: readonly number[];
}

function numberComments(ranges: readonly Range[]): { comments: readonly WordComment[]; marks: readonly Mark[] } {
  const comments: WordComment[] = [];
  const marks = ranges.map((range) => {
    const parent = comments.length;
    const { thread } = range;
    thread.messages.forEach((message, i) => {
      const quote = i === 0 && !range.isOnWords && thread.quote !== '' ? [`«${printable(thread.quote)}»`] : [];
      comments.push({
        number: parent + i,
        ...(i > 0 && { parent }),
        author: printable(message.author),
        initials: initialsOf(message.author),
        at: message.at,
        paragraphs: [...quote, ...printable(message.text).split('\n')],
        language: thread.lang,
        resolved: thread.resolved,
      });
    });
    return { range, numbers: thread.messages.map((_, i) => parent + i) };
  });
  return { comments, marks };
}

/** The first letters of a name, at most three: «Айгүл Асанова» is АА. */
function initialsOf(name: string): string {
  const letters = name.match(/(?<![\p{L}\p{M}])\p{L}/gu) ?? [];
  return letters.slice(0, 3).join('').toUpperCase();
}

function markFlow(flow: readonly KeyedParagraph[], marks: readonly Mark[]): readonly WordParagraph[] {
  const opens = new Map<number, number[]>();
  const closes = new Map<number, number[]>();
  for (const { range, numbers } of marks) {
    opens.set(range.first, [...(opens.get(range.first) ?? []), ...numbers]);
    closes.set(range.last, [...(closes.get(range.last) ?? []), ...numbers]);
  }
  let position = 0;
  return flow.map(({ runs, ...paragraph }) => ({
    ...paragraph,
    runs: runs.map((run) => {
      const at = position;
      position += 1;
      return markRun(run, opens.get(at), closes.get(at));
    }),
  }));
}

function markRun(
  { threads: _, ...run }: KeyedRun,
  opens: readonly number[] | undefined,
  closes: readonly number[] | undefined,
): WordRun {
  return { ...run, ...(opens && { opens }), ...(closes && { closes }) };
}

/** The threads that can stand in a document of these languages, and how many stand in others. */
export function threadsIn(
  threads: readonly CommentThread[],
  shown: readonly Language[],
): { readonly here: readonly CommentThread[]; readonly elsewhere: number } {
  const here = threads.filter((thread) => shown.includes(thread.lang));
  return { here, elsewhere: shown.length === languages.length ? 0 : threads.length - here.length };
}
