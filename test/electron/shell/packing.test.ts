import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireFromBuilder, writePretendElectron } from './pretend-electron.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const text = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');

interface Configuration {
  readonly [name: string]: unknown;
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly win: { readonly target: readonly unknown[] };
}
const configuration: Configuration = requireFromBuilder('js-yaml').load(text);

async function validate(config: object): Promise<void> {
  const { validateConfiguration } = requireFromBuilder('./out/util/config/config');
  const { DebugLogger } = requireFromBuilder('builder-util');
  await validateConfiguration(config, new DebugLogger(false));
}

describe('electron-builder.yml', () => {
  test('is what the schema of electron-builder allows', async () => {
    await expect(validate(configuration)).resolves.toBeUndefined();
  });
  test('would be refused with a word misspelt', async () => {
    const misspelt = { ...configuration, nsis: { ...configuration.nsis, oneKlick: true } };
    await expect(validate(misspelt)).rejects.toThrow('configuration.nsis');
  });
  test('makes an installer for one person, for both processors, and leaves their drafts when it goes', () => {
    expect(configuration.win.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }]);
    expect(configuration.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false });
  });
  test('claims no address scheme', () => {
    expect(Object.keys(configuration)).not.toContain('protocols');
    expect(Object.keys(configuration.win)).not.toContain('protocols');
  });
  test('claims the extension of a draft', () => {
    expect(configuration.fileAssociations).toMatchObject([
      { ext: 'dolboor', mimeType: 'application/vnd.dolboor.draft+zip' },
    ]);
  });
});

/** What a build leaves, and beside it what must stay outside. */
const built = [
  'out/main/chunks/shared-1.js',
  'out/main/cli.js',
  'out/main/export-worker.js',
  'out/main/import-worker.js',
  'out/main/main.js',
  'out/main/web-host.js',
  'out/preload/preload.cjs',
  'out/renderer/assets/desk.js',
  'out/renderer/index.html',
  'resources/acts/register.json',
  'resources/templates/empty-law/00-front.json',
];
const outside = [
  'out/main/main.js.map',
  'out/reports/unit.json',
  'resources/acts/README.md',
  'node_modules/left/index.js',
  'electron/main.ts',
  'test/a.test.ts',
  '.env',
];

describe('packing against a pretended Electron', () => {
  let project: string;
  let packed: string;

  beforeAll(async () => {
    project = mkdtempSync(path.join(os.tmpdir(), 'dolboor-pack-'));
    for (const file of [...built, ...outside]) {
      mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
      writeFileSync(path.join(project, file), file);
    }
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    writeFileSync(path.join(project, 'package.json'), JSON.stringify(manifest));
    cpSync(path.join(root, 'electron-builder.yml'), path.join(project, 'electron-builder.yml'));
    const electronDist = path.join(project, 'pretended');
    writePretendElectron(electronDist);
    await build({
      projectDir: project,
      targets: Platform.WINDOWS.createTarget('dir', Arch.x64),
      config: {
        extends: path.join(project, 'electron-builder.yml'),
        electronDist,
        electronVersion: manifest.devDependencies.electron,
      },
    });
    packed = path.join(project, 'dist', 'win-unpacked');
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  test('takes what was built and the resources, and nothing else', () => {
    const files = listPackage(path.join(packed, 'resources', 'app.asar'), { isPack: false })
      .map((file) => file.replaceAll('\\', '/').slice(1))
      .filter((file) => path.extname(file) !== '');
    expect(files.sort()).toEqual([...built, 'package.json'].sort());
  });

  test('sets each of the nine fuses, and knows of no tenth', async () => {
    const wire = await getCurrentFuseWire(path.join(packed, 'Dolboor.exe'));
    // A fuse that a newer Electron brings is a question for a person.
    expect(Object.keys(FuseV1Options).filter((name) => !/^\d+$/.test(name))).toHaveLength(9);
    const state = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookies: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      snapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      file: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
      trapHandlers: state(FuseV1Options.WasmTrapHandlers),
    }).toEqual({
      runAsNode: false,
      cookies: true,
      nodeOptions: false,
      inspect: false,
      integrity: true,
      onlyAsar: true,
      snapshot: false,
      file: false,
      trapHandlers: true,
    });
  });

  test('writes the hash of the archive into the program', () => {
    expect(readFileSync(path.join(packed, 'Dolboor.exe')).includes(Buffer.from('ELECTRONASAR', 'utf16le'))).toBe(true);
  });

  test("keeps only the languages that the application's people read", () => {
    expect(readdirSync(path.join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'ru.pak']);
  });
});
