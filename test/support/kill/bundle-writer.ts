import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * The writer as the image of a process in which the program is loaded already, in `folder`; `node --snapshot-blob` goes on from it.
 * A process that is to be killed at once should not spend its life on being read.
 */
export async function imageOfWriter(folder: string): Promise<string> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        input: { writer: join(import.meta.dirname, 'writer-main.ts') },
        external: [/^node:/],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
    ssr: { noExternal: true },
  });
  const image = join(folder, 'writer.blob');
  const script = join(folder, 'writer.cjs');
  await promisify(execFile)(process.execPath, ['--no-warnings', '--snapshot-blob', image, '--build-snapshot', script]);
  return image;
}
