import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** Builds the editor's page into `folder`. */
export function buildEditorPage(folder: string): Promise<void> {
  return buildPage(new URL('./vite.config.ts', import.meta.url), folder);
}

/** Builds the page of a Vite configuration into `folder`. */
export async function buildPage(configuration: URL, folder: string): Promise<void> {
  await build({
    configFile: fileURLToPath(configuration),
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
}

/** Serves a folder on the loopback address. */
export async function serve(folder: string): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path === '/' ? '/index.html' : path;
    readFile(join(folder, file)).then(
      (bytes) =>
        response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}
