/** What the first, uncompressed entry of a package says, so that a program knows the file without opening it. */
export const draftMimetype = 'application/vnd.dolboor.draft+zip';

/** The format that this version writes. Rises with every change that a migration must bridge. */
export const formatVersion = 1;

/** The oldest reader that may open what this version writes. */
export const minReaderVersion = 1;

/** Where everything lies inside a package. Each is UTF-8 text. */
export const partPaths = {
  mimetype: 'mimetype',
  manifest: 'manifest.json',
  /** One unit per line, in reading order, as canonical JSON. */
  units: 'body/units.ndjson',
  meta: 'body/meta.json',
  comments: 'review/comments.json',
} as const;

/** Folders that later versions fill (imported acts, accompanying documents, the bases of a merge); kept byte for byte until then. */
const reservedFolders = ['law/', 'package/', 'snapshots/'] as const;

/** Whether a path may be carried through a save although this version does not read it. */
export function isReservedPath(path: string): boolean {
  return reservedFolders.some((folder) => path.startsWith(folder)) && /^[a-z0-9][a-z0-9/._-]{0,199}$/.test(path);
}
