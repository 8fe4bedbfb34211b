import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where the application's own files lie: the folder with `package.json` and `resources/`, in development and inside the packed archive. */
export function applicationFolder(): string {
  // The bundler may put this code into a chunk one folder deeper, so the way up is searched, not counted.
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'resources'))) return folder;
    if (folder === path.dirname(folder))
      throw new Error('Invariant: the application lies in no folder with resources/');
  }
}

/** What decides where data goes; passed in, so that a test can stand on another system. */
export interface Surroundings {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Whether the process has every right, by its number and not by a name in the environment. */
  readonly isRoot?: boolean;
}

export function surroundings(): Surroundings {
  return { platform: process.platform, env: process.env, home: os.homedir(), isRoot: process.getuid?.() === 0 };
}

/**
 * Settings, journals and recovery: local application data, shared by both shells. On Windows not `%APPDATA%`, which an office's
 * domain may copy to a server: an unpublished bill stays on this machine. `DOLBOOR_DATA` puts it elsewhere.
 */
export function dataFolder({ platform, env, home }: Surroundings): string {
  if (env.DOLBOOR_DATA) return path.resolve(env.DOLBOOR_DATA);
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'Dolboor');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Dolboor');
  return path.join(env.XDG_DATA_HOME ?? path.join(home, '.local', 'share'), 'dolboor');
}

/**
 * The profile of the browser that shows the page: one for each shell. A profile that another program made, of another version of
 * Chromium, may be refused or damaged.
 */
export function browserProfile(data: string, shell: 'electron' | 'loopback'): string {
  return path.join(data, shell === 'electron' ? 'electron' : 'browser');
}

/** Where a file dialog begins without Electron to ask. `DOLBOOR_DOCUMENTS` puts it elsewhere. */
export function documentsFolder({ env, home }: Surroundings): string {
  if (env.DOLBOOR_DOCUMENTS) return path.resolve(env.DOLBOOR_DOCUMENTS);
  const documents = env.XDG_DOCUMENTS_DIR ?? path.join(home, 'Documents');
  return existsSync(documents) ? documents : home;
}
