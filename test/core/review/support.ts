import { languages } from '../../../core/base/language.ts';
import { isRun, makeUnit } from '../../../core/draft/text.ts';
import type { Draft, Inline, Unit, UnitKind } from '../../../core/draft/types.ts';
import { aDraft, type random } from '../../support/builder.ts';

type Next = ReturnType<typeof random>;

const kinds: readonly UnitKind[] = ['article', 'part', 'point', 'paragraph'];

/** A short bill with a citation, a reference and a comment in it. */
export function aBill(): Draft {
  const cite: Inline = {
    type: 'citation',
    act: 'police-1994',
    pinpoint: { article: ['12'] },
    children: [{ text: '' }],
  };
  const refer: Inline = { type: 'reference', target: 'a1', children: [{ text: '' }] };
  return aDraft()
    .unit('title', { ky: 'Мыйзам жөнүндө', ru: 'О законе', en: 'On the law' }, 't')
    .unit('article', { ky: 'Максат', ru: 'Цель', en: 'Purpose' }, 'a1')
    .unit('part', { ky: 'Кызматкер үй алат', ru: 'Сотрудник получает жильё в порядке закона', en: 'Housing' }, 'p1')
    .unit(
      'part',
      { ky: [{ text: 'Эгер ' }, cite, { text: ' жол берсе' }], ru: [{ text: 'Если ' }, refer, { text: '' }] },
      'p2',
    )
    .unit('article', { ky: 'Акы', ru: 'Оплата', en: 'Pay' }, 'a2')
    .unit(
      'part',
      { ky: 'Айлык 5000 сом', ru: [{ text: 'Оклад ' }, { text: '5000 сомов', bold: true }], en: 'Pay' },
      'p3',
    )
    .unit('point', { ky: 'бир', ru: 'раз' }, 'x1')
    .unit('point', { ky: 'эки', ru: 'два' }, 'x2')
    .build();
}

/** The draft after some changes of every sort; `side` marks the words and ids that they bring. */
export function changedAtRandom(draft: Draft, next: Next, side: string, count = 4): Draft {
  let units = draft.units;
  for (let i = 0; i < count; i += 1) units = changedOnce(units, next, `${side}${i}`);
  return { ...draft, units };
}

function changedOnce(units: readonly Unit[], next: Next, mark: string): readonly Unit[] {
  const at = 1 + next(units.length - 1);
  const unit = units[at];
  if (!unit) return units;
  switch (next(7)) {
    case 0:
      return units.toSpliced(
        at,
        0,
        makeUnit(`n-${mark}`, kinds[next(kinds.length)] ?? 'part', { ru: `новое${mark} слово` }),
      );
    case 1:
      return units.length > 3 ? units.toSpliced(at, 1) : units;
    case 2:
      return units.toSpliced(at, 1).toSpliced(1 + next(units.length - 1), 0, unit);
    case 3:
      return units.with(at, { ...unit, kind: kinds[next(kinds.length)] ?? 'part' });
    default:
      return units.with(at, withWord(unit, next, mark));
  }
}

/** Replaces, adds or removes a word of one text. */
function withWord(unit: Unit, next: Next, mark: string): Unit {
  const column = next(languages.length);
  const cell = unit.children[column];
  if (!cell) return unit;
  const at = cell.children.findLastIndex(isRun);
  const run = cell.children[at];
  if (!run || !isRun(run)) return unit;
  const words = run.text.split(' ');
  const place = next(words.length + 1);
  const added = words.toSpliced(place, next(2), ...(next(4) === 0 ? [] : [`сөз${mark}`]));
  const children = cell.children.with(at, { ...run, text: added.join(' ') });
  return { ...unit, children: unit.children.with(column, { ...cell, children }) as unknown as Unit['children'] };
}

/** All words of a draft, as often as they stand there. */
export function wordsOf(draft: Pick<Draft, 'units'>): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const unit of draft.units)
    for (const cell of unit.children)
      for (const word of wordsIn(cell.children)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

export function wordsIn(children: readonly Inline[]): readonly string[] {
  const text = children.map((inline) => (isRun(inline) ? inline.text : ' ')).join('');
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
