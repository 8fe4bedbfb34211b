import type { Ports } from '../../core/base/ports.ts';
import type { Result } from '../../core/base/result.ts';
import type { EventName, Events, RequestName } from '../../core/bridge/contract.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { RunExport } from '../workers/contract.ts';

/** What the services need of the shell that they run in: Electron, the loopback host or no window at all. */
export interface World {
  readonly shell: 'electron' | 'loopback';
  readonly version: string;
  readonly ports: Ports;
  readonly folders: {
    /** Settings, journals, recovery: local application data, never synchronised. */
    readonly data: string;
    /** Where a file dialog begins, and the top of what the loopback page may browse. */
    readonly documents: string;
    /** The application's own `resources/`. */
    readonly resources: string;
  };
  /** The exponent of what a password costs; the standard where it is absent. Tests take less. */
  readonly passwordCost?: number;
  /** Native dialogs; each comes back with a path, or nothing when the person cancelled. Absent in the loopback shell. */
  readonly dialogs?: {
    openDraft(): Promise<string | undefined>;
    /** A file with the text of an act. */
    openText(): Promise<string | undefined>;
    saveAs(suggestedName: string, kind: 'draft' | 'docx' | 'text' | 'csv' | 'pdf'): Promise<string | undefined>;
  };
  /** Printing the page as it stands for print. Absent where the page prints by itself. */
  readonly printing?: {
    send(landscape: boolean): Promise<'sent' | 'cancelled' | 'failed'>;
    pdf(): Promise<Uint8Array>;
  };
  /** Opens a file or shows it in its folder; false when the shell cannot. */
  reveal(path: string, open: 'file' | 'folder'): Promise<boolean>;
  emit<N extends EventName>(name: N, event: Events[N]): void;
  closeWindow(): void;
}

/** Whatever stands for one page of a shell that may have several; it is only compared. Its drafts are released by it. */
export type Page = object;

/** The one implementation of the contract, whatever the shell. */
export interface Services {
  /** Validates the payload, then acts. Never throws: what was not foreseen comes back as `internal` and is logged without text. */
  call(name: RequestName, request: unknown, page?: Page): Promise<Result<unknown, Failure>>;
  /**
   * The page has gone without closing its drafts: it was reloaded, crashed, or its socket closed. Releases every draft that it
   * had open, so that the next page can open them again; what was in no file is in `recovery.list` from then on, and requests
   * for drafts that come meanwhile wait for it. A shell with one page calls `releasePage()` when the frame goes and when its
   * main frame begins another load; a shell with several gives the same object to `call(name, request, page)` and to
   * `releasePage(page)` (the loopback shell: the WebSocket, when it closes). Never throws.
   */
  releasePage(page?: Page): Promise<void>;
  /** The system asked to open this path: keeps it and returns the id that the page opens it by. */
  offerFile(path: string): { readonly id: string; readonly name: string };
  /** Flushes what is pending and releases every draft. */
  dispose(): Promise<void>;
}

/** `runExport` comes from outside, so that a shell decides where its worker lies and a test can do without one. */
export type CreateServices = (world: World, runExport?: RunExport) => Promise<Services>;
