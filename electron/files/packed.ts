import { isSameJson } from '../../core/base/same-json.ts';
import type { Draft } from '../../core/draft/types.ts';
import type { PartEntry } from '../../core/file/manifest.ts';
import { sha256 } from './hash.ts';
import type { DraftFile } from './package-file.ts';

/** The last package of a state: the file, the history and the base copy mostly hold the same. */
const packed = new WeakMap<Draft, { readonly manifest: string; readonly bytes: Uint8Array }>();

/** The bytes of the package of this state with this manifest, made once. A manifest names every part by its hash. */
export function packedOnce(draft: Draft, manifest: string, make: () => Uint8Array): Uint8Array {
  const last = packed.get(draft);
  if (last?.manifest === manifest) return last.bytes;
  const bytes = make();
  packed.set(draft, { manifest, bytes });
  return bytes;
}

type State = Pick<DraftFile, 'draft' | 'identity' | 'carried'>;

const sources = new WeakMap<Draft, State & { readonly bytes: Uint8Array }>();

/** Remembers the bytes that a state was read from, without any loss. */
export function rememberSource({ draft, identity, carried }: State, bytes: Uint8Array): void {
  sources.set(draft, { draft, identity, carried, bytes });
}

/** The bytes that exactly this was read from; they may be zipped otherwise than `packDraft` would. */
export function sourceOf({ draft, identity, carried }: State): Uint8Array | undefined {
  const source = sources.get(draft);
  if (!source || !isSameJson(source.identity, identity) || source.carried.size !== carried.size) return undefined;
  return [...carried].every(([path, part]) => source.carried.get(path) === part) ? source.bytes : undefined;
}

/** Sums of what was summed before, for as long as its bytes are there: an official text goes along unchanged with every save. */
const summed = new WeakMap<Uint8Array, string>();

/** What a manifest says of a part. */
export function entryOf([path, bytes]: readonly [string, Uint8Array]): PartEntry {
  const sum = summed.get(bytes) ?? sha256(bytes);
  summed.set(bytes, sum);
  return { path, size: bytes.length, sha256: sum };
}
