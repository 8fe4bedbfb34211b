import { join } from 'node:path';
import { type Trilingual, trilingual } from '../../core/base/language.ts';
import { fileLimits } from '../../core/base/limits.ts';
import type { Ports } from '../../core/base/ports.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { TemplateSummary } from '../../core/bridge/drafts.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import { readTemplateUnits } from '../../core/draft/markup.ts';
import { type Draft, documentKinds, type Unit } from '../../core/draft/types.ts';
import { field, fieldsOf, isText, parseJson } from '../../core/file/fields.ts';
import { failed } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import { contentsOf } from './contents.ts';

/** A template as its folder holds it. */
interface Template {
  readonly summary: TemplateSummary;
  readonly units: readonly Unit[];
}

/** Every template that ships, by id. One that cannot be read is a fault of what ships, and stops here by a throw. */
export async function listTemplates(files: FileSystem, resources: string): Promise<readonly TemplateSummary[]> {
  const names = [...(await files.list(join(resources, 'templates')))].sort();
  const summaries: TemplateSummary[] = [];
  for (const name of names) {
    const template = await readTemplate(files, resources, name);
    if (template) summaries.push(template.summary);
  }
  return summaries;
}

/** A new draft made from a template. */
export async function draftFromTemplate(
  files: FileSystem,
  resources: string,
  id: string,
  ports: Ports,
): Promise<Result<Draft, Failure>> {
  const template = /^[a-z0-9-]{1,80}$/.test(id) ? await readTemplate(files, resources, id) : undefined;
  if (!template) return failed('unknown-template', { template: id });
  const { document } = template.summary;
  const meta = { id: ports.newId(), template: id, ...(document && { document }) };
  return succeed({ meta, units: template.units, comments: [] });
}

async function readTemplate(files: FileSystem, resources: string, id: string): Promise<Template | undefined> {
  const folder = join(resources, 'templates', id);
  if ((await files.entry(join(folder, 'template.json')))?.kind !== 'file') return undefined;
  const about = fieldsOf(await readJson(files, join(folder, 'template.json')));
  const names = about && field(about, 'files');
  if (!about || !Array.isArray(names)) throw new Error(`Template ${id}: template.json`);
  const units: Unit[] = [];
  for (const name of names) {
    if (!isText(name, 100) || !/^[a-z0-9-]+\.json$/.test(name)) throw new Error(`Template ${id}: files`);
    const read = readTemplateUnits(await readJson(files, join(folder, name)));
    if (!read.ok) throw new Error(`Template ${id}, ${name}: unit ${read.error.unit}, ${read.error.piece}`);
    units.push(...read.value);
  }
  return { summary: summaryOf(id, about, units), units };
}

async function readJson(files: FileSystem, path: string): Promise<unknown> {
  return parseJson(new TextDecoder().decode(await files.read(path, fileLimits.resource)));
}

function summaryOf(id: string, about: Readonly<Record<string, unknown>>, units: readonly Unit[]): TemplateSummary {
  const acts = field(about, 'leansOn');
  const document = documentKinds.find((kind) => kind === field(about, 'document'));
  return {
    id,
    ...(document && { document }),
    title: readSentences(field(about, 'title')),
    description: readSentences(field(about, 'description')),
    leansOn: Array.isArray(acts) ? acts.filter((act) => typeof act === 'string') : [],
    ...contentsOf(units),
  };
}

function readSentences(value: unknown): Trilingual<string> {
  const fields = fieldsOf(value) ?? {};
  return trilingual((language) => {
    const text = field(fields, language);
    return typeof text === 'string' ? text : '';
  });
}
