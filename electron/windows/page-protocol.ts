import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import type { PageFiles } from '../shell/page-files.ts';
import { pageHeaders } from '../shell/page-policy.ts';

const scheme = 'app';
const host = 'dolboor';

/** Where the page lives. */
export const pageAddress = `${scheme}://${host}/`;

export function isPageAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${scheme}:` && url.host === host;
}

/** Must run before Electron is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
  ]);
}

/** Serves the files of the map and nothing else. */
export function servePage(files: PageFiles): void {
  const headers = pageHeaders();
  protocol.handle(scheme, async (request) => {
    const { pathname } = new URL(request.url);
    const file = isPageAddress(request.url) ? files.get(pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers });
    if (request.method !== 'GET') return new Response(null, { status: 405, headers });
    return new Response(await readFile(file.file), { headers: { ...headers, 'content-type': file.type } });
  });
}
