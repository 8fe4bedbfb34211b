import type { Migration } from './migration.ts';
import { toSecond } from './to-2.ts';

/** Every step, oldest first. */
export const migrations: readonly Migration[] = [toSecond];
