/**
 * Values over IPC: the part of the structured clone that JSON lacks, written with keys that begin with `$`. The page's side
 * (`page-world.js`) mirrors this file.
 */
export function encode(value: unknown): unknown {
  switch (typeof value) {
    case 'boolean':
    case 'string':
      return value;
    case 'number':
      if (Number.isFinite(value) && !Object.is(value, -0)) return value;
      return { $n: Object.is(value, -0) ? '-0' : String(value) };
    case 'undefined':
      return { $u: 1 };
    case 'bigint':
      return { $i: String(value) };
    case 'function':
    case 'symbol':
      throw new Error('An object could not be cloned.');
    default:
      return value === null ? null : encodeObject(value as object);
  }
}

function encodeObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Date) return { $d: value.getTime() };
  if (value instanceof Map) return { $m: [...value].map(([key, item]) => [encode(key), encode(item)]) };
  if (value instanceof Set) return { $s: [...value].map(encode) };
  if (value instanceof ArrayBuffer) return { $b: Buffer.from(value).toString('base64'), $t: 'ArrayBuffer' };
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return { $b: bytes.toString('base64'), $t: value.constructor.name };
  }
  if (value instanceof Error) return { $e: [value.name, value.message] };
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.startsWith('$') ? `$${key}` : key, encode(item)]),
  );
}

type Marked = Readonly<Record<string, never>>;

const marks: Readonly<Record<string, (value: Marked) => unknown>> = {
  $n: ({ $n }) => Number($n),
  $u: () => undefined,
  $i: ({ $i }) => BigInt($i ?? 0),
  $d: ({ $d }) => new Date($d ?? 0),
  $m: ({ $m }) => new Map(Array.from($m ?? [], ([key, item]: [unknown, unknown]) => [decode(key), decode(item)])),
  $s: ({ $s }) => new Set(Array.from($s ?? [], decode)),
  $b: ({ $b, $t }) => decodeBytes(String($b), String($t)),
  $e: ({ $e }) => {
    const [name, message] = Array.from($e ?? [], String);
    return Object.assign(new Error(message), { name });
  },
};

function decodeBytes(base64: string, type: string): unknown {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  if (type === 'ArrayBuffer') return bytes.buffer;
  if (type === 'Uint8Array' || type === 'Buffer') return bytes;
  throw new Error(`stand-in: a ${type} does not cross; the application sends bytes as Uint8Array`);
}

export function decode(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decode);
  const mark = Object.keys(value).find((key) => Object.hasOwn(marks, key));
  if (mark !== undefined) return marks[mark]?.(value as Marked);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.startsWith('$$') ? key.slice(1) : key, decode(item)]),
  );
}
