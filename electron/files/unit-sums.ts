import { sha256 } from './hash.ts';

/** Hexadecimal digits of a line's sum: 48 bits tell what chance made from what was written. */
const sumLength = 12;

const lineEnd = 0x0a;

/** The sums of the lines of a part, as the manifest keeps them. */
export function unitSumsOf(units: Uint8Array): string {
  return linesOf(units).map(sumOf).join('');
}

/**
 * Puts each line of a damaged text in the place that its sum names. What comes back is as long as the text had lines; a place that
 * nothing proven fills is undefined. Where damage doubled or moved a stretch, its lines still stand where they stood.
 */
export function provenLines(remains: Uint8Array, sums: string): readonly (string | undefined)[] {
  const count = sums.length / sumLength;
  const places = new Map<string, number[]>();
  for (let at = 0; at < count; at += 1) {
    const sum = sums.slice(at * sumLength, (at + 1) * sumLength);
    places.set(sum, [...(places.get(sum) ?? []), at]);
  }
  const proven: (string | undefined)[] = Array.from({ length: count }, () => undefined);
  for (const line of linesOf(remains)) {
    for (const at of places.get(sumOf(line)) ?? []) proven[at] = Buffer.from(line).toString('utf8');
  }
  return proven;
}

function sumOf(line: Uint8Array): string {
  return sha256(line).slice(0, sumLength);
}

/** What stands before each line end. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let end = bytes.indexOf(lineEnd); end >= 0; end = bytes.indexOf(lineEnd, from)) {
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return lines;
}
