import { cp, rename, rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect } from 'vitest';
import type { ReplyOf, RequestName, RequestOf } from '../../core/bridge/contract.ts';
import type { OpenedDraft } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { Draft } from '../../core/draft/types.ts';
import { createServices } from '../../electron/services/services.ts';
import type { Services, World } from '../../electron/services/world.ts';
import { random } from './builder.ts';
import { afterEdits, someEdits } from './kill/some-edits.ts';
import { ask, makePlace, refusal, type TestPlace } from './kill/test-world.ts';

/** Starts the services on a folder, with what a test of them wants otherwise. */
type Start = (world: World) => Promise<Services>;

/** Services on a folder of their own, and what tests of them do again and again. */
export class Served {
  place!: TestPlace;
  services!: Services;
  readonly #start: Start;

  constructor(start: Start) {
    this.#start = start;
  }

  get documents(): string {
    return this.place.world.folders.documents;
  }

  async begin(): Promise<void> {
    this.place = await makePlace();
    this.services = await this.#start(this.place.world);
  }

  async end(): Promise<void> {
    await this.services.dispose();
    await this.place.remove();
  }

  /** The value of an answer that must be a success. */
  ask<N extends RequestName>(name: N, request: RequestOf<N>): Promise<Extract<ReplyOf<N>, { ok: true }>['value']> {
    return ask(this.services, name, request);
  }

  /** The failure's code of an answer that must be a failure. */
  refusal<N extends RequestName>(name: N, request: unknown): Promise<Failure['code'] | 'none'> {
    return refusal(this.services, name, request);
  }

  here(name: string, overwrite = false) {
    return { to: 'listed', folder: this.documents, name, overwrite } as const;
  }

  listed(name: string) {
    return { from: 'listed', folder: this.documents, name } as const;
  }

  create(): Promise<OpenedDraft> {
    return this.ask('draft.create', { template: 'small' });
  }

  /** A new draft, saved under a name. */
  async saved(name = 'a'): Promise<OpenedDraft> {
    const opened = await this.create();
    const { handle, draft, sequence } = opened;
    await this.ask('draft.save', { handle, draft, sequence, target: this.here(name) });
    return opened;
  }

  /** Appends edits in bundles of three, as a page does, and gives the draft that they make. */
  async type(opened: OpenedDraft, count: number, seed = 5): Promise<Draft> {
    const edits = someEdits(opened.draft, count, random(seed));
    for (let at = 0; at < edits.length; at += 3) {
      const bundle = edits.slice(at, at + 3).map((edit, i) => ({ sequence: opened.sequence + at + i + 1, edit }));
      const { acknowledged } = await this.ask('draft.append', { handle: opened.handle, edits: bundle });
      expect(acknowledged).toBe(bundle.at(-1)?.sequence);
    }
    return afterEdits(opened.draft, edits);
  }

  /** Ends the services without closing anything, as a crash does, and starts others on the same folders. */
  async crash(): Promise<void> {
    const { data } = this.place.world.folders;
    // What is only just being written would be half a file after a crash too, and is none of these tests' business.
    await cp(data, `${data}-after`, { recursive: true, filter: (path) => !path.endsWith('.tmp') });
    await this.services.dispose();
    await rm(data, { recursive: true });
    await rename(`${data}-after`, data);
    this.services = await this.#start(this.place.world);
  }
}

/** Gives each test of the file services of its own, on a folder of its own. */
export function serve(start: Start = createServices): Served {
  const served = new Served(start);
  beforeEach(() => served.begin());
  afterEach(() => served.end());
  return served;
}
