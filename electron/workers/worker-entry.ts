import { existsSync } from 'node:fs';

/** The bundled worker beside `main.js` or one folder above a chunk; its source where nothing is bundled, as in tests. */
export function workerEntry(name: string, source: URL): URL {
  const bundled = [`./${name}.js`, `../${name}.js`].map((path) => new URL(path, import.meta.url));
  return bundled.find((url) => existsSync(url)) ?? source;
}
