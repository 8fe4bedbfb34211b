import type { Notice } from '../base/notice.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import type { CommentThread, Draft, DraftMeta, Unit } from '../draft/types.ts';
import { fieldsOf, parseJson } from './fields.ts';
import { formatVersion, isOwnPath, partPaths } from './layout.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { migrate } from './migrations/migrate.ts';
import type { Migration, RawFile } from './migrations/migration.ts';
import { migrations } from './migrations/steps.ts';
import { readComments } from './read-comments.ts';
import { readMeta, readUnits } from './read-draft.ts';
import { createReport, type Report } from './report.ts';

/**
 * Why a package is not opened. `newer-version`: a newer Dolboor wrote it. `damaged`: it is ours, but what it promises is not
 * there. `reason` names the piece, for the log and the sentence; it holds no text of a draft.
 */
export interface Refusal {
  readonly code: 'newer-version' | 'damaged';
  readonly reason: string;
}

/** A draft as a package holds it, and what had to be mended. */
export interface ParsedDraft {
  readonly draft: Draft;
  readonly manifest: Manifest;
  readonly notices: readonly Notice[];
}

/** The texts of a package whose hashes have been compared; a part that was damaged is absent and named in `lost`. */
export interface PackageTexts {
  readonly manifest: string;
  readonly parts: ReadonlyMap<string, string>;
  /** Paths of parts that the manifest names and that could not be read whole. */
  readonly lost: readonly string[];
}

/** Reads a package in the order shape, version, migrations, meaning. A lost part costs that part, unless it is the text of the law. */
export function parsePackage(
  texts: PackageTexts,
  steps: readonly Migration[] = migrations,
  version: number = formatVersion,
): Result<ParsedDraft, Refusal> {
  const json = fieldsOf(parseJson(texts.manifest));
  if (!json) return refuse(partPaths.manifest);
  const migrated = migrate({ manifest: json, parts: texts.parts }, version, steps);
  if (!migrated.ok) {
    return migrated.error === 'newer'
      ? fail({ code: 'newer-version', reason: 'minReaderVersion' })
      : refuse('formatVersion');
  }
  const manifest = readManifest(migrated.value.file.manifest);
  if (!manifest.ok) return refuse(`manifest ${manifest.error}`);
  const report = createReport();
  if (migrated.value.from > version) report.add('newer-writer');
  return parseBody(migrated.value.file, manifest.value, texts.lost, report);
}

function refuse(reason: string): Result<never, Refusal> {
  return fail({ code: 'damaged', reason });
}

function parseBody(
  file: RawFile,
  manifest: Manifest,
  lost: readonly string[],
  report: Report,
): Result<ParsedDraft, Refusal> {
  const units = parseUnits(file.parts.get(partPaths.units), report);
  if (!units.ok) return refuse(units.error);
  const meta = parseMeta(file.parts.get(partPaths.meta), manifest, report);
  const comments = parseComments(file.parts.get(partPaths.comments), report);
  for (const path of lost) if (!isOwnPath(path)) report.add('part-lost', { part: path });
  return succeed({ draft: { meta, units: units.value, comments }, manifest, notices: report.notices() });
}

/**
 * Puts a draft together from the parts of a package whose manifest is lost: the text of the law must be whole, the rest is
 * taken where it is. `seed` names the draft when its own id is lost too. What wrote the package is not known then, so only
 * what reads as this version's own form is taken.
 */
export function salvageParts(
  parts: ReadonlyMap<string, string>,
  seed: string,
): Result<Pick<ParsedDraft, 'draft' | 'notices'>, Refusal> {
  const report = createReport();
  report.add('salvaged', { part: partPaths.manifest });
  const units = parseUnits(parts.get(partPaths.units), report);
  if (!units.ok) return refuse(units.error);
  const text = parts.get(partPaths.meta);
  const meta = text === undefined ? undefined : readMeta(parseJson(text));
  if (!meta) report.add('meta-lost', { part: partPaths.meta });
  const comments = parseComments(parts.get(partPaths.comments), report);
  const id = meta ?? { id: `salvaged-${seed.slice(0, 32)}` };
  return succeed({ draft: { meta: id, units: units.value, comments }, notices: report.notices() });
}

function parseUnits(text: string | undefined, report: Report): Result<readonly Unit[], string> {
  if (text === undefined) return fail(partPaths.units);
  const lines = text.split('\n');
  if (lines.pop() !== '') return fail(`${partPaths.units} end`);
  return readUnits(lines.map(parseJson), report);
}

function parseMeta(text: string | undefined, manifest: Manifest, report: Report): DraftMeta {
  const meta = text === undefined ? undefined : readMeta(parseJson(text));
  if (meta?.id === manifest.draftId) return meta;
  report.add('meta-lost', { part: partPaths.meta });
  return { id: manifest.draftId };
}

function parseComments(text: string | undefined, report: Report): readonly CommentThread[] {
  const comments = text === undefined ? undefined : readComments(parseJson(text), report);
  if (comments) return comments;
  report.add('comments-lost', { part: partPaths.comments });
  return [];
}
