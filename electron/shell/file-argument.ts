import path from 'node:path';

/** The draft that a command line asks to open: the last argument that names one. Relative paths count from `folder`. */
export function draftArgument(argv: readonly string[], folder: string): string | undefined {
  const named = argv.slice(1).findLast((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.dolboor'));
  return named === undefined ? undefined : path.resolve(folder, named);
}

/** What a second instance tells the first. Chromium rewrites the command line on its way, so ours travels beside it. */
export interface Launch {
  readonly argv: readonly string[];
  readonly folder: string;
}

/** Reads what came from another process: anything else than a launch is undefined. */
export function readLaunch(value: unknown): Launch | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { argv, folder } = value as Partial<Record<keyof Launch, unknown>>;
  if (typeof folder !== 'string' || !Array.isArray(argv)) return undefined;
  return argv.every((word) => typeof word === 'string') ? { argv, folder } : undefined;
}
