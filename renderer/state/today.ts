import type { Ports } from '../../core/base/ports.ts';

/** The day of this machine's calendar, ISO: in Bishkek the day begins six hours before that of UTC. */
export function todayOf(ports: Pick<Ports, 'now'>): string {
  const now = new Date(ports.now());
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
