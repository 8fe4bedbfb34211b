import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const builder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'));

/** The nine fuses as Electron ships them: sentinel, version of the wire, length, a character for each. */
const fuses = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);

/** A Windows program with nothing in it but a version resource and the fuses. */
function pretendProgram(): Buffer {
  const { NtExecutable, NtExecutableResource, Resource } = builder('resedit');
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion(45, 4, 1, 0, 1033);
  version.setStringValues(
    { lang: 1033, codepage: 1200 },
    {
      FileDescription: 'Electron',
      ProductName: 'Electron',
      OriginalFilename: 'electron.exe',
      InternalName: 'electron.exe',
    },
  );
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), fuses, Buffer.alloc(64)]);
}

/** Lays out a distribution of Electron for Windows that can be packed and not run, so that packing is tested without a network. */
export function writePretendElectron(folder: string): void {
  for (const name of ['locales', 'resources']) mkdirSync(path.join(folder, name), { recursive: true });
  for (const language of ['en-US', 'ru', 'de'])
    writeFileSync(path.join(folder, 'locales', `${language}.pak`), language);
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) writeFileSync(path.join(folder, name), '45.4.1');
  writeFileSync(path.join(folder, 'electron.exe'), pretendProgram());
}

/** Reads a package of electron-builder's own, whichever copy it uses. */
export const requireFromBuilder: NodeJS.Require = builder;
