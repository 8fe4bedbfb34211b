import { readdirSync } from 'node:fs';
import path from 'node:path';

/** A file of the built page. */
export interface PageFile {
  readonly file: string;
  readonly type: string;
}

/** Address path, as a browser asks for it (`/assets/desk.js`), to file. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/**
 * Lists the built page once, at the start. Afterwards an address either is a key of this map or does not exist: no path is ever
 * joined from what a request says, so none can lead out of the folder.
 */
export function listPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(folder, file).split(path.sep).map(encodeURIComponent).join('/')}`;
    files.set(address, { file, type: types[path.extname(file)] ?? 'application/octet-stream' });
  }
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
}
