import fc from 'fast-check';
import { languages } from '../../../core/base/language.ts';
import { duplicateBlocks } from '../../../core/draft/copies.ts';
import { lockNumbers, repeal, unlockNumbers } from '../../../core/draft/locking.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { placeBlocks, type Target } from '../../../core/draft/placing.ts';
import type { Unit, UnitKind } from '../../../core/draft/types.ts';
import { forms } from '../../support/forms.ts';
import { type Hand, transferOf } from './harness.ts';
import { at, command, idAt, over, type Step } from './random-step.ts';

const kinds: readonly UnitKind[] = ['chapter', 'article', 'part', 'point', 'subpoint', 'paragraph', 'note'];

/** What changes the structure or the states. */
export const structuring: readonly fc.WeightedArbitrary<Step>[] = [
  {
    weight: 2,
    arbitrary: at(
      'demote',
      'keeps',
      command((editor) => editor.demote()),
    ),
  },
  {
    weight: 2,
    arbitrary: at(
      'promote',
      'keeps',
      command((editor) => editor.promote()),
    ),
  },
  {
    weight: 2,
    arbitrary: at(
      'up',
      'keeps',
      command((editor) => editor.moveUp()),
    ),
  },
  {
    weight: 2,
    arbitrary: at(
      'down',
      'keeps',
      command((editor) => editor.moveDown()),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'remove',
      'subtree',
      command((editor) => editor.removeUnit()),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...kinds), fc.constantFrom('before' as const, 'after' as const))
      .chain(([kind, where]) =>
        at(
          `insert ${kind} ${where}`,
          'keeps',
          command((editor) => editor.insertUnit(kind, where)),
        ),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...kinds).chain((kind) =>
      at(
        `make ${kind}`,
        'keeps',
        command((editor) => editor.setKind(kind)),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'approve',
      'keeps',
      command((editor) => editor.approve()),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'confirm',
      'keeps',
      command((editor) => editor.confirmUpToDate()),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...languages).chain((language) =>
      over(
        `write ${language}`,
        'keeps',
        command((editor) => editor.setActiveLanguage(language)),
      ),
    ),
  },
];

type Build = (units: readonly Unit[], id: string, hand: Hand) => Edit | undefined;

/** A structural edit that core builds for the unit at the caret. */
const applied = (build: Build) => (hand: Hand) =>
  void hand.does(({ editor }) => {
    const id = hand.where().unit ?? '';
    editor.apply((units) => build(units, id, hand));
  });

function placed(target: number, where: Target['where']): Build {
  return (units, _id, { editor }) => {
    const result = placeBlocks(units, editor.chosenUnits(), { unit: units[target % units.length]?.id ?? '', where });
    return result.ok ? result.value : undefined;
  };
}

/** Whole units to the clipboard and, from there, behind another; a paste that is refused leaves them gone when they were cut. */
const carried = (as: 'copy' | 'cut', target: number) => (hand: Hand) => {
  const transfer = transferOf();
  const ids = as === 'cut' ? hand.editor.chosenUnits().slice(0, 1) : hand.editor.chosenUnits();
  command((editor) => editor.copyUnits(ids, transfer, as))(hand);
  command((editor) => editor.pasteUnits(transfer, idAt(hand, target)))(hand);
};

/** Structural edits that core builds. */
export const building: readonly fc.WeightedArbitrary<Step>[] = [
  {
    weight: 1,
    arbitrary: at(
      'duplicate',
      'inserts',
      applied((units, id, { parts }) => duplicateBlocks(units, [id], parts.session.ports.newId)),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'lock',
      'keeps',
      applied((units) => lockNumbers(units, forms)),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'unlock',
      'keeps',
      applied((units) => unlockNumbers(units)),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'repeal',
      'subtree',
      applied((units, id) => repeal(units, forms, [id])),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat({ max: 9 }), fc.constantFrom('before' as const, 'after' as const, 'inside' as const))
      .chain(([to, where]) => over(`place ${where} ${to}`, 'keeps', applied(placed(to, where)))),
  },
  {
    weight: 1,
    arbitrary: fc.nat({ max: 9 }).chain((to) => over(`copy units to ${to}`, 'inserts', carried('copy', to))),
  },
  {
    weight: 1,
    arbitrary: fc.nat({ max: 9 }).chain((to) => at(`cut unit to ${to}`, 'subtree', carried('cut', to))),
  },
];
