import { type Language, languages } from '../../../core/base/language.ts';
import { cellOf } from '../../../core/draft/state.ts';
import type { Draft, Inline, Unit } from '../../../core/draft/types.ts';
import { generateBill } from '../../support/builder.ts';

const cited = 'law-enforcement-service-2019';
/** One provision in so many cites an act, and the next one refers to another provision. */
const every = 20;

/** A generated bill as bills are: with citations of acts and references to other provisions in it, in all three languages. */
export function deskBill(articles: number): Draft {
  const bill = generateBill({ articles });
  const units = bill.units.map((unit, index): Unit => {
    const target = bill.units[(index * 7) % bill.units.length]?.id ?? unit.id;
    if (unit.kind === 'chapter' || unit.kind === 'article') return unit;
    if (index % every === 0)
      return ending(unit, { type: 'citation', act: cited, pinpoint: { article: ['5'] }, children: [{ text: '' }] });
    return index % every === 1 ? ending(unit, { type: 'reference', target, children: [{ text: '' }] }) : unit;
  });
  return { ...bill, units };
}

function ending(unit: Unit, inline: Inline): Unit {
  const cells = languages.map((language: Language) => {
    const cell = cellOf(unit, language);
    return { ...cell, children: [...cell.children, inline, { text: '.' }] };
  });
  return { ...unit, children: cells as unknown as Unit['children'] };
}
