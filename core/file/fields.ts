import { draftLimits } from '../base/limits.ts';
/** A JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object with fields; undefined when it is something else. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** An own field. Inherited ones (`constructor`, `__proto__`) do not exist for a file. */
export function field(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** JSON, or undefined when the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether a value can be the id of a unit, a comment or a draft. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= draftLimits.id && /^[A-Za-z0-9-]+$/.test(value);
}

/** Whether a value counts something: a whole number from 0. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Whether a value is a text of at most `length` UTF-16 code units. */
export function isText(value: unknown, length: number): value is string {
  return typeof value === 'string' && value.length <= length;
}
