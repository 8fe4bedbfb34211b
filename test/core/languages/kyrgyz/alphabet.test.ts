import { expect, test } from 'vitest';
import { compareKyrgyz, kyrgyzAlphabet } from '../../../../core/languages/kyrgyz/alphabet.ts';
import forms from '../../../fixtures/kyrgyz-forms.json' with { type: 'json' };

test('the alphabet has the 36 letters of the spelling rules in their order', () => {
  expect(kyrgyzAlphabet).toEqual(forms.alphabet);
});

test('each letter sorts by its place, where code points would put ң ө ү last', () => {
  const shuffled = [...forms.alphabet].sort();
  expect(shuffled).not.toEqual(forms.alphabet);
  expect(shuffled.sort(compareKyrgyz)).toEqual(forms.alphabet);
});

test('words sort by letter, shorter first, capitals aside', () => {
  const words = ['үй', 'укук', 'Өкмөт', 'он', 'оң', 'орган', 'эмгек', 'Укук коргоо', 'нуска'];
  expect([...words].sort(compareKyrgyz)).toEqual([
    'нуска',
    'он',
    'оң',
    'орган',
    'Өкмөт',
    'укук',
    'Укук коргоо',
    'үй',
    'эмгек',
  ]);
});

test('the order does not depend on how the texts come in', () => {
  expect(compareKyrgyz('Мыйзам', 'мыйзам')).toBeLessThan(0);
  expect(compareKyrgyz('мыйзам', 'Мыйзам')).toBeGreaterThan(0);
  expect(compareKyrgyz('мыйзам', 'мыйзам')).toBe(0);
});
