import { hasKind } from '../draft/schema.ts';
import { type DocumentKind, type UnitKind, unitKinds } from '../draft/types.ts';
import type { Command } from './types.ts';

const kinds: readonly string[] = unitKinds;
const isUnitKind = (word: string): word is UnitKind => kinds.includes(word);
const ofKind = /^(?:insert|make)-([a-z]+)(?:-before)?$/;

/** Whether a command is one of a kind of document (absent: a bill): a resolution has no articles to insert. */
export function belongsTo(command: Command, document: DocumentKind | undefined): boolean {
  const [, kind] = ofKind.exec(command.id) ?? [];
  return kind === undefined || !isUnitKind(kind) || hasKind(document, kind);
}
