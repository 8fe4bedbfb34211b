import fc from 'fast-check';
import { Transforms } from 'slate';
import { moveWords } from '../../../renderer/editor/drag-words.ts';
import { endOfCell, startOfCell, unitsOf } from '../../../renderer/editor/places.ts';
import { type Hand, transferOf } from './harness.ts';
import { at, command, idAt, onCitation, over, type Step, slate, step } from './random-step.ts';
import { building, structuring } from './random-structure.ts';

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

/** Dragged from here to a place in another unit, or the same. */
function dragTo(target: number, offset: number, how: 'move' | 'copy') {
  return (hand: Hand): void => {
    const { slate, session } = hand.parts;
    const { selection } = slate;
    hand.caret(idAt(hand, target), session.language, offset).does(({ parts }) => {
      if (selection && slate.selection) moveWords(parts, selection, slate.selection.anchor, how);
    });
  };
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
  ...(['move', 'copy'] as const).map((how) => ({
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat({ max: 9 }), fc.nat({ max: 24 }))
      .chain(([to, offset]) =>
        over(`drag ${how} to ${to}:${offset}`, how === 'move' ? 'keeps' : 'inserts', dragTo(to, offset, how)),
      ),
  })),
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
    arbitrary: onCitation(
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

const wordKeys: readonly fc.WeightedArbitrary<Step>[] = [
  {
    weight: 1,
    arbitrary: over(
      'change case',
      'keeps',
      command((editor) => editor.changeCase()),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'change case',
      'keeps',
      command((editor) => editor.changeCase()),
    ),
  },
  {
    weight: 1,
    arbitrary: at(
      'no-break space',
      'inserts',
      command((editor) => editor.insertSign('no-break-space')),
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
  ...wordKeys,
  ...structuring,
  ...building,
  { weight: 4, arbitrary: replay('undo') },
  { weight: 3, arbitrary: replay('redo') },
);
