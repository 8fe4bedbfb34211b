import { type Language, languages, type Trilingual, trilingual } from '../base/language.ts';
import type { ActId } from '../draft/types.ts';
import type { Amount } from './amount.ts';
import type { GuaranteeId, ParityCitation, ParityFact, ParityMatrix, ServiceId } from './parity.ts';

/** Stands in {@link OwnFact.service} for the column of the bill. */
export const billColumn = 'bill';

/** What a person entered in a cell of the matrix. Kept in this machine's library; what ships is never changed by it. */
export interface OwnFact {
  /** Begins with `own-`. */
  readonly id: string;
  readonly guarantee: GuaranteeId;
  /** A service of the matrix, or {@link billColumn}. */
  readonly service: ServiceId;
  /** The draft that a fact of the bill's column speaks of; absent for a service. */
  readonly draft?: string;
  /** False where the law was read and gives no such guarantee. */
  readonly given: boolean;
  /** What is known, in few words; a language without words is absent. There are words or an amount. */
  readonly words: Partial<Trilingual<string>>;
  /** In the order in which they were added; may be empty. */
  readonly citations: readonly ParityCitation[];
  readonly amount?: Amount;
  readonly note?: string;
  /** Where the person has it from; never empty. */
  readonly source: string;
  /** Who verified it; empty where the person has given no name. */
  readonly by: string;
  /** ISO date of the verification. */
  readonly on: string;
  readonly confidence: 'verified' | 'partly';
}

/** The matrix with what people on this machine entered, beside what ships: shipped facts first, own ones as they were added. */
export function matrixWith(matrix: ParityMatrix, facts: readonly OwnFact[]): ParityMatrix {
  if (facts.length === 0) return matrix;
  const services = new Set(matrix.services.map(({ id }) => id));
  const guarantees = matrix.guarantees.map((guarantee) => {
    const own = facts.filter((fact) => fact.guarantee === guarantee.id && services.has(fact.service));
    if (own.length === 0) return guarantee;
    const cells: Record<ServiceId, readonly ParityFact[]> = { ...guarantee.cells };
    for (const fact of own) cells[fact.service] = [...(cells[fact.service] ?? []), parityFactOf(fact)];
    return { ...guarantee, cells };
  });
  return { ...matrix, guarantees };
}

/** What a person entered of a bill, by the guarantee. */
export function billFacts(facts: readonly OwnFact[], draft: string): ReadonlyMap<GuaranteeId, readonly ParityFact[]> {
  const own = facts.filter((fact) => fact.service === billColumn && fact.draft === draft);
  return new Map([...Map.groupBy(own, ({ guarantee }) => guarantee)].map(([id, of]) => [id, of.map(parityFactOf)]));
}

/** What a person entered, as a cell of the matrix holds it. */
export function parityFactOf(fact: OwnFact): ParityFact {
  const { words, note, source, amount, given, citations, confidence, id, by, on } = fact;
  const inOther = languages.map((language) => words[language]).find((text) => text !== undefined) ?? '';
  return {
    guarantee: trilingual((language) => words[language] ?? inOther),
    given,
    citations,
    basis: null,
    actSeen: null,
    articleSeen: null,
    shown: '',
    confidence,
    note: note ?? null,
    sources: [source],
    ...(amount && { amount }),
    own: { id, by, on },
  };
}

/** The language of a person's words where they are shown in another one: in the order of `languages`; `undefined` when they are its own. */
export function borrowedLanguage({ words }: OwnFact, language: Language): Language | undefined {
  return words[language] === undefined ? languages.find((one) => words[one] !== undefined) : undefined;
}

/** The service that an act speaks of, where all facts that cite it are of one; a help at filling in, never a fact. */
export function serviceOfAct({ guarantees }: ParityMatrix, act: ActId): ServiceId | undefined {
  const services = guarantees.flatMap(({ cells }) =>
    Object.keys(cells).filter((service) =>
      cells[service]?.some(({ citations }) => citations.some((citation) => citation.act === act)),
    ),
  );
  const [first] = services;
  return services.every((service) => service === first) ? first : undefined;
}
