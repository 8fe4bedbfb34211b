/** Whether two plain JSON values are equal: the order of fields does not count, and an absent field is the same as none. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [own, theirs] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const names = Object.keys(own).filter((name) => own[name] !== undefined);
  const count = Object.keys(theirs).filter((name) => theirs[name] !== undefined).length;
  return names.length === count && names.every((name) => isSameJson(own[name], theirs[name]));
}
