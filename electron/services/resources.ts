import { join } from 'node:path';
import { fileLimits } from '../../core/base/limits.ts';
import type { FormRules } from '../../core/draft/form-rules.ts';
import { parseJson } from '../../core/file/fields.ts';
import type { BillLinks, ParityMatrix, ParityResources } from '../../core/law/parity.ts';
import type { ActRegister } from '../../core/law/types.ts';
import type { FileSystem } from '../files/file-system.ts';

/** What ships with the application and the law rests on. */
export interface Resources {
  readonly register: ActRegister;
  readonly forms: FormRules;
  /** Absent where no matrix ships. */
  readonly parity?: ParityResources;
}

/** Reads the register of acts, the form of a bill and the matrix of guarantees. They ship with the application and its tests check them, so they are not validated here. */
export async function readResources(files: FileSystem, folder: string): Promise<Resources> {
  const register = await readJson(files, join(folder, 'acts', 'register.json'));
  const forms = await readJson(files, join(folder, 'forms', 'bill.json'));
  const parity = await readParity(files, folder);
  return { register: register as ActRegister, forms: forms as FormRules, ...(parity && { parity }) };
}

/** The matrix of guarantees, and which articles of a template's bill give them; a template without links compares nothing. */
async function readParity(files: FileSystem, folder: string): Promise<ParityResources | undefined> {
  const source = join(folder, 'parity', 'matrix.json');
  if ((await files.entry(source))?.kind !== 'file') return undefined;
  const matrix = (await readJson(files, source)) as ParityMatrix;
  const links: Record<string, BillLinks> = {};
  for (const template of await files.list(join(folder, 'templates'))) {
    const path = join(folder, 'templates', template, 'parity.json');
    if ((await files.entry(path))?.kind === 'file') links[template] = (await readJson(files, path)) as BillLinks;
  }
  return { matrix, links };
}

async function readJson(files: FileSystem, path: string): Promise<unknown> {
  const value = parseJson(new TextDecoder().decode(await files.read(path, fileLimits.resource)));
  if (value === undefined) throw new Error(`${path} is no JSON`);
  return value;
}
