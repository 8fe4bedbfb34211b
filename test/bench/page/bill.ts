import { cellOf } from '../../../core/draft/state.ts';
import type { CommentThread, Draft, Inline, Unit } from '../../../core/draft/types.ts';
import { generateBill, random } from '../../support/builder.ts';

/** The live column of all editors, and the only one of those that hold one language. */
export const liveLanguage = 'ru';

/** The text that every editor gets, with so many comments on words of its live column. */
export function benchBill(articles: number, comments: number): Draft {
  const bill = generateBill({ articles });
  return comments > 0 ? withComments(bill, comments) : bill;
}

export function plainText(unit: Unit, language: (typeof unit)['children'][number]['lang']): string {
  return cellOf(unit, language)
    .children.map((inline) => ('text' in inline ? inline.text : ''))
    .join('');
}

/** Comments on four to twenty letters each, evenly over the units. */
function withComments(bill: Draft, count: number): Draft {
  const next = random(99);
  const units = [...bill.units];
  const threads: CommentThread[] = [];
  for (let i = 0; i < count; i += 1) {
    const at = Math.floor((i * units.length) / count);
    const unit = units[at];
    if (!unit) continue;
    const id = `comment-${i}`;
    const marked = commentedUnit(unit, id, next);
    units[at] = marked.unit;
    threads.push(threadOn(unit, id, marked.quote));
  }
  return { ...bill, units, comments: threads };
}

function threadOn(unit: Unit, id: string, quote: string): CommentThread {
  const messages = [{ author: 'Reader', at: '2026-03-01T09:00:00.000Z', text: quote }];
  return { id, unit: unit.id, lang: liveLanguage, quote, resolved: false, messages };
}

function commentedUnit(unit: Unit, id: string, next: (below: number) => number): { unit: Unit; quote: string } {
  const cell = cellOf(unit, liveLanguage);
  const last = cell.children.at(-1);
  if (!last || !('text' in last)) return { unit, quote: '' };
  const start = next(Math.max(1, last.text.length - 24));
  const end = Math.min(last.text.length, start + 4 + next(16));
  const quote = last.text.slice(start, end);
  const pieces: Inline[] = [
    { ...last, text: last.text.slice(0, start) },
    { ...last, text: quote, [`c_${id}`]: true },
    { ...last, text: last.text.slice(end) },
  ].filter(({ text }) => text !== '');
  const children = unit.children.map((each) =>
    each === cell ? { ...cell, children: [...cell.children.slice(0, -1), ...pieces] } : each,
  );
  return { unit: { ...unit, children: children as unknown as Unit['children'] }, quote };
}
