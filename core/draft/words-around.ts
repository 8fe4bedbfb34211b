import type { Stretch } from './blanks.ts';

/** A stretch of a text with the words beside it, for a list of places. */
export interface WordsAround {
  /** Whole words before the stretch; begins with «…» when there are more. May be empty. */
  readonly before: string;
  /** The stretch itself, shortened in its middle when it is long. */
  readonly found: string;
  /** Whole words behind the stretch; ends with «…» when there are more. May be empty. */
  readonly after: string;
}

/** The stretch with at most `room` UTF-16 code units of whole words on each side. Line ends become spaces. */
export function wordsAround(text: string, { start, end }: Stretch, room: number): WordsAround {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const found = text.slice(start, end);
  return {
    before: before.length > room ? `…${withoutBrokenHead(before.slice(-room))}` : inLine(before),
    found: inLine(found.length > 2 * room ? `${found.slice(0, room)}…${found.slice(-room)}` : found),
    after: after.length > room ? `${withoutBrokenTail(after.slice(0, room))}…` : inLine(after),
  };
}

/** A word that is longer than the room is cut all the same, or nothing would be shown. */
function withoutBrokenHead(text: string): string {
  const space = text.search(/\s/u);
  return inLine(space < 0 || space === text.length - 1 ? text : text.slice(space + 1));
}

function withoutBrokenTail(text: string): string {
  const [tail] = /\s\S*$/u.exec(text) ?? [];
  return inLine(tail === undefined || tail.length === text.length ? text : text.slice(0, -tail.length));
}

function inLine(text: string): string {
  return text.replaceAll(/[\r\n\t]+/gu, ' ');
}
