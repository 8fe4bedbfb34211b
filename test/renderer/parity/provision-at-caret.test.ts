import { expect, test } from 'vitest';
import { readTemplateUnits } from '../../../core/draft/markup.ts';
import type { UnitKind } from '../../../core/draft/types.ts';
import type { EditorState } from '../../../renderer/editor/contract.ts';
import { provisionAtCaret } from '../../../renderer/parity/fill-matrix.ts';

const kinds = ['title', 'preamble', 'chapter', 'note', 'article', 'part', 'signature'] as const;

function provisionIn(kind: UnitKind): string | undefined {
  const read = readTemplateUnits(kinds.map((one) => ({ id: one, kind: one, ky: 'Б', ru: 'С', en: 'A' })));
  if (!read.ok) throw new Error(read.error.piece);
  const whereabouts = { unit: kind, kind, language: 'ky' };
  return provisionAtCaret({ units: read.value, whereabouts } as unknown as EditorState);
}

test('a guarantee is linked to the article at the caret, or to the chapter that has none yet', () => {
  expect([provisionIn('part'), provisionIn('article'), provisionIn('chapter')]).toEqual([
    'article',
    'article',
    'chapter',
  ]);
});

test.each(['title', 'preamble', 'note', 'signature'] as const)('the %s of a bill gives nobody a guarantee', (kind) => {
  expect(provisionIn(kind)).toBeUndefined();
});
