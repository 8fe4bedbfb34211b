import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameJson } from '../../../core/base/same-json.ts';
import { canonicalJson } from '../../../core/file/canonical.ts';

describe('canonical JSON', () => {
  test('does not depend on the order in which fields were set', () => {
    expect(canonicalJson({ b: 1, a: [{ d: 'ү', c: undefined }] })).toBe('{"a":[{"d":"ү"}],"b":1}');
    expect(canonicalJson({ a: [{ d: 'ү' }], b: 1 })).toBe('{"a":[{"d":"ү"}],"b":1}');
  });

  test('means what it was made of', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('is equal exactly where the quick comparison says so', () => {
    const small = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(small, small, (one, other) => {
        expect(isSameJson(one, structuredClone(one))).toBe(true);
        expect(isSameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
      }),
    );
  });

  test('has no words for what JSON does not know', () => {
    expect(() => canonicalJson({ a: () => 1 })).toThrow('Invariant');
  });
});
