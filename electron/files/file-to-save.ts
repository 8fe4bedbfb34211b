import type { Draft } from '../../core/draft/types.ts';
import { countChanges } from '../../core/review/count-changes.ts';
import { withLaw } from './brought-law.ts';
import type { SaveTask } from './draft-session.ts';
import { type DraftFile, stateOfFile } from './package-file.ts';
import type { TrailKeeper } from './trail-keeper.ts';
import { withVersions } from './travelling.ts';

/** A file on its way to the disk; `enter` is called once it is there. */
interface FileToSave {
  readonly file: DraftFile;
  readonly enter: () => void;
}

/**
 * A draft's file with what it takes along: the law that it cites, its named versions, and last, because it names all the rest, its audit
 * trail. `before`: what the file held until now, where that is known.
 */
export function fileToSave(
  own: DraftFile,
  { versions, law, stamp }: Pick<SaveTask, 'versions' | 'law' | 'stamp'>,
  trail: TrailKeeper,
  before: Draft | undefined,
): FileToSave {
  const citing = law ? withLaw(own, own.draft, law) : own;
  const file = versions ? withVersions(citing, versions) : citing;
  if (!trail.isOn || !stamp) return { file, enter: () => undefined };
  const details = { ...(before && countChanges(before, file.draft)), state: stateOfFile(file) };
  const { carried, written } = trail.saving(file.carried, stamp, details);
  return { file: { ...file, carried }, enter: written };
}
