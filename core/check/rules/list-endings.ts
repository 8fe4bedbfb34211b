import { kindRules } from '../../draft/schema.ts';
import type { CheckContext, Finding, Reading, Rule, UnitReading } from '../problem.ts';
import { placeIn } from '../reading.ts';
import { replaceTyped } from '../repairs.ts';

/** An item of a list with the items below it. */
interface Item {
  readonly unit: UnitReading;
  readonly hasChildren: boolean;
}

/** A list: what leads it in, and its points with all that they enclose, in the order of the text. */
interface List {
  readonly lead: UnitReading;
  readonly items: readonly Item[];
}

/** Lists of points in the whole bill, nested ones as part of the outermost. */
function listsIn({ law }: CheckContext): readonly List[] {
  const lists: List[] = [];
  let at = 0;
  while (at < law.length) {
    const lead = law[at];
    at += 1;
    if (!lead || (lead.unit.kind !== 'part' && lead.unit.kind !== 'paragraph' && lead.unit.kind !== 'article'))
      continue;
    const items: Item[] = [];
    for (let next = law[at]; next && isInside(next); next = law[at]) {
      const after = law[at + 1];
      const hasChildren = after !== undefined && kindRules[after.unit.kind].depth > kindRules[next.unit.kind].depth;
      items.push({ unit: next, hasChildren });
      at += 1;
    }
    if (items.length > 1) lists.push({ lead, items });
  }
  return lists;
}

function isInside({ unit }: UnitReading): boolean {
  return unit.kind === 'point' || unit.kind === 'subpoint';
}

/** What closes an item: the last mark, quotation marks and brackets left aside. */
const lastMark = /([;.,:!?…]?)([»”"’)\]]*)\s*$/u;

function endingsOf({ lead, items }: List, column: 0 | 1 | 2): readonly Finding[] {
  if (!/:\s*$/.test(lead.readings[column].text)) return [];
  const leaves = items.filter(({ hasChildren }) => !hasChildren).map(({ unit }) => unit.readings[column]);
  const texts = leaves.filter(({ text }) => text.trim() !== '');
  // A list of whole sentences ends each of them with a full stop, and is right.
  const stops = texts.slice(0, -1).filter(({ text }) => lastMark.exec(text)?.[1] === '.');
  if (stops.length > 0 && stops.length === texts.length - 1) return [];
  return texts.flatMap((reading, i) => findingFor(reading, i === texts.length - 1 ? '.' : ';'));
}

function findingFor(reading: Reading, expected: '.' | ';'): readonly Finding[] {
  const match = lastMark.exec(reading.text);
  if (!match) return [];
  const [, mark = '', closing = ''] = match;
  if (mark === expected) return [];
  // A mark within the quotation says how the quoted words end, not the item.
  const start = mark === '' || closing !== '' ? match.index + match[0].trimEnd().length : match.index;
  const end = mark !== '' && closing === '' ? start + 1 : start;
  if (mark !== '' && closing !== '' && reading.text.slice(0, start).trimEnd().endsWith(expected)) return [];
  const repair = replaceTyped(reading, start, end, expected);
  return [{ place: placeIn(reading, start, end), params: { mark: expected }, ...(repair && { repair }) }];
}

/** The points of a list end with semicolons, the last one with a full stop. Looked at only under words that end with a colon. */
export const listEndings: Rule = {
  name: 'list-ending',
  group: 'wording',
  severity: 'warning',
  find: (context) => {
    const lists = listsIn(context);
    return ([0, 1, 2] as const).flatMap((column) => lists.flatMap((list) => endingsOf(list, column)));
  },
};
