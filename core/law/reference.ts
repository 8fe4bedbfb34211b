import type { Language } from '../base/language.ts';
import type { UnitLabel } from '../draft/numbering.ts';
import { ancestry, indexOfUnit } from '../draft/outline.ts';
import type { GrammaticalCase, Pinpoint, Unit, UnitId } from '../draft/types.ts';
import { pinpointOf } from '../draft/where.ts';
import { type PinpointLevel, pinpointLevels } from './pinpoint.ts';
import { describeTarget, type ReferenceTarget } from './reference-words.ts';

/** A cross-reference with the unit that it stands in, which decides between «ушул берененин» and «ушул Мыйзамдын». */
export interface PlacedReference {
  readonly target: UnitId;
  readonly from: UnitId;
  readonly case?: GrammaticalCase;
}

/** The moment of the draft that a reference is read in. */
export interface ReferenceSources {
  readonly units: readonly Unit[];
  readonly labels: ReadonlyMap<UnitId, UnitLabel>;
}

/** The words of a reference. When `broken`, they are a visible mark and not law: the target is gone or is nothing that a law can name. */
export interface RenderedReference {
  readonly text: string;
  readonly broken: boolean;
}

const brokenMark: Readonly<Record<Language, string>> = {
  ky: '[үзүлгөн шилтеме]',
  ru: '[оборванная ссылка]',
  en: '[broken reference]',
};

/** The words of a cross-reference in a language, from where its target stands now. */
export function renderReference(
  reference: PlacedReference,
  sources: ReferenceSources,
  language: Language,
): RenderedReference {
  const target = locate(reference, sources, language);
  if (!target) return { text: brokenMark[language], broken: true };
  return { text: describeTarget(target, reference.case, language), broken: false };
}

/** `undefined` when the target is not there or has neither a number nor a name of its own. */
function locate(
  { target, from }: PlacedReference,
  { units, labels }: ReferenceSources,
  language: Language,
): ReferenceTarget | undefined {
  const targetPath = pathTo(units, target);
  const unit = targetPath.at(-1);
  if (!unit) return undefined;
  if (unit.kind === 'title') return { is: 'law' };
  if (unit.kind === 'preamble') return { is: 'preamble' };
  const level = pinpointLevels.find((name) => name === unit.kind);
  if (!level) return undefined;
  const fromPath = pathTo(units, from);
  if (fromPath.includes(unit)) return { is: 'this', level };
  const pinpoint = pinpointOf(units, labels, target, language);
  if (!pinpoint[level]) return undefined;
  // Chapters run through the whole bill: one is named without its section.
  if (level === 'chapter') return { is: 'place', within: 'law', pinpoint: { chapter: pinpoint[level] } };
  const within = narrowestShared(targetPath, fromPath);
  return { is: 'place', within, pinpoint: within === 'law' ? pinpoint : below(pinpoint, within) };
}

function pathTo(units: readonly Unit[], id: UnitId): readonly Unit[] {
  const index = indexOfUnit(units, id);
  return index < 0 ? [] : ancestry(units, index).flatMap((at) => units[at] ?? []);
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
