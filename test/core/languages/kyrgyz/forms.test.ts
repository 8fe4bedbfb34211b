import { describe, expect, test } from 'vitest';
import { kyrgyzDate, kyrgyzMonth } from '../../../../core/languages/kyrgyz/dates.ts';
import { cardinal, digitsInCase, ordinal } from '../../../../core/languages/kyrgyz/numerals.ts';
import { inflect, type KyrgyzCase, kyrgyzCases } from '../../../../core/languages/kyrgyz/suffixes.ts';
import forms from '../../../fixtures/kyrgyz-forms.json' with { type: 'json' };
import unseen from '../../../fixtures/kyrgyz-forms-unseen.json' with { type: 'json' };

describe('the rules make every form of the reference paradigms', () => {
  test.each(Object.entries(forms.paradigms))('%s', (lemma, paradigm) => {
    expect(inflect(lemma)).toEqual(paradigm);
    expect(Object.keys(inflect(lemma))).toEqual(Object.keys(paradigm));
  });

  test('the reference holds 23 nouns of 28 forms', () => {
    const sizes = Object.values(forms.paradigms).map((paradigm) => Object.keys(paradigm).length);
    expect(sizes).toEqual(Array.from({ length: 23 }, () => 28));
  });
});

describe('nouns beside the reference', () => {
  test.each([
    ['тартип', 'px3.nom', 'тартиби'],
    ['жарлык', 'px3.gen', 'жарлыгынын'],
    ['банк', 'px3.nom', 'банкы'],
    ['акт', 'nom', 'акты'],
    ['Акт', 'pl.gen', 'Актылардын'],
    ['Мыйзам', 'px3.dat', 'Мыйзамына'],
    ['токтом', 'px3.acc', 'токтомун'],
    ['апрель', 'px3.loc', 'апрелинде'],
    ['үй', 'pl.nom', 'үйлөр'],
    ['жооп', 'px3.gen', 'жообунун'],
    ['орун', 'px3.loc', 'ордунда'],
    ['орун', 'gen', 'орундун'],
    ['калк', 'px3.nom', 'калкы'],
    ['төлөө', 'dat', 'төлөөгө'],
    ['коргоо', 'px3.dat', 'коргоосуна'],
    ['календарь', 'px3.nom', 'календары'],
    ['кызмат', 'pl.px3.attr', 'кызматтарындагы'],
  ] as const)('%s %s is %s', (lemma, key, form) => {
    expect(inflect(lemma)[key]).toBe(form);
  });
});

describe('every case and chain of nouns that the facts do not have', () => {
  test.each(Object.entries(unseen.paradigms))('%s', (lemma, written) => {
    expect(Object.values(inflect(lemma)).join(' ')).toBe(written);
    expect(Object.keys(forms.paradigms)).not.toContain(lemma);
  });
});

describe('numerals', () => {
  test.each(Object.entries(forms.cardinals))('%s is %s', (digits, word) => {
    expect(cardinal(Number(digits))).toBe(digits.length > 4 ? `бир ${word}` : word);
  });

  test.each(Object.entries(forms.ordinals))('the ordinal of %s is %s', (digits, word) => {
    expect(ordinal(Number(digits))).toBe(word);
  });

  test.each([
    [147, 'жүз кырк жети'],
    [2019, 'эки миң он тогуз'],
    [20_000, 'жыйырма миң'],
    [3_000_500, 'үч миллион беш жүз'],
  ] as const)('%i is spoken %s', (value, words) => {
    expect(cardinal(value)).toBe(words);
  });

  test('a compound ordinal changes its last word alone', () => {
    expect([ordinal(21), ordinal(35), ordinal(2019)]).toEqual([
      'жыйырма биринчи',
      'отуз бешинчи',
      'эки миң он тогузунчу',
    ]);
  });

  test.each(Object.entries(forms.digitSuffixes))(
    '%s takes the suffixes of its last spoken word',
    (digits, suffixes) => {
      const { lastWord, ...cases } = suffixes;
      expect(cardinal(Number(digits)).split(' ').at(-1)).toBe(lastWord);
      for (const [name, suffix] of Object.entries(cases)) {
        expect(digitsInCase(digits, name as KyrgyzCase)).toBe(digits + suffix);
      }
    },
  );

  test('grouped and decimal numbers go by their last digits', () => {
    expect(digitsInCase('20 000', 'abl')).toBe('20 000ден');
    expect(digitsInCase('2,5', 'dat')).toBe('2,5ке');
    expect(digitsInCase(200, 'abl')).toBe('200дөн');
    expect(digitsInCase(24, 'loc')).toBe('24тө');
  });
});

describe('dates', () => {
  test.each(Object.entries(forms.months))('month %s in all cases', (month, expected) => {
    const { lemma, ...cases } = expected;
    expect(kyrgyzMonth(Number(month))).toBe(lemma);
    for (const name of kyrgyzCases) {
      expect(kyrgyzDate({ year: 2019, month: Number(month), day: 25 }, name)).toBe(`2019-жылдын 25-${cases[name]}`);
    }
  });
});
