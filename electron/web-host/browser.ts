import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { Surroundings } from '../shell/folders.ts';

/** A program and its arguments, ready to start. */
export interface Opener {
  readonly program: string;
  readonly args: readonly string[];
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where a browser that can show a page as an application may be; `CHROMIUM_PATH` names one. It may name a headless shell, for the tests'
 * sake: that shows nobody anything.
 */
function candidates(around: Surroundings): string[] {
  const { CHROMIUM_PATH } = around.env;
  const isNamed = CHROMIUM_PATH && !/headless[-_]shell/.test(path.basename(CHROMIUM_PATH));
  return [...(isNamed ? [CHROMIUM_PATH] : []), ...installed(around)];
}

function installed({ platform, env, home }: Surroundings): string[] {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => roots.map((root) => path.win32.join(root, program)));
  }
  if (platform === 'darwin') {
    const programs = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    return programs.flatMap((name) =>
      ['/Applications', path.join(home, 'Applications')].map((root) =>
        path.join(root, `${name}.app/Contents/MacOS/${name}`),
      ),
    );
  }
  const programs = [
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'chromium',
    'chromium-browser',
  ];
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder !== '');
  return programs.flatMap((program) => folders.map((folder) => path.join(folder, program)));
}

function isDesktop({ platform, env }: Surroundings): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * How to open the page: as an application window of an installed Chromium browser, with a profile of its own, so that no extension
 * reads an unpublished bill; else in whatever browser the system has. Undefined where there is no screen.
 */
export function pageOpener(
  address: string,
  profile: string,
  around: Surroundings,
  exists = isProgram,
): Opener | undefined {
  if (!isDesktop(around)) return undefined;
  // Chromium refuses to run as root with its sandbox, and without it we do not want it.
  const isRoot = around.platform === 'linux' && around.isRoot === true;
  const program = isRoot ? undefined : candidates(around).find(exists);
  if (program === undefined) return systemOpener(address, around);
  return { program, args: [`--app=${address}`, `--user-data-dir=${profile}`, ...quiet] };
}

/**
 * A browser of its own accord asks servers for updates, lists and experiments; this one reaches nothing but this machine: all else goes to
 * a proxy at a port where nothing listens, and is not even looked up. `--host-resolver-rules` does the same, but the browser then
 * says over the page that security will suffer.
 */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-breakpad',
  // With its last window the whole browser goes.
  '--disable-background-mode',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,InterestFeedContentSuggestions',
  '--proxy-server=http://127.0.0.1:9',
];

/** The system's own way to open an address, a file or a folder. Never through a shell: an address may hold its signs. */
export function systemOpener(target: string, around: Surroundings): Opener | undefined {
  if (!isDesktop(around)) return undefined;
  if (around.platform === 'win32') return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', target] };
  return { program: around.platform === 'darwin' ? 'open' : 'xdg-open', args: [target] };
}

/** Starts it and lets it go. False when it could not be started. */
export function start(opener: Opener): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(opener.program, [...opener.args], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
