import { EventEmitter } from 'node:events';
import { app, emitPreventable } from './app.ts';
import { registry } from './registry.ts';
import { WebContents, type WebPreferences } from './web-contents.ts';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowOptions extends Partial<Bounds> {
  readonly title?: string;
  readonly show?: boolean;
  readonly webPreferences?: WebPreferences;
}

let lastId = 0;

export class BrowserWindow extends EventEmitter {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  readonly #bounds: Bounds;
  #title: string;
  #isVisible: boolean;
  #isMaximized = false;
  #isMinimized = false;
  #isEdited = false;
  #hasPainted = false;
  #isDestroyed = false;

  static getAllWindows(): BrowserWindow[] {
    return [...registry.windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...registry.windows].at(-1) ?? null;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...registry.windows].find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return [...registry.windows].find((window) => window.id === id) ?? null;
  }

  constructor(options: WindowOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#title = options.title ?? app.getName();
    this.#isVisible = options.show !== false;
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    registry.windows.add(this);
    this.webContents = new WebContents({
      size: { width, height },
      preferences: options.webPreferences ?? {},
      painted: () => this.#painted(),
      gone: () => this.#gone(),
      close: () => this.close(),
    });
    app.emit('browser-window-created', {}, this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  #painted(): void {
    if (this.#hasPainted) return;
    this.#hasPainted = true;
    this.emit('ready-to-show');
  }

  #gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    registry.windows.delete(this);
    this.webContents.forget();
    this.emit('closed');
    if (registry.windows.size > 0 || app.isQuitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else void app.quit();
  }

  /** False when the application refused. */
  async tryClose(): Promise<boolean> {
    if (this.#isDestroyed) return true;
    if (emitPreventable(this, 'close')) return false;
    await this.webContents.closeTarget();
    this.#gone();
    return true;
  }
  close(): void {
    void this.tryClose();
  }
  destroy(): void {
    void this.webContents.closeTarget();
    this.#gone();
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show');
  }
  hide(): void {
    this.#isVisible = false;
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  focus(): void {
    this.emit('focus');
  }
  isFocused(): boolean {
    return true;
  }
  minimize(): void {
    this.#isMinimized = true;
  }
  isMinimized(): boolean {
    return this.#isMinimized;
  }
  maximize(): void {
    this.#isMaximized = true;
  }
  unmaximize(): void {
    this.#isMaximized = false;
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  restore(): void {
    this.#isMinimized = false;
    this.emit('restore');
  }
  isFullScreen(): boolean {
    return false;
  }
  getBounds(): Bounds {
    return { ...this.#bounds };
  }
  getNormalBounds(): Bounds {
    return { ...this.#bounds };
  }
  setBounds(bounds: Partial<Bounds>): void {
    Object.assign(this.#bounds, bounds);
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  setDocumentEdited(edited: boolean): void {
    this.#isEdited = edited;
  }
  isDocumentEdited(): boolean {
    return this.#isEdited;
  }
  setMinimumSize(): void {}
  setMenu(): void {}
  setProgressBar(): void {}
}
