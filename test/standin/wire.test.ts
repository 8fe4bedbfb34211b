import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toApplication, toPage } from './addresses.ts';
import { decode, encode } from './wire.ts';

const throughJson = (value: unknown): unknown => decode(JSON.parse(JSON.stringify(encode(value))));

test('values cross as the structured clone carries them', () => {
  const value = {
    text: 'ңөү',
    missing: undefined,
    nothing: null,
    numbers: [0, -0, Number.NaN, Number.POSITIVE_INFINITY],
    big: 10n,
    date: new Date(5),
    map: new Map([['k', new Set([1])]]),
    bytes: new Uint8Array([1, 255]),
    $n: 'a key of ours that looks like a mark',
    $$: { $u: 1 },
  };
  expect(throughJson(value)).toEqual(value);
});

test('an error keeps its name and its message', () => {
  expect(throughJson(new TypeError('no'))).toMatchObject({ name: 'TypeError', message: 'no' });
});

test('functions do not cross, and Electron says so in the same words', () => {
  expect(() => encode({ act: () => 1 })).toThrow('An object could not be cloned.');
});

test('any JSON comes back as it went', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(throughJson(value)).toEqual(value);
    }),
  );
});

test.each([
  ['app://dolboor/', 'https://dolboor.app.standin.invalid/'],
  ['app://dolboor/assets/a.js?b#c', 'https://dolboor.app.standin.invalid/assets/a.js?b#c'],
])('the page of %s is intercepted as %s and handed back under its own name', (address, page) => {
  expect(toPage(address)).toBe(page);
  expect(toApplication(page)).toBe(address);
});

test.each(['https://example.com/x', 'about:blank', 'data:text/plain,x'])('%s stays as it is', (address) => {
  expect(toPage(address)).toBe(address);
  expect(toApplication(address)).toBe(address);
});
