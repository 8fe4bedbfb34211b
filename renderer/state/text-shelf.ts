import type { Bridge } from '../../core/bridge/contract.ts';
import type { LibraryState } from '../../core/bridge/library.ts';
import type { ActId } from '../../core/draft/types.ts';
import type { StoredText, TextKey, TextSummary } from '../../core/law/library.ts';
import { indexTexts, noTexts, type OfficialTexts } from '../../core/law/official-text/texts.ts';
import { createStore, type Store } from './store.ts';

/** The imported texts as far as the page knows them. Replaced, never changed in place. */
export interface Shelf {
  /** What there is, whether read or not. */
  readonly summaries: readonly TextSummary[];
  /** What was read so far, by {@link shelfKey}. */
  readonly texts: ReadonlyMap<string, StoredText>;
  /** The same, ready for the checks. */
  readonly official: OfficialTexts;
}

/** The official texts of this machine: what there is, and those that somebody asked for. A text stays once it was read. */
export interface TextShelf extends Pick<Store<Shelf>, 'get' | 'subscribe'> {
  /** Learns what there is, once. */
  readonly open: () => Promise<void>;
  /** Reads the texts of these acts that are on the shelf and were not read yet, in all languages. */
  readonly load: (acts: readonly ActId[]) => Promise<void>;
  /** Takes over what there is after a change; the text of `changed` is read anew when it is asked for. */
  readonly take: (state: LibraryState, changed: TextKey) => void;
}

export function shelfKey({ act, language }: TextKey): string {
  return `${act} ${language}`;
}

export function createTextShelf(bridge: Bridge): TextShelf {
  const store = createStore<Shelf>({ summaries: [], texts: new Map(), official: noTexts });
  const asked = new Set<string>();
  let opening: Promise<void> | undefined;

  const put = (texts: ReadonlyMap<string, StoredText>, summaries = store.get().summaries): void =>
    store.set({ summaries, texts, official: indexTexts([...texts.values()]) });

  const open = (): Promise<void> => {
    opening ??= bridge.request('library.read', {}).then((reply) => {
      if (reply.ok && reply.value.texts.length > 0) put(store.get().texts, reply.value.texts);
    });
    return opening;
  };

  const read = async ({ act, language }: TextKey): Promise<StoredText | undefined> => {
    const reply = await bridge.request('text.read', { act, language });
    return reply.ok ? reply.value : undefined;
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
    take: ({ texts: summaries }, changed) => {
      const key = shelfKey(changed);
      asked.delete(key);
      put(new Map([...store.get().texts].filter(([one]) => one !== key)), summaries);
    },
  };
}
