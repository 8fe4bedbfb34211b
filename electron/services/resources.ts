import { join } from 'node:path';
import type { FormRules } from '../../core/draft/form-rules.ts';
import { parseJson } from '../../core/file/fields.ts';
import type { ActRegister } from '../../core/law/types.ts';
import type { FileSystem } from '../files/file-system.ts';
import { resourceLimit } from '../files/limits.ts';

/** What ships with the application and the law rests on. */
export interface Resources {
  readonly register: ActRegister;
  readonly forms: FormRules;
}

/** Reads the register of acts and the form of a bill. They ship with the application and its tests check them, so they are not validated here. */
export async function readResources(files: FileSystem, folder: string): Promise<Resources> {
  const register = await readJson(files, join(folder, 'acts', 'register.json'));
  const forms = await readJson(files, join(folder, 'forms', 'bill.json'));
  return { register: register as ActRegister, forms: forms as FormRules };
}

async function readJson(files: FileSystem, path: string): Promise<unknown> {
  const value = parseJson(new TextDecoder().decode(await files.read(path, resourceLimit)));
  if (value === undefined) throw new Error(`${path} is no JSON`);
  return value;
}
