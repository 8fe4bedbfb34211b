function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** The day of a moment on this machine, as ISO. */
export function localDay(iso: string): string {
  const date = new Date(iso);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Its hour and minute on this machine: `14:05`. */
export function localClock(iso: string): string {
  const date = new Date(iso);
  return `${date.getHours()}:${two(date.getMinutes())}`;
}
