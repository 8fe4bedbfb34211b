/** A day of the calendar; `month` and `day` are 1-based. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Reads `2019-07-25`, alone or at the head of a moment (`2019-07-25T10:00:00Z`); `undefined` when it names no day of the calendar. */
export function parseIsoDate(iso: string): DateParts | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(iso) ?? [];
  if (year === undefined) return undefined;
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  const probe = new Date(Date.UTC(parts.year, parts.month - 1, parts.day));
  const exists = probe.getUTCMonth() === parts.month - 1 && probe.getUTCDate() === parts.day;
  return exists ? parts : undefined;
}
