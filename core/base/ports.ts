/** What core may not reach for by itself: the hour and chance. The caller supplies both, so that a test can fix them. */
export interface Ports {
  /** The present moment, ISO 8601 in UTC. Only ever a label, never the ground of a decision. */
  readonly now: () => string;
  /** A new id, unique in the draft, `[a-z0-9-]+`, 8 to 40 characters. */
  readonly newId: () => string;
}
