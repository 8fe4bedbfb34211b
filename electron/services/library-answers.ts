import { succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestName, RequestOf } from '../../core/bridge/contract.ts';
import type { Library } from '../../core/law/library.ts';
import type { LibraryService } from './library.ts';

type LibraryRequest = Extract<RequestName, `library.${string}` | `text.${string}`>;
type LibraryAnswers = { readonly [N in LibraryRequest]: (request: RequestOf<N>) => Promise<ReplyOf<N>> };

/** One answer for each request about the register's own part and the imported texts. */
export function answerLibrary(library: LibraryService): LibraryAnswers {
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
    'text.read': (key) => library.readText(key),
    'text.remove': (key) => library.removeText(key),
  };
}
