import { isSameJson } from '../base/same-json.ts';
import { applyEdit } from '../draft/apply.ts';
import type { Edit } from '../draft/operation.ts';
import type { Draft } from '../draft/types.ts';
import { type ChainPoint, editPayload, nextPoint, type Sha256, snapshotPoint } from './chain.ts';

/** A state of a draft and its place in the history. */
export interface Moment {
  readonly draft: Draft;
  readonly point: ChainPoint;
}

/** One edit and the point that it led to. */
export interface Step {
  readonly edit: Edit;
  /** The words of the edit in the journal. */
  readonly payload: string;
  readonly point: ChainPoint;
}

/**
 * What has happened to an open draft since it was opened or last saved: the state then, each edit, the state now. Held beside
 * the page's own copy, so that a crash of the page loses nothing and a page that went wrong is noticed.
 */
export interface Timeline {
  readonly origin: Moment;
  /** The edits after `origin`, in order. */
  readonly steps: readonly Step[];
  readonly head: Moment;
}

/** A timeline that begins now. */
export function beginTimeline(origin: Moment): Timeline {
  return { origin, steps: [], head: origin };
}

/** The timeline with one more edit; undefined when the edit does not fit the draft. */
export function extendTimeline(timeline: Timeline, edit: Edit, sha256: Sha256): Timeline | undefined {
  const draft = applyEdit(timeline.head.draft, edit);
  if (!draft) return undefined;
  const payload = editPayload(edit);
  const point = nextPoint(timeline.head.point, payload, sha256);
  return { ...timeline, steps: [...timeline.steps, { edit, payload, point }], head: { draft, point } };
}

/**
 * The timeline as it is once the page has saved `draft` as its state after edit `sequence`. The page's text is what the person
 * sees, so it wins where ours differs; then the chain says that a whole state took the place of edits. Edits that came in
 * while the page was saving are put on top. `agrees` is false where ours differed.
 */
export function settleTimeline(
  timeline: Timeline,
  draft: Draft,
  sequence: number,
  sha256: Sha256,
): { readonly saved: Moment; readonly timeline: Timeline; readonly agrees: boolean } {
  const ours = momentAt(timeline, sequence);
  const agrees = ours !== undefined && isSameJson(ours.draft, draft);
  const saved = agrees ? ours : { draft, point: snapshotPoint((ours ?? timeline.head).point, sequence, draft, sha256) };
  const later = timeline.steps.filter(({ point }) => point.sequence > sequence);
  return { saved, timeline: catchUp(beginTimeline(saved), later, sha256), agrees };
}

/** The timeline with those of the steps that are later than its head; it ends before the first that does not fit. */
export function catchUp(timeline: Timeline, steps: readonly Step[], sha256: Sha256): Timeline {
  const { sequence } = timeline.head.point;
  let caught = timeline;
  for (const { edit, point } of steps) {
    if (point.sequence <= sequence) continue;
    const next = extendTimeline(caught, edit, sha256);
    if (!next) break;
    caught = next;
  }
  return caught;
}

function momentAt(timeline: Timeline, sequence: number): Moment | undefined {
  if (sequence === timeline.head.point.sequence) return timeline.head;
  if (sequence < timeline.origin.point.sequence) return undefined;
  let moment = timeline.origin;
  for (const { edit, point } of timeline.steps) {
    if (moment.point.sequence === sequence) return moment;
    const draft = applyEdit(moment.draft, edit);
    if (!draft) return undefined;
    moment = { draft, point };
  }
  return moment.point.sequence === sequence ? moment : undefined;
}
