import type { Language } from '../base/language.ts';
import type { UnitLabel } from '../draft/numbering.ts';
import { positionsOf } from '../draft/positions.ts';
import { targetsOf } from '../draft/text.ts';
import type { DocumentKind, GrammaticalCase, Pinpoint, ReferenceInline, Unit, UnitId } from '../draft/types.ts';
import { pinpointOf } from '../draft/where.ts';
import { joinTargets } from './join-targets.ts';
import { brokenMark } from './missing-words.ts';
import { type PinpointLevel, pinpointLevels } from './pinpoint.ts';
import { describeTargets, type ReferenceTarget } from './reference-words.ts';

/** A cross-reference with the unit that it stands in, which decides between «ушул берененин» and «ушул Мыйзамдын». */
export interface PlacedReference extends Pick<ReferenceInline, 'target' | 'also'> {
  readonly from: UnitId;
  readonly case?: GrammaticalCase;
}

/** The moment of the draft that a reference is read in. */
export interface ReferenceSources {
  readonly units: readonly Unit[];
  readonly labels: ReadonlyMap<UnitId, UnitLabel>;
  /** What the draft calls itself; absent means a law. */
  readonly document?: DocumentKind | undefined;
}

/**
 * The words of a reference. When `broken`, a visible mark stands in them, once for each target that is gone or is nothing that a law can
 * name; the words of the other targets stand beside it.
 */
export interface RenderedReference {
  readonly text: string;
  readonly broken: boolean;
}

/** The words of a cross-reference in a language, from where its targets stand now; several go in the order of the draft. */
export function renderReference(
  reference: PlacedReference,
  sources: ReferenceSources,
  language: Language,
): RenderedReference {
  const fromPath = pathTo(sources.units, reference.from);
  const located = targetsOf(reference)
    .map((target) => locate(target, fromPath, sources, language))
    .toSorted((a, b) => a.index - b.index);
  const found = located.flatMap(({ target }) => target ?? []);
  const lost = located.length - found.length;
  const marks = Array.from({ length: lost }, () => brokenMark[language]);
  return {
    text: describeTargets(joinTargets(found), marks, reference.case, language, sources.document),
    broken: lost > 0,
  };
}

interface Located {
  /** Of the unit in the draft; behind all others when there is none. */
  readonly index: number;
  /** Absent when the target is not there or has neither a number nor a name of its own. */
  readonly target?: ReferenceTarget;
}

function locate(
  id: UnitId,
  fromPath: readonly Unit[],
  { units, labels }: ReferenceSources,
  language: Language,
): Located {
  const positions = positionsOf(units);
  const index = positions.indexOf(id);
  const path = positions.pathTo(index);
  const unit = path.at(-1);
  const target = unit && targetOf(unit, path, fromPath, () => pinpointOf(units, labels, id, language));
  return target ? { index, target } : { index: units.length };
}

function targetOf(
  unit: Unit,
  path: readonly Unit[],
  fromPath: readonly Unit[],
  readPinpoint: () => Pinpoint,
): ReferenceTarget | undefined {
  if (unit.kind === 'title') return { is: 'law' };
  if (unit.kind === 'preamble') return { is: 'preamble' };
  const level = pinpointLevels.find((name) => name === unit.kind);
  if (!level) return undefined;
  if (fromPath.includes(unit)) return { is: 'this', level };
  const pinpoint = readPinpoint();
  if (!pinpoint[level]) return undefined;
  // Chapters run through the whole bill: one is named without its section.
  if (level === 'chapter') return { is: 'place', within: 'law', pinpoint: { chapter: pinpoint[level] } };
  const within = narrowestShared(path, fromPath);
  return { is: 'place', within, pinpoint: within === 'law' ? pinpoint : below(pinpoint, within) };
}

function pathTo(units: readonly Unit[], id: UnitId): readonly Unit[] {
  const positions = positionsOf(units);
  return positions.pathTo(positions.indexOf(id));
}

/** The smallest article or part in which both stand; otherwise the law. */
function narrowestShared(targetPath: readonly Unit[], fromPath: readonly Unit[]): 'law' | 'article' | 'part' {
  const shared = targetPath.filter((unit) => fromPath.includes(unit));
  if (shared.some((unit) => unit.kind === 'part')) return 'part';
  return shared.some((unit) => unit.kind === 'article') ? 'article' : 'law';
}

/** The pinpoint without the levels that are said by "this article" or "this part". */
function below(pinpoint: Pinpoint, level: PinpointLevel): Pinpoint {
  const deeper = pinpointLevels.slice(pinpointLevels.indexOf(level) + 1);
  return Object.fromEntries(deeper.flatMap((name) => (pinpoint[name] ? [[name, pinpoint[name]]] : [])));
}
