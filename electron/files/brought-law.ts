import type { z } from 'zod';
import { broughtFactsSchema, ownActsSchema } from '../../core/bridge/library-schema.ts';
import type { Draft } from '../../core/draft/types.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { parseJson } from '../../core/file/fields.ts';
import { templatePath } from '../../core/file/template-about.ts';
import { lawFor } from '../../core/law/brought.ts';
import { emptyLibrary, type Library } from '../../core/law/library.ts';
import type { DraftFile } from './package-file.ts';

/*
 * The parts of a draft's file that hold this machine's own law: `law/register.json` acts and verifications, `law/facts.json` what was
 * entered in the matrix. A reader that does not know one of them carries it along.
 */

/** Where they lie. */
export const lawPaths = { register: 'law/register.json', facts: 'law/facts.json' } as const;

/** What a file brings. */
export interface BroughtLaw {
  readonly law: Library;
  /** The parts that are whole but not of a form that this version reads. */
  readonly unreadable: readonly (keyof typeof lawPaths)[];
}

/** What this machine knows when a draft is saved. */
export interface OwnLaw extends Library {
  /** Facts that were taken out of the matrix since the application was started: a file that was opened before may still hold them. */
  readonly removedFacts?: ReadonlySet<string>;
}

type Carrying = Pick<DraftFile, 'carried'>;

export function lawIn(file: Carrying): BroughtLaw {
  const { acts, verifications } = emptyLibrary;
  const register = readPart(file, lawPaths.register, ownActsSchema, { acts, verifications });
  const facts = readPart(file, lawPaths.facts, broughtFactsSchema, emptyLibrary.facts);
  return {
    law: { ...emptyLibrary, ...register, ...(facts && { facts }) },
    unreadable: [...(register ? [] : (['register'] as const)), ...(facts ? [] : (['facts'] as const))],
  };
}

function readPart<T>({ carried }: Carrying, path: string, schema: z.ZodType<T>, none: T): T | undefined {
  const bytes = carried.get(path);
  return bytes ? schema.safeParse(parseJson(new TextDecoder().decode(bytes))).data : none;
}

/** The file with what its draft leans on of this machine's own law. A part that this version cannot read stays as it is. */
export function withLaw<F extends Carrying>(file: F, draft: Pick<Draft, 'meta' | 'units'>, own: OwnLaw): F {
  const { law: brought, unreadable } = lawIn(file);
  const kept = brought.facts.filter(({ id }) => !own.removedFacts?.has(id));
  // A template speaks of no bill yet, and the matrix is not its office's to hand on.
  const known = file.carried.has(templatePath) ? { ...own, facts: [] } : own;
  const { acts, verifications, facts } = lawFor(draft, known, { ...brought, facts: kept });
  const carried = new Map(file.carried);
  const put = (part: keyof typeof lawPaths, value: unknown, isEmpty: boolean): void => {
    if (unreadable.includes(part)) return;
    if (isEmpty) carried.delete(lawPaths[part]);
    else carried.set(lawPaths[part], new TextEncoder().encode(`${canonicalJson(value)}\n`));
  };
  put('register', { acts, verifications }, acts.length === 0 && verifications.length === 0);
  put('facts', facts, facts.length === 0);
  return { ...file, carried };
}
