import { type Language, languages, type Trilingual, trilingual } from '../../core/base/language.ts';
import type { FormRules } from '../../core/draft/form-rules.ts';
import { labelsOf, type UnitLabel } from '../../core/draft/numbering.ts';
import { kindRules } from '../../core/draft/schema.ts';
import { type CellState, cellOf, stateOf } from '../../core/draft/state.ts';
import { cellText, type InlineText } from '../../core/draft/text.ts';
import type { ActId, Unit, UnitId, UnitKind } from '../../core/draft/types.ts';

/** A line of the outline: a section, chapter or article. */
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
    const states = trilingual((language) => stateOf(unit, language));
    if (unit.kind !== 'note') {
      for (const row of open)
        for (const language of languages) row.states[language] = worse(row.states[language], states[language]);
    }
    if (!shown.has(unit.kind)) continue;
    const parent = open.at(-1);
    if (parent) parent.hasChildren = true;
    const row = { unit, level: open.length + 1, states: { ...states }, hasChildren: false };
    rows.push(row);
    open.push(row);
  }
  return rows;
}

function countOf(units: readonly Unit[], language: Language, state: CellState): number {
  return units.filter((unit) => unit.kind !== 'note' && stateOf(unit, language) === state).length;
}

function countCitations(units: readonly Unit[], isDead: (act: ActId) => boolean): number {
  // The same citation stands in three languages: it is counted where it is written most often.
  const counts = languages.map((language) =>
    units
      .filter((unit) => unit.kind !== 'note')
      .flatMap((unit) => cellOf(unit, language).children)
      .filter((inline) => 'type' in inline && inline.type === 'citation' && isDead(inline.act)),
  );
  return Math.max(...counts.map((found) => found.length));
}

export interface OverviewSources {
  readonly forms: FormRules;
  readonly textOf: (labels: ReadonlyMap<UnitId, UnitLabel>) => InlineText;
  readonly isDead: (act: ActId) => boolean;
}

export function overviewOf(units: readonly Unit[], sources: OverviewSources): Overview {
  const labels = labelsOf(units, sources.forms);
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
    rows: gathered.map(({ unit, level, states, hasChildren }) => ({
      id: unit.id,
      kind: unit.kind,
      level,
      label: labels.get(unit.id)?.label ?? trilingual(() => ''),
      number: labels.has(unit.id) ? `${labels.get(unit.id)?.number}.` : '',
      heading: trilingual((language) => textIn(unit, language)),
      states,
      hasChildren,
    })),
    articles: gathered.filter((row) => row.unit.kind === 'article').length,
    missing: trilingual((language) => countOf(units, language, 'missing')),
    stale: trilingual((language) => countOf(units, language, 'stale')),
    deadCitations: countCitations(units, sources.isDead),
  };
}
