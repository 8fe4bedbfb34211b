import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { cdp } from './cdp.ts';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;
interface RequestDetails {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
}
type BeforeRequest = (details: RequestDetails, answer: (response: { cancel?: boolean }) => void) => void;

type PermissionHandler = (contents: unknown, permission: string, answer: (isGranted: boolean) => void) => void;

class Protocol {
  readonly handlers = new Map<string, ProtocolHandler>();
  registerSchemesAsPrivileged(_schemes: readonly unknown[]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
  }
  handle(scheme: string, handler: ProtocolHandler): void {
    if (this.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.handlers.set(scheme, handler);
  }
  unhandle(scheme: string): void {
    this.handlers.delete(scheme);
  }
  isProtocolHandled(scheme: string): boolean {
    return this.handlers.has(scheme);
  }
}

class WebRequest {
  #before: BeforeRequest | undefined;
  onBeforeRequest(filter: { urls: readonly string[] } | BeforeRequest | null, listener?: BeforeRequest | null): void {
    this.#before = (typeof filter === 'function' ? filter : listener) ?? undefined;
  }
  /** Whether the application refuses the request. */
  isRefused(details: RequestDetails): Promise<boolean> {
    const before = this.#before;
    if (before === undefined) return Promise.resolve(false);
    return new Promise((resolve) => before(details, ({ cancel }) => resolve(cancel === true)));
  }
}

/** Handlers that the application sets are kept, so that a spec can ask them what they would answer. */
export class Session extends EventEmitter {
  readonly protocol = new Protocol();
  readonly webRequest = new WebRequest();
  readonly given = new Map<string, unknown>();
  /** Chromium is told once what the application answers, since a prompt of its own would never reach it. */
  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.given.set('permission-request', handler);
    for (const name of ['geolocation', 'notifications']) {
      handler(undefined, name, (isGranted) => {
        const permission = { permission: { name }, setting: isGranted ? 'granted' : 'denied' };
        cdp.send('Browser.setPermission', permission).catch(() => undefined);
      });
    }
  }
  setPermissionCheckHandler(handler: unknown): void {
    this.given.set('permission-check', handler);
  }
  setDevicePermissionHandler(handler: unknown): void {
    this.given.set('device-permission', handler);
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.given.set('spell-checker', enabled);
  }
  clearStorageData(): Promise<void> {
    return Promise.resolve();
  }
  clearCache(): Promise<void> {
    return Promise.resolve();
  }
}

export const defaultSession = new Session();
export const session = { defaultSession, fromPartition: (): Session => defaultSession };
export const protocol = defaultSession.protocol;
