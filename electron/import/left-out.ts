import type { ImportLimits } from '../../core/base/limits.ts';
import type { Notice } from '../../core/base/notice.ts';
import { Refused } from './refused.ts';

/**
 * What a foreign file may hold that is never read, followed or run, and what other hands did in it: it is counted, and the counts are told.
 * The text of an act has footnotes of its own.
 */
const ofActs = [
  'external',
  'embedded',
  'chunks',
  'images',
  'damaged',
  'comments',
  'deletions',
  'insertions',
  'margins',
  'formulas',
] as const;

/** What else a person wants to know of a text that becomes part of a draft: what a draft cannot hold. */
const ofDrafts = [...ofActs, 'footnotes', 'hidden', 'toc', 'own-words', 'strikes', 'underlines'] as const;
type LeftOutKind = (typeof ofDrafts)[number];

/** They came along, in another way. */
const cameAlong: ReadonlySet<LeftOutKind> = new Set(['insertions', 'footnotes']);
const losing: ReadonlySet<LeftOutKind> = new Set([
  'chunks',
  'damaged',
  'comments',
  'deletions',
  'insertions',
  'formulas',
  'hidden',
  'strikes',
]);

/** Counts what is left out while a file is read. */
export class LeftOut {
  private readonly counts = new Map<LeftOutKind, number>();
  /** Whose comments and changes they are. */
  private readonly names = new Map<LeftOutKind, Set<string>>();
  private readonly limits: ImportLimits;

  constructor(limits: ImportLimits) {
    this.limits = limits;
  }

  add(kind: LeftOutKind, count = 1, by = ''): void {
    const sum = (this.counts.get(kind) ?? 0) + count;
    this.counts.set(kind, sum);
    const names = this.names.get(kind) ?? new Set();
    if (by.trim() !== '' && names.size < mostNames) this.names.set(kind, names.add(by.trim().slice(0, longestName)));
    if (kind === 'images' && sum > this.limits.images) throw new Refused('too-many');
  }

  /** A line of the report for each kind that was met, in the order of the kinds. What is lost of the text itself is a warning. */
  notices(of: 'act' | 'draft'): readonly Notice[] {
    return (of === 'act' ? ofActs : ofDrafts).flatMap((kind): readonly Notice[] => {
      const count = this.counts.get(kind);
      if (!count) return [];
      const by = [...(this.names.get(kind) ?? [])].join(', ');
      const code = `import.${kind}-${cameAlong.has(kind) ? 'came-along' : 'left-out'}`;
      const params = { count, by: by === '' ? '' : ` (${by})` };
      return [{ code, severity: losing.has(kind) ? 'warning' : 'note', params }];
    });
  }
}

/** More authors than a sentence holds. */
const mostNames = 6;
/** UTF-16 code units of an author's name. */
const longestName = 60;
