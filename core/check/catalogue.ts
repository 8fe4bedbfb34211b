import { atOnce } from '../base/steps.ts';
import type { UnitId } from '../draft/types.ts';
import { aboutOf, withAsides } from './aside.ts';
import type { CheckContext, CheckSources, Finding, Problem, Rule, UnitReading } from './problem.ts';
import { readInSteps } from './reading.ts';
import { blankLeft } from './rules/blank-left.ts';
import { deadAct } from './rules/dead-act.ts';
import { differingCitations } from './rules/differing-citations.ts';
import { differingDates } from './rules/differing-dates.ts';
import { differingNumbers } from './rules/differing-numbers.ts';
import { differingReferences } from './rules/differing-references.ts';
import { emptyUnit } from './rules/empty-unit.ts';
import { impossiblePinpoint } from './rules/impossible-pinpoint.ts';
import { mixedLetters, oldLetters } from './rules/letters.ts';
import { listEndings } from './rules/list-endings.ts';
import { numberOrder, repeatedNumber } from './rules/locked-numbers.ts';
import { misplacedUnit } from './rules/misplaced-unit.ts';
import { missingLanguage } from './rules/missing-language.ts';
import { differingQuotation, placeNotInText, repealedInText, titleNotInText } from './rules/official-texts.ts';
import { brokenReference, referenceToNote } from './rules/references.ts';
import { sameText } from './rules/same-text.ts';
import { repeatedShortName, shortName } from './rules/short-names.ts';
import { doubleSpace, spaceBeforeMark } from './rules/spacing.ts';
import { staleLanguage } from './rules/stale-language.ts';
import { unbalancedMarks } from './rules/unbalanced-marks.ts';
import { unknownAct } from './rules/unknown-act.ts';
import { unresolvedComment } from './rules/unresolved-comment.ts';
import { untitledCitation } from './rules/untitled-citation.ts';
import { unusedDefinition } from './rules/unused-definition.ts';
import { unverifiedAct } from './rules/unverified-act.ts';

/** Every rule, by what it is about and gravest first: the order in which problems are listed. */
export const rules: readonly Rule[] = [
  unknownAct,
  deadAct,
  repealedInText,
  impossiblePinpoint,
  placeNotInText,
  differingQuotation,
  titleNotInText,
  unverifiedAct,
  untitledCitation,
  shortName,
  repeatedShortName,
  brokenReference,
  referenceToNote,
  misplacedUnit,
  repeatedNumber,
  numberOrder,
  missingLanguage,
  differingCitations,
  differingReferences,
  differingDates,
  differingNumbers,
  staleLanguage,
  sameText,
  mixedLetters,
  oldLetters,
  listEndings,
  unbalancedMarks,
  unusedDefinition,
  spaceBeforeMark,
  doubleSpace,
  blankLeft,
  emptyUnit,
  unresolvedComment,
];

/** The problems of a draft: rule by rule, and within a rule in the order of the text. A draft with nothing wrong gives none. */
export function checkDraft(sources: CheckSources): readonly Problem[] {
  return atOnce(checkInSteps(sources));
}

/** So many provisions are read, or looked at by a rule, in one step. */
export const provisionsInStep = 400;

/** {@link checkDraft} in short steps, for where a long task would hold up typing: however long the bill, a step is a stretch of it. */
export function* checkInSteps(sources: CheckSources): Generator<void, readonly Problem[]> {
  const context = yield* readInSteps(sources, provisionsInStep);
  const stretches = stretchesOf(context);
  const readings = new Map(context.law.map((reading) => [reading.unit.id, reading]));
  const problems: Problem[] = [];
  for (const rule of rules) {
    for (const stretch of rule.byProvision ? stretches : [context]) {
      yield;
      for (const finding of rule.find(stretch)) problems.push(problemOf(rule, finding, readings));
    }
  }
  return withAsides(problems, (id) => ({ unit: context.byId.get(id), reading: readings.get(id) }));
}

function stretchesOf(context: CheckContext): readonly CheckContext[] {
  const { law } = context;
  const starts = Array.from({ length: Math.ceil(law.length / provisionsInStep) }, (_, i) => i * provisionsInStep);
  return starts.map((start) => ({ ...context, law: law.slice(start, start + provisionsInStep) }));
}

function problemOf(
  rule: Rule,
  { place, params, repair, severity = rule.severity }: Finding,
  readings: ReadonlyMap<UnitId, UnitReading>,
): Problem {
  const reading = place.unit === undefined ? undefined : readings.get(place.unit);
  const problem = {
    code: `check.${rule.name}` as const,
    severity,
    group: rule.group,
    blocks: severity === 'error' || rule.blocks === true,
    place,
    ...(params && { params }),
    ...(repair && { repair }),
  };
  return { ...problem, about: aboutOf(problem, reading) };
}
