import { expect, test } from 'vitest';
import { linksOf } from '../../../core/draft/inline-edits.ts';
import type { CitationInline, ReferenceInline } from '../../../core/draft/types.ts';
import { aDraft } from '../../support/builder.ts';
import { openHand } from './harness.ts';

const children = [{ text: '' }] as const;
const cited: CitationInline = {
  type: 'citation',
  act: 'military-status-1992',
  pinpoint: { article: ['12'] },
  children,
};
const refers: ReferenceInline = { type: 'reference', target: 'p2', children };

function law() {
  return aDraft()
    .unit('article', 'А', 'a1')
    .unit(
      'part',
      {
        ky: [{ text: 'Башы ' }, { ...cited, case: 'loc' }, { text: ' аягы.' }],
        ru: [{ text: 'Начало ' }, { ...cited, case: 'gen' }, { text: ' конец.' }],
        en: [{ text: 'Begin ' }, cited, { text: ' end.' }],
      },
      'p1',
    )
    .unit('part', { ru: [{ text: 'см. ' }, refers] }, 'p2')
    .build();
}

function linkIn(hand: ReturnType<typeof openHand>, unit: string, language: 'ky' | 'ru' | 'en') {
  const found = hand.units().find(({ id }) => id === unit);
  const [placed] = found ? linksOf(found, language) : [];
  if (!placed) throw new Error('no link');
  return placed;
}

test('the link at the caret is the one that it stands on or beside, and none while words are selected', () => {
  const hand = openHand(law()).caret('p1', 'ru', 'Начало '.length);
  expect(hand.editor.linkAtCaret()).toMatchObject({ unit: 'p1', language: 'ru', at: 1, link: { case: 'gen' } });
  hand.caret('p1', 'ru', 2);
  expect(hand.editor.linkAtCaret()).toBeUndefined();
  hand.select(['p1', 0], ['p1', 4], 'ru');
  expect(hand.editor.linkAtCaret()).toBeUndefined();
});

test('a changed citation changes in all three languages, each in its own case, as one step and with none of them stale', () => {
  const hand = openHand(law());
  const become = { ...cited, act: 'public-service-2021', case: 'ins' } as const;
  hand.does(({ editor }) => editor.changeLink(linkIn(hand, 'p1', 'ru'), { become }, 'all'));
  const acts = (['ky', 'ru', 'en'] as const).map((language) => linkIn(hand, 'p1', language).link);
  expect(acts).toMatchObject([{ act: become.act, case: 'loc' }, { act: become.act, case: 'ins' }, { act: become.act }]);
  expect(hand.states('p1')).toEqual(['drafted', 'drafted', 'drafted']);
  expect(hand.edits).toHaveLength(1);
  hand.does(({ editor }) => editor.undo());
  expect(hand.units()).toEqual(law().units);
});

test('a citation that becomes text keeps its words, and every language stays as it was', () => {
  const hand = openHand(law()).caret('p1', 'ru', 'Начало '.length);
  hand.does(({ editor }) => editor.changeLink(linkIn(hand, 'p1', 'ru'), { become: 'text' }, 'active'));
  expect(hand.text('p1', 'ru').replaceAll('\u00a0', ' ')).toBe(
    'Начало статьи 12 Закона Кыргызской Республики «О статусе военнослужащих» конец.',
  );
  expect(hand.states('p1')).toEqual(['drafted', 'drafted', 'drafted']);
  expect(linkIn(hand, 'p1', 'ky').link).toMatchObject({ act: cited.act });
});

test('a removed citation leaves the words around it, and the other languages are told that they are behind', () => {
  const hand = openHand(law());
  hand.does(({ editor }) => editor.changeLink(linkIn(hand, 'p1', 'ru'), { become: 'nothing' }, 'active'));
  expect(hand.text('p1', 'ru')).toBe('Начало  конец.');
  expect(hand.states('p1')).toEqual(['stale', 'drafted', 'stale']);
});

test('a link that is no longer where it was is left alone', () => {
  const hand = openHand(law());
  const placed = linkIn(hand, 'p1', 'ru');
  hand.caret('p1', 'ru', 0).types('x').backspace();
  hand.does(({ editor }) => editor.changeLink(placed, { become: 'nothing' }, 'active'));
  expect(hand.editor.changeLink(placed, { become: 'nothing' }, 'active')).toBe(false);
});

test('a copied reference whose target another draft lacks shows as broken there, and names the same target still', () => {
  const hand = openHand(law());
  const slate = hand.parts.slate;
  hand.caret('p1', 'ru', 0);
  const other = openHand(aDraft('other').unit('part', 'Слова', 'q1').build()).caret('q1', 'ru', 5);
  const units = JSON.stringify([{ kind: 'part', inlines: [{ text: ' ' }, refers, cited] }]);
  other.paste(units, 'application/x-dolboor-units');
  const [reference, citation] = linksOf(other.units()[0] as never, 'ru');
  expect([reference?.link, citation?.link]).toMatchObject([refers, { act: cited.act }]);
  expect(other.parts.derived.textOf(reference?.link as ReferenceInline, 'ru', 'q1')).toBe('[оборванная ссылка]');
  expect(slate.children).toEqual(law().units);
});

test('a citation that is put at the beginning of a sentence has its capital at once', () => {
  const hand = openHand(law()).caret('p2', 'ky', 0);
  hand.does(({ editor }) => editor.insertReference(['p1']));
  const { link } = linkIn(hand, 'p2', 'ky');
  expect(hand.parts.derived.textOf(link, 'ky', 'p2')).toBe('Ушул берененин 1-бөлүгү');
});

test('a short name that is changed where it is given takes its mentions with it, in one step that undo takes back', () => {
  const gives = { ky: 'Мыйзам', ru: 'Закон', en: 'the Law' };
  const [giving, mention] = [
    { ...cited, pinpoint: {}, gives },
    { ...cited, short: gives },
  ];
  const draft = aDraft()
    .unit('part', { ky: [giving], ru: [giving], en: [giving] }, 'p1')
    .unit('part', { ky: [mention], ru: [mention], en: [mention] }, 'p2')
    .build();
  const hand = openHand(draft).caret('p2', 'ru', 0);
  const before = hand.units();
  const next = { ...giving, gives: { ...gives, ru: 'Закон о статусе' } };
  expect(hand.editor.changeLink(linkIn(hand, 'p1', 'ru'), { become: next }, 'all')).toBe(true);
  const { link } = linkIn(hand, 'p2', 'ru');
  expect(link.type === 'citation' && link.short).toEqual({ ...gives, ru: 'Закон о статусе' });
  hand.editor.undo();
  expect(hand.units()).toEqual(before);
});
