import { describe, expect, test } from 'vitest';
import { applyEdit, invertEdit } from '../../../core/draft/apply.ts';
import type { ForeignComment } from '../../../core/draft/foreign-paragraphs.ts';
import { labelsOf } from '../../../core/draft/numbering.ts';
import { cellOf, stateOf } from '../../../core/draft/state.ts';
import { commentMarksOf, runsText } from '../../../core/draft/text.ts';
import type { Draft, Inline, Unit } from '../../../core/draft/types.ts';
import { indexActs } from '../../../core/law/acts.ts';
import type { ActRegister } from '../../../core/law/types.ts';
import type { PastedUnit } from '../../../renderer/editor/paste.ts';
import { joinAbove, leaveOut, setKind, withFront } from '../../../renderer/insert-file/correct.ts';
import { commentsWithoutPlace } from '../../../renderer/insert-file/file-comments.ts';
import { type FilePlan, type Placing, planFile, waitingFrom } from '../../../renderer/insert-file/plan.ts';
import register from '../../../resources/acts/register.json' with { type: 'json' };
import { aDraft, fixedPorts } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';
import { openHand } from '../editor/harness.ts';

const acts = indexActs(register as unknown as ActRegister);

const around = (draft: Draft) => ({ units: draft.units, acts, forms, newId: fixedPorts().newId });

function plan(draft: Draft, pasted: readonly PastedUnit[], placing: Partial<Placing> = {}): FilePlan {
  const whole = { way: 'rows', language: 'ru', at: draft.units.length - 1, live: true, ...placing } as const;
  const made = planFile(pasted, whole, around(draft));
  if (!made) throw new Error('nothing planned');
  return made;
}

function done(draft: Draft, { edit }: FilePlan): readonly Unit[] {
  const whole = applyEdit(draft, edit);
  if (!whole) throw new Error('the edit does not fit');
  const back = applyEdit(whole, invertEdit(edit));
  expect(back?.units).toEqual(draft.units);
  return whole.units;
}

const text = (kind: PastedUnit['kind'], words: string, more: Partial<PastedUnit> = {}): PastedUnit => ({
  ...(kind && { kind }),
  inlines: [{ text: words }],
  ...more,
});

const small = aDraft()
  .unit('title', { ru: 'О жилье', ky: 'Турак жай жөнүндө' }, 't')
  .unit('chapter', { ru: 'Общее', ky: 'Жалпы' }, 'c')
  .unit('article', { ru: 'Предмет', ky: 'Предмети' }, 'a')
  .unit('part', { ru: 'Закон регулирует жильё.', ky: '' }, 'p1')
  .unit('part', { ru: 'Жильё дают.', ky: '' }, 'p2')
  .build();

describe('rows of a file', () => {
  test('come behind the chosen provision, in the column that was chosen, and what certainly is a citation is live', () => {
    const cites = 'Льготы даёт статья 12 Закона Кыргызской Республики «О статусе военнослужащих».';
    const made = plan(small, [text('article', 'Льготы'), text('part', cites)]);
    expect([made.count, made.citations, made.otherNumbers]).toEqual([2, 1, 0]);
    const units = done(small, made);
    expect(units.slice(5).map(({ kind }) => kind)).toEqual(['article', 'part']);
    const cell = units[6] && cellOf(units[6], 'ru');
    expect(cell?.children.some((inline) => 'act' in inline && inline.act === 'military-status-1992')).toBe(true);
    expect(units[6] && stateOf(units[6], 'ky')).toBe('missing');
  });

  test('leave citations as plain words where the person wants them so', () => {
    const cites = 'По статье 12 Закона Кыргызской Республики «О статусе военнослужащих».';
    const units = done(small, plan(small, [text('part', cites)], { live: false }));
    expect(units[5] && runsText(cellOf(units[5], 'ru'))).toBe(cites);
  });

  test('whose numbers become others keep words that point within the bill: they may mean another article here', () => {
    const own = text('part', 'В порядке статьи 1 настоящего Закона.', { number: '1' });
    const other = plan(small, [text('article', 'Первая', { number: '1' }), own]);
    expect([other.otherNumbers, other.citations]).toEqual([1, 0]);
    const same = plan(small, [text('article', 'Вторая', { number: '2' }), own]);
    expect([same.otherNumbers, same.citations]).toEqual([0, 1]);
  });

  test('of a table have each language in its own column, and none of them is behind the others', () => {
    const row: PastedUnit = {
      kind: 'part',
      inlines: [],
      cells: { ky: [{ text: 'Турак жай берилет.' }], ru: [{ text: 'По статье 1 настоящего Закона.' }] },
    };
    const units = done(small, plan(small, [row], { language: 'en' }));
    const [unit] = units.slice(5);
    expect(unit && ['ky', 'ru', 'en'].map((one) => stateOf(unit, one as 'ky'))).toEqual([
      'drafted',
      'drafted',
      'missing',
    ]);
  });
});

describe('a file in place of a template', () => {
  test('takes the place of all its units and keeps the numbers that were put in between', () => {
    const law = [
      text('title', 'Об отпуске'),
      text('article', 'Первая', { number: '1' }),
      text('article', 'Вставленная', { number: '1-1' }),
      text('article', 'Вторая', { number: '2' }),
    ];
    const made = plan(small, law, { way: 'instead' });
    const units = done(small, made);
    const labels = labelsOf(units, forms);
    expect(units.map(({ id }) => labels.get(id)?.number)).toEqual([undefined, '1', '1-1', '2']);
    expect(made.otherNumbers).toBe(0);
  });

  test('has its title found behind the words that stand over every bill', () => {
    const front = withFront(
      [text('paragraph', 'ЗАКОН  КЫРГЫЗСКОЙ РЕСПУБЛИКИ'), text('paragraph', 'О жилье'), text('article', 'Предмет')],
      forms,
    );
    expect(front.map(({ kind }) => kind)).toEqual(['title', 'article']);
  });
});

describe('cells that wait', () => {
  test('are found from the caret on or elsewhere, and filled without a new row', () => {
    const two = [text(undefined, 'Бир.'), text('part', 'Эки.', { label: '2. ', number: '2' })];
    expect(waitingFrom(small.units, two, 'ky', 0)).toBe(3);
    expect(waitingFrom(small.units, [...two, ...two], 'ky', 0)).toBeUndefined();
    const units = done(small, plan(small, two, { way: 'cells', language: 'ky', at: 3 }));
    expect(units.length).toBe(small.units.length);
    expect(units.slice(3).map((unit) => runsText(cellOf(unit, 'ky')))).toEqual(['Бир.', 'Эки.']);
    expect(units.slice(3).map((unit) => stateOf(unit, 'ky'))).toEqual(['drafted', 'drafted']);
  });
});

test('the plan is one step of undo in the editor, and the same draft as core makes of it', () => {
  const hand = openHand(small);
  const made = plan(small, [
    text('article', 'Льготы', { number: '2' }),
    text('part', 'По статье 2 настоящего Закона.'),
  ]);
  hand.editor.apply(() => made.edit);
  expect(hand.units()).toEqual(done(small, made));
  hand.editor.undo();
  expect(hand.units()).toEqual(small.units);
});

test('corrections of the structure lose no word', () => {
  const units = [
    text('part', 'Первая', { label: '1. ', number: '1' }),
    text('part', 'часть.', { label: '2. ', number: '2' }),
  ];
  expect(
    joinAbove(units, 1)?.[0]
      ?.inlines.map((one) => ('text' in one ? one.text : ''))
      .join(''),
  ).toBe('Первая 2. часть.');
  expect(setKind(units, 1, 'paragraph')?.[1]).toEqual({
    kind: 'paragraph',
    inlines: [{ text: '2. ' }, { text: 'часть.' }],
  });
  expect(leaveOut(units, 0)?.length).toBe(1);
  expect(joinAbove(units, 0)).toBeUndefined();
});

describe('the comments of a file', () => {
  const said = (id: string, over: Partial<ForeignComment> = {}): ForeignComment => ({
    id,
    resolved: false,
    quote: 'жильё',
    messages: [{ author: 'Асанов', at: '2026-02-01T10:00:00Z', text: `о ${id}` }],
    ...over,
  });
  const inlines: Inline[] = [{ text: 'Дают ' }, { text: 'жильё', c_1: true, c_9: true }, { text: '.' }];
  const placing = { way: 'rows', language: 'ru', at: small.units.length - 1, live: true } as const;

  test('come in the same step on their words, under ids of their own, and go with it when it is undone', () => {
    const made = planFile([{ kind: 'part', inlines }], placing, around(small), [said('1', { resolved: true })]);
    if (!made) throw new Error('nothing planned');
    const whole = applyEdit(small, made.edit);
    const [thread] = whole?.comments ?? [];
    expect(thread).toMatchObject({ unit: made.first, lang: 'ru', quote: 'жильё', resolved: true });
    const cell = whole?.units.at(-1)?.children[1];
    expect(cell?.children).toEqual([{ text: 'Дают ' }, { text: 'жильё', [`c_${thread?.id}`]: true }, { text: '.' }]);
    const back = whole && applyEdit(whole, invertEdit(made.edit));
    expect([back?.units, back?.comments]).toEqual([small.units, []]);
  });

  test('over several paragraphs lie on the first; one without words is kept beside the first provision', () => {
    const pasted = [
      { kind: 'part' as const, inlines },
      { kind: 'part' as const, inlines },
    ];
    const made = planFile(pasted, placing, around(small), [said('1'), said('2', { quote: 'Статья 5.' })]);
    const whole = made && applyEdit(small, made.edit);
    expect(whole?.comments.map(({ unit, quote }) => [unit === made?.first, quote])).toEqual([
      [true, 'жильё'],
      [true, 'Статья 5.'],
    ]);
    const marks = whole?.units.slice(-2).map(({ children }) => children[1].children.flatMap(commentMarksOf).length);
    expect(marks).toEqual([1, 0]);
    expect(commentsWithoutPlace(pasted, [said('1'), said('2')])).toEqual([said('2')]);
  });
});
