import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..', '..');
const page = readFileSync(path.join(root, 'docs', 'security.md'), 'utf8');
const rows = [...page.matchAll(/^\| (.+?) \|.*`(test\/[\w./-]+)`: (.+) \|$/gm)].map(
  ([, what = '', file = '', name = '']) => {
    return { what, file, name };
  },
);

describe('docs/security.md', () => {
  test('has all twenty points of Electron, in order, and the promises of the loopback host', () => {
    const points = rows.flatMap(({ what }) => /^(\d+) /.exec(what)?.[1] ?? []).map(Number);
    expect(points).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(rows.length).toBe(41);
  });

  test.each(rows)('$what: its test is there', ({ file, name }) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    // Told short: a file of a thousand lines is no message.
    expect(text.includes(`'${name}'`), name).toBe(true);
  });
});

test('Electron is pinned to one version, of a major that was current when it was chosen', () => {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number.parseInt(devDependencies.electron, 10)).toBeGreaterThanOrEqual(45);
});
