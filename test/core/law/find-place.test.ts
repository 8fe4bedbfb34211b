import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../core/draft/apply.ts';
import { insertUnit } from '../../../core/draft/edits.ts';
import { lockNumbers } from '../../../core/draft/locking.ts';
import { labelsOf } from '../../../core/draft/numbering.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { findPlaces } from '../../../core/law/find-place.ts';
import { aDraft, generateBill } from '../../support/builder.ts';
import { forms } from '../../support/forms.ts';

const small = aDraft()
  .unit('title', 'T', 't')
  .unit('section', 'S', 's1')
  .unit('section', 'S', 's2')
  .unit('chapter', 'C', 'c1')
  .unit('article', 'A', 'a1')
  .unit('part', 'P', 'a1-1')
  .unit('part', 'P', 'a1-2')
  .unit('point', 'P', 'a1-2-1')
  .unit('subpoint', 'P', 'a1-2-1-a')
  .unit('subpoint', 'P', 'a1-2-1-b')
  .unit('paragraph', 'P', 'a1-2-1-b-2')
  .unit('chapter', 'C', 'c2')
  .unit('article', 'A', 'a2')
  .unit('part', 'P', 'a2-1')
  .unit('paragraph', 'P', 'a2-1-2')
  .build();

/** Ten articles whose numbers are locked, and one put in after the fifth. */
function lockedInsert(): Draft {
  const law = Array.from({ length: 10 }, (_, i) => `a${i + 1}`)
    .reduce((draft, id) => draft.unit('article', 'A', id), aDraft())
    .build();
  const locked = apply(law, lockNumbers(law.units, forms));
  return apply(locked, insertUnit(locked.units, 4, makeUnit('put-in', 'article', { ru: 'A' }), 'after'));
}

function apply(draft: Draft, edit: Edit | undefined): Draft {
  const after = edit && applyEdit(draft, edit);
  if (!after) throw new Error('the edit does not apply');
  return after;
}

function places(query: string, draft = small): readonly string[] {
  return findPlaces(draft.units, labelsOf(draft.units, forms), query, 'ru');
}

describe('going to a place', () => {
  test.each([
    ['2', 'a2'],
    ['ст. 1 ч. 2', 'a1-2'],
    ['1-берене', 'a1'],
    ['1-берененин 2-бөлүгү', 'a1-2'],
    ['art. 1 part 2', 'a1-2'],
    ['Article 1 part 2', 'a1-2'],
    ['article 1, part 2', 'a1-2'],
    ['Статья 1, часть 2', 'a1-2'],
    ['гл. 2', 'c2'],
    ['chapter 2', 'c2'],
    ['1-берене, 2-бөлүк', 'a1-2'],
    ['глава 2', 'c2'],
    ['2-глава', 'c2'],
    ['1.2.1', 'a1-2-1'],
    ['1.2.1.б', 'a1-2-1-b'],
    ['раздел 2', 's2'],
    ['раздел II', 's2'],
    ['ст. 2 ч. 1 абзац 2', 'a2-1-2'],
  ])('%s leads to %s', (query, unit) => {
    expect(places(query)[0]).toBe(unit);
  });

  test('a bare number may be a chapter too, after the article', () => {
    expect(places('2').slice(0, 3)).toEqual(['a2', 's2', 'c2']);
  });

  const adopted = lockedInsert();

  test.each(['5-1', 'ст. 5-1', '5-1-берене', 'статья 5-1', 'Article 5-1'])(
    'among numbers locked as adopted %s is the article put in after the fifth',
    (query) => {
      expect(places(query, adopted)[0]).toBe('put-in');
    },
  );

  test('the fifth article itself stands before those put in after it', () => {
    expect(places('5', adopted).slice(0, 2)).toEqual(['a5', 'put-in']);
  });

  test('a place that is not there leads to what would enclose it', () => {
    expect(places('ст. 1 ч. 9')).toEqual(['a1']);
    expect(places('ст. 99')).toEqual([]);
  });

  test('a number that is still being typed offers those that begin so, the exact one first', () => {
    const draft = generateBill({ articles: 30 });
    const labels = labelsOf(draft.units, forms);
    const numbers = findPlaces(draft.units, labels, 'ст. 2', 'ru').map((id) => labels.get(id)?.number);
    expect(numbers).toEqual(['2', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29']);
  });

  test('words that name no place find nothing here', () => {
    expect(places('жилище')).toEqual([]);
    expect(places('')).toEqual([]);
    expect(places('закон ст. 2')).toEqual([]);
  });
});
