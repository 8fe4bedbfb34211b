import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeError, type KnownFolders } from './redact.ts';

/** Bytes of one file of the log, and how many there are at most. */
export const logLimits = { file: 256 * 2 ** 10, files: 3 } as const;

/** Where things that went wrong are written down: never a word of a draft, a title, a name or a path of the person. */
export interface Log {
  /** `what` names the request or the work; it is ours. */
  tell(what: string, error: unknown): void;
  /** All of it, oldest first, as it would be shared. */
  read(): string;
}

export interface LogOptions {
  readonly folders: KnownFolders;
  readonly version: string;
  readonly now: () => string;
  /** Also told here, for whoever looks at a terminal. */
  readonly echo?: (line: string) => void;
}

/** A log in `logs/` of the data folder. Writing it never fails: what cannot be written is let go. */
export function createLog({ folders, version, now, echo }: LogOptions): Log {
  const folder = join(folders.data, 'logs');
  const nameOf = (number: number): string => join(folder, `dolboor-${number}.log`);
  const isFull = (): boolean => (statSync(nameOf(0), { throwIfNoEntry: false })?.size ?? 0) >= logLimits.file;
  const turnOver = (): void => {
    for (let number = logLimits.files - 1; number > 0; number -= 1) {
      quietly(() => renameSync(nameOf(number - 1), nameOf(number)));
    }
  };
  return {
    tell(what, error) {
      const line = `${now()} ${version} ${process.platform} ${what}: ${describeError(error, folders)}\n`;
      echo?.(line);
      quietly(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (isFull()) turnOver();
        appendFileSync(nameOf(0), line, { mode: 0o600 });
      });
    },
    read() {
      const numbers = Array.from({ length: logLimits.files }, (_, number) => logLimits.files - 1 - number);
      return numbers.map((number) => quietly(() => readFileSync(nameOf(number), 'utf8')) ?? '').join('');
    },
  };
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
