/** Throws when our own reasoning was wrong. A throw from here is a bug, never the user's doing. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant: ${message}`);
}

/** Marks the end of an exhaustive switch; a missing case does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Invariant: unexpected ${JSON.stringify(value)}`);
}
