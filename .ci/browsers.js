// The one list of browsers for the tests, the stand-in and the benchmark. Not .mjs: TypeScript finds its types beside it as .d.ts.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export function installedBrowser() {
  const onPath = [
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'chromium',
    'chromium-browser',
  ];
  const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(Boolean);
  const files = [
    ...(process.env.CHROMIUM_PATH ? [process.env.CHROMIUM_PATH] : []),
    ...(process.env.PATH ?? '')
      .split(path.delimiter)
      .flatMap((folder) => onPath.map((name) => path.join(folder, name))),
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

/** Ubuntu's `chromium-browser` is a script that only says to install a snap. */
function isEmptyPackage(file) {
  return path.basename(file) === 'chromium-browser' && readFileSync(file).subarray(0, 4096).includes('snap install');
}
