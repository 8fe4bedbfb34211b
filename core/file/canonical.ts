/**
 * The one JSON text of a value: keys in the order of their UTF-16 code units, no spaces, absent fields left out. Two values
 * that are equal give the same text, however they were built; hashes and saved files rest on that.
 * @throws when the value holds something JSON does not know (a function, a bigint): a bug.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return canonicalArray(value);
  if (typeof value === 'object' && value !== null) return canonicalObject(value as Record<string, unknown>);
  const text = JSON.stringify(value);
  if (text === undefined) throw new Error(`Invariant: ${typeof value} has no JSON`);
  return text;
}

function canonicalArray(items: readonly unknown[]): string {
  let text = '';
  for (const item of items) text += text === '' ? canonicalJson(item) : `,${canonicalJson(item)}`;
  return `[${text}]`;
}

function canonicalObject(fields: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key];
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(field)}`;
  }
  return `{${text}}`;
}
