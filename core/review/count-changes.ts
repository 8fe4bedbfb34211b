import { languages } from '../base/language.ts';
import type { Draft } from '../draft/types.ts';
import { compareDrafts } from './diff.ts';

/**
 * How much differs between two drafts, without a word of them: provisions added, removed and moved, texts of each language, threads of
 * comments. What is none is absent.
 */
export function countChanges(before: Draft, after: Draft): Readonly<Record<string, number>> {
  const { changes, comments } = compareDrafts(before, after);
  const kept = changes.filter(({ type }) => type === 'changed');
  const counts = {
    added: changes.filter(({ type }) => type === 'added').length,
    removed: changes.filter(({ type }) => type === 'removed').length,
    moved: kept.filter(({ isMoved }) => isMoved).length,
    ...Object.fromEntries(
      languages.map((language) => [
        language,
        kept.filter(({ texts }) => texts.some((text) => text.language === language)).length,
      ]),
    ),
    comments: comments.added + comments.removed + comments.changed,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
