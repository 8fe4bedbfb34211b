import { type Point, Range } from 'slate';
import type { FindPlace } from '../../core/draft/find.ts';
import { isRun } from '../../core/draft/text.ts';
import type { DraftEditor } from './contract.ts';
import { type Parts, partsOf } from './parts.ts';
import { cellOfPoint, indexOf, unitAt } from './places.ts';

/** Both ends of what is selected, in reading order; undefined without a caret. */
export function selectedPlaces(editor: DraftEditor): readonly [FindPlace, FindPlace] | undefined {
  const parts = partsOf(editor);
  const { selection } = parts.slate;
  if (!selection) return undefined;
  const [start, end] = Range.edges(selection);
  return [placeOf(parts, start), placeOf(parts, end)];
}

function placeOf({ slate, session, derived }: Parts, point: Point): FindPlace {
  const before = cellOfPoint(slate, point)?.children.slice(0, point.path[2]) ?? [];
  const index = indexOf(point);
  const unit = unitAt(slate, index)?.id ?? '';
  const lengths = before.map((inline) =>
    isRun(inline) ? inline.text.length : derived.textOf(inline, session.language, unit).length,
  );
  return {
    index,
    language: session.language,
    offset: lengths.reduce((sum, length) => sum + length, point.offset),
  };
}
