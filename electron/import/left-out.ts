import type { Notice } from '../../core/base/notice.ts';
import { type ImportLimits, Refused } from './limits.ts';

/** What a foreign file may hold that is never read, followed or run: it is counted, and the counts are told. */
const leftOutKinds = ['external', 'embedded', 'chunks', 'images', 'damaged'] as const;
type LeftOutKind = (typeof leftOutKinds)[number];

/** Counts what is left out while a file is read. */
export class LeftOut {
  private readonly counts = new Map<LeftOutKind, number>();
  private readonly limits: ImportLimits;

  constructor(limits: ImportLimits) {
    this.limits = limits;
  }

  add(kind: LeftOutKind, count = 1): void {
    const sum = (this.counts.get(kind) ?? 0) + count;
    this.counts.set(kind, sum);
    if (kind === 'images' && sum > this.limits.images) throw new Refused('too-many');
  }

  /** A line of the report for each kind that was met, in the order of the kinds. What is lost of the text itself is a warning. */
  notices(): readonly Notice[] {
    return leftOutKinds.flatMap((kind): readonly Notice[] => {
      const count = this.counts.get(kind);
      if (!count) return [];
      const severity = kind === 'chunks' || kind === 'damaged' ? 'warning' : 'note';
      return [{ code: `import.${kind}-left-out`, severity, params: { count } }];
    });
  }
}
