import { basename } from 'node:path';
import type { FileSystem } from './file-system.ts';
import { isOwnerFile, sealedFieldOf, withSecret } from './owner.ts';
import { headOfText, unsealText } from './seal.ts';
import { readSealedJournal, unsealJournal } from './seal-journal.ts';
import { openSlot, type Protection } from './seal-key.ts';
import { sealedIn, unsealPackage } from './seal-package.ts';

/** Why something sealed stays shut. */
export type Shut = 'wrong-password' | 'newer-version' | 'damaged';

/** The keys of one open draft, by the slots that they open. They live in memory alone, and no longer than the draft is open. */
export class Keyring {
  readonly #keys = new Map<string, Protection>();

  constructor(...protections: readonly (Protection | undefined)[]) {
    for (const protection of protections) if (protection) this.add(protection);
  }

  add(protection: Protection): void {
    this.#keys.set(protection.slot.toString('hex'), protection);
  }

  keyOf(slot: Buffer): Protection | undefined {
    return this.#keys.get(slot.toString('hex'));
  }

  /**
   * Tries a password on whatever is sealed in these bytes. Undefined: it is open, or nothing in it was sealed. `refused`: slots on
   * which it was tried in vain already, so that a folder of a hundred files costs one guess.
   */
  async unlock(content: Uint8Array, password: string, refused: Set<string> = new Set()): Promise<Shut | undefined> {
    const slot = slotIn(content);
    if (slot === undefined || typeof slot === 'string') return slot;
    if (this.keyOf(slot)) return undefined;
    const name = slot.toString('hex');
    const opened = refused.has(name) ? undefined : await openSlot(slot, password);
    if (opened) this.add(opened);
    else refused.add(name);
    return opened ? undefined : 'wrong-password';
  }

  /** Whether something in these bytes is sealed and there is a key for it. */
  opens(content: Uint8Array): boolean {
    const slot = slotIn(content);
    return Buffer.isBuffer(slot) && this.keyOf(slot) !== undefined;
  }

  /** Whether something in these bytes is sealed and there is no key for it. */
  lacks(content: Uint8Array): boolean {
    const slot = slotIn(content);
    return Buffer.isBuffer(slot) && this.keyOf(slot) === undefined;
  }

  /** The key that was added first. */
  first(): Protection | undefined {
    return this.#keys.values().next().value;
  }
}

function slotIn(content: Uint8Array): Buffer | Shut | undefined {
  const journal = readSealedJournal(content);
  if (journal) return journal.head.slot;
  const field = sealedFieldOf(content);
  if (field !== undefined) return headOfText(field)?.slot ?? 'damaged';
  const sealed = sealedIn(content);
  if (!sealed) return undefined;
  if (sealed.head === 'newer') return 'newer-version';
  return sealed.head?.slot ?? 'damaged';
}

/** The disk as it is, to write to, the disk as who has the keys sees it, to read from, and the key to come. */
export interface ResealedDisk {
  readonly files: FileSystem;
  readonly view: FileSystem;
  readonly keys: Keyring;
  readonly protection: Protection | undefined;
}

/**
 * The disk as somebody sees it who has the keys: packages, journals and owners that they open are read as if nothing were
 * sealed; what they do not open is read as it lies there. Writing is no different: who writes says what is to be sealed.
 */
export function unlockedFiles(files: FileSystem, keys: Keyring): FileSystem {
  return {
    ...files,
    read: async (path, limit) => {
      const bytes = await files.read(path, limit);
      return isOwnerFile(basename(path)) ? openedOwner(bytes, keys) : opened(bytes, keys);
    },
  };
}

function openedOwner(bytes: Uint8Array, keys: Keyring): Uint8Array {
  const field = sealedFieldOf(bytes);
  const secret = field === undefined ? undefined : unsealText(field, (slot) => keys.keyOf(slot));
  return secret === undefined ? bytes : withSecret(bytes, secret);
}

function opened(bytes: Uint8Array, keys: Keyring): Uint8Array {
  const journal = readSealedJournal(bytes);
  const journalKey = journal && keys.keyOf(journal.head.slot);
  if (journal && journalKey) return unsealJournal(bytes, journal, journalKey) ?? bytes;
  const sealed = sealedIn(bytes);
  const head = typeof sealed?.head === 'object' ? sealed.head : undefined;
  const key = head && keys.keyOf(head.slot);
  // A copy with a hole in it is no copy to count on; what can be had of it is for whoever opens that file itself.
  const plain = sealed && head && key ? unsealPackage(sealed, head, key) : undefined;
  return plain?.isWhole ? plain.bytes : bytes;
}
