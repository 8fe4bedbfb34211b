import path from 'node:path';
import { type Language, languages } from '../../core/base/language.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ExportOptions, ExportProfile } from '../../core/bridge/exports.ts';
import { hashAt, writeAtomically } from '../files/atomic-write.ts';
import { textsIn } from '../files/brought-texts.ts';
import { sha256 } from '../files/hash.ts';
import { type Arguments, choice } from './arguments.ts';
import { type CliWorld, type Command, readLaw } from './command.ts';
import { openDraft, passwordFile } from './open-draft.ts';
import { answer, type Refusal, refuse, refuseAs } from './outcome.ts';

export const exportDocument: Command = {
  accepts: {
    words: [1, 1],
    values: ['document', 'language', 'format', 'out', 'profile', passwordFile],
    required: ['document', 'language', 'format', 'out'],
    flags: ['force'],
  },
  run: async (args, world) => {
    const options = readOptions(args);
    if (!options.ok) return options;
    const read = await openDraft(args, world);
    if (!read.ok) return read;
    const { register, forms, parity, facts } = await readLaw(world, read.value.file);
    const texts = textsIn(read.value.file);
    const job = {
      draft: read.value.file.draft,
      options: options.value,
      register,
      forms,
      facts,
      texts,
      ...(parity && { parity }),
    };
    const made = await world.runExport(job, () => undefined, new AbortController().signal);
    if (made === 'cancelled') return refuse('notWritten', 'cancelled');
    const file = path.resolve(world.folder, args.values.out ?? '');
    const written = await write(file, made.bytes, args.flags.has('force'), world);
    if (!written.ok) return written;
    const notices = [...read.value.notices, ...made.notices];
    return answer({ file, notices, bytes: made.bytes.length }, `${file}\n`, notices);
  },
};

function readOptions(args: Arguments): Result<ExportOptions, Refusal> {
  const document = choice(args, 'document', ['bill', 'note', 'table', 'remarks', 'acts', 'parity']);
  if (!document.ok) return document;
  const language = choice(args, 'language', [...languages, 'parallel']);
  if (!language.ok) return language;
  const format = choice(args, 'format', ['docx', 'pdf', 'akn', 'text', 'csv']);
  if (!format.ok) return format;
  const profile = choice(args, 'profile', ['final', 'review', 'internal'], 'final');
  if (!profile.ok) return profile;
  if (document.value === 'parity') return parityOptions(language.value, format.value, profile.value);
  if (document.value !== 'bill') return refuse('usage', 'not-available', { what: `--document ${document.value}` });
  if (format.value !== 'docx' && format.value !== 'text') {
    return refuse('usage', 'not-available', { what: `--format ${format.value}` });
  }
  return succeed({ document: document.value, language: language.value, format: format.value, profile: profile.value });
}

/** The matrix is a table of many columns: one language at a time. */
function parityOptions(
  language: Language | 'parallel',
  format: string,
  profile: ExportProfile,
): Result<ExportOptions, Refusal> {
  if (language === 'parallel') {
    return refuse('usage', 'bad-value', { option: '--language', value: language, allowed: languages.join(', ') });
  }
  if (format !== 'docx' && format !== 'text' && format !== 'csv') {
    return refuse('usage', 'not-available', { what: `--format ${format}` });
  }
  return succeed({ document: 'parity', language, format, profile: profile === 'internal' ? profile : 'final' });
}

/**
 * Nothing that differs is replaced without `--force`: somebody may have worked on the earlier document. The same draft gives the
 * same bytes, so that a script may run twice: what is there already is left as it is.
 */
async function write(file: string, bytes: Uint8Array, force: boolean, world: CliWorld): Promise<Result<null, Refusal>> {
  const isThere = !force && (await hashAt(world.files, file).catch(() => undefined)) === sha256(bytes);
  if (isThere) return succeed(null);
  const temporary = `~$${world.ports.newId()}.tmp`;
  const expected = force ? 'anything' : 'absent';
  const written = await writeAtomically(world.files, { path: file, bytes, expected, temporary });
  return written.ok ? succeed(null) : refuseAs('notWritten', written.error);
}
