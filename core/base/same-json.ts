/** Whether two plain JSON values are equal: the order of fields does not count, and an absent field is the same as none. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && areSameItems(one, other);
  return !Array.isArray(other) && areSameFields(one as Record<string, unknown>, other as Record<string, unknown>);
}

function areSameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, at) => isSameJson(item, other[at]));
}

// Whole bills are compared by this: no list of names is made.
function areSameFields(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  let more = 0;
  for (const name in one) {
    const field = one[name];
    if (field === undefined) continue;
    if (!isSameJson(field, other[name])) return false;
    more += 1;
  }
  for (const name in other) if (other[name] !== undefined) more -= 1;
  return more === 0;
}
