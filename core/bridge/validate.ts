import { z } from 'zod';
import { languages } from '../base/language.ts';
import { pageLimits, templateLimits } from '../base/limits.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import type { Edit } from '../draft/operation.ts';
import type { Draft } from '../draft/types.ts';
import { readDraft } from '../file/read-draft.ts';
import { readEdit } from '../file/read-edit.ts';
import { createReport } from '../file/report.ts';
import { hasName } from '../file/template-about.ts';
import { requestNames } from './channels.ts';
import type { RequestName, RequestOf } from './contract.ts';
import {
  isoDate,
  librarySchema,
  localActSchema,
  officialTextSchema,
  ownFactSchema,
  textKeySchema,
  verificationSchema,
} from './library-schema.ts';
import { pageDeeds } from './trail.ts';

/*
 * What a page may ask, checked where it arrives. Unknown fields are refused: they are a page of another version or no page of
 * ours. Drafts and edits go through the readers of the saved file, so that one table says what they are.
 * The page and the preload never import this file: it brings zod along.
 */

const id = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[A-Za-z0-9._-]+$/);
/** A path for show that the loopback page hands back; whether it lies where it may is for the services to say. */
const folder = z.string().min(1).max(32_000);
const fileName = z.string().min(1).max(255);
/** Any characters: no rule of composition makes a password better. */
const password = z.string().min(1).max(1_000);
const count = z.int().min(0);
const language = z.enum(languages);

const draft = z.unknown().transform((value, context): Draft => {
  const read = readDraft(value, createReport());
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: read.error });
  return z.NEVER;
});

const edit = z.unknown().transform((value, context): Edit => {
  const read = readEdit(value);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: read.error });
  return z.NEVER;
});

const nothing = z.strictObject({});

/** A column is never so narrow beside another that nobody finds it again. */
const share = z.number().min(0.1).max(10);

const sideWidth = z.union([z.literal('usual'), z.number().min(0).max(4_000)]);

const settings = z
  .strictObject({
    language,
    theme: z.enum(['system', 'light', 'dark']),
    author: z.string().max(200),
    columns: z.array(language).min(1).max(3).refine(isInOrder),
    outlineLanguage: z.enum(['writing', 'interface', ...languages]),
    outlineWidth: sideWidth,
    inspectorWidth: sideWidth,
    shares: z.strictObject({ ky: share, ru: share, en: share }),
    zoom: z.number().min(50).max(300),
    marks: z.boolean(),
  })
  .partial();

/** Each column once, in the order of `languages`. */
function isInOrder(columns: readonly (typeof languages)[number][]): boolean {
  const places = columns.map((column) => languages.indexOf(column));
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? place));
}

const source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('dialog') }),
  z.strictObject({ from: z.literal('recent'), id }),
  z.strictObject({ from: z.literal('template'), id }),
  z.strictObject({ from: z.literal('recovery'), id, password: password.optional() }),
  z.strictObject({
    from: z.literal('request'),
    id,
    password: password.optional(),
    as: z.enum(['copy', 'read-only']).optional(),
  }),
  z.strictObject({ from: z.literal('again'), handle: id }),
  z.strictObject({ from: z.literal('listed'), folder, name: fileName }),
]);

const target = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('same'), over: id.optional(), inPlace: z.literal(true).optional() }),
  z.strictObject({ to: z.literal('copy'), label: z.string().min(1).max(60) }),
  z.strictObject({ to: z.literal('dialog'), suggestedName: fileName }),
  z.strictObject({ to: z.literal('listed'), folder, name: fileName, overwrite: z.boolean() }),
]);

const options = z.discriminatedUnion('document', [
  z.strictObject({
    document: z.literal('bill'),
    language: z.enum([...languages, 'parallel']),
    format: z.enum(['docx', 'text']),
    profile: z.enum(['final', 'review', 'internal']),
  }),
  z.strictObject({
    document: z.literal('parity'),
    language,
    format: z.enum(['docx', 'text', 'csv']),
    profile: z.enum(['final', 'internal']),
  }),
]);

/** The file of a text to import. */
const textSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('dialog') }),
  z.strictObject({ from: z.literal('listed'), folder, name: fileName }),
]);

/** What a template is called and for. */
const about = z.strictObject({
  title: inThree(templateLimits.title).refine(hasName),
  description: inThree(templateLimits.description),
});

function inThree(limit: number) {
  const words = z.string().max(limit);
  return z.strictObject({ ky: words, ru: words, en: words });
}

const schemas = {
  'app.info': nothing,
  'settings.read': nothing,
  'settings.write': settings,
  'resources.read': nothing,
  'templates.list': nothing,
  'templates.keep': z.strictObject({ handle: id, draft, about }),
  'templates.copy': z.strictObject({ template: id, about }),
  'templates.rename': z.strictObject({ template: id, about }),
  'templates.remove': z.strictObject({ template: id, forGood: z.literal(true).optional() }),
  'templates.restore': z.strictObject({ template: id }),
  'templates.export': z.strictObject({ template: id, target }),
  'templates.import': textSource,
  'recents.list': nothing,
  'recents.forget': z.strictObject({ id }),
  'recovery.list': nothing,
  'recovery.discard': z.strictObject({ id }),
  'draft.create': z.strictObject({ template: id }),
  'draft.open': source,
  'draft.append': z.strictObject({
    handle: id,
    edits: z.array(z.strictObject({ sequence: count, edit })).max(pageLimits.edits),
  }),
  'draft.save': z.strictObject({ handle: id, draft, sequence: count, target }),
  'draft.send': z.strictObject({
    handle: id,
    target,
    label: z.string().min(1).max(200),
    comments: z.boolean(),
    versions: z.boolean(),
    trail: z.boolean(),
  }),
  'draft.protect': z.strictObject({ handle: id, password: password.optional(), current: password.optional() }),
  'draft.place': z.strictObject({ handle: id, place: z.strictObject({ unit: id, language, offset: count }) }),
  'draft.close': z.strictObject({ handle: id, discard: z.boolean() }),
  'history.list': z.strictObject({ handle: id }),
  'history.read': z.strictObject({ handle: id, id, password: password.optional() }),
  'files.browse': z.strictObject({ folder: folder.optional(), kind: z.literal('text').optional() }),
  'history.name': z.strictObject({ handle: id, id: id.optional(), label: z.string().max(200) }),
  'history.remove': z.strictObject({ handle: id, id }),
  'history.travel': z.strictObject({ handle: id, on: z.boolean().optional() }),
  'trail.read': z.strictObject({ handle: id }),
  'trail.turn': z.strictObject({ handle: id, on: z.boolean() }),
  'trail.note': z.strictObject({ handle: id, deed: z.enum(pageDeeds) }),
  'trail.save': z.strictObject({ handle: id, format: z.enum(['csv', 'json']) }),
  'outside.look': z.strictObject({ handle: id }),
  'outside.pick': z.strictObject({ handle: id, source: textSource }),
  'outside.read': z.strictObject({
    handle: id,
    copy: fileName.optional(),
    picked: id.optional(),
    password: password.optional(),
  }),
  'outside.merged': z.strictObject({ handle: id, id }),
  'files.reveal': z.strictObject({ id, open: z.enum(['file', 'folder']) }),
  'export.start': z.strictObject({
    job: id,
    draft,
    options,
    target,
    brought: librarySchema.optional(),
    day: isoDate.optional(),
  }),
  'export.cancel': z.strictObject({ job: id }),
  'library.read': nothing,
  'library.write-act': z.strictObject({ act: localActSchema }),
  'library.remove-act': z.strictObject({ act: id }),
  'library.verify': z.strictObject({ verification: verificationSchema }),
  'library.unverify': z.strictObject({ act: id }),
  'library.write-fact': z.strictObject({ fact: ownFactSchema }),
  'library.remove-fact': z.strictObject({ fact: id }),
  'text.propose': textSource,
  'text.words': textSource,
  'text.cancel': nothing,
  'text.accept': z.strictObject({
    id,
    act: id,
    text: officialTextSchema,
    corrected: z.boolean(),
    by: z.string().max(200),
  }),
  'text.read': textKeySchema.extend({ handle: id.optional() }),
  'texts.travel': z.strictObject({ handle: id, on: z.boolean().optional() }),
  'texts.brought': z.strictObject({ handle: id }),
  'texts.keep': textKeySchema.extend({ handle: id }),
  'text.remove': textKeySchema,
  'print.send': z.strictObject({ landscape: z.boolean() }),
  'print.pdf': z.strictObject({ target }),
  'log.read': nothing,
  'log.save': nothing,
  'window.close': nothing,
} as const satisfies Record<RequestName, z.ZodType>;

/** Whether a value is the name of a request. */
export function isRequestName(value: unknown): value is RequestName {
  return (requestNames as readonly unknown[]).includes(value);
}

/**
 * The request as its type says, copied field by field; what can be mended in a draft without losing a word is mended. The error
 * names the place that is wrong and holds no text of a draft.
 */
export function validateRequest<N extends RequestName>(name: N, payload: unknown): Result<RequestOf<N>, string> {
  const read = schemas[name].safeParse(payload);
  // Each schema was made for its request; that the table keeps them together is what TypeScript cannot follow.
  if (read.success) return succeed(read.data as RequestOf<N>);
  const issue = read.error.issues[0];
  return fail(`${name} ${issue?.path.join('.') ?? ''}`.trim());
}
