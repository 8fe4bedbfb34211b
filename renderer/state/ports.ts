import type { Ports } from '../../core/base/ports.ts';

/** The hour and chance of this window. */
export const windowPorts: Ports = {
  now: () => new Date().toISOString(),
  newId: () => crypto.randomUUID(),
};
