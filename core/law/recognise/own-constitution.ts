import type { Language } from '../../base/language.ts';
import type { ActIndex } from '../acts.ts';
import type { ActMention } from './act-mention.ts';

/*
 * A constitution is named without title and date, so the noun alone finds ours. That of another state is another act, whose name
 * stands beside the noun: behind it in Russian and English, before it in Kyrgyz. It stays an act that the register does not know.
 */

const beside: Readonly<Record<Language, RegExp>> = {
  ky: /(?:(?<!Кыргыз\s+)Республикасынын|ССР(?:И?нин|дин)|Федерациясынын|Штаттарынын)\s+$/u,
  ru: /^\s+(?!Кыргызской\s+Республики|КР(?!\p{L}))(?:\p{Lu}|республики\s+\p{Lu})/u,
  en: /^\s+of\s+(?!(?:the\s+)?(?:Kyrgyz|KR(?!\p{L})))(?:the\s+)?\p{Lu}/u,
};

function isForeign(text: string, { start, end }: ActMention, language: Language): boolean {
  if (/ССР|SSR/u.test(text.slice(start, end))) return true;
  return beside[language].test(
    language === 'ky' ? text.slice(Math.max(0, start - 60), start) : text.slice(end, end + 60),
  );
}

/** The mentions of acts, those of foreign constitutions without an act. */
export function withoutForeign(
  text: string,
  mentions: readonly ActMention[],
  language: Language,
  { byId }: ActIndex,
): readonly ActMention[] {
  return mentions.map((mention) => {
    const isConstitution = mention.act !== undefined && byId.get(mention.act)?.type === 'constitution';
    if (!isConstitution || !isForeign(text, mention, language)) return mention;
    const { act: _ours, ...rest } = mention;
    return rest;
  });
}
