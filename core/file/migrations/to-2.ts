import type { Migration } from './migration.ts';

/** Format 2 only allows more: references to several provisions, citations in their act's own words, comments on both. */
export const toSecond: Migration = { from: 1, migrate: (file) => file };
