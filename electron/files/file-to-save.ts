import type { Draft } from '../../core/draft/types.ts';
import { countChanges } from '../../core/review/count-changes.ts';
import { withLaw } from './brought-law.ts';
import { withTexts } from './brought-texts.ts';
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
 * A draft's file with what it takes along: the law that it cites and its texts, its named versions, and last, because it names all the rest, its audit
 * trail. `before`: what the file held until now, where that is known.
 */
export function fileToSave(
  own: DraftFile,
  { versions, law, texts, stamp }: Pick<SaveTask, 'versions' | 'law' | 'texts' | 'stamp'>,
  trail: TrailKeeper,
  before: Draft | undefined,
): FileToSave {
  const citing = law ? withLaw(own, own.draft, law) : own;
  const reading = texts ? withTexts(citing, texts) : citing;
  const file = versions ? withVersions(reading, versions) : reading;
  if (!trail.isOn || !stamp) return { file, enter: () => undefined };
  const details = { ...(before && countChanges(before, file.draft)), state: stateOfFile(file) };
  const { carried, written } = trail.saving(file.carried, stamp, details);
  return { file: { ...file, carried }, enter: written };
}
