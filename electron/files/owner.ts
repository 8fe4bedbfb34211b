import { join } from 'node:path';
import { isLanguage, type Trilingual, trilingual } from '../../core/base/language.ts';
import { fileLimits } from '../../core/base/limits.ts';
import type { Draft } from '../../core/draft/types.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { type ChainPoint, isChainHash } from '../../core/file/chain.ts';
import { field, fieldsOf, isCount, isId, isText, parseJson } from '../../core/file/fields.ts';
import { writeAtomically } from './atomic-write.ts';
import { noTitle, titleOf } from './draft-title.ts';
import type { FileSystem } from './file-system.ts';
import type { OwnFile } from './own-file.ts';
import { sealText } from './seal.ts';
import type { Protection } from './seal-key.ts';

const states = ['open', 'closed', 'saved', 'proven', 'discarded', 'continued'] as const;

/** What a session says of itself in its folder. Advice: what a recovery rests on are the base copies and journals beside it. */
export interface Owner {
  readonly draftId: string;
  /** Path of the draft's file; empty for a draft that was never saved. */
  readonly target: string;
  /** SHA-256 of the bytes that the session last read or wrote there; empty with `target`. */
  readonly targetSha256: string;
  /** What that file holds; for a draft that was never saved, what it began with. */
  readonly saved: ChainPoint;
  readonly title: Trilingual<string>;
  /** The session has written the file, and not only read it. */
  readonly written: boolean;
  /** With `saved`: the system has said that the file's name is on the disk, so a power cut cannot have taken it away. */
  readonly lasting?: boolean;
  /**
   * `open`: somebody writes, or a failure ended it. `closed`: ended in order with edits that are in no file. `saved`: ended in
   * order, everything is in the file, as far as the system said. `proven`: a later session has found it there. `discarded`: the person wants nothing of it. `continued`: another session has taken its
   * edits over.
   */
  readonly state: (typeof states)[number];
  /** Of a protected draft: `title` and the chain hash, sealed. Both are blank in the file then. */
  readonly secret?: string;
}

const fileName = 'owner.json';

/** Stands for a chain hash that cannot be read without the password. */
const noChain = '0'.repeat(64);

/** What a session says of itself while it has this draft. */
export function ownerOf(
  draft: Draft,
  { target, saved, isWritten }: Pick<OwnFile, 'target' | 'saved' | 'isWritten'>,
  state: Owner['state'],
): Owner {
  const where = { target: target.path, targetSha256: target.sha256 };
  return { draftId: draft.meta.id, ...where, saved, title: titleOf(draft), written: isWritten, state };
}

/** Whether the draft is protected and nobody has given the password. */
export function isLockedOwner({ secret, saved }: Owner): boolean {
  return secret !== undefined && saved.chain === noChain;
}

/** The owner with what is secret of it sealed under a key, or in clear. */
export function sealOwner(owner: Owner, protection: Protection | undefined): Owner {
  const { secret: _, ...clear } = owner;
  if (!protection) return clear;
  return { ...clear, secret: sealText(canonicalJson({ chain: owner.saved.chain, title: owner.title }), protection) };
}

/** Whether a file of this name says what a session is. */
export function isOwnerFile(name: string): boolean {
  return name === fileName;
}

/** What is sealed in the bytes of such a file; undefined when nothing is. */
export function sealedFieldOf(bytes: Uint8Array): string | undefined {
  // Every look at a package passes here: its bytes are not made a text for nothing.
  if (bytes[0] !== openingBrace || bytes.length > fileLimits.small) return undefined;
  const secret = field(fieldsOf(parseJson(new TextDecoder().decode(bytes))) ?? {}, 'secret');
  return typeof secret === 'string' ? secret : undefined;
}

const openingBrace = 0x7b;

/** The bytes of such a file as they would be if its secret stood in clear. */
export function withSecret(bytes: Uint8Array, secret: string): Uint8Array {
  const outer = fieldsOf(parseJson(new TextDecoder().decode(bytes))) ?? {};
  const inner = fieldsOf(parseJson(secret)) ?? {};
  const saved = { ...fieldsOf(field(outer, 'saved')), chain: field(inner, 'chain') };
  return new TextEncoder().encode(canonicalJson({ ...outer, saved, title: field(inner, 'title') }));
}

export async function writeOwner(files: FileSystem, folder: string, owner: Owner): Promise<void> {
  const { secret, saved } = owner;
  const stored = secret === undefined ? owner : { ...owner, title: noTitle, saved: { ...saved, chain: noChain } };
  const bytes = new TextEncoder().encode(`${canonicalJson(stored)}\n`);
  const path = join(folder, fileName);
  const written = await writeAtomically(files, {
    path,
    bytes,
    expected: 'anything',
    temporary: 'owner.tmp',
    isPrivate: true,
  });
  if (!written.ok)
    throw Object.assign(new Error('owner.json'), { code: written.error.code === 'no-space' ? 'ENOSPC' : 'EIO' });
}

/** The owner of a session's folder; undefined when a failure left none that can be read. */
export async function readOwner(files: FileSystem, folder: string): Promise<Owner | undefined> {
  try {
    return parseOwner(new TextDecoder().decode(await files.read(join(folder, fileName), fileLimits.small)));
  } catch {
    return undefined;
  }
}

function parseOwner(text: string): Owner | undefined {
  const fields = fieldsOf(parseJson(text));
  const saved = fields && fieldsOf(field(fields, 'saved'));
  const title = fields && fieldsOf(field(fields, 'title'));
  if (!fields || !saved || !title) return undefined;
  const [draftId, target, hash, state] = ['draftId', 'target', 'targetSha256', 'state'].map((name) =>
    field(fields, name),
  );
  const [sequence, chain] = [field(saved, 'sequence'), field(saved, 'chain')];
  if (!isId(draftId) || !isText(target, 40_000) || !isText(hash, 64) || !isState(state)) return undefined;
  if (!isCount(sequence) || !isChainHash(chain)) return undefined;
  if (!Object.keys(title).every(isLanguage)) return undefined;
  const words = trilingual((language) => String(field(title, language) ?? ''));
  const written = field(fields, 'written') === true;
  const lasting = field(fields, 'lasting') === true;
  const secret = field(fields, 'secret');
  const known = {
    draftId,
    target,
    targetSha256: hash,
    saved: { sequence, chain },
    title: words,
    written,
    lasting,
    state,
  };
  return isText(secret, 20_000) ? { ...known, secret } : known;
}

function isState(value: unknown): value is Owner['state'] {
  return states.includes(value as Owner['state']);
}
