import { join } from 'node:path';
import type { ReplyOf, RequestName, RequestOf } from '../../../core/bridge/contract.ts';
import type { OpenedDraft, OpenSource } from '../../../core/bridge/drafts.ts';
import { invertEdit } from '../../../core/draft/apply.ts';
import type { Edit } from '../../../core/draft/operation.ts';
import { makeUnit } from '../../../core/draft/text.ts';
import type { Draft } from '../../../core/draft/types.ts';
import { canonicalJson } from '../../../core/file/canonical.ts';
import type { FileSystem } from '../../../electron/files/file-system.ts';
import { createServicesOn } from '../../../electron/services/services.ts';
import type { Services, World } from '../../../electron/services/world.ts';
import { collectKeys, harnessPassword } from './secret-keys.ts';
import { afterEdits, someEdits } from './some-edits.ts';

type Next = (below: number) => number;

/**
 * A person at a page, over the real services on whatever disk: types, saves, goes on after a failure, and remembers what every
 * state of the draft was and how much of it was promised to be safe.
 */
export class Author {
  readonly world: World;
  readonly #files: FileSystem;
  readonly #next: Next;
  #services: Services | undefined;
  #opened: OpenedDraft | undefined;
  #draft: Draft | undefined;
  #sequence = 0;
  /** Edits that were not acknowledged yet, with the last one that was. */
  #edits: Edit[] = [];
  #sent = 0;
  /** Text of the draft after each edit, from the state that it began with. */
  readonly texts = new Map<number, string>();
  /** The last edit that was acknowledged, by the journal or by a save. */
  safe = -1;
  /** Files that a save reported as written, and the edit that each holds at least. */
  readonly saved = new Map<string, number>();

  constructor(files: FileSystem, world: World, next: Next) {
    this.#files = files;
    this.world = world;
    this.#next = next;
  }

  get sequence(): number {
    return this.#sequence;
  }

  get isWorking(): boolean {
    return this.#opened !== undefined;
  }

  /** Starts the application. */
  async start(): Promise<void> {
    this.#services ??= await createServicesOn(this.#files, this.world, async () => 'cancelled').catch(() => undefined);
  }

  /** Starts the application and opens a draft; with nothing there, a new one. */
  async begin(source?: OpenSource): Promise<boolean> {
    await this.start();
    const reply = source
      ? await this.#call('draft.open', source)
      : await this.#call('draft.create', { template: 'small' });
    if (!reply?.ok) return false;
    this.#take(reply.value);
    if (!source) this.texts.clear();
    this.texts.set(this.#sequence, canonicalJson(reply.value.draft));
    return true;
  }

  #take(opened: OpenedDraft): void {
    this.#opened = opened;
    this.#draft = opened.draft;
    this.#sequence = opened.sequence;
    this.#edits = [];
    this.#last = undefined;
    this.#sent = opened.sequence;
  }

  /** Types some edits, each its own state, and hands them over together with what was not acknowledged before. */
  async edit(count = 1): Promise<void> {
    if (!this.#draft) return;
    await this.#write(someEdits(this.#draft, count, this.#next));
  }

  /** Sets a password; what was acknowledged before stays so, whatever comes in between. */
  async protect(): Promise<void> {
    if (!this.#opened || !this.#draft) return;
    const reply = await this.#call('draft.protect', { handle: this.#opened.handle, password: harnessPassword });
    if (reply?.ok) await collectKeys(this.#files, join(this.world.folders.data, 'recovery'), this.#draft.meta.id);
  }

  /** Switches the audit trail on: from now on it travels in the file and in the base copies. */
  async keepTrail(): Promise<void> {
    if (this.#opened) await this.#call('trail.turn', { handle: this.#opened.handle, on: true });
  }

  async undo(): Promise<void> {
    const last = this.#edits.at(-1) ?? this.#last;
    if (last && this.#draft) await this.#write([invertEdit(last)]);
  }

  /** A large piece of text comes in at once. */
  async importText(): Promise<void> {
    if (!this.#draft) return;
    const at = this.#draft.units.length;
    const units = Array.from({ length: 12 }, (_, i) =>
      makeUnit(`i${this.#sequence}-${i}`, 'part', {
        ky: 'Үй-бүлө мүчөлөрү '.repeat(20),
        ru: 'Члены семьи '.repeat(20),
      }),
    );
    const operations = units.map((node, i) => ({ type: 'insert_node', path: [at + i], node }) as const);
    await this.#write([{ operations }]);
  }

  /** A reviewer's comment and the change that it asks for, taken in together. */
  async merge(): Promise<void> {
    const [unit] = this.#draft?.units ?? [];
    if (!unit) return;
    const id = `m${this.#sequence}`;
    const message = { author: 'B', at: '2026-03-01T09:00:00.000Z', text: 'макул' };
    const after = { id, unit: unit.id, lang: 'ru' as const, quote: 'о', resolved: false, messages: [message] };
    const text = { type: 'insert_text', path: [0, 1, 0], offset: 0, text: `${id} ` } as const;
    await this.#write([{ operations: [text], comments: [{ id, after }] }]);
  }

  #last: Edit | undefined;

  async #write(edits: readonly Edit[]): Promise<void> {
    if (!this.#draft || !this.#opened) return;
    for (const edit of edits) {
      this.#draft = afterEdits(this.#draft, [edit]);
      this.#sequence += 1;
      this.#edits.push(edit);
      this.#last = edit;
      this.texts.set(this.#sequence, canonicalJson(this.#draft));
    }
    const waiting = this.#edits.map((edit, i) => ({ sequence: this.#sent + i + 1, edit }));
    const reply = await this.#call('draft.append', { handle: this.#opened.handle, edits: waiting });
    if (reply?.ok) this.#acknowledge(reply.value.acknowledged);
  }

  #acknowledge(sequence: number): void {
    this.#edits.splice(0, Math.max(0, sequence - this.#sent));
    this.#sent = Math.max(this.#sent, sequence);
    this.safe = Math.max(this.safe, sequence);
  }

  /** Saves; typing may go on meanwhile. */
  async save(name = 'a'): Promise<boolean> {
    if (!this.#draft || !this.#opened) return false;
    const [sequence, handle, draft] = [this.#sequence, this.#opened.handle, this.#draft];
    const target = { to: 'listed', folder: this.world.folders.documents, name, overwrite: true } as const;
    const reply = await this.#call('draft.save', { handle, draft, sequence, target });
    if (!reply?.ok) return false;
    this.#acknowledge(sequence);
    this.saved.set(`${name}.dolboor`, sequence);
    return true;
  }

  /** Saves to the file that was opened, if it is still what it was. */
  async saveSame(): Promise<boolean> {
    if (!this.#draft || !this.#opened) return false;
    const [sequence, handle, draft] = [this.#sequence, this.#opened.handle, this.#draft];
    const reply = await this.#call('draft.save', { handle, draft, sequence, target: { to: 'same' } });
    if (reply?.ok) this.#acknowledge(sequence);
    return reply?.ok ?? false;
  }

  /** Saves over the bytes of the draft's own file. */
  async saveInPlace(): Promise<boolean> {
    if (!this.#draft || !this.#opened) return false;
    const [sequence, handle, draft] = [this.#sequence, this.#opened.handle, this.#draft];
    const target = { to: 'same', inPlace: true } as const;
    const reply = await this.#call('draft.save', { handle, draft, sequence, target });
    if (reply?.ok) this.#acknowledge(sequence);
    return reply?.ok ?? false;
  }

  /** Closes the draft. `discard`: nothing of what is in no file is wanted any more. */
  async close(discard: boolean): Promise<void> {
    if (!this.#opened) return;
    const reply = await this.#call('draft.close', { handle: this.#opened.handle, discard });
    this.#opened = undefined;
    this.#draft = undefined;
    if (discard && reply?.ok) this.safe = Math.max(-1, ...this.saved.values());
  }

  /** Stops the application in order. */
  async quit(): Promise<void> {
    await this.#services?.dispose().catch(() => undefined);
    this.#services = undefined;
    this.#opened = undefined;
  }

  async ask<N extends RequestName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N> | undefined> {
    return this.#call(name, request);
  }

  async #call<N extends RequestName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N> | undefined> {
    return (await this.#services?.call(name, request)) as ReplyOf<N> | undefined;
  }
}
