import type { Bridge } from '../../core/bridge/contract.ts';
import type { Handle } from '../../core/bridge/drafts.ts';
import type { LibraryState } from '../../core/bridge/library.ts';
import type { ActId } from '../../core/draft/types.ts';
import type { StoredText, TextKey, TextSummary } from '../../core/law/library.ts';
import { indexTexts, noTexts, type OfficialTexts } from '../../core/law/official-text/texts.ts';
import { createStore, type Store } from './store.ts';

/** The imported texts as far as the page knows them. Replaced, never changed in place. */
export interface Shelf {
  /** What there is, whether read or not: this machine's own, then what the open draft brings that is lacking here. */
  readonly summaries: readonly TextSummary[];
  /** All that the open draft brings. */
  readonly brought: readonly TextSummary[];
  /** What was read so far, by {@link shelfKey}. */
  readonly texts: ReadonlyMap<string, StoredText>;
  /** The same, ready for the checks. */
  readonly official: OfficialTexts;
}

/** The official texts of this machine and of the open draft: what there is, and those that somebody asked for. A text stays once it was read. */
export interface TextShelf extends Pick<Store<Shelf>, 'get' | 'subscribe'> {
  /** Learns what there is, once. */
  readonly open: () => Promise<void>;
  /** Reads the texts of these acts that are on the shelf and were not read yet, in all languages. */
  readonly load: (acts: readonly ActId[]) => Promise<void>;
  /** Takes over what there is after a change; the text of `changed` is read anew when it is asked for. */
  readonly take: (state: LibraryState, changed: TextKey) => void;
  /** Puts what this open draft brings beside what is here, in place of what another brought; without one, nothing. */
  readonly bring: (handle?: Handle) => void;
}

export function shelfKey({ act, language }: TextKey): string {
  return `${act} ${language}`;
}

export function createTextShelf(bridge: Bridge): TextShelf {
  const store = createStore<Shelf>({ summaries: [], brought: [], texts: new Map(), official: noTexts });
  const asked = new Set<string>();
  let own: readonly TextSummary[] = [];
  let from: Handle | undefined;
  let opening: Promise<void> | undefined;
  let bringing: Promise<void> | undefined;

  const isOwn = (key: TextKey): boolean => own.some((one) => shelfKey(one) === shelfKey(key));
  const put = (texts: ReadonlyMap<string, StoredText>, brought = store.get().brought): void => {
    const summaries = [...own, ...brought.filter((one) => !isOwn(one))];
    store.set({ summaries, brought, texts, official: indexTexts([...texts.values()]) });
  };

  const open = async (): Promise<void> => {
    opening ??= bridge.request('library.read', {}).then((reply) => {
      if (!reply.ok || reply.value.texts.length === 0) return;
      own = reply.value.texts;
      put(store.get().texts);
    });
    await opening;
    await bringing;
  };

  const read = async (key: TextKey): Promise<StoredText | undefined> => {
    const handle = isOwn(key) ? undefined : from;
    const { act, language } = key;
    const reply = await bridge.request('text.read', { act, language, ...(handle !== undefined && { handle }) });
    // A text of a draft that was put away meanwhile speaks of nothing here.
    return reply.ok && (handle === undefined || handle === from) ? reply.value : undefined;
  };

  const without = (keys: ReadonlySet<string>): ReadonlyMap<string, StoredText> => {
    for (const key of keys) asked.delete(key);
    return new Map([...store.get().texts].filter(([key]) => !keys.has(key)));
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    open,
    load: async (acts) => {
      await open();
      const wanted = store.get().summaries.filter((one) => acts.includes(one.act) && !asked.has(shelfKey(one)));
      for (const one of wanted) asked.add(shelfKey(one));
      const found = (await Promise.all(wanted.map(read))).filter((text) => text !== undefined);
      if (found.length === 0) return;
      const named = found.map((one) => [shelfKey({ act: one.act, language: one.text.language }), one] as const);
      put(new Map([...store.get().texts, ...named]));
    },
    take: ({ texts }, changed) => {
      own = texts;
      put(without(new Set([shelfKey(changed)])));
    },
    bring: (handle) => {
      const gone = new Set(
        store
          .get()
          .brought.filter((one) => !isOwn(one))
          .map(shelfKey),
      );
      from = handle;
      if (store.get().brought.length > 0) put(without(gone), []);
      bringing =
        handle === undefined
          ? undefined
          : bridge.request('texts.brought', { handle }).then((reply) => {
              if (reply.ok && handle === from) put(store.get().texts, reply.value);
            });
    },
  };
}
