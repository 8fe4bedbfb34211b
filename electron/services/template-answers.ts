import { basename, dirname } from 'node:path';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestOf } from '../../core/bridge/contract.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { Library } from '../../core/law/library.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { withLaw } from '../files/brought-law.ts';
import { newDraftFile, type ReadDraft, readDraftFile } from '../files/documents.ts';
import { failed } from '../files/failures.ts';
import type { FileSystem } from '../files/file-system.ts';
import { type DraftFile, packDraft } from '../files/package-file.ts';
import {
  aboutOf,
  eraseOwnTemplate,
  listOwnTemplates,
  moveOwnTemplate,
  readOwnTemplate,
  writeOwnTemplate,
} from '../templates/own-templates.ts';
import { begunFrom, templateIn } from '../templates/template-file.ts';
import { draftFromTemplate, listTemplates } from '../templates/templates.ts';
import { listedPath } from './browse.ts';
import type { Drafts } from './drafts.ts';
import { chooseTarget } from './save-target.ts';
import type { World } from './world.ts';

type TemplateName =
  | 'templates.list'
  | 'templates.keep'
  | 'templates.copy'
  | 'templates.rename'
  | 'templates.remove'
  | 'templates.restore'
  | 'templates.export'
  | 'templates.import';

type TemplateAnswers = { readonly [N in TemplateName]: (request: RequestOf<N>) => Promise<ReplyOf<N>> };

interface Parts {
  readonly files: FileSystem;
  readonly world: World;
  readonly drafts: Drafts;
  /** What this machine's people know of the law, of which a template takes along what it cites. */
  readonly ownLaw: () => Promise<Library>;
}

/** The answers about templates: those that ship, and an office's own. */
export function answerTemplates(parts: Parts): TemplateAnswers {
  const { files, world } = parts;
  const { data, resources } = world.folders;
  return {
    'templates.list': async () =>
      succeed([...(await listTemplates(files, resources)), ...(await listOwnTemplates(files, data))]),
    'templates.keep': (request) => keep(parts, request),
    'templates.copy': (request) => copy(parts, request),
    'templates.rename': async ({ template, about }) => {
      const own = await readOwnTemplate(files, data, template);
      if (!own.ok) return own;
      // What could not be read of it is still in the file: it is not written over.
      if (own.value.isDamaged) return failed('damaged');
      const { file, sha256 } = own.value;
      return writeOwnTemplate(files, data, { id: template, file, about, over: sha256 });
    },
    'templates.remove': ({ template, forGood }) =>
      forGood ? eraseOwnTemplate(files, data, template) : moveOwnTemplate(files, data, template, 'removed'),
    'templates.restore': ({ template }) => moveOwnTemplate(files, data, template, 'kept'),
    'templates.export': (request) => handOn(parts, request),
    'templates.import': (request) => takeIn(parts, request),
  };
}

async function keep(
  parts: Parts,
  { handle, draft, about }: RequestOf<'templates.keep'>,
): Promise<ReplyOf<'templates.keep'>> {
  const open = parts.drafts.draftOf(handle)?.file();
  if (!open) return failed('unknown-handle');
  if (draft.meta.id !== open.identity.draftId) return failed('bad-request');
  if (open.protection) return failed('template-protected');
  const file = begunFrom({ draft, carried: open.carried }, parts.world.ports);
  // A library that cannot be read must not keep a template from being made.
  const law = await parts.ownLaw().catch(() => undefined);
  return begin(parts, law ? withLaw(file, file.draft, { ...law, facts: [] }) : file, about);
}

async function copy(
  parts: Parts,
  { template, about }: RequestOf<'templates.copy'>,
): Promise<ReplyOf<'templates.copy'>> {
  const { files, world } = parts;
  const own = await readOwnTemplate(files, world.folders.data, template);
  if (own.ok) return begin(parts, begunFrom(own.value.file, world.ports), about);
  if (own.error.code !== 'unknown-template') return own;
  const shipped = await draftFromTemplate(files, world.folders.resources, template, world.ports);
  return shipped.ok ? begin(parts, newDraftFile(shipped.value, world.ports), about) : shipped;
}

function begin(
  { files, world }: Parts,
  file: DraftFile,
  about: RequestOf<'templates.keep'>['about'],
): Promise<Result<null, Failure>> {
  return writeOwnTemplate(files, world.folders.data, { id: world.ports.newId(), file, about });
}

async function handOn(
  { files, world }: Parts,
  { template, target }: RequestOf<'templates.export'>,
): Promise<ReplyOf<'templates.export'>> {
  if (target.to === 'same' || target.to === 'copy') return failed('bad-request');
  const own = await readOwnTemplate(files, world.folders.data, template);
  if (!own.ok) return own;
  const chosen = await chooseTarget(files, world, target, 'draft');
  if (!chosen.ok) return chosen;
  const { path } = chosen.value;
  const bytes = packDraft(own.value.file);
  const written = await writeAtomically(files, { ...chosen.value, bytes, temporary: `~$${world.ports.newId()}.tmp` });
  return written.ok ? succeed({ name: basename(path), folder: dirname(path) }) : written;
}

async function takeIn(parts: Parts, source: RequestOf<'templates.import'>): Promise<ReplyOf<'templates.import'>> {
  const path = await pathOf(parts, source);
  if (!path.ok) return path;
  const read = await readDraftFile(path.value, parts.files);
  // Nobody is asked for a password: what it keeps secret is not to lie in a list.
  if (!read.ok) return read.error.code === 'password-needed' ? failed('template-protected') : read;
  const about = templateIn(read.value.file) ?? calledAfter(path.value, read.value);
  const kept = await begin(parts, begunFrom(read.value.file, parts.world.ports), about);
  return kept.ok ? succeed({ title: about.title, notices: read.value.notices }) : kept;
}

/** A draft that names itself nowhere is called after its file. */
function calledAfter(path: string, { file }: ReadDraft): ReturnType<typeof aboutOf> {
  const about = aboutOf(file);
  const name = basename(path).replace(/\.dolboor$/i, '');
  const hasTitle = Object.values(about.title).some((words) => words !== '');
  return hasTitle ? about : { ...about, title: { ky: name, ru: name, en: name } };
}

async function pathOf(
  { files, world }: Parts,
  source: RequestOf<'templates.import'>,
): Promise<Result<string, Failure>> {
  if (source.from === 'listed') return listedPath(files, world, source.folder, source.name);
  const chosen = await world.dialogs?.openDraft();
  return chosen === undefined ? failed(world.dialogs ? 'cancelled' : 'bad-request') : succeed(chosen);
}
