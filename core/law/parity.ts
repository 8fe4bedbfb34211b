import type { Trilingual } from '../base/language.ts';
import type { ActId, Pinpoint, Unit, UnitId } from '../draft/types.ts';
import { type Amount, compareAmounts } from './amount.ts';

/** Stands in `sources` for the scholarly article that the project began from, which has no address. */
export const sourceArticle = 'source-article';

/** An act that gives a guarantee, where the fact names it with certainty. */
export interface ParityCitation {
  readonly act: ActId;
  /** Empty for the act as a whole. */
  readonly pinpoint: Pinpoint;
}

/** One thing that is known of a guarantee in a service. What ships comes from the facts file and nowhere else; the rest bears `own`. */
export interface ParityFact {
  /** What is known, in few words; English is the wording of the facts, the others translate it. */
  readonly guarantee: Trilingual<string>;
  /** False where the fact says that the guarantee is lacking, ended or unclear. */
  readonly given: boolean;
  /** In the order of the facts; empty where no act was named with certainty or it is not in the register. */
  readonly citations: readonly ParityCitation[];
  /** What the fact rests on where no act of the register can be cited; `null` where it names nothing or `citations` say it. */
  readonly basis: Trilingual<string> | null;
  /** The act and the article in the facts' own words (English), so that the citations can be compared; `null` where none was seen. */
  readonly actSeen: string | null;
  readonly articleSeen: string | null;
  /** What the source showed, in the words of the facts (English). */
  readonly shown: string;
  readonly confidence: 'verified' | 'partly';
  /** In the words of the facts (English). */
  readonly note: string | null;
  /** Addresses, or {@link sourceArticle}; never empty. */
  readonly sources: readonly string[];
  /** How much it is; absent where nobody entered it. What ships has none: the facts hold amounts in words alone. */
  readonly amount?: Amount;
  /** Present when a person on this machine entered it: who, and on which day (ISO). */
  readonly own?: { readonly id: string; readonly by: string; readonly on: string };
}

/** Id of a service, such as `military`. */
export type ServiceId = string;

/** Id of a guarantee, such as `housing`. */
export type GuaranteeId = string;

/** One guarantee: a row of the matrix. */
export interface Guarantee {
  readonly id: GuaranteeId;
  readonly name: Trilingual<string>;
  /** An empty list: it was looked for and not found. A service that is absent: nobody looked. Both read "not verified". */
  readonly cells: Readonly<Record<ServiceId, readonly ParityFact[]>>;
}

/** The matrix of guarantees, as `resources/parity/matrix.json` holds it. */
export interface ParityMatrix {
  /** ISO date of the facts. */
  readonly compiled: string;
  /** The service that bills of this subject are about; the others are what it is compared with. */
  readonly subject: ServiceId;
  /** In the order of the columns. */
  readonly services: readonly { readonly id: ServiceId; readonly name: Trilingual<string> }[];
  /** In the order of the rows. */
  readonly guarantees: readonly Guarantee[];
}

/** Which provisions of a bill give which guarantee; a template's own links are its `parity.json`. */
export type BillLinks = Readonly<Record<GuaranteeId, readonly UnitId[]>>;

/** The matrix with the links of the templates that have some, by the template's id. */
export interface ParityResources {
  readonly matrix: ParityMatrix;
  readonly links: Readonly<Record<string, BillLinks>>;
}

/** How a cell stands: `gap` looked for and not found, `unsought` nobody looked. */
export type CellStanding = 'verified' | 'partly' | 'gap' | 'unsought';

export interface ParityCell {
  readonly service: ServiceId;
  readonly facts: readonly ParityFact[];
  /** The best of its facts. */
  readonly standing: CellStanding;
  /** Whether some fact says that the guarantee is given. */
  readonly given: boolean;
}

/**
 * What a row says of the subject: `open` others have the guarantee, neither it nor the bill does; `filled` others have it, it does
 * not, the bill gives it; `unknown` nobody is known to have it; `level` it is known to have it.
 */
export type GapKind = 'open' | 'filled' | 'unknown' | 'level';

export interface ParityRow {
  readonly guarantee: Guarantee;
  /** In the order of the services. */
  readonly cells: readonly ParityCell[];
  /** What a person entered of the bill, such as the amount that it gives. */
  readonly billFacts: readonly ParityFact[];
  /** Provisions of the bill that stand in it now, in its order. */
  readonly bill: readonly UnitId[];
  readonly gap: GapKind;
  /** How many of the compared services are known to have the guarantee. */
  readonly others: number;
}

/** How much of a column is known. */
export interface Coverage {
  /** Absent for the bill. */
  readonly service?: ServiceId;
  readonly verified: number;
  readonly partly: number;
  readonly total: number;
}

export interface ParityTable {
  readonly matrix: ParityMatrix;
  /** In the order of the matrix. */
  readonly rows: readonly ParityRow[];
  /** In the order of the services. */
  readonly coverage: readonly Coverage[];
  /** Guarantees that the bill has a provision for. */
  readonly inBill: number;
  readonly gaps: Readonly<Record<GapKind, number>>;
}

/** What stands in the column of the bill. */
export interface BillColumn {
  readonly units: readonly Unit[];
  readonly links: BillLinks;
  /** What people entered of it, by guarantee. */
  readonly facts?: ReadonlyMap<GuaranteeId, readonly ParityFact[]>;
}

/** The matrix beside a bill. Links to provisions that the bill no longer has are left out. */
export function parityTable(matrix: ParityMatrix, bill: BillColumn): ParityTable {
  const order = new Map(bill.units.map((unit, index) => [unit.id, index]));
  const rows = matrix.guarantees.map((guarantee) => rowOf(guarantee, matrix, bill, order));
  const ofKind = (gap: GapKind): number => rows.filter((row) => row.gap === gap).length;
  return {
    matrix,
    rows,
    coverage: matrix.services.map(({ id }, column) => coverageOf(id, column, rows)),
    inBill: rows.filter(({ bill }) => bill.length > 0).length,
    gaps: { open: ofKind('open'), filled: ofKind('filled'), unknown: ofKind('unknown'), level: ofKind('level') },
  };
}

function rowOf(
  guarantee: Guarantee,
  { services, subject }: ParityMatrix,
  { links, facts }: BillColumn,
  order: ReadonlyMap<UnitId, number>,
): ParityRow {
  const cells = services.map(({ id }) => cellOf(guarantee, id));
  const bill = (links[guarantee.id] ?? [])
    .filter((id) => order.has(id))
    .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const others = cells.filter(({ service, given }) => service !== subject && given).length;
  const hasSubject = cells.some(({ service, given }) => service === subject && given);
  const billFacts = facts?.get(guarantee.id) ?? [];
  return { guarantee, cells, bill, billFacts, gap: gapOf(hasSubject, others, bill.length > 0), others };
}

function cellOf({ cells }: Guarantee, service: ServiceId): ParityCell {
  const facts = cells[service];
  const standing = facts === undefined ? 'unsought' : standingOf(facts);
  return { service, facts: facts ?? [], standing, given: facts?.some(({ given }) => given) === true };
}

function standingOf(facts: readonly ParityFact[]): CellStanding {
  if (facts.length === 0) return 'gap';
  return facts.some(({ confidence }) => confidence === 'verified') ? 'verified' : 'partly';
}

function gapOf(hasSubject: boolean, others: number, isInBill: boolean): GapKind {
  if (hasSubject) return 'level';
  if (others === 0) return 'unknown';
  return isInBill ? 'filled' : 'open';
}

function coverageOf(service: ServiceId, column: number, rows: readonly ParityRow[]): Coverage {
  const standings = rows.map(({ cells }) => cells[column]?.standing);
  const count = (standing: CellStanding): number => standings.filter((each) => each === standing).length;
  return { service, verified: count('verified'), partly: count('partly'), total: rows.length };
}

const gravity: readonly GapKind[] = ['open', 'filled', 'unknown', 'level'];

/** Widest gap first: what others have and the subject has not, by how many have it; then what nobody is known to have. */
export function byGap(rows: readonly ParityRow[]): readonly ParityRow[] {
  return rows.toSorted((a, b) => gravity.indexOf(a.gap) - gravity.indexOf(b.gap) || b.others - a.others);
}

/** How many cells of services a row has something in. */
function knownCells({ cells }: ParityRow): number {
  return cells.filter(({ facts }) => facts.length > 0).length;
}

/** What is known least comes first: where there is most to verify. */
export function byCoverage(rows: readonly ParityRow[]): readonly ParityRow[] {
  return rows.toSorted((a, b) => knownCells(a) - knownCells(b));
}

/** How an amount of the bill stands to the amount of a service; those that are counted in different things are left out. */
export interface AmountDifference {
  readonly service: ServiceId;
  readonly bill: Amount;
  readonly other: Amount;
  readonly is: 'less' | 'more';
}

/** Where the bill gives another amount than a service has; empty while no amount of the bill is entered. */
export function amountDifferences({ billFacts, cells }: ParityRow): readonly AmountDifference[] {
  const given = billFacts.flatMap(({ amount }) => amount ?? []);
  return cells.flatMap(({ service, facts }) =>
    facts.flatMap(({ amount: other }) =>
      given.flatMap((bill) => {
        const is = other === undefined ? 'other' : compareAmounts(bill, other);
        return other && (is === 'less' || is === 'more') ? [{ service, bill, other, is }] : [];
      }),
    ),
  );
}
