import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { languages } from '../../../../core/base/language.ts';
import { recognise } from '../../../../core/law/recognise/recognise.ts';
import { index } from '../register.ts';

const phrases: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = JSON.parse(
  readFileSync(new URL('../../../fixtures/official-phrases.json', import.meta.url), 'utf8'),
);

describe('what official texts cite', () => {
  it('is tried with more than two hundred phrases, of which some cite nothing', () => {
    const all = languages.flatMap((language) => phrases[language] ?? []);
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(([, ...cited]) => cited.length === 0).length).toBeGreaterThan(30);
  });

  for (const language of languages) {
    test.each((phrases[language] ?? []).map(([phrase, ...cited]) => [phrase, cited] as const))(
      `in ${language}: %s`,
      (phrase, cited) => {
        const seen = recognise(phrase, language, index).map(({ pinpoint, act, own, date, number }) =>
          [...pinpoint.map((pair) => pair.join(' ')), act, own && `own ${own}`, date, number && `№ ${number}`]
            .filter(Boolean)
            .join(', '),
        );
        expect(seen).toEqual(cited);
      },
    );
  }
});
