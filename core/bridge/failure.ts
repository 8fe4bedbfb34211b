/** Why a request came to nothing. Every caller switches over the codes; `locales/<language>/failures.json` holds a sentence for each. */
export const failureCodes = [
  'cancelled',
  'not-found',
  'not-readable',
  /** The file is listed, but its content is elsewhere: a sync client or a server keeps it and did not give it. */
  'not-fetched',
  'not-writable',
  'no-space',
  'busy',
  'not-a-draft',
  'newer-version',
  'damaged',
  /** The file holds no byte: a save that was cut off elsewhere, or a placeholder of a sync client. */
  'empty',
  'too-large',
  /** The draft has grown past what a file of ours may hold; what was written is kept in the journal. */
  'draft-too-large',
  'changed-outside',
  'already-exists',
  /** A name that some system keeps for itself or cannot hold, or a path that is too long. */
  'bad-name',
  /** Another window has the draft. `params.id`, where there is one, names its file for `request` with `as`. */
  'in-use',
  /** The draft is protected, and no password came with the request. `params.id`, where there is one, names it for `request`. */
  'password-needed',
  'wrong-password',
  'unknown-template',
  /** A password and a template do not go together: the text of a template lies open in the list. */
  'template-protected',
  'unknown-act',
  'unknown-handle',
  'bad-request',
  'export-failed',
  /** A file whose text could not be read; `params.reason` is a code of `import.refused`. */
  'import-refused',
  'print-failed',
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** `params` fill the sentence; they hold names of files and numbers, never text of a draft. */
export interface Failure {
  readonly code: FailureCode;
  readonly params?: Readonly<Record<string, string | number>>;
}
