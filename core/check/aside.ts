import { languages } from '../base/language.ts';
import type { Edit } from '../draft/operation.ts';
import { indexOfUnit } from '../draft/outline.ts';
import type { SetAside, Unit, UnitId } from '../draft/types.ts';
import type { Problem, UnitReading } from './problem.ts';

/*
 * A problem that a person has looked at is set aside in the provision where it was found, so that it moves, is saved, merged and undone
 * with it. It stays aside for as long as it is about the same: the same rule, what the rule says, and the words that it points at.
 */

/** A sum of what a problem is about; equal for two of one rule in the same words of a provision, which {@link withAsides} tells apart. */
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

/** How much of the text on either side tells one of two problems that are about the same words. UTF-16 code units. */
const nearby = 12;

function wordsAround(reading: UnitReading | undefined, { language, start = 0, end = 0 }: Problem['place']): string {
  const text = language === undefined ? '' : (reading?.readings[languages.indexOf(language)]?.text ?? '');
  return `${text.slice(Math.max(0, start - nearby), start)}\n${text.slice(end, end + nearby)}`;
}

/**
 * The problems of a draft with what was set aside of them. Two in the same words of a provision are told apart by the words around
 * them, and by their order where those are the same too: setting one aside leaves the other. One that is alone is not looked at so
 * closely, so that it stays aside while the words around it change.
 */
export function withAsides(
  problems: readonly Problem[],
  unitOf: (unit: UnitId) => { readonly unit: Unit | undefined; readonly reading: UnitReading | undefined },
): readonly Problem[] {
  const keyOf = ({ place, about }: Problem): string => `${place.unit ?? ''} ${about}`;
  const alike = new Map<string, number>();
  for (const problem of problems) alike.set(keyOf(problem), (alike.get(keyOf(problem)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const { place, code, about } = problem;
    const { unit, reading } = place.unit === undefined ? {} : unitOf(place.unit);
    const isAlone = alike.get(keyOf(problem)) === 1;
    if (!unit || (isAlone && !unit.aside)) return problem;
    const around = `${about}.${sumOf(wordsAround(reading, place))}`;
    const order = (seen.get(`${unit.id} ${around}`) ?? 0) + 1;
    seen.set(`${unit.id} ${around}`, order);
    const own = order === 1 ? around : `${around}.${order}`;
    const told = isAlone ? about : own;
    // One that was set aside beside another like it is still the same when the other has gone.
    const aside = asideOf(unit, { code, about: told }) ?? asideOf(unit, { code, about: own });
    return { ...problem, about: told, ...(aside && { aside }) };
  });
}

/** What was said when a problem was set aside; undefined for one that stands. */
function asideOf(unit: Unit | undefined, { code, about }: Pick<Problem, 'code' | 'about'>): SetAside | undefined {
  return unit?.aside?.find((one) => isOf(one, { code, about }));
}

function isOf(one: SetAside, { code, about, aside }: Pick<Problem, 'code' | 'about' | 'aside'>): boolean {
  return `check.${one.rule}` === code && (one.about === about || one.about === aside?.about);
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
