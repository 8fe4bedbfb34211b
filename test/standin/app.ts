import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { profile, startChromium, stopChromium } from './chromium.ts';
import { registry } from './registry.ts';

interface Application {
  readonly root?: string;
  readonly switches?: readonly string[];
  readonly name?: string;
  readonly version?: string;
}

const application = JSON.parse(process.env.ELECTRON_STANDIN ?? '{}') as Application;

/** Emits a preventable event and says whether it was prevented. */
export function emitPreventable(emitter: EventEmitter, name: string, fields: object = {}, ...rest: unknown[]): boolean {
  let prevented = false;
  const event = Object.assign(fields, {
    preventDefault: () => {
      prevented = true;
    },
  });
  emitter.emit(name, event, ...rest);
  return prevented;
}

class CommandLine {
  readonly #switches = new Map(
    (application.switches ?? []).map((word): [string, string] => {
      const [name = '', value = ''] = word.replace(/^--/, '').split('=');
      return [name, value];
    }),
  );
  appendSwitch(name: string, value = ''): void {
    this.#switches.set(name.toLowerCase(), value);
  }
  appendArgument(): void {}
  hasSwitch(name: string): boolean {
    return this.#switches.has(name.toLowerCase());
  }
  getSwitchValue(name: string): string {
    return this.#switches.get(name.toLowerCase()) ?? '';
  }
  removeSwitch(name: string): void {
    this.#switches.delete(name.toLowerCase());
  }
}

export class StandinApp extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = new CommandLine();
  readonly name = application.name ?? 'Electron';
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #isQuitting = false;

  constructor() {
    super();
    // Ready comes after the main module has run, as in Electron.
    setImmediate(() => void this.#start());
    process.on('SIGTERM', () => void this.quit());
    process.on('SIGINT', () => void this.quit());
  }

  async #start(): Promise<void> {
    try {
      await startChromium(this.getLocale());
    } catch (error) {
      console.error(String(error));
      process.exit(1);
    }
    this.#isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.#ready.resolve();
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  isReady(): boolean {
    return this.#isReady;
  }
  get isQuitting(): boolean {
    return this.#isQuitting;
  }
  getName(): string {
    return this.name;
  }
  getVersion(): string {
    return application.version ?? '0.0.0';
  }
  getAppPath(): string {
    return application.root ?? process.cwd();
  }
  getLocale(): string {
    return process.env.STANDIN_LOCALE ?? 'en-US';
  }
  getSystemLocale(): string {
    return this.getLocale();
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }
  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder);
  }
  getPath(name: string): string {
    const given = this.#paths.get(name);
    if (given !== undefined) return given;
    const home = process.env.STANDIN_HOME ?? path.join(profile, 'home');
    const folders: Record<string, string> = {
      home,
      appData: path.join(home, 'appData'),
      userData: path.join(home, 'appData', this.name),
      sessionData: path.join(home, 'appData', this.name),
      documents: path.join(home, 'Documents'),
      downloads: path.join(home, 'Downloads'),
      desktop: path.join(home, 'Desktop'),
      logs: path.join(home, 'logs'),
    };
    const folder = folders[name];
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      return folder;
    }
    if (name === 'temp') return os.tmpdir();
    if (name === 'exe' || name === 'module') return process.execPath;
    throw new Error(`Failed to get '${name}' path`);
  }

  /** Not imitated: every process of the stand-in is the first. Specs emit `second-instance` themselves. */
  requestSingleInstanceLock(): boolean {
    return true;
  }
  hasSingleInstanceLock(): boolean {
    return true;
  }
  releaseSingleInstanceLock(): void {}
  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  setAppUserModelId(): void {}
  focus(): void {}

  async quit(): Promise<void> {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    this.#isQuitting = await this.#closeEverything();
    if (this.#isQuitting) this.exit(0);
  }

  /** False when somebody refused. */
  async #closeEverything(): Promise<boolean> {
    if (emitPreventable(this, 'before-quit')) return false;
    for (const window of registry.windows) if (!(await window.tryClose())) return false;
    return !emitPreventable(this, 'will-quit');
  }

  exit(code = 0): void {
    this.emit('quit', {}, code);
    stopChromium(code);
  }
}

export const app = new StandinApp();
registry.app = app;
