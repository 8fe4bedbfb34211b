import { type Result, succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestOf } from '../../core/bridge/contract.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { HistoryEntry } from '../../core/bridge/versions.ts';
import type { OpenDraft } from '../files/draft-session.ts';
import { failed, writeFailure } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import {
  describeState,
  historyFolder,
  isStateOf,
  keepState,
  listHistory,
  readHistory,
  readKept,
  removeState,
  type Sealed,
} from '../files/history.ts';
import { type HistoryNames, readNames, writeNames } from '../files/history-names.ts';
import type { Keyring } from '../files/keyring.ts';
import type { DraftFile } from '../files/package-file.ts';
import { type Travelling, versionsIn } from '../files/travelling.ts';
import { inTurnAt } from '../files/turns.ts';
import { readSettings } from '../settings/settings.ts';
import type { TravelChoice } from './text-travel.ts';
import type { World } from './world.ts';

/** The earlier states of one open draft: those that this machine kept, and the named ones that lie in its file. */
export interface Versions {
  list(draft: OpenDraft): Promise<ReplyOf<'history.list'>>;
  read(draft: OpenDraft, request: RequestOf<'history.read'>): Promise<ReplyOf<'history.read'>>;
  name(draft: OpenDraft, request: RequestOf<'history.name'>): Promise<ReplyOf<'history.name'>>;
  remove(draft: OpenDraft, id: string): Promise<ReplyOf<'history.remove'>>;
  travel(draft: OpenDraft, on: boolean | undefined): Promise<ReplyOf<'history.travel'>>;
  /** Whether official texts travel in the draft's file: that is chosen for each draft on each machine too. */
  readonly texts: TravelChoice;
  /** All that have a name, oldest first. */
  named(draft: OpenDraft): Promise<readonly Travelling[]>;
  /** The versions that the file is to take along at the next save; undefined where nobody said anything here. */
  travelling(draft: OpenDraft): Promise<readonly Travelling[] | undefined>;
}

/** The keys that an open draft, and what belongs to it, is unlocked by. */
export type KeysOf = (draft: OpenDraft) => Keyring;

export function createVersions(files: FileSystem, world: World, keysOf: KeysOf): Versions {
  return new VersionTable(files, world, keysOf);
}

class VersionTable implements Versions {
  readonly #files: FileSystem;
  readonly #world: World;
  readonly #keysOf: KeysOf;

  constructor(files: FileSystem, world: World, keysOf: KeysOf) {
    this.#files = files;
    this.#world = world;
    this.#keysOf = keysOf;
  }

  get #data(): string {
    return this.#world.folders.data;
  }

  #folderOf(draft: OpenDraft): string {
    return historyFolder(this.#data, draft.file().identity.draftId);
  }

  #here(draft: OpenDraft): Promise<readonly HistoryEntry[]> {
    return listHistory(this.#files, this.#data, draft.file().identity.draftId, this.#keysOf(draft));
  }

  async list(draft: OpenDraft): Promise<ReplyOf<'history.list'>> {
    await draft.settled();
    const file = draft.file();
    const here = await this.#here(draft);
    const brought = versionsIn(file)
      .filter(({ id }) => !here.some((entry) => isStateOf(entry.id, sealedAs(file, id.replace('file-', '')))))
      .map(({ draft: _, notices: __, ...entry }): HistoryEntry => entry);
    return succeed([...here, ...brought].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)));
  }

  async read(draft: OpenDraft, { id, password }: RequestOf<'history.read'>): Promise<ReplyOf<'history.read'>> {
    const file = draft.file();
    const brought = versionsIn(file).find((version) => version.id === id);
    if (brought) return succeed(brought);
    const unlocking = { keys: this.#keysOf(draft), password };
    return readHistory(this.#files, this.#data, file.identity.draftId, id, unlocking);
  }

  async name(draft: OpenDraft, { id, label }: RequestOf<'history.name'>): Promise<ReplyOf<'history.name'>> {
    const folder = this.#folderOf(draft);
    const words = label.trim();
    try {
      const { author } = await readSettings(this.#files, this.#data);
      const named = await this.#stateToName(draft, id, author);
      if (!named.ok) return named;
      const { protection } = draft.file();
      await describeState(this.#files, folder, { id: named.value, about: { label: words }, protection });
      const listed = await this.list(draft);
      const entry = listed.ok ? listed.value.find((each) => each.id === named.value) : undefined;
      return entry ? succeed(entry) : failed('not-found');
    } catch (error) {
      return failed(writeFailure(error));
    }
  }

  /** A version from the file is kept here first, so that it can be renamed. */
  async #stateToName(draft: OpenDraft, id: string | undefined, author: string): Promise<Result<string, Failure>> {
    const folder = this.#folderOf(draft);
    if (id === undefined) {
      return succeed(await keepState(this.#files, folder, draft.file(), { at: this.#world.ports.now(), author }));
    }
    const brought = versionsIn(draft.file()).find((version) => version.id === id);
    if (brought) {
      const state = stateOf(draft.file(), brought.id.replace('file-', ''), brought.sequence, brought.draft);
      return succeed(await keepState(this.#files, folder, state, { at: brought.at, author: brought.author ?? '' }));
    }
    const here = await this.#here(draft);
    return here.some((entry) => entry.id === id) ? succeed(id) : failed('not-found');
  }

  async remove(draft: OpenDraft, id: string): Promise<ReplyOf<'history.remove'>> {
    try {
      const { protection } = draft.file();
      return (await removeState(this.#files, this.#folderOf(draft), { id, protection }))
        ? succeed(null)
        : failed('not-found');
    } catch (error) {
      return failed(writeFailure(error));
    }
  }

  async travel(draft: OpenDraft, on: boolean | undefined): Promise<ReplyOf<'history.travel'>> {
    if (on !== undefined) return this.#choose(draft, 'travels', on);
    const { travels } = await this.#names(draft);
    return succeed(travels ?? versionsIn(draft.file()).length > 0);
  }

  readonly texts: TravelChoice = {
    read: async (draft) => (await this.#names(draft)).texts,
    write: (draft, on) => this.#choose(draft, 'texts', on),
  };

  #names(draft: OpenDraft): Promise<HistoryNames> {
    return readNames(this.#files, this.#folderOf(draft), this.#keysOf(draft));
  }

  async #choose(draft: OpenDraft, what: 'travels' | 'texts', on: boolean): Promise<Result<boolean, Failure>> {
    const folder = this.#folderOf(draft);
    try {
      const here = await this.#here(draft);
      const present = new Set(here.map(({ id }) => id));
      await inTurnAt(folder, async () => {
        const now = await this.#names(draft);
        const naming = { present, protection: draft.file().protection };
        await writeNames(this.#files, folder, { ...now, [what]: on }, naming);
      });
      return succeed(on);
    } catch (error) {
      return failed(writeFailure(error));
    }
  }

  async travelling(draft: OpenDraft): Promise<readonly Travelling[] | undefined> {
    const { travels } = await this.#names(draft);
    if (travels === undefined) return undefined;
    return travels ? this.named(draft) : [];
  }

  async named(draft: OpenDraft): Promise<readonly Travelling[]> {
    const listed = await this.list(draft);
    const named = listed.ok ? listed.value.filter(({ label }) => label !== undefined) : [];
    const versions: Travelling[] = [];
    for (const { id, at, label = '', author } of named.toReversed()) {
      const state = await this.#stateOf(draft, id);
      if (state) versions.push({ file: state, label, at, ...(author && { author }) });
    }
    return versions;
  }

  async #stateOf(draft: OpenDraft, id: string): Promise<DraftFile | undefined> {
    const file = draft.file();
    const brought = versionsIn(file).find((version) => version.id === id);
    if (brought) return stateOf(file, id.replace('file-', ''), brought.sequence, brought.draft);
    const kept = await readKept(this.#files, this.#data, file.identity.draftId, id, {
      keys: this.#keysOf(draft),
    });
    return kept.ok ? kept.value.file : undefined;
  }
}

/** A state of the past is sealed as the draft is today. */
function stateOf(file: DraftFile, chain: string, sequence: number, draft: DraftFile['draft']): DraftFile {
  const { identity, protection } = file;
  const own = { ...identity, chain, sequence, lineage: [] };
  return { draft, identity: own, carried: new Map(), ...(protection && { protection }) };
}

function sealedAs({ protection }: DraftFile, chain: string): Sealed {
  return { identity: { chain }, ...(protection && { protection }) };
}
