import { describe, expect, test } from 'vitest';
import { readInlines, readTemplateUnits } from '../../../core/draft/markup.ts';

describe('the markup of templates', () => {
  test('a citation carries its act, pinpoint and case, with text runs around it', () => {
    expect(readInlines('{cite:military-status-1992 article=12 part=1,3 point=1..3 case=loc dated} каралган')).toEqual({
      ok: true,
      value: [
        { text: '' },
        {
          type: 'citation',
          act: 'military-status-1992',
          pinpoint: { article: ['12'], part: ['1', '3'], point: ['1', '2', '3'] },
          case: 'loc',
          dated: true,
          children: [{ text: '' }],
        },
        { text: ' каралган' },
      ],
    });
  });

  test('a reference may name several units, and a citation may keep the words of its act', () => {
    expect(readInlines('{ref:a1,a3 case=gen}{cite:x own}')).toMatchObject({
      value: [{}, { target: 'a1', also: ['a3'], case: 'gen' }, {}, { act: 'x', ownWords: true }, {}],
    });
  });

  test('the number of an inserted unit is not a range', () => {
    const inlines = readInlines('{cite:x article=5-1}');
    expect(inlines).toMatchObject({ value: [{}, { pinpoint: { article: ['5-1'] } }, {}] });
  });

  test('a blank keeps its text and is marked', () => {
    expect(readInlines('не менее {blank:… сомов}.')).toMatchObject({
      value: [{ text: 'не менее ' }, { text: '… сомов', blank: true }, { text: '.' }],
    });
  });

  test.each(['{cite:}', '{cite:x case=voc}', '{cite:x colour=red}', '{blank:}', '{link:x}'])(
    '%s is refused by name',
    (piece) => {
      expect(readInlines(`a ${piece} b`)).toEqual({ ok: false, error: piece });
    },
  );

  test('a unit file names the unit that is wrong', () => {
    const good = { id: 'a', kind: 'part', ky: 'а', ru: 'б', en: '' };
    expect(readTemplateUnits([good]).ok).toBe(true);
    expect(readTemplateUnits([good, { ...good, id: 'b', kind: 'verse' }])).toEqual({
      ok: false,
      error: { unit: 'b', piece: 'kind' },
    });
    expect(readTemplateUnits([{ ...good, ru: 5 }])).toMatchObject({ ok: false, error: { unit: 'a' } });
    expect(readTemplateUnits({})).toMatchObject({ ok: false });
  });
});
