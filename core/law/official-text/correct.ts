import type { OfficialKind, OfficialText, OfficialUnit } from './types.ts';

/*
 * What a person mends in a recognised structure before accepting it. Each correction gives another text, or `undefined` where it does
 * not apply; so undoing is going back to the text before. No word is lost: what is left out goes to the report, and what a kind has no
 * place for (a label, a heading) joins the words.
 */

const headed: readonly OfficialKind[] = ['section', 'chapter', 'article'];
const numbered: readonly OfficialKind[] = [...headed, 'part', 'point', 'subpoint', 'annex'];

/** Whether a kind has a heading apart from its text. */
export function hasHeading(kind: OfficialKind): boolean {
  return headed.includes(kind);
}

/** Whether a kind is cited by a number. */
export function hasNumber(kind: OfficialKind): boolean {
  return numbered.includes(kind);
}

/** All words of a unit in one line, label included. */
export function wordsOfUnit({ label, heading, text }: OfficialUnit): string {
  return joined([label, heading, text]);
}

/** The words that {@link cutHeading} parts: heading and text in one line. */
export function headedWords({ heading, text }: OfficialUnit): string {
  return joined([heading, text]);
}

function joined(words: readonly (string | undefined)[]): string {
  return words
    .map((one) => one?.trim() ?? '')
    .filter((one) => one !== '')
    .join(' ');
}

function replaced(text: OfficialText, at: number, unit: OfficialUnit): OfficialText {
  return { ...text, units: text.units.with(at, unit) };
}

/** Makes a unit another kind. What an unnumbered kind cannot hold becomes its text. */
export function setUnitKind(text: OfficialText, at: number, kind: OfficialKind): OfficialText | undefined {
  const unit = text.units[at];
  if (!unit || unit.kind === kind) return undefined;
  const { number, heading, ...rest } = unit;
  if (!hasNumber(kind)) return replaced(text, at, { ...rest, kind, label: '', text: wordsOfUnit(unit) });
  const kept = number === undefined ? {} : { number };
  if (hasHeading(kind)) return replaced(text, at, { ...unit, kind });
  return replaced(text, at, { ...rest, ...kept, kind, text: joined([heading, unit.text]) });
}

/** Gives a unit its number, or takes it away (empty). A number with which the text begins becomes its label, as printed. */
export function setUnitNumber(text: OfficialText, at: number, typed: string): OfficialText | undefined {
  const unit = text.units[at];
  const number = typed.trim();
  if (!unit || number === (unit.number ?? '')) return undefined;
  const { number: _before, ...rest } = unit;
  if (number === '') return replaced(text, at, rest);
  const isPrinted = rest.label === '' && rest.text.toLowerCase().startsWith(number.toLowerCase());
  const printed = isPrinted ? /^[\p{L}\p{N}-]+\s*[.)]/u.exec(rest.text)?.[0] : undefined;
  if (printed === undefined) return replaced(text, at, { ...rest, number });
  return replaced(text, at, { ...rest, number, label: printed, text: rest.text.slice(printed.length).trim() });
}

/** Says where the heading ends: UTF-16 code units from the start of {@link headedWords}; 0 for no heading. */
export function cutHeading(text: OfficialText, at: number, cut: number): OfficialText | undefined {
  const unit = text.units[at];
  if (!unit || !hasHeading(unit.kind)) return undefined;
  const words = headedWords(unit);
  const heading = words.slice(0, cut).trim();
  const { heading: _before, ...rest } = unit;
  const next = { ...rest, ...(heading === '' ? {} : { heading }), text: words.slice(cut).trim() };
  return next.heading === unit.heading ? undefined : replaced(text, at, next);
}

/** Joins a unit with the one above: its words go on the heading where that is all the other has, else on the text. */
export function joinAbove(text: OfficialText, at: number): OfficialText | undefined {
  const [above, unit] = [text.units[at - 1], text.units[at]];
  if (!above || !unit) return undefined;
  const words = wordsOfUnit(unit);
  const isHeading = above.heading !== undefined && above.text.trim() === '';
  const whole = isHeading
    ? { ...above, heading: joined([above.heading, words]) }
    : { ...above, text: joined([above.text, words]) };
  return { ...text, units: text.units.toSpliced(at - 1, 2, whole) };
}

/** Lets a unit change places with the one above (-1) or below (1): a footnote or a row that the page put elsewhere. */
export function moveUnit(text: OfficialText, at: number, by: -1 | 1): OfficialText | undefined {
  const [unit, other] = [text.units[at], text.units[at + by]];
  if (!unit || !other) return undefined;
  return { ...text, units: text.units.with(at, other).with(at + by, unit) };
}

/** Parts the text of a unit in two: what stands from `offset` on becomes a paragraph below it. */
export function splitUnit(text: OfficialText, at: number, offset: number): OfficialText | undefined {
  const unit = text.units[at];
  if (!unit) return undefined;
  const [first, second] = [unit.text.slice(0, offset).trim(), unit.text.slice(offset).trim()];
  if (second === '' || (first === '' && unit.label === '' && unit.heading === undefined)) return undefined;
  const below: OfficialUnit = { id: freeId(text, unit.id), kind: 'paragraph', label: '', text: second };
  return { ...text, units: text.units.toSpliced(at, 1, { ...unit, text: first }, below) };
}

function freeId({ units }: OfficialText, id: string): string {
  const taken = new Set(units.map((unit) => unit.id));
  let count = 1;
  while (taken.has(`${id}-${count}`)) count += 1;
  return `${id}-${count}`;
}

/** Takes out a line that is of the page and not of the act. Its words stay in the report. */
export function leaveOut(text: OfficialText, at: number): OfficialText | undefined {
  const unit = text.units[at];
  if (!unit) return undefined;
  const told = { code: 'import.page-left-out', severity: 'note', params: { text: wordsOfUnit(unit) } } as const;
  return { ...text, units: text.units.toSpliced(at, 1), report: [...text.report, told] };
}

/** Indices of the units of which the report says that something was guessed or looks wrong, in the order of the text. */
export function doubtfulUnits({ units, report }: OfficialText): readonly number[] {
  const told = new Set(report.flatMap(({ place }) => place?.unit ?? []));
  return units.flatMap(({ id }, at) => (told.has(id) ? [at] : []));
}
