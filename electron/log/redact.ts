/** Folders that are told by what they are, never by their path: the most particular first. */
export interface KnownFolders {
  readonly data: string;
  readonly documents: string;
  readonly application: string;
  readonly home: string;
}

/** Frames of a stack that are worth keeping. */
const mostFrames = 12;

/**
 * What may be written down of an error: its code and what the system was asked, or its name, and the places in our own program.
 * Messages are not kept, because they quote what they could not read: words of a draft, names of files. Those of broken
 * invariants are ours and hold none.
 */
export function describeError(error: unknown, folders: KnownFolders): string {
  if (!(error instanceof Error)) return typeof error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  const isOurs = /^Invariant\b/.test(error.message) || error instanceof Told;
  const what = [error.name, code, syscall, isOurs ? error.message : undefined].filter((word) => word !== undefined);
  const frames = afterMessage(error)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? [] : [`caused by ${describeError(error.cause, folders)}`];
  return [what.join(' '), ...frames.slice(0, mostFrames).map((line) => withoutPaths(line, folders)), ...cause].join(
    '\n',
  );
}

/** A message may have a line of its own that looks like a place in the program. */
function afterMessage({ stack = '', message }: Error): string {
  const at = message === '' ? -1 : stack.indexOf(message);
  return at < 0 ? stack : stack.slice(at + message.length);
}

/** Something that we tell of ourselves; its words hold no text of a draft and no path. */
export class Told extends Error {}

function withoutPaths(line: string, folders: KnownFolders): string {
  const known = Object.entries(folders).filter(([, path]) => path.length > 1);
  return known.reduce((text, [name, path]) => {
    const spellings = [path, path.replaceAll('\\', '/'), encodeURI(path.replaceAll('\\', '/'))];
    return spellings.reduce((left, spelling) => left.replaceAll(spelling, `<${name}>`), text);
  }, line);
}
