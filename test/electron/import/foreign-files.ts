import { strToU8, zipSync } from 'fflate';
import { type ImportLimits, importLimits } from '../../../core/base/limits.ts';
import { readAct } from '../../../electron/import/read-act.ts';
import { readWords } from '../../../electron/import/read-words.ts';

/** What an import comes to: `read`, or why not. */
export async function fate(bytes: Uint8Array, limits: Partial<ImportLimits> = {}, name = 'act'): Promise<string> {
  const result = await readAct(bytes, name, { ...importLimits, ...limits });
  return result.ok ? 'read' : result.error;
}

/** The same of words for a draft. */
export async function fateOfWords(bytes: Uint8Array, limits: Partial<ImportLimits> = {}): Promise<string> {
  const result = await readWords(bytes, 'x', { ...importLimits, ...limits });
  return result.ok ? 'read' : result.error;
}

/** Codes and counts of the report, without those on what is missing of an act. */
export async function leftOut(bytes: Uint8Array, name = 'act'): Promise<Record<string, unknown>> {
  const result = await readAct(bytes, name);
  if (!result.ok) throw new Error(result.error);
  const told = result.value.report.filter(({ code }) => code.endsWith('-left-out'));
  return Object.fromEntries(told.map(({ code, params }) => [code.slice('import.'.length), params?.count]));
}

export const bytesOf = (text: string) => new TextEncoder().encode(text);

export const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word file with this body and these other parts. */
export function docx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document ${space}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(more).map(([path, text]) => [path, strToU8(text)])),
  });
}

export const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** Text in an old table, by the decoder that the platform has. */
export function encode(text: string, encoding: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text], (letter) => table.get(letter) ?? 0x3f);
}
