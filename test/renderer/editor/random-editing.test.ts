import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Language, languages } from '../../../core/base/language.ts';
import { applyEdit } from '../../../core/draft/apply.ts';
import { cellOf } from '../../../core/draft/state.ts';
import { runsText } from '../../../core/draft/text.ts';
import type { CitationInline, Draft, Unit } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';
import { type Hand, openHand } from './harness.ts';

/*
 * Random editing without a screen. After every step the laws of the draft hold; at the end the emitted edits, applied by core alone,
 * give the draft that the editor holds, undoing everything gives the start, and redoing everything the end.
 */

const citation: CitationInline = {
  type: 'citation',
  act: 'iab-1994',
  pinpoint: { article: ['3'] },
  children: [{ text: '' }],
};

function start(): Draft {
  return aDraft()
    .unit('chapter', { ky: 'Глава', ru: 'Глава', en: 'Chapter' })
    .unit('article', { ky: 'Берене', ru: 'Статья', en: 'Article' })
    .unit('part', {
      ky: 'Биринчи бөлүк.',
      ru: [{ text: 'Часть по ' }, citation, { text: ' первая.' }],
      en: 'Part one.',
    })
    .unit('point', { ky: 'биринчи;', ru: 'первый;', en: 'first;' })
    .unit('point', { ru: 'второй;' })
    .unit('part', { ky: 'Экинчи бөлүк.', ru: [{ text: 'более ' }, { text: '… лет', blank: true }], en: '' })
    .unit('article', { ky: 'Экинчи', en: 'Second' })
    .unit('note', { ru: 'Проверить.' })
    .build();
}

type Effect = 'keeps' | 'inserts' | 'deletes' | 'replays';

interface Step {
  readonly name: string;
  readonly effect: Effect;
  readonly run: (hand: Hand) => void;
}

const place = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 20 }), fc.constantFrom(...languages));

function put(hand: Hand, [index, offset, language]: readonly [number, number, Language]): Hand {
  const units = hand.units();
  return hand.caret(units[index % units.length]?.id ?? '', language, offset);
}

function choose(hand: Hand, from: readonly [number, number, Language], to: readonly [number, number]): Hand {
  const units = hand.units();
  const first = units[from[0] % units.length]?.id ?? '';
  const last = units[(from[0] + (to[0] % 4)) % units.length]?.id ?? '';
  return hand.select([first, from[1]], [last, to[1]], from[2]);
}

function at(name: string, effect: Effect, run: (hand: Hand) => void): fc.Arbitrary<Step> {
  return place.map((where) => ({ name: `${name} ${where.join(':')}`, effect, run: (hand) => run(put(hand, where)) }));
}

function over(name: string, effect: Effect, run: (hand: Hand) => void): fc.Arbitrary<Step> {
  return fc.tuple(place, fc.nat({ max: 9 }), fc.nat({ max: 20 })).map(([from, unit, offset]) => ({
    name: `${name} ${from.join(':')} to +${unit % 4}:${offset}`,
    effect,
    run: (hand) => run(choose(hand, from, [unit, offset])),
  }));
}

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: at('type', 'inserts', (hand) => hand.types('өң')) },
  { weight: 3, arbitrary: at('enter', 'keeps', (hand) => hand.enter()) },
  {
    weight: 2,
    arbitrary: at('soft break', 'keeps', (hand) => hand.does(({ parts }) => parts.slate.insertSoftBreak())),
  },
  { weight: 3, arbitrary: at('backspace', 'deletes', (hand) => hand.backspace()) },
  { weight: 2, arbitrary: at('delete', 'deletes', (hand) => hand.del()) },
  { weight: 2, arbitrary: over('delete', 'deletes', (hand) => hand.del()) },
  { weight: 2, arbitrary: over('type over', 'deletes', (hand) => hand.types('ү')) },
  { weight: 1, arbitrary: over('enter over', 'deletes', (hand) => hand.enter()) },
  { weight: 2, arbitrary: over('paste over', 'deletes', (hand) => hand.paste('раз\n1) два\nтри')) },
  { weight: 1, arbitrary: at('paste', 'inserts', (hand) => hand.paste('раз\n2. два')) },
  { weight: 2, arbitrary: over('bold', 'keeps', (hand) => hand.does(({ editor }) => editor.toggleMark('bold'))) },
  {
    weight: 2,
    arbitrary: over('comment', 'keeps', (hand) => hand.does(({ editor }) => void editor.addComment('?', 'Я'))),
  },
  {
    weight: 1,
    arbitrary: at('uncomment', 'keeps', (hand) =>
      hand.does(({ editor }) => editor.changeComment(editor.state().comments[0]?.id ?? '', () => undefined)),
    ),
  },
  {
    weight: 2,
    arbitrary: at('cite', 'inserts', (hand) =>
      hand.does(({ editor }) => void editor.insertCitation({ act: 'iab-1994', pinpoint: {}, languages: 'all' })),
    ),
  },
  { weight: 2, arbitrary: at('demote', 'keeps', (hand) => hand.does(({ editor }) => void editor.demote())) },
  { weight: 2, arbitrary: at('promote', 'keeps', (hand) => hand.does(({ editor }) => void editor.promote())) },
  { weight: 2, arbitrary: at('up', 'keeps', (hand) => hand.does(({ editor }) => void editor.moveUp())) },
  { weight: 2, arbitrary: at('down', 'keeps', (hand) => hand.does(({ editor }) => void editor.moveDown())) },
  {
    weight: 1,
    arbitrary: at('insert', 'keeps', (hand) => hand.does(({ editor }) => void editor.insertUnit('part', 'after'))),
  },
  { weight: 1, arbitrary: at('approve', 'keeps', (hand) => hand.does(({ editor }) => void editor.approve())) },
  { weight: 1, arbitrary: at('confirm', 'keeps', (hand) => hand.does(({ editor }) => void editor.confirmUpToDate())) },
  { weight: 3, arbitrary: fc.constant<Step>({ name: 'undo', effect: 'replays', run: (hand) => hand.editor.undo() }) },
  { weight: 2, arbitrary: fc.constant<Step>({ name: 'redo', effect: 'replays', run: (hand) => hand.editor.redo() }) },
);

/** The letters of each language in no order: structure may move them, never lose them. */
function letters(units: readonly Unit[]): readonly string[] {
  return languages.map((language) =>
    [...units.map((unit) => runsText(cellOf(unit, language))).join('')].sort().join(''),
  );
}

function expectLaws(hand: Hand): void {
  const units = hand.units();
  expect(new Set(units.map((unit) => unit.id)).size).toBe(units.length);
  for (const unit of units) {
    expect(unit.children.map((cell) => [cell.type, cell.lang, cell.unit])).toEqual(
      languages.map((language) => ['cell', language, unit.id]),
    );
    for (const cell of unit.children) {
      expect('text' in (cell.children[0] ?? {}) && 'text' in (cell.children.at(-1) ?? {})).toBe(true);
    }
  }
  const { selection } = hand.parts.slate;
  for (const point of selection ? [selection.anchor, selection.focus] : []) {
    expect(languages[point.path[1] ?? 0]).toBe(hand.parts.session.language);
  }
  expect(hand.parts.session.repairs).toBe(0);
}

function expectText(step: Step, before: readonly string[], after: readonly string[], live: Language): void {
  if (step.effect === 'keeps') expect(after).toEqual(before);
  if (step.effect === 'inserts') {
    for (const [i, text] of after.entries()) expect(text.length).toBeGreaterThanOrEqual(before[i]?.length ?? 0);
  }
  // Only the live language may lose words; joining units loses none.
  if (step.effect === 'deletes') {
    languages.forEach((language, i) => {
      if (language !== live) expect(after[i]).toBe(before[i]);
    });
  }
}

test('whatever is done, no unit breaks, no other language loses a letter, and everything can be undone and replayed', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 40 }), (steps) => {
      const hand = openHand(start());
      for (const step of steps) {
        const before = letters(hand.units());
        hand.does(step.run);
        expectLaws(hand);
        expectText(step, before, letters(hand.units()), hand.parts.session.language);
      }
      while (hand.editor.state().canRedo) hand.editor.redo();
      const end = hand.editor.draft();
      const replayed = hand.edits.reduce<Draft | undefined>((draft, edit) => draft && applyEdit(draft, edit), start());
      expect(replayed).toEqual(end);
      while (hand.editor.state().canUndo) hand.editor.undo();
      expect(hand.editor.draft()).toEqual(start());
      while (hand.editor.state().canRedo) hand.editor.redo();
      expect(hand.editor.draft()).toEqual(end);
    }),
    { numRuns: 150 },
  );
});
