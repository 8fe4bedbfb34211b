import fc from 'fast-check';
import { Transforms } from 'slate';
import { type Language, languages } from '../../../core/base/language.ts';
import type { UnitKind } from '../../../core/draft/types.ts';
import type { DraftEditor } from '../../../renderer/editor/contract.ts';
import { endOfCell, startOfCell, unitsOf } from '../../../renderer/editor/places.ts';
import type { BillEditor } from '../../../renderer/editor/slate-types.ts';
import { type Hand, transferOf } from './harness.ts';

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

const step = (given: Step): Step => ({ ...given, [fc.toStringMethod]: () => given.name });

type Place = readonly [unit: number, offset: number, language: Language];

const place: fc.Arbitrary<Place> = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 24 }), fc.constantFrom(...languages));

function idAt(hand: Hand, index: number): string {
  const units = hand.units();
  return units[index % units.length]?.id ?? '';
}

function at(name: string, effect: Effect, run: (hand: Hand) => void): fc.Arbitrary<Step> {
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
function onCitation(name: string, effect: Effect, run: (hand: Hand) => void): fc.Arbitrary<Step> {
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

function over(name: string, effect: Effect, run: (hand: Hand) => void): fc.Arbitrary<Step> {
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

const slate = (act: (editor: BillEditor) => void) => (hand: Hand) => void hand.does(({ parts }) => act(parts.slate));
const command = (act: (editor: DraftEditor) => unknown) => (hand: Hand) =>
  void hand.does(({ editor }) => void act(editor));

/** Cut here, put down at the end of another unit. */
function cutAndPaste(target: number) {
  return (hand: Hand): void => {
    const { language } = hand.where();
    const transfer = transferOf();
    hand.does(({ parts }) => {
      parts.slate.setFragmentData(transfer);
      parts.slate.deleteFragment();
    });
    hand.caret(idAt(hand, target), language, 999).does(({ parts }) => parts.slate.insertData(transfer));
  };
}

function copyAndPaste(hand: Hand): void {
  const transfer = transferOf();
  hand.does(({ parts }) => {
    parts.slate.setFragmentData(transfer);
    Transforms.collapse(parts.slate, { edge: 'end' });
    parts.slate.insertData(transfer);
  });
}

function selectColumn({ parts }: Hand): void {
  const { language } = parts.session;
  const last = unitsOf(parts.slate).length - 1;
  const range = { anchor: startOfCell(0, language), focus: endOfCell(parts.slate, last, language) };
  Transforms.select(parts.slate, range);
}

const html = '<h2>Статья 5. Право</h2><p>1. <b>Первая</b> часть.</p><ol><li>раз;</li><li>два.</li></ol>';
const table =
  '<table><tr><td>бир</td><td>один</td><td>one</td></tr><tr><td>эки</td><td>два</td><td>two</td></tr></table>';
const marks = ['bold', 'italic', 'superscript', 'blank'] as const;
const kinds: readonly UnitKind[] = ['chapter', 'article', 'part', 'point', 'subpoint', 'paragraph', 'note'];

const writing: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 4, arbitrary: at('type', 'inserts', (hand) => hand.types('өң')) },
  { weight: 1, arbitrary: at('type comforts', 'inserts', (hand) => hand.types(' "ң" -- № 5 сом ')) },
  { weight: 3, arbitrary: at('enter', 'keeps', (hand) => hand.enter()) },
  {
    weight: 2,
    arbitrary: at(
      'soft break',
      'keeps',
      slate((editor) => editor.insertSoftBreak()),
    ),
  },
  { weight: 2, arbitrary: over('type over', 'selection', (hand) => hand.types('ү')) },
  { weight: 1, arbitrary: over('enter over', 'selection', (hand) => hand.enter()) },
  {
    weight: 1,
    arbitrary: over(
      'soft break over',
      'selection',
      slate((editor) => editor.insertSoftBreak()),
    ),
  },
];

const deleting: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 3, arbitrary: at('backspace', 'letter', (hand) => hand.backspace()) },
  { weight: 2, arbitrary: at('delete', 'letter', (hand) => hand.del()) },
  {
    weight: 1,
    arbitrary: at(
      'word back',
      'cell',
      slate((editor) => editor.deleteBackward('word')),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'word on',
      'cell',
      slate((editor) => editor.deleteForward('word')),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'line back',
      'cell',
      slate((editor) => editor.deleteBackward('line')),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'line on',
      'cell',
      slate((editor) => editor.deleteForward('line')),
    ),
  },
  { weight: 2, arbitrary: over('delete', 'selection', (hand) => hand.del()) },
  {
    weight: 1,
    arbitrary: at('delete column', 'selection', (hand) => hand.del()).map((given) =>
      step({
        ...given,
        put: (hand) => {
          given.put(hand);
          hand.does(selectColumn);
        },
      }),
    ),
  },
];

const onCitations: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 1, arbitrary: onCitation('type', 'inserts', (hand) => hand.types('өң')) },
  { weight: 1, arbitrary: onCitation('enter', 'keeps', (hand) => hand.enter()) },
  { weight: 1, arbitrary: onCitation('backspace', 'letter', (hand) => hand.backspace()) },
  { weight: 1, arbitrary: onCitation('delete', 'letter', (hand) => hand.del()) },
  { weight: 1, arbitrary: onCitation('paste', 'inserts', (hand) => hand.paste('раз\n2. два')) },
];

const pasting: readonly fc.WeightedArbitrary<Step>[] = [
  { weight: 2, arbitrary: over('paste over', 'selection', (hand) => hand.paste('раз\n1) два\nтри')) },
  { weight: 1, arbitrary: at('paste', 'inserts', (hand) => hand.paste('раз\n2. два')) },
  { weight: 1, arbitrary: over('paste page over', 'selection', (hand) => hand.paste(html, 'text/html')) },
  { weight: 1, arbitrary: at('paste table', 'inserts', (hand) => hand.paste(table, 'text/html')) },
  { weight: 2, arbitrary: fc.nat({ max: 9 }).chain((to) => over(`cut to ${to}`, 'selection', cutAndPaste(to))) },
  { weight: 1, arbitrary: over('copy', 'inserts', copyAndPaste) },
];

const marking: readonly fc.WeightedArbitrary<Step>[] = [
  {
    weight: 2,
    arbitrary: fc.constantFrom(...marks).chain((mark) =>
      over(
        mark,
        'keeps',
        command((editor) => editor.toggleMark(mark)),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...marks.slice(0, 3)).chain((mark) =>
      at(`${mark} and type`, 'inserts', (hand) => {
        command((editor) => editor.toggleMark(mark))(hand);
        hand.types('ө');
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: over(
      'comment',
      'keeps',
      command((editor) => editor.addComment('?', 'Я')),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'uncomment',
      'keeps',
      command((editor) => editor.changeComment(editor.state().comments[0]?.id ?? '', () => undefined)),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('all' as const, 'active' as const).chain((where) =>
      at(
        `cite ${where}`,
        'inserts',
        command((editor) => editor.insertCitation({ act: 'iab-1994', pinpoint: {}, languages: where })),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .nat({ max: 9 })
      .chain((to) =>
        over(`refer to ${to}`, 'inserts', (hand) =>
          command((editor) => editor.insertReference([idAt(hand, to)]))(hand),
        ),
      ),
  },
];

const structuring: readonly fc.WeightedArbitrary<Step>[] = [
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

const replay = (name: 'undo' | 'redo'): fc.Arbitrary<Step> =>
  fc.constant({ name, effect: 'replays', put: () => {}, run: (hand) => hand.editor[name]() });

/** Whatever a person can do in the text with a key or a command. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  ...writing,
  ...deleting,
  ...onCitations,
  ...pasting,
  ...marking,
  ...structuring,
  { weight: 4, arbitrary: replay('undo') },
  { weight: 3, arbitrary: replay('redo') },
);
