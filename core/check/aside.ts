import { languages } from '../base/language.ts';
import type { Edit } from '../draft/operation.ts';
import { indexOfUnit } from '../draft/outline.ts';
import type { SetAside, Unit } from '../draft/types.ts';
import type { Problem, UnitReading } from './problem.ts';

/*
 * A problem that a person has looked at is set aside in the provision where it was found, so that it moves, is saved, merged and undone
 * with it. It stays aside for as long as it is about the same: the same rule, what the rule says, and the words that it points at.
 */

/** A sum of what a problem is about; equal for two of one rule in the same words of a provision. */
export function aboutOf({ code, place, params }: Omit<Problem, 'about'>, reading: UnitReading | undefined): string {
  // How many provisions are concerned is told, but is not what the problem is about.
  const said = Object.entries(params ?? {}).filter(([name]) => name !== 'count');
  const words = reading ? wordsAt(reading, place) : '';
  return sumOf(JSON.stringify([code, place.language ?? '', said.toSorted(), words]));
}

/** The stretch that a problem points at; the typed words of the text or the provision when it points at the whole. */
function wordsAt({ readings, unit }: UnitReading, { language, start, end }: Problem['place']): string {
  const reading = language === undefined ? undefined : readings[languages.indexOf(language)];
  if (reading && start !== undefined) return reading.text.slice(start, end);
  const whole = reading ? [reading] : readings;
  return [unit.kind, unit.number ?? '', ...whole.map(({ typed }) => typed.replace(/\ufffc+/gu, '\ufffc'))].join('\n');
}

/** Two sums of 32 bits (FNV-1a from two beginnings): to tell problems of one provision apart, not to keep a secret. */
function sumOf(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((beginning) => {
      let sum = beginning;
      for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0;
      return sum.toString(16).padStart(8, '0');
    })
    .join('');
}

/** What was said when a problem was set aside; undefined for one that stands. */
export function asideOf(
  unit: Unit | undefined,
  { code, about }: Pick<Problem, 'code' | 'about'>,
): SetAside | undefined {
  return unit?.aside?.find((one) => isOf(one, { code, about }));
}

function isOf(one: SetAside, { code, about }: Pick<Problem, 'code' | 'about'>): boolean {
  return `check.${one.rule}` === code && one.about === about;
}

/** Sets a problem aside; undefined when its provision is gone or when there is no reason. */
export function setAside(
  units: readonly Unit[],
  problem: Problem,
  why: Pick<SetAside, 'reason' | 'by' | 'on'>,
): Edit | undefined {
  const reason = why.reason.trim();
  if (reason === '') return undefined;
  const one: SetAside = {
    rule: problem.code.slice('check.'.length),
    about: problem.about,
    reason,
    by: why.by,
    on: why.on,
  };
  return changeAside(units, problem, (before) => [...before.filter((other) => !isOf(other, problem)), one]);
}

/** Shows a problem again that was set aside; undefined when it was not. */
export function takeBack(units: readonly Unit[], problem: Problem): Edit | undefined {
  return changeAside(units, problem, (before) => {
    const left = before.filter((one) => !isOf(one, problem));
    return left.length === before.length ? undefined : left;
  });
}

function changeAside(
  units: readonly Unit[],
  { place }: Problem,
  change: (before: readonly SetAside[]) => readonly SetAside[] | undefined,
): Edit | undefined {
  const index = place.unit === undefined ? -1 : indexOfUnit(units, place.unit);
  const unit = units[index];
  const next = unit && change(unit.aside ?? []);
  if (!unit || !next) return undefined;
  const newProperties = { aside: next.length > 0 ? next : null };
  return {
    operations: [{ type: 'set_node', path: [index], properties: { aside: unit.aside ?? null }, newProperties }],
  };
}
