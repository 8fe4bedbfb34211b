import { type Language, languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import type { FormRules } from '../../core/draft/form-rules.ts';
import { labelsOf, type UnitLabel } from '../../core/draft/numbering.ts';
import { kindRules } from '../../core/draft/schema.ts';
import { type CellState, cellOf, stateOf } from '../../core/draft/state.ts';
import { cellText, type InlineText } from '../../core/draft/text.ts';
import type { ActId, Cell, Unit, UnitId, UnitKind } from '../../core/draft/types.ts';

/** A line of the outline: a section, chapter or article; a point where it stands in none. */
export interface OutlineRow {
  readonly id: UnitId;
  readonly kind: UnitKind;
  /** 1-based depth among the rows shown. */
  readonly level: number;
  readonly label: Trilingual<string>;
  /** `11.`; empty for a kind without numbers. */
  readonly number: string;
  readonly heading: Trilingual<string>;
  /** The state furthest from done of all that it encloses, headings included. */
  readonly states: Trilingual<CellState>;
  readonly hasChildren: boolean;
  /** The number is locked as adopted. */
  readonly isLocked: boolean;
}

/** What the outline, the column heads and the status bar show; computed from the units when typing pauses. */
export interface Overview {
  readonly rows: readonly OutlineRow[];
  readonly labels: ReadonlyMap<UnitId, UnitLabel>;
  readonly title: Trilingual<string>;
  readonly articles: number;
  /** Provisions without words in the language. Drafter's notes count neither here nor as stale. */
  readonly missing: Trilingual<number>;
  /** Provisions whose text is stale in the language. */
  readonly stale: Trilingual<number>;
  readonly deadCitations: number;
}

const shown: ReadonlySet<UnitKind> = new Set(['section', 'chapter', 'article']);
const urgency: readonly CellState[] = ['approved', 'drafted', 'stale', 'missing'];

function worse(a: CellState, b: CellState): CellState {
  return urgency.indexOf(a) >= urgency.indexOf(b) ? a : b;
}

interface OpenRow {
  readonly unit: Unit;
  readonly level: number;
  readonly states: Record<Language, CellState>;
  hasChildren: boolean;
}

/** The rows, in order, each with the states of its whole subtree gathered in one walk. */
function gatherRows(units: readonly Unit[]): readonly OpenRow[] {
  const rows: OpenRow[] = [];
  const open: OpenRow[] = [];
  for (const unit of units) {
    const { depth } = kindRules[unit.kind];
    while (open.length > 0 && kindRules[(open.at(-1) as OpenRow).unit.kind].depth >= depth) open.pop();
    const { states } = factsOf(unit);
    if (unit.kind !== 'note') {
      for (const row of open)
        for (const language of languages) row.states[language] = worse(row.states[language], states[language]);
    }
    const parent = open.at(-1);
    // A resolution has no articles: its points are what it is made of.
    if (!shown.has(unit.kind) && !(unit.kind === 'point' && !parent)) continue;
    if (parent) parent.hasChildren = true;
    const row = { unit, level: open.length + 1, states: { ...states }, hasChildren: false };
    rows.push(row);
    open.push(row);
  }
  return rows;
}

/** What the overview needs of one unit. A unit is replaced when it changes, so that typing in one computes but that one. */
interface UnitFacts {
  readonly states: Trilingual<CellState>;
  readonly cited: Trilingual<readonly ActId[]>;
}

const factsOfUnits = new WeakMap<Unit, UnitFacts>();

function factsOf(unit: Unit): UnitFacts {
  const known = factsOfUnits.get(unit);
  if (known) return known;
  const facts = {
    states: trilingual((language) => stateOf(unit, language)),
    cited: trilingual((language) => citedIn(cellOf(unit, language))),
  };
  factsOfUnits.set(unit, facts);
  return facts;
}

const noActs: readonly ActId[] = [];

function citedIn({ children }: Cell): readonly ActId[] {
  if (children.length === 1) return noActs;
  return children.flatMap((inline) => ('type' in inline && inline.type === 'citation' ? [inline.act] : []));
}

function countOf(units: readonly Unit[], language: Language, state: CellState): number {
  return units.filter((unit) => unit.kind !== 'note' && factsOf(unit).states[language] === state).length;
}

function countCitations(units: readonly Unit[], isDead: (act: ActId) => boolean): number {
  // The same citation stands in three languages: it is counted where it is written most often.
  const law = units.filter((unit) => unit.kind !== 'note');
  const counts = languages.map((language) =>
    law.reduce((sum, unit) => sum + factsOf(unit).cited[language].filter(isDead).length, 0),
  );
  return Math.max(...counts);
}

export interface OverviewSources {
  readonly forms: FormRules;
  readonly textOf: (labels: ReadonlyMap<UnitId, UnitLabel>) => InlineText;
  readonly isDead: (act: ActId) => boolean;
}

/** An overview with the units that it was made of. */
export interface OverviewMoment {
  readonly units: readonly Unit[];
  readonly overview: Overview;
}

/** What came out as before stays the same object, so that only what changed is drawn again. */
export function overviewOf(units: readonly Unit[], sources: OverviewSources, before?: OverviewMoment): Overview {
  const isSameStructure = before !== undefined && haveSameStructure(units, before.units);
  const labels = isSameStructure ? before.overview.labels : labelsOf(units, sources.forms);
  const textOf = sources.textOf(labels);
  const gathered = gatherRows(units);
  const textIn = (unit: Unit | undefined, language: Language): string =>
    unit ? cellText(cellOf(unit, language), textOf).trim() : '';
  return {
    labels,
    title: trilingual((language) =>
      textIn(
        units.find((unit) => unit.kind === 'title'),
        language,
      ),
    ),
    rows: keepingEqual(
      before?.overview.rows ?? [],
      gathered.map(({ unit, level, states, hasChildren }) => ({
        id: unit.id,
        kind: unit.kind,
        level,
        label: labels.get(unit.id)?.label ?? trilingual(() => ''),
        number: labels.has(unit.id) ? `${labels.get(unit.id)?.number}.` : '',
        heading: trilingual((language) => textIn(unit, language)),
        states,
        hasChildren,
        isLocked: unit.number !== undefined && labels.has(unit.id),
      })),
    ),
    articles: gathered.filter((row) => row.unit.kind === 'article').length,
    missing: trilingual((language) => countOf(units, language, 'missing')),
    stale: trilingual((language) => countOf(units, language, 'stale')),
    deadCitations: countCitations(units, sources.isDead),
  };
}

function haveSameStructure(a: readonly Unit[], b: readonly Unit[]): boolean {
  return (
    a.length === b.length &&
    a.every((unit, i) => {
      const other = b[i];
      return unit === other || (unit.id === other?.id && unit.kind === other.kind && unit.number === other.number);
    })
  );
}

function keepingEqual(before: readonly OutlineRow[], after: readonly OutlineRow[]): readonly OutlineRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const kept = after.map((row) => {
    const old = known.get(row.id);
    return old && isSameRow(old, row) ? old : row;
  });
  return kept.length === before.length && kept.every((row, i) => row === before[i]) ? before : kept;
}

function isSameRow(a: OutlineRow, b: OutlineRow): boolean {
  const isSame = (x: Trilingual<string>, y: Trilingual<string>) =>
    languages.every((language) => x[language] === y[language]);
  return (
    a.kind === b.kind &&
    a.level === b.level &&
    a.number === b.number &&
    a.hasChildren === b.hasChildren &&
    a.isLocked === b.isLocked &&
    isSame(a.label, b.label) &&
    isSame(a.heading, b.heading) &&
    isSame(a.states, b.states)
  );
}
