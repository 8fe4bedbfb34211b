import type { Notice } from '../../core/base/notice.ts';
import {
  extendTrail,
  noHead,
  readTrailEntry,
  type TrailDetails,
  type TrailEntry,
  type TrailEvent,
  type TrailHead,
  type TrailKind,
  trailPath,
  trailText,
} from '../../core/file/trail.ts';
import { type TrailReading, verifyLines } from '../../core/file/verify-trail.ts';
import { sha256 } from './hash.ts';
import { trailIn } from './trail-part.ts';

type Carried = ReadonlyMap<string, Uint8Array>;

/** Who did something, and when. */
export type Stamp = Pick<TrailEvent, 'at' | 'by'>;

/** The trail as it stands. */
export interface KeptTrail {
  readonly entries: readonly TrailEntry[];
  readonly breaks: readonly Notice[];
  /** How many of the last entries are in no file yet. */
  readonly unsaved: number;
  /** SHA-256 of the last entry that the file holds; absent where it holds none. */
  readonly head?: string;
}

/** The audit trail of an open draft: what its file has, and what was done since and goes into the file with the next save. */
export class TrailKeeper {
  /** As they are in the file, and as they would be now. */
  #lines: readonly string[];
  /** What a trail that was lost went up to; the first line of the new one names it. */
  readonly #from: TrailHead;
  #pending: readonly TrailEvent[] = [];
  #isOn: boolean;
  /** What was wrong when the file was opened. */
  readonly #found: readonly Notice[];
  /** What was made last, for as long as nothing is added: the draft is asked for its parts at every turn. */
  #made:
    | { readonly events: readonly TrailEvent[]; readonly lines: readonly string[]; readonly now: readonly string[] }
    | undefined;
  #sent: { readonly from: Carried; readonly lines: readonly string[]; readonly carried: Carried } | undefined;

  /** `reading`: of the file that the draft was opened from; absent for a draft that comes from elsewhere. */
  constructor(carried: Carried, reading?: TrailReading) {
    this.#isOn = reading !== undefined || carried.has(trailPath);
    this.#lines = trailIn(carried) ?? [];
    this.#from = reading?.lost ?? noHead;
    this.#found = reading?.breaks ?? [];
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** What was wrong with the trail, as an entry names it; undefined when nothing was. */
  get found(): TrailDetails | undefined {
    const [first] = this.#found;
    return first && { found: first.code.replace('audit.', ''), breaks: this.#found.length };
  }

  /** Enters what was done, if a trail is kept. */
  note(kind: TrailKind, stamp: Stamp, about?: TrailDetails): void {
    if (this.#isOn) this.#pending = [...this.#pending, { ...stamp, kind, ...(about && { about }) }];
  }

  /** From the next save on the trail is in the file, or it is not. */
  turn(isOn: boolean, stamp: Stamp): void {
    if (isOn === this.#isOn) return;
    this.#isOn = true;
    this.note(isOn ? 'switched-on' : 'switched-off', stamp);
    this.#isOn = isOn;
  }

  /** The whole trail as it stands. */
  read(): KeptTrail {
    const { breaks } = verifyLines(this.#lines, sha256);
    const within = new Set(breaks.map(({ code }) => code));
    const endings = this.#found.filter(({ code }) => !within.has(code));
    const entries = this.#now().flatMap((line) => readTrailEntry(line) ?? []);
    const last = this.#lines.at(-1);
    const head = last === undefined ? {} : { head: sha256(last) };
    return { entries, breaks: [...breaks, ...endings], unsaved: this.#pending.length, ...head };
  }

  /** What travels with the draft, the trail as it stands among it. */
  carriedWith(carried: Carried): Carried {
    if (!this.#isOn) return carried.has(trailPath) ? withTrail(carried, undefined) : carried;
    const lines = this.#now();
    if (this.#sent?.from !== carried || this.#sent.lines !== lines) {
      this.#sent = { from: carried, lines, carried: withTrail(carried, lines) };
    }
    return this.#sent.carried;
  }

  /**
   * What is to travel, where a trail is kept, in the file that is being saved, whose state the last entry names. `written` is called when it is on the disk:
   * until then what was done stays to be entered.
   */
  saving(
    carried: Carried,
    stamp: Stamp,
    details: TrailDetails,
  ): { readonly carried: Carried; readonly written: () => void } {
    const events = this.#pending;
    const lines = extendTrail(
      this.#lines,
      [...events, { ...stamp, kind: 'saved', about: details }],
      sha256,
      this.#from,
    );
    const written = (): void => {
      this.#lines = lines;
      this.#pending = this.#pending.slice(events.length);
    };
    return { carried: withTrail(carried, lines), written };
  }

  #now(): readonly string[] {
    const [lines, events] = [this.#lines, this.#pending];
    if (events.length === 0) return lines;
    if (this.#made?.lines !== lines || this.#made.events !== events) {
      this.#made = { lines, events, now: extendTrail(lines, events, sha256, this.#from) };
    }
    return this.#made.now;
  }
}

/** With no lines, without the part. */
function withTrail(from: Carried, lines: readonly string[] | undefined): Carried {
  const carried = new Map(from);
  carried.delete(trailPath);
  if (lines) carried.set(trailPath, new TextEncoder().encode(trailText(lines)));
  return carried;
}
