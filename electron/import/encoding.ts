/** A text as decoded, and how its encoding was known. */
export interface DecodedText {
  readonly text: string;
  /** As `TextDecoder` names it. */
  readonly encoding: string;
  readonly how: 'mark' | 'declared' | 'utf-8' | 'guessed';
}

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** By byte order mark, then what the file declares, then strict UTF-8, then by the letters that come out. */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const mark = marks.find(([signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (mark) return { text: decode(bytes.subarray(mark[0].length), mark[1]) ?? '', encoding: mark[1], how: 'mark' };
  const utf8 = strictUtf8(bytes);
  const isKnown = declared !== undefined && decoderFor(declared) !== undefined;
  // Pages that declare Windows-1251 and are UTF-8 exist; the reverse cannot pass the strict reading.
  if (isKnown && (utf8 === undefined || isPlainAscii(bytes))) {
    return { text: decode(bytes, declared) ?? '', encoding: declared.toLowerCase(), how: 'declared' };
  }
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', how: 'utf-8' };
  return guess(bytes);
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(encoding);
  } catch {
    return undefined;
  }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  return decoderFor(encoding)?.decode(bytes);
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isPlainAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

const candidates = ['windows-1251', 'koi8-r', 'ibm866'] as const;

/** The Cyrillic table under which the bytes look most like words: frequent small letters, capitals at the beginning only. */
function guess(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, 200_000);
  const scored = candidates.map((encoding) => ({ encoding, score: likeness(decode(sample, encoding) ?? '') }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0]?.encoding ?? 'windows-1251';
  return { text: decode(bytes, best) ?? '', encoding: best, how: 'guessed' };
}

function likeness(text: string): number {
  const frequent = text.match(/[оеаинтсрвлкмдпуыя]/gu)?.length ?? 0;
  const small = text.match(/[а-яё]/gu)?.length ?? 0;
  const innerCapitals = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  const strange = text.match(/[\u2500-\u259f°√■·÷≤≥⌠⌡\u0080-\u009f]/gu)?.length ?? 0;
  return frequent + small - 4 * innerCapitals - 4 * strange;
}
