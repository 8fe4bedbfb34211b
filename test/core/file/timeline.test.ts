import { describe, expect, test } from 'vitest';
import { firstPoint } from '../../../core/file/chain.ts';
import { beginTimeline, extendTimeline, settleTimeline, type Timeline } from '../../../core/file/timeline.ts';
import { sha256 } from '../../../electron/files/hash.ts';
import { aDraft, random } from '../../support/builder.ts';
import { afterEdits, someEdits } from '../../support/kill/some-edits.ts';

const draft = aDraft().unit('title', 'Title').unit('article', 'Article').build();
const edits = someEdits(draft, 10, random(11));

function timelineAfter(count: number): Timeline {
  let timeline = beginTimeline({ draft, point: firstPoint(draft, sha256) });
  for (const edit of edits.slice(0, count)) {
    const next = extendTimeline(timeline, edit, sha256);
    if (!next) throw new Error('The edit does not fit');
    timeline = next;
  }
  return timeline;
}

describe('the history of an open draft', () => {
  test('names every state by another hash', () => {
    const chains = timelineAfter(10).steps.map(({ point }) => point.chain);
    expect(new Set(chains).size).toBe(10);
  });

  test('names a state by all that came before it, not by its last edit alone', () => {
    const last = edits[0];
    const begun = beginTimeline({ draft, point: firstPoint(draft, sha256) });
    const other = beginTimeline({ draft, point: { ...begun.head.point, chain: sha256('another past') } });
    if (!last) throw new Error();
    const [own, its] = [begun, other].map((timeline) => extendTimeline(timeline, last, sha256)?.head.point);
    expect(its?.sequence).toBe(own?.sequence);
    expect(its?.chain).not.toBe(own?.chain);
  });

  test('begins anew at a save and keeps the edits that came meanwhile', () => {
    const timeline = timelineAfter(10);
    const settled = settleTimeline(timeline, afterEdits(draft, edits.slice(0, 7)), 7, sha256);
    expect(settled.agrees).toBe(true);
    expect(settled.saved.point).toEqual(timelineAfter(7).head.point);
    expect(settled.timeline.steps).toHaveLength(3);
    expect(settled.timeline.head).toEqual(timeline.head);
  });

  test('takes what the page saved where the two differ, and does not claim the edits made it', () => {
    const other = aDraft().unit('title', 'Another').unit('article', 'Article').build();
    const settled = settleTimeline(timelineAfter(4), other, 4, sha256);
    expect(settled.agrees).toBe(false);
    expect(settled.saved.draft).toBe(other);
    expect(settled.saved.point.sequence).toBe(4);
    expect(settled.saved.point.chain).not.toBe(timelineAfter(4).head.point.chain);
  });

  test('takes no edit that does not fit', () => {
    const edit = { operations: [{ type: 'insert_text', path: [99, 0, 0], offset: 0, text: 'a' }] } as const;
    expect(extendTimeline(timelineAfter(0), edit, sha256)).toBeUndefined();
  });
});
