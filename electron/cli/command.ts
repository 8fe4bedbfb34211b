import type { Ports } from '../../core/base/ports.ts';
import { formsOf } from '../../core/draft/form-rules.ts';
import { type ActIndex, indexActs } from '../../core/law/acts.ts';
import { emptyLibrary, registerWith } from '../../core/law/library.ts';
import type { OwnFact } from '../../core/law/own-facts.ts';
import { lawIn } from '../files/brought-law.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { DraftFile } from '../files/package-file.ts';
import { type Resources, readResources } from '../services/resources.ts';
import type { RunExport } from '../workers/contract.ts';
import type { Accepts, Arguments } from './arguments.ts';
import type { Outcome } from './outcome.ts';

/** What a command needs of the world. */
export interface CliWorld {
  readonly files: FileSystem;
  readonly ports: Ports;
  /** The application's own `resources/`. */
  readonly resources: string;
  readonly runExport: RunExport;
  /** Paths are relative to it. */
  readonly folder: string;
  /** The whole of standard input as text; absent where there is none. */
  readonly readInput?: () => Promise<string>;
}

/** One command of the contract in `docs/headless.md`. */
export interface Command {
  readonly accepts: Accepts;
  readonly run: (args: Arguments, world: CliWorld) => Promise<Outcome>;
}

/** The law that counts for a draft, and what it brings for the matrix. */
interface LawOfDraft extends Resources {
  readonly acts: ActIndex;
  readonly facts: readonly OwnFact[];
}

/** The law that ships, with what a draft brings laid over it: what the register and the rules of form say. */
export async function readLaw(world: CliWorld, file?: DraftFile): Promise<LawOfDraft> {
  const resources = await readResources(world.files, world.resources);
  const brought = file ? lawIn(file).law : emptyLibrary;
  const register = registerWith(resources.register, brought);
  const forms = formsOf(resources.forms, file?.draft.meta.document);
  return { ...resources, forms, register, acts: indexActs(register), facts: brought.facts };
}
