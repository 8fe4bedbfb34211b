import { errorCode, type FileSystem } from './file-system.ts';

/** What a system answers about a file that a virus scanner, a preview or a sync client holds. */
export const heldCodes: readonly string[] = ['EPERM', 'EBUSY', 'EACCES'];

/** Tries again what another program stands in the way of, as often as the waits of one task allow together. */
export interface Patience {
  attempt<T>(work: () => Promise<T>, codes?: readonly string[]): Promise<T>;
}

/** Milliseconds between attempts: 15 seconds in all, short at first, because a scanner is mostly gone in a moment. */
const waits: readonly number[] = [20, 40, 80, 160, 320, 640, ...Array.from({ length: 14 }, () => 1000)];

/** The patience of one task: all its steps share the waits. */
export function createPatience(files: FileSystem, onWait?: () => void): Patience {
  const left = [...waits];
  return {
    attempt: async (work, codes = heldCodes) => {
      for (;;) {
        try {
          return await work();
        } catch (error) {
          const milliseconds = codes.includes(errorCode(error)) ? left.shift() : undefined;
          if (milliseconds === undefined) throw error;
          onWait?.();
          await files.pause(milliseconds);
        }
      }
    },
  };
}
