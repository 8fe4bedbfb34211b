import { ownLawSchema } from '../../core/bridge/library-schema.ts';
import type { Unit } from '../../core/draft/types.ts';
import { canonicalJson } from '../../core/file/canonical.ts';
import { parseJson } from '../../core/file/fields.ts';
import { isEmptyLaw, lawFor, noLaw } from '../../core/law/brought.ts';
import type { OwnLaw } from '../../core/law/library.ts';
import type { DraftFile } from './package-file.ts';

/*
 * The part `law/register.json` of a draft's file: acts of one's own and verifications that travel with it. A reader that does not know
 * it carries it along.
 */

const path = 'law/register.json';

/** What a file brings; `unreadable` when the part is whole but not of a form that this version reads. */
export function lawIn({ carried }: Pick<DraftFile, 'carried'>): OwnLaw | 'unreadable' {
  const bytes = carried.get(path);
  if (!bytes) return noLaw;
  const library = ownLawSchema.safeParse(parseJson(new TextDecoder().decode(bytes)));
  return library.success ? library.data : 'unreadable';
}

/** The file with what its draft cites of this machine's own law. A part that this version cannot read stays as it is. */
export function withLaw<F extends Pick<DraftFile, 'carried'>>(file: F, units: readonly Unit[], own: OwnLaw): F {
  const brought = lawIn(file);
  if (brought === 'unreadable') return file;
  const law = lawFor(units, own, brought);
  const carried = new Map(file.carried);
  if (isEmptyLaw(law)) carried.delete(path);
  else carried.set(path, new TextEncoder().encode(`${canonicalJson(law)}\n`));
  return { ...file, carried };
}
