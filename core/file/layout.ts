/** What the first, uncompressed entry of a package says, so that a program knows the file without opening it. */
export const draftMimetype = 'application/vnd.dolboor.draft+zip';

/** The newest format that this version reads. Rises with every change that an older program could not keep. */
export const formatVersion = 2;

/** The format of a file that uses nothing newer. */
export const oldestFormat = 1;

/** Where everything lies inside a package. Each is UTF-8 text. */
export const partPaths = {
  mimetype: 'mimetype',
  manifest: 'manifest.json',
  /** One unit per line, in reading order, as canonical JSON. */
  units: 'body/units.ndjson',
  meta: 'body/meta.json',
  comments: 'review/comments.json',
} as const;

/** Folders in which every part is this version's own. What else lies there may speak of the text, and a save would make it wrong. */
const ownFolders = ['body', 'review'];

/**
 * Whether a path may be carried byte for byte through a save although this version does not read it: one in a folder that a
 * later version fills (`law/`, `package/`, `snapshots/` are meant for that), under a name that is safe everywhere.
 */
export function isCarriedPath(path: string): boolean {
  const [folder = '', ...rest] = path.split('/');
  if (rest.length === 0 || ownFolders.includes(folder) || path.includes('..')) return false;
  return /^[a-z0-9][a-z0-9/._-]{0,199}$/.test(path);
}

/** Whether this version reads the part itself. */
export function isOwnPath(path: string): boolean {
  return (Object.values(partPaths) as readonly string[]).includes(path);
}
