import { randomUUID } from 'node:crypto';
import type { Ports } from '../../core/base/ports.ts';

/** The hour and chance of the real world. */
export const realPorts: Ports = {
  now: () => new Date().toISOString(),
  newId: () => randomUUID(),
};
