/** The texts of a package before anybody knows what they mean: the manifest as JSON, the other text parts by path. */
export interface RawFile {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly parts: ReadonlyMap<string, string>;
}

/**
 * One step from a format to the next. It changes what the next format asks for and leaves the rest; it is never edited once a
 * version with it has gone out.
 */
export interface Migration {
  /** The format that it reads; it writes `from + 1`. */
  readonly from: number;
  /** Undefined when the file is not what its format promises. */
  readonly migrate: (file: RawFile) => RawFile | undefined;
}
