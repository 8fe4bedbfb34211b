import type { Language } from '../../core/base/language.ts';
import { linksOf, type PlacedLink } from '../../core/draft/inline-edits.ts';
import type { DraftEditor } from '../editor/contract.ts';

const marks = '.citation, .reference';

/** The mark of a citation or reference of the bill that an element lies in. */
export function markAround(element: EventTarget | null): HTMLElement | undefined {
  const mark = element instanceof Element ? element.closest<HTMLElement>(marks) : null;
  return mark?.closest('.draft-text') ? mark : undefined;
}

/** What a mark on the screen stands for: in a cell, marks and links have the same order. */
export function linkOfMark(editor: DraftEditor, mark: HTMLElement): PlacedLink | undefined {
  const cell = mark.closest<HTMLElement>('.cell');
  const id = mark.closest<HTMLElement>('[data-unit]')?.dataset.unit;
  const unit = editor.state().units.find((one) => one.id === id);
  if (!cell || !unit) return undefined;
  return linksOf(unit, cell.lang as Language)[[...cell.querySelectorAll(marks)].indexOf(mark)];
}

/** The mark of a link; undefined where it is not drawn. */
export function markOfLink(editor: DraftEditor, placed: PlacedLink): HTMLElement | undefined {
  const unit = editor.state().units.find(({ id }) => id === placed.unit);
  const order = unit ? linksOf(unit, placed.language).findIndex(({ at }) => at === placed.at) : -1;
  const row = `.draft-text [data-unit="${CSS.escape(placed.unit)}"]`;
  const found = document.querySelectorAll<HTMLElement>(`${row} > .cell[lang="${placed.language}"] :is(${marks})`);
  return found[order];
}
