import { basename } from 'node:path';
import { succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestName, RequestOf } from '../../core/bridge/contract.ts';
import type { Library } from '../../core/law/library.ts';
import { textIn } from '../files/brought-texts.ts';
import type { OpenDraft } from '../files/draft-session.ts';
import { failed } from '../files/failures.ts';
import type { Drafts } from './drafts.ts';
import type { LibraryService } from './library.ts';

type LibraryRequest = Extract<RequestName, `library.${string}` | `text.${string}` | `texts.${string}`>;
type LibraryAnswers = { readonly [N in LibraryRequest]: (request: RequestOf<N>) => Promise<ReplyOf<N>> };

/** One answer for each request about the register's own part and the imported texts. */
export function answerLibrary(library: LibraryService, drafts: Drafts): LibraryAnswers {
  const of = <T>(handle: string, work: (draft: OpenDraft) => T) => {
    const draft = drafts.draftOf(handle);
    return draft ? work(draft) : failed('unknown-handle');
  };
  const change = (build: (before: Library) => Library) => library.change(build);
  return {
    'library.read': async () => succeed(await library.state()),
    'library.write-act': ({ act }) =>
      change((before) => ({ ...before, acts: [...before.acts.filter(({ id }) => id !== act.id), act] })),
    'library.remove-act': ({ act }) =>
      change(({ acts, verifications, facts }) => ({
        facts,
        acts: acts.filter(({ id }) => id !== act),
        verifications: verifications.filter((one) => one.act !== act),
      })),
    'library.verify': ({ verification }) =>
      change((before) => ({
        ...before,
        verifications: [...before.verifications.filter(({ act }) => act !== verification.act), verification],
      })),
    'library.unverify': ({ act }) =>
      change((before) => ({ ...before, verifications: before.verifications.filter((one) => one.act !== act) })),
    'library.write-fact': ({ fact }) =>
      change((before) => ({
        ...before,
        facts: before.facts.some(({ id }) => id === fact.id)
          ? before.facts.map((one) => (one.id === fact.id ? fact : one))
          : [...before.facts, fact],
      })),
    'library.remove-fact': ({ fact }) => library.removeFact(fact),
    'text.propose': (source) => library.propose(source),
    'text.words': (source) => library.readWords(source),
    'text.cancel': async () => {
      library.cancelReading();
      return succeed(null);
    },
    'text.accept': (request) => library.accept(request),
    'text.read': async ({ handle, ...key }) => {
      if (handle === undefined) return library.readText(key);
      return of(handle, (draft) => {
        const text = textIn(draft.file(), key);
        return text ? succeed(text) : failed('not-found');
      });
    },
    'texts.travel': async ({ handle, on }) =>
      of(handle, (draft) =>
        draft.isReadOnly && on !== undefined
          ? failed('in-use', { name: basename(draft.target().path) })
          : drafts.texts.travel(draft, on),
      ),
    'texts.brought': async ({ handle }) => of(handle, (draft) => drafts.texts.brought(draft)),
    'texts.keep': async ({ handle, ...key }) => of(handle, (draft) => drafts.texts.keep(draft, key)),
    'text.remove': (key) => library.removeText(key),
  };
}
