import { createHash } from 'node:crypto';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createFromTemplate } from '../../../electron/files/documents.ts';
import { packDraft } from '../../../electron/files/package-file.ts';

const resources = path.join(import.meta.dirname, '..', '..', '..', 'resources');

/** The bytes of a whole package, with a bill from the template of an empty law. */
export async function soundPackage(): Promise<Uint8Array> {
  const newId = (): string => createHash('sha256').update('refused').digest('hex').slice(0, 24);
  const created = await createFromTemplate(resources, 'empty-law', { now: () => '2026-01-02T03:04:05.000Z', newId });
  if (!created.ok) throw new Error('the template of an empty law is not there');
  return packDraft(created.value);
}

/** A Word file under a draft's name: a sound zip, and nothing of ours. */
export function foreignZip(): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
    ),
  });
}

/** The same package as a later version might write it: every hash is right. */
export function newerPackage(sound: Uint8Array): Uint8Array {
  const { mimetype = new Uint8Array(), ...parts } = unzipSync(sound);
  const manifest = JSON.parse(strFromU8(parts['manifest.json'] ?? new Uint8Array())) as Record<string, unknown>;
  const raised = strToU8(JSON.stringify({ ...manifest, formatVersion: 99, minReaderVersion: 99 }));
  return zipSync({ mimetype: [mimetype, { level: 0 }], ...parts, 'manifest.json': raised });
}

/** Cut off in the middle of the bill's text, as by a copy that was interrupted. */
export function truncatedPackage(sound: Uint8Array): Uint8Array {
  return sound.slice(0, insideText(sound));
}

/** One byte in the middle of the bill's text is another one. */
export function damagedPackage(sound: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(sound);
  const at = insideText(bytes);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

/** A place in the packed text of the bill: past the local header that names it. */
function insideText(bytes: Uint8Array): number {
  return Buffer.from(bytes).indexOf('body/units.ndjson') + 200;
}
