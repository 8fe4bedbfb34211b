// The one list of browsers for the tests, the stand-in and the benchmark. Not .mjs: TypeScript finds its types beside it as .d.ts.
// What `npm start` opens for a person is another list, in electron/web-host/browser.ts: the first of this one has no windows.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const headlessShell = 'chromium-headless-shell';
const windowed = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
];

export function installedBrowser() {
  const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(Boolean);
  const files = [
    ...(process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : []),
    ...onPath([...(process.env.STANDIN_HEADED ? [] : [headlessShell]), ...windowed]),
    ...['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    ...roots.flatMap((root) =>
      ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((name) =>
        path.join(root, name),
      ),
    ),
  ];
  return files.find((file) => existsSync(file) && !isEmptyPackage(file));
}

export function hasHeadlessShell() {
  return onPath([headlessShell]).some((file) => existsSync(file));
}

/** In the order of the names, wherever on the path each may be. */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Ubuntu's `chromium-browser` is a script that only says to install a snap. */
function isEmptyPackage(file) {
  return path.basename(file) === 'chromium-browser' && readFileSync(file).subarray(0, 4096).includes('snap install');
}
