import path from 'node:path';
import { launchLimits } from '../../core/base/limits.ts';

/** The draft that a command line asks to open: the last argument that names one. Relative paths count from `folder`. */
export function draftArgument(argv: readonly string[], folder: string): string | undefined {
  const named = argv.slice(1).findLast((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.dolboor'));
  return named === undefined || isDevice(named) ? undefined : path.resolve(folder, named);
}

/** A path that begins with `\\?` or `\\.` goes past every rule that Windows has for names; an address of a scheme is no file. */
function isDevice(word: string): boolean {
  return /^[\\/]{2}[?.][\\/]/.test(word) || /^[a-z][a-z\d+.-]+:\/\//i.test(word) || word.includes('\0');
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
  if (typeof folder !== 'string' || !Array.isArray(argv) || argv.length > launchLimits.words) return undefined;
  const isText = [folder, ...argv].every((word) => typeof word === 'string' && word.length <= launchLimits.word);
  return isText ? { argv, folder } : undefined;
}

const unsafe =
  /^--?(?:inspect|remote-debugging|no-sandbox|disable-web-security|disable-site-isolation|gpu-launcher|renderer-cmd-prefix|utility-cmd-prefix|browser-subprocess-path|load-extension|proxy-server|proxy-pac-url|host-rules|host-resolver-rules|ignore-certificate-errors|js-flags|unsafely-treat-insecure-origin|allow-running-insecure-content|enable-blink-features|log-net-log|ssl-key-log-file)/i;

/** The first switch of a command line that would open the packed application to others; the fuses stop those of Node alone. */
export function unsafeSwitch(argv: readonly string[]): string | undefined {
  return argv.slice(1).find((word) => unsafe.test(word));
}
