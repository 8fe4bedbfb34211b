/** One limit: whether what is just within it comes in, and whether what is one past it does. */
export interface Edge {
  readonly at: () => unknown;
  readonly past: () => unknown;
}

/** An edge for each limit of a group: one that has none does not compile, and fails at run time too. */
export type Edges<Group> = Readonly<Record<keyof Group, Edge>>;

/** The edge of something that is counted. `comes` gets how much is asked for. */
export function counted(limit: number, comes: (count: number) => unknown): Edge {
  return { at: () => comes(limit), past: () => comes(limit + 1) };
}

export const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
