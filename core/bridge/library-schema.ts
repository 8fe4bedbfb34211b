import { z } from 'zod';
import { languages, type Trilingual } from '../base/language.ts';
import { amountBases, amountPeriods, amountUnits, baseOf } from '../law/amount.ts';
import type { Library, LocalAct, OwnActs, StoredText } from '../law/library.ts';
import { type OfficialText, officialKinds } from '../law/official-text/types.ts';
import type { OwnFact } from '../law/own-facts.ts';
import { pinpointLevels } from '../law/pinpoint.ts';
import { type ActVerification, actStatuses, actTypes } from '../law/types.ts';

/*
 * What a library may hold, checked where it arrives: from the page and from this machine's own files alike, because a file can be
 * damaged or brought from elsewhere. Unknown fields are refused.
 */

const actId = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[A-Za-z0-9._-]+$/);
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((date) => !Number.isNaN(Date.parse(date)));
const line = z.string().max(4_000);
const filled = line.refine((text) => text.trim() !== '');
const title = line.nullable();
const language = z.enum(languages);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** An own act: its id says so. */
export const localActSchema = z.strictObject({
  id: actId.refine((id) => id.startsWith('local-')),
  type: z.enum(actTypes),
  date: isoDate.nullable(),
  number: z.string().max(60).nullable(),
  title: z.strictObject({ ky: title, ru: title, en: title } satisfies Trilingual<typeof title>),
  issuer: z.strictObject({ ky: title, ru: title, en: title } satisfies Trilingual<typeof title>).optional(),
  articleWord: z.literal('статья').optional(),
  source: filled,
  addedBy: line,
  addedOn: isoDate,
}) as z.ZodType<LocalAct>;

export const verificationSchema = z.strictObject({
  act: actId,
  on: isoDate,
  by: line,
  source: filled,
  status: z.enum(actStatuses),
  since: isoDate.optional(),
  successor: actId.optional(),
  note: line.optional(),
  shipped: z.strictObject({ status: z.enum(actStatuses), statusDetail: line, successor: actId.nullable() }).optional(),
}) as z.ZodType<ActVerification>;

const numbers = z.array(z.string().min(1).max(20)).max(400);

const amount = z
  .strictObject({
    value: z.number().positive().max(1e12),
    unit: z.enum(amountUnits),
    base: z.enum(amountBases).optional(),
    per: z.enum(amountPeriods).optional(),
  })
  .refine(({ unit, base }) => baseOf(unit) === 'possible' || (baseOf(unit) === 'needed') === (base !== undefined));

/** What a person entered in the matrix; the matrix itself says which guarantees and services there are. */
export const ownFactSchema = z
  .strictObject({
    id: actId.refine((id) => id.startsWith('own-')),
    guarantee: actId,
    service: actId,
    draft: actId.optional(),
    given: z.boolean(),
    words: z.strictObject({ ky: filled.optional(), ru: filled.optional(), en: filled.optional() }),
    citations: z
      .array(z.strictObject({ act: actId, pinpoint: z.partialRecord(z.enum(pinpointLevels), numbers) }))
      .max(100),
    amount: amount.optional(),
    note: filled.optional(),
    source: filled,
    by: line,
    on: isoDate,
    confidence: z.enum(['verified', 'partly']),
  })
  .refine(
    ({ words, amount }) => amount !== undefined || Object.keys(words).length > 0,
  ) as unknown as z.ZodType<OwnFact>;

/** More than any office verifies; a bound all the same. */
const most = 20_000;

/** The acts and verifications that a draft brings; a part of its file holds this and nothing else. */
export const ownActsSchema = z.strictObject({
  acts: z.array(localActSchema).max(most),
  verifications: z.array(verificationSchema).max(most),
}) as z.ZodType<OwnActs>;

/** The facts of the matrix that a draft brings. */
export const broughtFactsSchema = z.array(ownFactSchema).max(most);

export const librarySchema = z.strictObject({
  acts: z.array(localActSchema).max(most),
  verifications: z.array(verificationSchema).max(most),
  // A library of before the matrix could be filled has none.
  facts: broughtFactsSchema.default([]),
}) as z.ZodType<Library>;

/** UTF-16 code units of one unit's text: what the importers let through. */
const unitText = z.string().max(2 ** 20);

const officialUnit = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{1,80}$/),
  kind: z.enum(officialKinds),
  number: z.string().max(60).optional(),
  label: z.string().max(400),
  heading: unitText.optional(),
  text: unitText,
  quoted: z.literal(true).optional(),
});

const notice = z.strictObject({
  code: z.string().max(120),
  severity: z.enum(['error', 'warning', 'note']),
  params: z.record(z.string().max(60), z.union([unitText, z.number()])).optional(),
  place: z.unknown().optional(),
});

export const officialTextSchema = z.strictObject({
  language,
  type: z.enum(actTypes).nullable(),
  date: isoDate.nullable(),
  number: z.string().max(60).nullable(),
  title: unitText.nullable(),
  adopted: isoDate.optional(),
  amendments: z.array(z.strictObject({ date: isoDate, number: z.string().max(60).nullable() })).max(2_000),
  banners: z.array(unitText).max(2_000),
  header: z
    .array(
      z.strictObject({
        role: z.enum([
          'place',
          'type',
          'date',
          'title',
          'adopted',
          'amendments',
          'banner',
          'stamp',
          'see-also',
          'other',
        ]),
        text: unitText,
      }),
    )
    .max(20_000),
  units: z.array(officialUnit).max(200_000),
  report: z.array(notice).max(200_000),
}) as unknown as z.ZodType<OfficialText>;

export const storedTextSchema = z.strictObject({
  act: actId,
  origin: z.strictObject({
    on: isoDate,
    by: line,
    file: z.string().max(255),
    sha256: hash,
    corrected: z.literal(true).optional(),
  }),
  text: officialTextSchema,
}) as z.ZodType<StoredText>;

export const textKeySchema = z.strictObject({ act: actId, language });
