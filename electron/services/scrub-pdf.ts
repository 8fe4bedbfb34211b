/** The first moment of the zip's calendar, as in our other documents, in no time zone. */
function atNoTime(said: string): string {
  return `19800101000000${said.slice(14).replaceAll(/\d/g, '0').replace('-', '+')}`;
}

/** What a PDF says of the machine that made it, before its first stream: when, and by which program. */
const traces = [
  { pattern: /(\/(?:CreationDate|ModDate)\s*\(D:)(\d{14}[^)]*)/g, instead: atNoTime },
  {
    pattern: /(\/(?:Creator|Producer|Author)\s*\()((?:\\.|[^\\)])*)/g,
    instead: (said: string) => ' '.repeat(said.length),
  },
] as const;

/**
 * A PDF without the hour of its making and the names of programs, like every other document that leaves. Each trace is written over by as
 * many bytes, because the table at the end of the file counts them; what lies inside compressed streams is never touched.
 */
export function withoutTraces(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf);
  const stream = bytes.indexOf('stream');
  let head = bytes.toString('latin1', 0, stream < 0 ? bytes.length : stream);
  for (const { pattern, instead } of traces)
    head = head.replace(pattern, (_whole, name: string, said: string) => `${name}${instead(said)}`);
  bytes.write(head, 'latin1');
  return bytes;
}
