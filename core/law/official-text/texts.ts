import type { Language } from '../../base/language.ts';
import { languages } from '../../base/language.ts';
import type { ActId } from '../../draft/types.ts';
import { type OfficialTree, treeOf } from './tree.ts';
import type { OfficialText } from './types.ts';

/** An imported text made ready for look-up. */
export interface IndexedText {
  readonly text: OfficialText;
  readonly tree: OfficialTree;
}

/** The imported texts that a check compares with. */
export interface OfficialTexts {
  /** The text of an act in a language; where there is none in it, `undefined`. */
  readonly in: (act: ActId, language: Language) => IndexedText | undefined;
  /** The text in that language or, where there is none, in another: numbers are the same in all. */
  readonly any: (act: ActId, language: Language) => IndexedText | undefined;
}

export const noTexts: OfficialTexts = { in: () => undefined, any: () => undefined };

/** Indexes texts once; keep the answer for as long as the texts stand. */
export function indexTexts(texts: readonly { readonly act: ActId; readonly text: OfficialText }[]): OfficialTexts {
  const byKey = new Map(texts.map(({ act, text }) => [`${act} ${text.language}`, text]));
  const indexed = new Map<string, IndexedText>();
  const find = (act: ActId, language: Language): IndexedText | undefined => {
    const key = `${act} ${language}`;
    const text = byKey.get(key);
    if (!text) return undefined;
    const known = indexed.get(key) ?? { text, tree: treeOf(text.units) };
    indexed.set(key, known);
    return known;
  };
  return {
    in: find,
    any: (act, language) => [language, ...languages].map((one) => find(act, one)).find((found) => found !== undefined),
  };
}
