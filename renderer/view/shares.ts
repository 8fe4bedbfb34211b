import type { Language, Trilingual } from '../../core/base/language.ts';

/** Nobody changed anything: every column as wide as the others. */
export const equalShares: Trilingual<number> = { ky: 1, ru: 1, en: 1 };

/** Of two neighbours, neither gets less than this part of their width, nor less than this share. */
const least = { percent: 25, share: 0.2 };

/** The columns of the grid, for `grid-template-columns`. */
export function tracksOf(columns: readonly Language[], shares: Trilingual<number>): string {
  return columns.map((language) => `minmax(0, ${shares[language]}fr)`).join(' ');
}

/** The border between a column and the next: how much of the width of both the first one has, in percent. */
export interface Border {
  readonly before: Language;
  readonly after: Language;
  readonly percent: number;
  readonly min: number;
  readonly max: number;
  /** Where it stands in the width of all columns, 0 to 1. */
  readonly at: number;
  /** How much of the width of all columns the two have, 0 to 1. */
  readonly span: number;
}

/** The borders between the columns that are shown, from the left. */
export function bordersOf(columns: readonly Language[], shares: Trilingual<number>): readonly Border[] {
  const all = columns.reduce((sum, language) => sum + shares[language], 0);
  let passed = 0;
  return columns.slice(0, -1).map((before, i) => {
    const after = columns[i + 1] ?? before;
    const both = shares[before] + shares[after];
    passed += shares[before];
    const min = Math.max(least.percent, (least.share / both) * 100);
    return {
      before,
      after,
      percent: (shares[before] / both) * 100,
      min,
      max: 100 - min,
      at: passed / all,
      span: both / all,
    };
  });
}

/** The shares once a border stands at this percentage; the other columns keep theirs. */
export function withBorderAt(shares: Trilingual<number>, border: Border, percent: number): Trilingual<number> {
  const both = shares[border.before] + shares[border.after];
  const first = Math.round(both * percent * 10) / 1000;
  return { ...shares, [border.before]: first, [border.after]: Math.round((both - first) * 1000) / 1000 };
}
