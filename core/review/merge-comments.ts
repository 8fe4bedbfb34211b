import { isSameJson } from '../base/same-json.ts';
import type { CommentMessage, CommentThread } from '../draft/types.ts';

/** The threads of both sides. One that a side deleted goes, unless the other wrote in it meanwhile; messages of both are kept. */
export function mergeComments(
  base: readonly CommentThread[],
  mine: readonly CommentThread[],
  theirs: readonly CommentThread[],
): readonly CommentThread[] {
  const [was, ours, others] = [base, mine, theirs].map(
    (list) => new Map(list.map((thread) => [thread.id, thread])),
  ) as [Map<string, CommentThread>, Map<string, CommentThread>, Map<string, CommentThread>];
  const ids = [...new Set([...mine, ...theirs].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [before, own, other] = [was.get(id), ours.get(id), others.get(id)];
    if (own && other) return [mergeThread(before, own, other)];
    const left = own ?? other;
    return left && !(before && isSameJson(before, left)) ? [left] : [];
  });
}

function mergeThread(before: CommentThread | undefined, mine: CommentThread, theirs: CommentThread): CommentThread {
  if (isSameJson(mine, theirs) || (before && isSameJson(before, theirs))) return mine;
  if (before && isSameJson(before, mine)) return theirs;
  const resolved = before && mine.resolved === before.resolved ? theirs.resolved : mine.resolved;
  return { ...mine, resolved, messages: mergeMessages(mine.messages, theirs.messages) };
}

/** Mine in their order, and behind each what theirs has there; nothing that anybody said is left out. */
function mergeMessages(mine: readonly CommentMessage[], theirs: readonly CommentMessage[]): readonly CommentMessage[] {
  const added = theirs.filter((message) => !mine.some((own) => isSameJson(own, message)));
  return [...mine, ...added].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
