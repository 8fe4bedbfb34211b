/**
 * The one JSON text of a value: keys in the order of their UTF-16 code units, no spaces, absent fields left out. Two values
 * that are equal give the same text, however they were built; hashes and saved files rest on that.
 * @throws when the value holds something JSON does not know (a function, a bigint): a bug.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return canonicalObject(value);
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error(`Invariant: ${typeof value} has no JSON`);
  return text;
}

function canonicalObject(value: object): string {
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const field: unknown = (value as Record<string, unknown>)[key];
    if (field !== undefined) fields.push(`${JSON.stringify(key)}:${canonicalJson(field)}`);
  }
  return `{${fields.join(',')}}`;
}
