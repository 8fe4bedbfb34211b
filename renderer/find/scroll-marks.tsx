import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Match } from '../../core/draft/find.ts';
import type { DraftEditor } from '../editor/contract.ts';
import { piecesOf } from '../editor/rows-in-sight.ts';
import { useStore } from '../state/store.ts';
import type { Finding } from './finding.ts';
import { sheetScroller } from './sight.ts';

/** A known place of the sheet: at which height, in parts of the whole, a unit begins. */
interface Milestone {
  readonly index: number;
  readonly height: number;
}

const most = 200;

/** Where matches lie along the scroll bar, in thousandths of its height, without repeats. */
export function markPlaces(matches: readonly Match[], milestones: readonly Milestone[]): readonly number[] {
  const places = new Set<number>();
  for (const { index } of matches) places.add(Math.round(heightOf(index, milestones) * most) * (1000 / most));
  return [...places];
}

/** Between two known heights by the number of units. */
function heightOf(index: number, milestones: readonly Milestone[]): number {
  const after = milestones.findIndex((one) => one.index > index);
  const to = milestones[after < 0 ? milestones.length - 1 : after];
  const from = milestones[(after < 0 ? milestones.length : after) - 1];
  if (!from || !to || to.index === from.index) return from?.height ?? 0;
  return from.height + ((to.height - from.height) * (index - from.index)) / (to.index - from.index);
}

/** What the browser skips has a height by guess; inside of it there is none. */
function isLaidOut(piece: Element): boolean {
  return piece.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) === true;
}

/** The tops of the pieces, or of every row in a bill too short for chunks, and the foot of the last. */
function milestonesOf(scroller: HTMLElement, indexOf: ReadonlyMap<string, number>): readonly Milestone[] {
  const pieces = piecesOf(scroller, isLaidOut);
  const blocks = pieces.length > 0 ? pieces : [...scroller.querySelectorAll('[data-unit]')];
  const origin = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const height = (y: number): number => (y - origin) / Math.max(1, scroller.scrollHeight);
  const milestones = blocks.flatMap((block) => {
    const row = block.matches('[data-unit]') ? block : block.querySelector('[data-unit]');
    const index = indexOf.get(row?.getAttribute('data-unit') ?? '');
    return index === undefined ? [] : [{ index, height: height(block.getBoundingClientRect().top) }];
  });
  const foot = blocks.at(-1)?.getBoundingClientRect().bottom;
  return foot === undefined ? milestones : [...milestones, { index: indexOf.size, height: height(foot) }];
}

interface ScrollMarksProps {
  readonly finding: Finding;
  readonly editor: DraftEditor;
}

/** Small marks beside the scroll bar where something was found. */
export function ScrollMarks({ finding, editor }: ScrollMarksProps): ReactNode {
  const { matches } = useStore(finding);
  const [places, setPlaces] = useState<readonly number[]>([]);
  const scroller = sheetScroller();
  useEffect(() => {
    if (!scroller) return undefined;
    const measure = (): void => {
      const indexOf = new Map(editor.state().units.map(({ id }, index) => [id, index]));
      setPlaces(matches.length > 0 ? markPlaces(matches, milestonesOf(scroller, indexOf)) : []);
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(scroller);
    return () => sizes.disconnect();
  }, [scroller, matches, editor]);
  const page = scroller?.parentElement;
  if (!page || places.length === 0) return null;
  return createPortal(
    <div className="find-marks" aria-hidden="true" style={{ height: scroller.clientHeight }}>
      {places.map((place) => (
        <i key={place} style={{ top: `${place / 10}%` }} />
      ))}
    </div>,
    page,
  );
}
