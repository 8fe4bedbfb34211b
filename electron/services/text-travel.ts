import { languages } from '../../core/base/language.ts';
import { travelLimits } from '../../core/base/limits.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { ReplyOf } from '../../core/bridge/contract.ts';
import type { Failure } from '../../core/bridge/failure.ts';
import type { TextTravel } from '../../core/bridge/library.ts';
import type { Draft, Unit } from '../../core/draft/types.ts';
import { citingUnits } from '../../core/law/cited-acts.ts';
import type { StoredText, TextKey } from '../../core/law/library.ts';
import { textIn, textKeysIn, textPartOf, textsIn } from '../files/brought-texts.ts';
import type { OpenDraft } from '../files/draft-session.ts';
import { failed } from '../files/failures.ts';
import type { DraftFile } from '../files/package-file.ts';
import { type LibraryService, summaryOf } from './library.ts';

/** What the library gives and takes of official texts. */
export type TextStore = Pick<LibraryService, 'readText' | 'textBytes' | 'keepText'>;

/** Whether the texts of an open draft's acts go along in its file, as the person chose on this machine; undefined where nobody did. */
export interface TravelChoice {
  read(draft: OpenDraft): Promise<boolean | undefined>;
  write(draft: OpenDraft, on: boolean): Promise<Result<boolean, Failure>>;
}

/** The official texts that travel with drafts. */
export class TravellingTexts {
  readonly #store: TextStore;
  readonly #choice: TravelChoice;

  constructor(store: TextStore, choice: TravelChoice) {
    this.#store = store;
    this.#choice = choice;
  }

  async travel(draft: OpenDraft, on: boolean | undefined): Promise<Result<TextTravel, Failure>> {
    if (on !== undefined) {
      const written = await this.#choice.write(draft, on);
      if (!written.ok) return written;
    }
    const file = draft.file();
    const chosen = on ?? (await this.#choice.read(draft));
    const { parts, left } = await this.#partsFor(file, file.draft.units);
    const bytes = [...parts.values()].reduce((sum, { length }) => sum + length, 0);
    return succeed({ on: chosen ?? textKeysIn(file).length > 0, texts: parts.size, bytes, left });
  }

  /** The texts that the file is to take along at this save, by path; undefined for those that it has. */
  async forSave(open: OpenDraft, { units }: Draft): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
    const on = await this.#choice.read(open);
    if (on === undefined) return undefined;
    return on ? (await this.#partsFor(open.file(), units)).parts : new Map();
  }

  /** This machine's own texts of the acts that are cited; where it has none, what the file came with. */
  async #partsFor(
    { carried }: Pick<DraftFile, 'carried'>,
    units: readonly Unit[],
  ): Promise<{ readonly parts: ReadonlyMap<string, Uint8Array>; readonly left: number }> {
    const parts = new Map<string, Uint8Array>();
    let [sum, left] = [0, 0];
    for (const key of citedKeys(units)) {
      const path = textPartOf(key);
      const bytes = path === undefined ? undefined : ((await this.#store.textBytes(key)) ?? carried.get(path));
      if (path === undefined || !bytes) continue;
      if (sum + bytes.length > travelLimits.textBytes) left += 1;
      else {
        parts.set(path, bytes);
        sum += bytes.length;
      }
    }
    return { parts, left };
  }

  /** What an open draft brings, as a list shows it. What cannot be read is passed over, and stays in the file. */
  brought(draft: OpenDraft): ReplyOf<'texts.brought'> {
    return succeed(textsIn(draft.file()).map(summaryOf));
  }

  /** Keeps on this machine what an open draft brings, in place of what was there. */
  async keep(draft: OpenDraft, key: TextKey): Promise<ReplyOf<'texts.keep'>> {
    const text = textIn(draft.file(), key);
    return text ? this.#store.keepText(text) : failed('not-found');
  }

  /** The texts of the acts that a draft cites: this machine's own, else those that its open file brings. */
  async ofCited(units: readonly Unit[], draft: OpenDraft | undefined): Promise<readonly StoredText[]> {
    const found = await Promise.all(
      citedKeys(units).map(async (key) => {
        const own = await this.#store.readText(key).catch(() => failed('not-found'));
        return own.ok ? own.value : draft && textIn(draft.file(), key);
      }),
    );
    return found.filter((text) => text !== undefined);
  }
}

function citedKeys(units: readonly Unit[]): readonly TextKey[] {
  return [...citingUnits(units).keys()].sort().flatMap((act) => languages.map((language) => ({ act, language })));
}
