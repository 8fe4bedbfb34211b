import { canonicalJson } from '../../core/file/canonical.ts';
import { partPaths } from '../../core/file/layout.ts';
import { headAt, seal, type Unsealed, unseal } from './seal.ts';
import { findHead, headLength, type Protection, type SealHead } from './seal-key.ts';
import { writeZip } from './zip-writer.ts';

/*
 * A protected package is a zip again, of two parts that nobody reads without the password: the sealed stream and, for a disk that
 * goes bad at the wrong place, its head once more. Beside them stands a manifest that only says "a newer version wrote this", to
 * programs that know no passwords. Nothing in the zip is needed to open it: the stream is found by its name or by its magic.
 */

const sealedPath = 'sealed/draft';
const headPath = 'sealed/head';

/** The version that first knew passwords. */
const outerManifest = { formatVersion: 2, minReaderVersion: 2, sealed: 1 };

/** Seals the bytes of a package. */
export function sealPackage(plain: Uint8Array, protection: Protection): Uint8Array {
  const stream = seal(plain, protection);
  const manifest = new TextEncoder().encode(`${canonicalJson(outerManifest)}\n`);
  return writeZip(
    new Map<string, Uint8Array>([
      [partPaths.manifest, manifest],
      [sealedPath, stream],
      [headPath, stream.subarray(0, headLength)],
    ]),
    [partPaths.manifest, sealedPath, headPath],
  );
}

/** A sealed stream in a package, before anybody has a key. */
export interface SealedPackage {
  /** `newer`: a later version sealed it. Absent when both heads are damaged. */
  readonly head: SealHead | 'newer' | undefined;
  readonly chunks: Buffer;
}

/** How far into a file the stream begins at most. */
const searched = 1024;

/** What is sealed in some bytes; undefined when nothing is. */
export function sealedIn(content: Uint8Array): SealedPackage | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const start = bytes.subarray(0, searched);
  const named = start.indexOf(sealedPath);
  const isNamed = named >= 30 && start.toString('latin1', named - 30, named - 28) === 'PK';
  const at = isNamed ? named + sealedPath.length : findHead(start);
  if (at < 0) return undefined;
  return { head: headAt(bytes, at), chunks: bytes.subarray(at + headLength) };
}

/** Opens a sealed package. */
export function unsealPackage({ chunks }: SealedPackage, head: SealHead, protection: Protection): Unsealed {
  return unseal(chunks, head, protection);
}
