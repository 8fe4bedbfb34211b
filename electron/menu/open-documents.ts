import type { Result } from '../../core/base/result.ts';
import type { RequestName } from '../../core/bridge/contract.ts';
import type { OpenedDraft } from '../../core/bridge/drafts.ts';
import type { DocumentKind } from '../../core/draft/types.ts';

/** What the page has open, as its requests tell it: the menu of the system speaks of that document. */
export interface OpenDocuments {
  /** Looks at an answered request; gives whether the document to speak of is another one now. */
  heard(name: RequestName, request: unknown, reply: Result<unknown, unknown>): boolean;
  /** Of the draft that was opened last and is open still; absent for a bill, and where none is open. */
  current(): DocumentKind | undefined;
}

export function createOpenDocuments(): OpenDocuments {
  const open = new Map<string, DocumentKind | undefined>();
  const current = (): DocumentKind | undefined => [...open.values()].at(-1);
  return {
    current,
    heard(name, request, reply) {
      const before = current();
      if (reply.ok && (name === 'draft.create' || name === 'draft.open')) {
        const { handle, draft } = reply.value as OpenedDraft;
        open.delete(handle);
        open.set(handle, draft.meta.document);
      }
      if (reply.ok && name === 'draft.close') open.delete((request as { handle: string }).handle);
      return current() !== before;
    },
  };
}
