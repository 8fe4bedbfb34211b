import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReplyOf, RequestName, RequestOf } from '../../../core/bridge/contract.ts';
import type { Failure } from '../../../core/bridge/failure.ts';
import type { Services, World } from '../../../electron/services/world.ts';
import { type DiskOptions, MemoryDisk } from './memory-disk.ts';
import { harnessCost } from './secret-keys.ts';

/** A folder of its own with everything that the services need, and a small template in it. */
export interface TestPlace {
  readonly root: string;
  readonly world: World;
  readonly events: unknown[];
  readonly remove: () => Promise<void>;
}

export const smallTemplate = [
  { id: 'title', kind: 'title', ky: 'Мыйзам жөнүндө', ru: 'О законе', en: 'On the law' },
  { id: 'c1', kind: 'chapter', ky: 'Жалпы жоболор', ru: 'Общие положения', en: 'General provisions' },
  { id: 'a1', kind: 'article', ky: 'Максат', ru: 'Цель', en: 'Purpose' },
  {
    id: 'p1',
    kind: 'part',
    ky: 'Үй-бүлө {cite:some-act article=12}',
    ru: 'Семья {ref:a1}',
    en: 'Family {blank:amount}',
  },
];

const title = { ky: 'Кичине', ru: 'Малый', en: 'Small' };
const about = { id: 'small', title, description: title, leansOn: ['some-act'], files: ['units.json'] };

export async function makePlace(): Promise<TestPlace> {
  const root = await mkdtemp(join(tmpdir(), 'dolboor-'));
  await fillPlace(root);
  const events: unknown[] = [];
  const remove = () => rm(root, { recursive: true, force: true });
  return { root, world: worldIn(root, events), events, remove };
}

/** Makes in a folder what the services need. */
export async function fillPlace(root: string): Promise<void> {
  const template = join(root, 'resources', 'templates', 'small');
  const folders = [
    template,
    join(root, 'resources', 'acts'),
    join(root, 'resources', 'forms'),
    join(root, 'documents'),
  ];
  for (const folder of folders) await mkdir(folder, { recursive: true });
  await writeFile(join(template, 'template.json'), JSON.stringify(about));
  await writeFile(join(template, 'units.json'), JSON.stringify(smallTemplate));
  await writeFile(join(root, 'resources', 'acts', 'register.json'), '{"compiled":"2026-01-01","acts":[]}');
  await writeFile(join(root, 'resources', 'forms', 'bill.json'), '{"dated":"2026-01-01"}');
}

export function worldIn(root: string, events: unknown[] = []): World {
  return {
    shell: 'loopback',
    version: '1.2.3',
    ports: { now: () => new Date().toISOString(), newId: () => randomUUID() },
    folders: { data: join(root, 'data'), documents: join(root, 'documents'), resources: join(root, 'resources') },
    reveal: async (path, open) => {
      events.push({ revealed: path, open });
      return true;
    },
    emit: (name, event) => void events.push({ name, event }),
    closeWindow: () => void events.push('closed'),
  };
}

/**
 * The same on a disk in memory, under a folder of its own (locks are known by their path), with the documents on a volume of
 * their own, as on a stick.
 */
export function memoryPlace(
  root: string,
  options: Omit<DiskOptions, 'volumes'> = {},
): { readonly disk: MemoryDisk; readonly world: World } {
  const disk = new MemoryDisk({ ...options, volumes: [join(root, 'documents')] });
  const template = join(root, 'resources', 'templates', 'small');
  disk.put(join(template, 'template.json'), JSON.stringify(about));
  disk.put(join(template, 'units.json'), JSON.stringify(smallTemplate));
  disk.put(join(root, 'documents', 'readme.txt'), 'x');
  return { disk, world: countingWorld(root) };
}

/** Ids that count, so that a run with the same seed is the same run, whatever ran before it; each folder has its own. */
function countingWorld(root: string): World {
  const [name, start] = [root.replaceAll(/\W+/g, '-').slice(1), Date.UTC(2026, 2, 10)];
  let [ids, minutes] = [0, 0];
  const newId = () => {
    ids += 1;
    return `${name}-${String(ids).padStart(8, '0')}`;
  };
  // A minute goes by at every look at the clock, so that the history comes into play.
  const now = () => {
    minutes += 1;
    return new Date(start + minutes * 60_000).toISOString();
  };
  return { ...worldIn(root), passwordCost: harnessCost, ports: { now, newId } };
}

/** The value of an answer that must be a success. */
export async function ask<N extends RequestName>(
  services: Services,
  name: N,
  request: RequestOf<N>,
): Promise<Extract<ReplyOf<N>, { ok: true }>['value']> {
  const reply = (await services.call(name, request)) as ReplyOf<N>;
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`);
  return reply.value as Extract<ReplyOf<N>, { ok: true }>['value'];
}

/** The failure's code of an answer that must be a failure. */
export async function refusal<N extends RequestName>(
  services: Services,
  name: N,
  request: unknown,
): Promise<Failure['code'] | 'none'> {
  const reply = await services.call(name, request);
  return reply.ok ? 'none' : reply.error.code;
}

/** Files under the folders of the person and of the application that hold a text, in either encoding. */
export async function filesWith(text: string, roots: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const root of roots) {
    for (const name of await readdir(root, { recursive: true })) {
      const bytes = await readFile(join(root, name)).catch(() => Buffer.alloc(0));
      if (bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))) found.push(name);
    }
  }
  return found;
}
