import { basename } from 'node:path';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ReplyOf, RequestName, RequestOf } from '../../core/bridge/contract.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { TrailKind } from '../../core/file/trail.ts';
import type { OpenDraft } from '../files/draft-session.ts';
import { failed } from '../files/failures.ts';
import type { Drafts } from './drafts.ts';

type VersionRequest = Extract<RequestName, `history.${string}` | `outside.${string}` | `trail.${string}`>;
type VersionAnswers = { readonly [N in VersionRequest]: (request: RequestOf<N>) => Promise<ReplyOf<N>> };

/** What is asked about the past of an open draft, about its audit trail, and about its file as others left it. */
export function answerVersions(drafts: Drafts): VersionAnswers {
  const { versions, outside, trails } = drafts;
  const on = async <T>(handle: string, work: (draft: OpenDraft) => T | Promise<T>) => {
    const draft = drafts.draftOf(handle);
    return draft ? work(draft) : failed('unknown-handle');
  };
  /** Who only reads a draft changes nothing of what is kept of it: another window may be doing it. */
  const onOwn = <T>(handle: string, work: (draft: OpenDraft) => T | Promise<T>) =>
    on(handle, (draft) => (draft.isReadOnly ? failed('in-use', { name: basename(draft.target().path) }) : work(draft)));
  const noted = async <T>(
    draft: OpenDraft,
    kind: TrailKind,
    done: Result<T, Failure> | Promise<Result<T, Failure>>,
  ) => {
    const result = await done;
    if (result.ok) await trails.note(draft, kind);
    return result;
  };
  return {
    'history.list': ({ handle }) => on(handle, (draft) => versions.list(draft)),
    'history.read': (request) => on(request.handle, (draft) => versions.read(draft, request)),
    'history.name': (request) =>
      onOwn(request.handle, (draft) => noted(draft, 'version-named', versions.name(draft, request))),
    'history.remove': ({ handle, id }) =>
      onOwn(handle, (draft) => noted(draft, 'version-removed', versions.remove(draft, id))),
    'history.travel': (request) =>
      (request.on === undefined ? on : onOwn)(request.handle, (draft) => versions.travel(draft, request.on)),
    'outside.look': ({ handle }) => on(handle, async (draft) => succeed(await outside.look(draft))),
    'outside.pick': ({ handle, source }) => onOwn(handle, (draft) => outside.pick(draft, source)),
    'outside.read': (request) => on(request.handle, (draft) => outside.read(draft, request)),
    'outside.merged': ({ handle, id }) => onOwn(handle, (draft) => noted(draft, 'merged', outside.merged(draft, id))),
    'trail.read': ({ handle }) => on(handle, (draft) => trails.read(draft)),
    'trail.turn': (request) => onOwn(request.handle, (draft) => trails.turn(draft, request.on)),
    'trail.note': ({ handle, deed }) => onOwn(handle, (draft) => noted(draft, deed, succeed(null))),
    'trail.save': ({ handle, format }) => on(handle, (draft) => trails.save(draft, format)),
  };
}
