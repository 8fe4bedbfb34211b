import type { Language } from '../../core/base/language.ts';
import type { Match } from '../../core/draft/find.ts';
import { rowsInSight } from '../editor/rows-in-sight.ts';
import type { Finding } from './finding.ts';
import { rangesIn } from './sight.ts';

/** Shows the matches in sight by highlights of the browser, which change no node, and keeps them so until the returned call. */
export function highlightMatches(scroller: HTMLElement, finding: Finding): () => void {
  if (!('highlights' in CSS)) return () => {};
  let frame = 0;
  const draw = (): void => {
    frame = 0;
    paint(scroller, finding);
  };
  const ask = (): void => {
    frame ||= requestAnimationFrame(draw);
  };
  scroller.addEventListener('scroll', ask, { passive: true });
  const changes = new MutationObserver(ask);
  changes.observe(scroller, { subtree: true, childList: true, characterData: true });
  const sizes = new ResizeObserver(ask);
  sizes.observe(scroller);
  const stop = finding.subscribe(ask);
  ask();
  return () => {
    cancelAnimationFrame(frame);
    scroller.removeEventListener('scroll', ask);
    changes.disconnect();
    sizes.disconnect();
    stop();
    CSS.highlights.delete('find');
    CSS.highlights.delete('find-here');
  };
}

function paint(scroller: HTMLElement, finding: Finding): void {
  const { matches, current } = finding.get();
  const all = new Highlight();
  const here = new Highlight();
  here.priority = 1;
  const currentMatch = matches[current];
  const byCell = groupedByCell(matches);
  for (const row of matches.length > 0 ? rowsInSight(scroller) : []) {
    for (const cell of row.querySelectorAll<HTMLElement>(':scope > .cell')) {
      const own = byCell.get(cellKey(row.dataset.unit ?? '', cell.lang as Language)) ?? [];
      if (own.length === 0) continue;
      for (const range of rangesIn(cell, own)) all.add(range);
      if (currentMatch && own.includes(currentMatch))
        for (const range of rangesIn(cell, [currentMatch])) here.add(range);
    }
  }
  CSS.highlights.set('find', all);
  CSS.highlights.set('find-here', here);
}

function cellKey(unit: string, language: Language): string {
  return `${unit} ${language}`;
}

const grouped = new WeakMap<readonly Match[], ReadonlyMap<string, readonly Match[]>>();

/** Grouped once for each search, not for each frame of a scroll. */
function groupedByCell(matches: readonly Match[]): ReadonlyMap<string, readonly Match[]> {
  const known = grouped.get(matches);
  if (known) return known;
  const groups = Map.groupBy(matches, ({ unit, language }) => cellKey(unit, language));
  grouped.set(matches, groups);
  return groups;
}
