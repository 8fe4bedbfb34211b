/** A text as decoded, and how its encoding was known. */
export interface DecodedText {
  readonly text: string;
  /** As `TextDecoder` names it. */
  readonly encoding: string;
  readonly how: 'mark' | 'declared' | 'utf-8' | 'guessed';
  /** The encoding that the file declares and that its bytes contradict. */
  readonly contradicted?: string;
}

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * By byte order mark, then what the file declares, then strict UTF-8, then by the letters that come out. UTF-8 comes before a declaration
 * that it contradicts: text of an old table never passes the strict reading, and by the declaration every letter would be lost.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const mark = marks.find(([signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (mark) return { text: decode(bytes.subarray(mark[0].length), mark[1]) ?? '', encoding: mark[1], how: 'mark' };
  const utf8 = strictUtf8(bytes);
  const encoding = declared === undefined ? undefined : decoderFor(declared)?.encoding;
  // One that declares Unicode and is neither UTF-8 nor marked as UTF-16 says what it is not: read as that, letters would be lost.
  const table = encoding?.startsWith('utf-') ? undefined : encoding;
  if (table !== undefined && (utf8 === undefined || isPlainAscii(bytes))) {
    return { text: decode(bytes, table) ?? '', encoding: table, how: 'declared' };
  }
  if (utf8 !== undefined) {
    return { text: utf8, encoding: 'utf-8', how: 'utf-8', ...(table !== undefined && { contradicted: table }) };
  }
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

/**
 * The Cyrillic table under which the bytes look most like words. KOI8-R and Windows-1251 exchange capitals and small letters, so
 * a heading in capitals is told by how frequent its letters are, and a sentence also by where its capitals stand.
 */
function guess(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, 200_000);
  const scored = tables.map((table) => ({ encoding: table.encoding, score: likeness(sample, table) }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0]?.encoding ?? 'windows-1251';
  return { text: decode(bytes, best) ?? '', encoding: best, how: 'guessed' };
}

/** Byte by byte, because an act is long: what each means under the table was looked up once. */
function likeness(bytes: Uint8Array, { worth, isSmall, isCapital }: Table): number {
  let score = 0;
  let afterSmall = false;
  for (const byte of bytes) {
    score += worth[byte] ?? 0;
    if (afterSmall && isCapital[byte]) score -= 4;
    afterSmall = isSmall[byte] ?? false;
  }
  return score;
}

/**
 * What a letter says for the table that gives it: common, less common and rare letters of Russian and Kyrgyz, and signs that no
 * act has. The letters that old Kyrgyz fonts put in the place of ң, ө and ү (њ ј є ї і ў) say nothing.
 */
const worths: ReadonlyMap<string, number> = new Map(
  (
    [
      ['оеаинтсрвлкмдуы', 2],
      ['пгбзйьячжш', 1],
      ['хюэцщфъ', -1],
      ['ђѓљќћџґѕ¤¦¬†‡€‰‹›•™°√■·÷≤≥⌠⌡', -4],
      [String.fromCharCode(...span(0x2500, 0x259f), ...span(0x80, 0x9f)), -4],
    ] as const
  ).flatMap(([letters, worth]) => [...letters].map((letter) => [letter, worth] as const)),
);

/** What each of the 256 bytes means under one table. */
interface Table {
  readonly encoding: string;
  readonly worth: readonly number[];
  readonly isSmall: readonly boolean[];
  readonly isCapital: readonly boolean[];
}

const tables: readonly Table[] = ['windows-1251', 'koi8-r', 'ibm866'].map((encoding) => {
  const letters = span(0, 0xff).map((byte) => decode(Uint8Array.of(byte), encoding) ?? '');
  return {
    encoding,
    worth: letters.map((letter) => worths.get(letter.toLowerCase()) ?? 0),
    isSmall: letters.map((letter) => /\p{Ll}/u.test(letter)),
    isCapital: letters.map((letter) => /\p{Lu}/u.test(letter)),
  };
});

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
