import fc from 'fast-check';
import { Transforms } from 'slate';
import { type Language, languages } from '../../../core/base/language.ts';
import type { DraftEditor } from '../../../renderer/editor/contract.ts';
import type { BillEditor } from '../../../renderer/editor/slate-types.ts';
import type { Hand } from './harness.ts';

/**
 * What a step may do to words. `keeps`: none comes or goes. `inserts`: none goes. `letter`, `cell`, `selection`: none goes but one letter,
 * words of the text at the caret, words that were selected, each in the live language alone. `subtree`: the unit goes with all that it
 * encloses. `replays`: undo and redo.
 */
export type Effect = 'keeps' | 'inserts' | 'letter' | 'cell' | 'selection' | 'subtree' | 'replays';

/** One thing that a person does: where, and what. */
export interface Step {
  readonly name: string;
  readonly effect: Effect;
  readonly put: (hand: Hand) => void;
  readonly run: (hand: Hand) => void;
  /** A sequence that failed is printed by its names. */
  readonly [fc.toStringMethod]?: () => string;
}

export const step = (given: Step): Step => ({ ...given, [fc.toStringMethod]: () => given.name });

type Place = readonly [unit: number, offset: number, language: Language];

const place: fc.Arbitrary<Place> = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 24 }), fc.constantFrom(...languages));

export function idAt(hand: Hand, index: number): string {
  const units = hand.units();
  return units[index % units.length]?.id ?? '';
}

export function at(name: string, effect: Effect, run: (hand: Hand) => void): fc.Arbitrary<Step> {
  return place.map((where) =>
    step({
      name: `${name} ${where.join(':')}`,
      effect,
      put: (hand) => hand.caret(idAt(hand, where[0]), where[2], where[1]),
      run,
    }),
  );
}

/** With the caret on the first citation of a text, as the arrows put it; in a text without one it stands where it was. */
export function onCitation(name: string, effect: Effect, run: (hand: Hand) => void): fc.Arbitrary<Step> {
  return at(`${name} on citation`, effect, run).map((given) =>
    step({
      ...given,
      put: (hand) => {
        given.put(hand);
        hand.does(({ parts }) => {
          const [unit = 0, column = 0] = parts.slate.selection?.focus.path ?? [];
          const inlines = hand.units()[unit]?.children[column]?.children ?? [];
          const found = inlines.findIndex((inline) => !('text' in inline));
          if (found >= 0) Transforms.select(parts.slate, { path: [unit, column, found, 0], offset: 0 });
        });
      },
    }),
  );
}

export function over(name: string, effect: Effect, run: (hand: Hand) => void): fc.Arbitrary<Step> {
  return fc.tuple(place, fc.nat({ max: 3 }), fc.nat({ max: 24 }), fc.boolean()).map(([from, units, end, isBackward]) =>
    step({
      name: `${name} ${from.join(':')} to ${isBackward ? '-' : '+'}${units}:${end}`,
      effect,
      put: (hand) => {
        const a = [idAt(hand, from[0]), from[1]] as const;
        const b = [idAt(hand, from[0] + units), end] as const;
        hand.select(isBackward ? b : a, isBackward ? a : b, from[2]);
      },
      run,
    }),
  );
}

export const slate = (act: (editor: BillEditor) => void) => (hand: Hand) =>
  void hand.does(({ parts }) => act(parts.slate));
export const command = (act: (editor: DraftEditor) => unknown) => (hand: Hand) =>
  void hand.does(({ editor }) => void act(editor));
